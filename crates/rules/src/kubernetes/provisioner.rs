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
    title: "driver that cannot be",
    page: include_str!("provisioner.md"),
};

/// Kubernetes refuses the storage class. It reads the name as that of a label, in small letters.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    each(cluster, |path, node| {
        if path.last_key() != Some("provisioner") || above(path) != "storageClass" {
            return;
        }
        let Some((name, why)) = node.as_text().and_then(|name| Some((name, wrong(&name.to_lowercase())?)))
        else {
            return;
        };
        let told = Diagnostic::new(&CODE, format!("{name:?} is no driver of disks: {why}, and Kubernetes refuses the class"))
            .help("write the driver's name as its maker has it, such as ebs.csi.aws.com or kubernetes.io/no-provisioner");
        found.push(pointed(cluster, told, path));
    });
}
