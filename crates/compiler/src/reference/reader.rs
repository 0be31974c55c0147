//! Who reads the keys of a block: Pulsar's programs its `configData`, and JVMs some of the variables in it.

use pulsarc_catalogue::{Program, Release, WORKER_PREFIX};
use pulsarc_component::roster::PlainKeys;
use pulsarc_component::{ComponentRecord, Target};
use pulsarc_diag::KeyPath;

/// The pods of a block, as far as they read its `configData`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reader {
    /// The path of the block's `configData`.
    pub config_data: KeyPath,
    /// The path of the settings of its image; the root for one that is not set so.
    pub image: KeyPath,
    /// Pulsar's programs in the pods.
    pub programs: &'static [Program],
    /// What a key has to begin with to be read: `PF_`, or nothing.
    pub prefix: &'static str,
    /// The variables whose options a JVM gets.
    pub jvm_variables: &'static [&'static str],
}

/// The readers of all blocks.
pub(super) fn all(records: &[&ComponentRecord]) -> Vec<Reader> {
    let reads =
        |record: &&&ComponentRecord| record.configuration.is_some() || !record.jvm_variables.is_empty();
    let reader = |record: &&ComponentRecord| Reader {
        config_data: KeyPath::parse(record.block).key("configData"),
        image: KeyPath::parse(record.image),
        programs: record.configuration.map_or(&[][..], |configuration| configuration.programs),
        prefix: match record.configuration.map(|configuration| configuration.plain_keys) {
            Some(PlainKeys::Ignored) => WORKER_PREFIX,
            _ => "",
        },
        jvm_variables: record.jvm_variables,
    };
    records.iter().filter(reads).map(reader).collect()
}

/// A service of a cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceName {
    /// Its name in the namespace of the cluster.
    pub name: String,
    /// The ports that it opens.
    pub ports: Vec<i32>,
}

impl crate::Built {
    /// The release of Pulsar in the image with settings at a path; none if the configuration could not be decoded.
    pub fn release(&self, target: &Target, image: &KeyPath) -> Option<Release> {
        Some(self.cluster(target)?.release(&image.to_string()).release)
    }

    /// The services of the deployed components.
    pub fn service_names(&self, target: &Target) -> Vec<ServiceName> {
        let Some(cluster) = self.cluster(target) else { return Vec::new() };
        let serving = cluster.topology.deployed().filter(|record| !record.listeners.is_empty());
        let service = |record: &ComponentRecord| {
            let open = record.listeners.iter().filter(|listener| listener.open);
            ServiceName {
                name: cluster.names.of(&record.component),
                ports: open.map(|listener| listener.port).collect(),
            }
        };
        serving.map(service).collect()
    }
}
