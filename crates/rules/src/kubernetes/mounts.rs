//! Every mount has its volume, in every container that users write.

use super::pods::{Part, parts};
use crate::emitted::Emitted;
use crate::facts::{at_each, field};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeSet;

/// Mount without its volume.
pub(crate) static CODE: Code = Code {
    id: "PUL0706",
    severity: Severity::Error,
    title: "volume mount without a volume",
    page: include_str!("mounts.md"),
};

/// Kubernetes rejects a pod with such a mount.
pub(crate) fn check(emitted: &Emitted<'_>, found: &mut Findings) {
    let cluster = emitted.cluster;
    for pods in emitted.pods() {
        let volumes: BTreeSet<&str> = pods.volumes().collect();
        let mounts = pods.containers().flat_map(|(container, _)| container.volume_mounts.iter().flatten());
        let dangling: BTreeSet<&str> =
            mounts.map(|mount| mount.name.as_str()).filter(|name| !volumes.contains(name)).collect();
        let block = pods.block;
        for name in dangling {
            let finding = Diagnostic::new(
                &CODE,
                format!("the pod has no volume `{name}` to mount; Kubernetes rejects it"),
            )
            .help(format!("add a volume named {name} to {block}.extraVolumes, or correct the name"));
            let users = parts(cluster, block, Part::Mount).into_iter();
            let users: Vec<String> = users
                .filter(|(_, mount)| field(mount, "name") == Some(name))
                .map(|(item, _)| format!("{item}.name"))
                .collect();
            at_each(cluster, &finding, &users, found);
        }
    }
}
