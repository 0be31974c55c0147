//! Containers that users add have a name of their own, an image, and nothing that an init container cannot have.

use super::pods::{INIT_CONTAINERS, List, Part, lists, parts, twice, written_blocks};
use crate::emitted::Emitted;
use crate::facts::{field, given, is_set};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeSet;

/// Container that Kubernetes rejects.
pub(crate) static CODE: Code = Code {
    id: "PUL0718",
    severity: Severity::Error,
    title: "invalid container",
    page: include_str!("containers.md"),
};

/// What only a container that keeps running can have.
const OF_RUNNING: [&str; 4] = ["livenessProbe", "readinessProbe", "startupProbe", "lifecycle"];

/// Kubernetes rejects the pod.
pub(crate) fn check(emitted: &Emitted<'_>, found: &mut Findings) {
    let cluster = emitted.cluster;
    for pods in emitted.pods() {
        let mut seen = BTreeSet::new();
        let names = pods.containers().map(|(container, _)| container.name.as_str());
        let twice: BTreeSet<&str> = names.filter(|name| !seen.insert(*name)).collect();
        for name in twice {
            two_containers(cluster, pods.block, name, found);
        }
    }
    for block in written_blocks(cluster) {
        for (item, container) in parts(cluster, block, Part::Container) {
            let Some(name) = field(container, "name") else { continue };
            if given(cluster, &format!("{item}.image")).is_none() {
                let finding = Diagnostic::new(
                    &CODE,
                    format!("the container `{name}` has no image; Kubernetes rejects the pod"),
                )
                .help("write the image with its tag, such as busybox:1.37");
                found.push(cluster.point(finding, &[(&format!("{item}.image"), ""), (&item, "")]));
            }
        }
        for list in lists(cluster, block, Part::Container) {
            if list.path.last_key() == Some(INIT_CONTAINERS) {
                init_containers(cluster, &list, found);
            }
        }
    }
}

fn two_containers(cluster: &Cluster<'_>, block: &str, name: &str, found: &mut Findings) {
    let users = parts(cluster, block, Part::Container).into_iter();
    let users: Vec<String> = users
        .filter(|(_, container)| field(container, "name") == Some(name))
        .map(|(item, _)| format!("{item}.name"))
        .collect();
    let finding = |whose: &str| {
        Diagnostic::new(&CODE, format!("{whose} named `{name}`; Kubernetes rejects the pod"))
            .help("rename it")
    };
    let both = finding("two containers are");
    let own = finding("another container of the pod is");
    twice(cluster, &users, &both, &own, found);
}

/// An init container that ends has no probes; one that runs on (`restartPolicy: Always`) may.
fn init_containers(cluster: &Cluster<'_>, list: &List<'_>, found: &mut Findings) {
    for (item, _) in list.items() {
        if is_set(cluster, &format!("{item}.restartPolicy")) {
            continue;
        }
        for key in OF_RUNNING {
            let path = format!("{item}.{key}");
            if is_set(cluster, &path) {
                let message = format!(
                    "an init container runs to completion and cannot have {key}; Kubernetes rejects the \
                    pod"
                );
                let finding = Diagnostic::new(&CODE, message).advise([
                    remove_it(),
                    write(format!("{item}.restartPolicy"), "Always").purpose("for a sidecar"),
                ]);
                found.push(cluster.point(finding, &[(&path, "")]));
            }
        }
    }
}
