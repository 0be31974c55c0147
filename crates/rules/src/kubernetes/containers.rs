//! Containers that users add have a name of their own, an image, and nothing that an init container cannot have.

use super::pods::{containers, written_blocks};
use crate::facts::{field, given, is_set, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// Container that Kubernetes refuses.
pub(crate) static CODE: Code = Code {
    id: "PUL0718",
    severity: Severity::Error,
    title: "container that Kubernetes refuses",
    page: include_str!("containers.md"),
};

/// The init containers of pulsarc's own, in whichever pods they run.
const OWN: [(&str, &[&str]); 7] = [
    ("zookeeper", &["cacerts"]),
    ("bookkeeper", &["cacerts", "pulsar-bookkeeper-verify-clusterid"]),
    ("autorecovery", &["cacerts", "pulsar-bookkeeper-verify-clusterid"]),
    ("broker", &["cacerts", "wait-zookeeper-ready", "wait-bookkeeper-ready", "wait-oxia-ready"]),
    ("proxy", &["combine-certs", "wait-zookeeper-ready", "wait-broker-ready", "wait-oxia-ready"]),
    ("function_worker", &["cacerts", "wait-broker-ready"]),
    ("toolset", &["cacerts"]),
];
/// What only a container that keeps running can have.
const OF_RUNNING: [&str; 4] = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"];

/// Kubernetes refuses the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        let mut seen: BTreeMap<String, Option<String>> = BTreeMap::new();
        let own = OWN.iter().filter(|(name, _)| *name == block).flat_map(|(_, names)| names.iter());
        seen.extend(own.map(|name| ((*name).to_owned(), None)));
        if let Some(component) = given(cluster, &format!("{block}.component")) {
            seen.insert(cluster.names.of(&component), None);
        }
        for (item, container) in containers(cluster, block) {
            let Some(name) = field(container, "name") else { continue };
            let path = format!("{item}.name");
            if let Some(first) = seen.get(name) {
                let whose =
                    if first.is_some() { "two containers are" } else { "a container of the pod's own is" };
                let told =
                    Diagnostic::new(&CODE, format!("{whose} called `{name}`: Kubernetes refuses the pod"))
                        .help("give it another name");
                let first = first.clone().unwrap_or_default();
                found.push(cluster.point(told, &[(&path, ""), (&first, "the first one is here")]));
            } else {
                seen.insert(name.to_owned(), Some(path));
            }
            if given(cluster, &format!("{item}.image")).is_none() {
                let told = Diagnostic::new(
                    &CODE,
                    format!("the container `{name}` has no image: Kubernetes refuses the pod"),
                )
                .help("write the image with its tag, such as busybox:1.37");
                found.push(cluster.point(told, &[(&format!("{item}.image"), ""), (&item, "")]));
            }
        }
        init_containers(cluster, block, found);
    }
}

/// An init container that ends has no probes; one that runs on (`restartPolicy: Always`) may.
fn init_containers(cluster: &Cluster<'_>, block: &str, found: &mut Findings) {
    for (item, _) in items(cluster, &format!("{block}.initContainers")) {
        if is_set(cluster, &format!("{item}.restartPolicy")) {
            continue;
        }
        for key in OF_RUNNING {
            let path = format!("{item}.{key}");
            if is_set(cluster, &path) {
                let message =
                    format!("an init container runs to its end and has no {key}: Kubernetes refuses the pod");
                let told = Diagnostic::new(&CODE, message)
                    .help("remove it, or write restartPolicy: Always for a container that runs on");
                found.push(cluster.point(told, &[(&path, "")]));
            }
        }
    }
}
