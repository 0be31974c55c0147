//! A storage class that is made has a provisioner.

use super::disks;
use crate::facts::{given, is_set};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A storage class without a provisioner.
pub(crate) static CODE: Code = Code {
    id: "PUL0603",
    severity: Severity::Error,
    title: "storage class without a provisioner",
    page: include_str!("provisioner.md"),
};

/// The Kubernetes API requires one. A name beside the description stands above it, which another rule tells.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let described = disks(cluster)
        .into_iter()
        .map(|disk| (format!("{disk}.storageClass"), format!("{disk}.storageClassName")));
    for (class, name) in described {
        let local = super::is_local(cluster, &class);
        if is_set(cluster, &class)
            && !is_set(cluster, &name)
            && !local
            && given(cluster, &format!("{class}.provisioner")).is_none()
        {
            let finding = Diagnostic::new(
                &CODE,
                "the storage class has no provisioner; Kubernetes cannot create \
            its volumes",
            )
            .help(
                "write a provisioner such as ebs.csi.aws.com, or use an existing class with \
                storageClassName",
            );
            found.push(cluster.point(finding, &[(&class, "")]));
        }
    }
}
