//! Each volume that users add is mounted somewhere.

use super::pods::{Part, parts, written_blocks};
use crate::facts::field;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeSet;

/// Volume that no container mounts.
pub(crate) static CODE: Code = Code {
    id: "PUL0715",
    severity: Severity::Warning,
    title: "unmounted volume",
    page: include_str!("unused_volume.md"),
};

/// It is made, and nobody sees it.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        let mounts = parts(cluster, block, Part::Mount).into_iter();
        let mounted: BTreeSet<&str> = mounts.filter_map(|(_, mount)| field(mount, "name")).collect();
        for (item, volume) in parts(cluster, block, Part::Volume) {
            let Some(name) = field(volume, "name").filter(|name| !mounted.contains(name)) else { continue };
            let finding = Diagnostic::new(
                &CODE,
                format!("the volume `{name}` has no effect: no container of {block} mounts it"),
            )
            .help(format!("add a mount to {block}.extraVolumeMounts, or remove the volume"));
            found.push(cluster.point(finding, &[(&format!("{item}.name"), "")]));
        }
    }
}
