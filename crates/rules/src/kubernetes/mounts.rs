//! Every mount has its volume, in every container that users write.

use super::pods::{mount_lists, volumes, written_blocks};
use crate::facts::{given, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Mount without its volume.
pub(crate) static CODE: Code = Code {
    id: "PUL0706",
    severity: Severity::Error,
    title: "mount without its volume",
    page: include_str!("mounts.md"),
};

/// Kubernetes refuses a pod with such a mount.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        let volumes = volumes(cluster, block);
        for (list, _) in mount_lists(cluster, block) {
            for (item, _) in items(cluster, &list) {
                let path = format!("{item}.name");
                let Some(name) = given(cluster, &path).filter(|name| !volumes.contains(name)) else {
                    continue;
                };
                let message = format!(
                    "the volume `{name}` is mounted, and the pod has none of that name: Kubernetes refuses the pod"
                );
                let told = Diagnostic::new(&CODE, message)
                    .help(format!("add a volume called {name} to {block}.extraVolumes, or correct the name"));
                found.push(cluster.point(told, &[(&path, "")]));
            }
        }
    }
}
