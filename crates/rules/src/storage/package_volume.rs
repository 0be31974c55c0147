//! Brokers on several nodes can mount the volume with the packages.

use super::{MODES, brokers, modes, package_files};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Literal, Severity};

/// A package volume for one node under several brokers.
pub(crate) static CODE: Code = Code {
    id: "PUL0614",
    severity: Severity::Warning,
    title: "single-node package volume shared by several brokers",
    page: include_str!("package_volume.md"),
};

/// On a single node it works; a pod on another one waits for the volume.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let modes = modes(cluster);
    let Some((brokers, counted)) = brokers(cluster).filter(|(brokers, _)| *brokers > 1) else { return };
    let shared = modes.iter().any(|mode| mode == "ReadWriteMany");
    if package_files(cluster) && !modes.is_empty() && !shared {
        let message = format!(
            "{brokers} brokers share a volume that only one node can mount ({}); brokers on other nodes do not \
            start",
            modes.join(", ")
        );
        let finding = Diagnostic::new(&CODE, message).advise([write(
            MODES,
            Literal::List(vec!["ReadWriteMany".into()]),
        )
        .purpose("with a storage class that supports it")
        .display_only()]);
        let places = [
            (MODES, "access modes set here"),
            (super::FILES, "volume configured here"),
            (counted, "number of brokers set here"),
        ];
        found.push(cluster.point(finding, &places));
    }
}
