//! A storage class names the driver that makes its disks.

use super::label_keys::wrong;
use super::passed::{above, each};
use crate::facts::pointed;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Driver that cannot be.
pub(crate) static CODE: Code = Code {
    id: "PUL0756",
    severity: Severity::Error,
    title: "invalid volume driver",
    page: include_str!("provisioner.md"),
};

/// Kubernetes rejects the storage class. It reads the name as that of a label, in small letters.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    each(cluster, |path, node| {
        if path.last_key() != Some("provisioner") || above(path) != "storageClass" {
            return;
        }
        let Some((name, why)) = node.as_text().and_then(|name| Some((name, wrong(&name.to_lowercase())?)))
        else {
            return;
        };
        let finding = Diagnostic::new(
            &CODE,
            format!(
                "invalid driver name {name:?}: {why}; Kubernetes rejects the \
        storage class"
            ),
        )
        .help(
            "write the driver's name as its vendor documents it, such as ebs.csi.aws.com or \
            kubernetes.io/no-provisioner",
        );
        found.push(pointed(cluster, finding, path));
    });
}
