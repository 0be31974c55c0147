//! A local disk has no class made for it.

use super::{LOCAL, disks, is_local};
use crate::facts::is_set;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A storage class of a local disk.
pub(crate) static CODE: Code = Code {
    id: "PUL0613",
    severity: Severity::Warning,
    title: "storage class of a local disk",
    page: include_str!("local.md"),
};

/// Local disks are of the class `local-storage`; one that is named stands above it.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for disk in disks(cluster) {
        let class = format!("{disk}.storageClass");
        let own = format!("{disk}.local_storage");
        if is_set(cluster, &class)
            && is_local(cluster, &class)
            && !is_set(cluster, &format!("{disk}.storageClassName"))
        {
            let finding = Diagnostic::new(
                &CODE,
                "this storage class has no effect: the disk is local and uses the \
            class local-storage",
            )
            .advise([write(&own, false), otherwise("remove the class")]);
            found.push(cluster.point(
                finding,
                &[
                    (&class, "storage class defined here"),
                    (&own, "this disk is local"),
                    (LOCAL, "disks are local"),
                ],
            ));
        }
    }
}
