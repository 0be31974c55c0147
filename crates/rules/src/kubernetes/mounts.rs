//! Every mount that a user adds has its volume.

use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;
use std::collections::BTreeSet;

/// Mount without its volume.
pub(crate) static CODE: Code = Code {
    id: "PUL0706",
    severity: Severity::Error,
    title: "mount without its volume",
    page: include_str!("mounts.md"),
};

/// The blocks with mounts and volumes of the user's own, and the keys of the mounts.
const BLOCKS: [(&str, &[&str]); 12] = [
    ("zookeeper", &["extraVolumeMounts"]),
    ("bookkeeper", &["extraVolumeMounts"]),
    ("autorecovery", &["extraVolumeMounts", "initContainersExtraVolumeMounts"]),
    ("broker", &["extraVolumeMounts"]),
    ("function_worker", &["extraVolumeMounts"]),
    ("proxy", &["extraVolumeMounts"]),
    ("toolset", &["extraVolumeMounts"]),
    ("standalone", &["extraVolumeMounts"]),
    ("pulsar_manager", &["extraVolumeMounts"]),
    ("oxia.coordinator", &["extraVolumeMounts"]),
    ("dekaf.deployment", &["extraVolumeMounts"]),
    ("oxia.server", &["extraVolumeMounts"]),
];
/// Volumes that pulsarc itself gives pods, by how their names begin or end: these may be mounted once more.
const OWN: [&str; 8] =
    ["ca", "token-keys", "certs-scripts", "-certs", "-token", "-cacerts", "-data", "gcp-service-account"];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for (block, lists) in BLOCKS {
        let names = |path: &str| cluster.root.get(path).and_then(Node::as_list).unwrap_or_default();
        let volumes: BTreeSet<&str> = names(&format!("{block}.extraVolumes"))
            .iter()
            .filter_map(|volume| volume.get("name"))
            .filter_map(Node::as_text)
            .collect();
        for list in lists {
            let path = format!("{block}.{list}");
            for (at, mount) in names(&path).iter().enumerate() {
                let Some(name) = mount.get("name").and_then(Node::as_text) else { continue };
                let own = OWN.iter().any(|own| name == *own || name.ends_with(own))
                    || name.starts_with(cluster.names.fullname());
                if volumes.contains(name) || own {
                    continue;
                }
                let path = KeyPath::parse(&path).index(at).key("name");
                let told = Diagnostic::new(&CODE, format!("the volume `{name}` is mounted, and there is none of that name: Kubernetes refuses the pod"))
                    .at(&path)
                    .span(cluster.root.users_span(&path));
                found.push(told.help(format!(
                    "add a volume called {name} to {block}.extraVolumes, or correct the name"
                )));
            }
        }
    }
}
