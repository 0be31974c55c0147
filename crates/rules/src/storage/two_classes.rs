//! A disk has one storage class.

use super::all_disks;
use crate::facts::is_set;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Two storage classes for a disk.
pub(crate) static CODE: Code = Code {
    id: "PUL0602",
    severity: Severity::Error,
    title: "two storage classes for one disk",
    page: include_str!("two_classes.md"),
};

/// The name would win, and the class that is described be made for nobody.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for disk in all_disks(cluster) {
        let (name, made) = (format!("{disk}.storageClassName"), format!("{disk}.storageClass"));
        if is_set(cluster, &name) && is_set(cluster, &made) {
            let finding = Diagnostic::new(
                &CODE,
                "a disk has one storage class, but one is named here and another defined",
            )
            .help("keep storageClassName for an existing class, or storageClass to create one");
            found.push(cluster.point(finding, &[(&name, "class named here"), (&made, "class defined here")]));
        }
    }
}
