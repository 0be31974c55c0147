//! The toolset: pods that do nothing but hold Pulsar's command line tools, set up to talk to this cluster.
//!
//! Nobody dials them; the headless service gives them names and no ports. What people run in them is theirs.

mod settings;
mod workload;

use pulsarc_component::meta::{headless, service};
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{CertificateNames, CertificateRecord, Configuration, Credentials, PlainKeys};
use pulsarc_component::shapes::StringMap;
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Program, Topology};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::ServiceSpec;
use serde::Deserialize;

/// The tools read `conf/client.conf` and `conf/bookkeeper.conf`.
const CONFIGURATION: Configuration =
    Configuration { programs: &[Program::Client], plain_keys: PlainKeys::SeveralFiles };

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<Toolset>("toolset").configured_by(CONFIGURATION)
}

/// The block `toolset`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Toolset {
    #[serde(skip)]
    pods: PodSettings,
    #[serde(default)]
    use_proxy: bool,
    replica_count: i32,
}

impl WithPodSettings for Toolset {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for Toolset {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        let tls = &base.tls;
        let record = ComponentRecord::of_pulsar(
            "toolset",
            &self.pods.component,
            base.components.toolset,
            CONFIGURATION,
        );
        topology.records.push(ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.toolset",
            certificate: Some(CertificateRecord {
                path: "tls.toolset",
                settings: tls.toolset.clone(),
                volume: "toolset",
                made: tls.serves(&tls.zookeeper),
                serves: false,
                // The init jobs trust what the toolset trusts.
                mounted: true,
                names: CertificateNames::Service,
            }),
            token: Some("client"),
            credentials: Some(Credentials { key: "authPlugin", consequence: "its commands are rejected" }),
            // BookKeeper's own shell reads ledgers.
            dials_bookies: true,
            ..record
        });
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.base.components.toolset {
            return Vec::new();
        }
        let name = cluster.names.of(&self.pods.component);
        let config = settings::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        let no_ports = ServiceSpec { ports: None, ..headless(Vec::new()) };
        vec![
            config.into(),
            workload.into(),
            service(cluster, &name, &self.pods.component, &StringMap::new(), no_ports),
            self.pods.service_account(cluster, &name),
        ]
    }
}
