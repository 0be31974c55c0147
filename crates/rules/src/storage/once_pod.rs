//! An access mode for a single pod stands alone, under a single broker.

use super::{MODES, brokers, modes, package_files};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// An access mode for one pod beside others.
pub(crate) static CODE: Code = Code {
    id: "PUL0615",
    severity: Severity::Error,
    title: "ReadWriteOncePod beside other access modes",
    page: include_str!("once_pod.md"),
};

const ONCE: &str = "ReadWriteOncePod";

/// Kubernetes rejects the combination; and under several brokers all but one stay out.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let modes = modes(cluster);
    if !package_files(cluster) || !modes.iter().any(|mode| mode == ONCE) {
        return;
    }
    let several = brokers(cluster).filter(|(brokers, _)| *brokers > 1);
    let (message, cause) = match several {
        _ if modes.len() > 1 => (
            format!(
                "{ONCE} cannot be combined with other access modes; Kubernetes rejects \
        the claim"
            ),
            None,
        ),
        Some((brokers, path)) => (
            format!("{brokers} brokers share a volume that only one pod may mount; the others never start"),
            Some(path),
        ),
        None => return,
    };
    let finding = Diagnostic::new(&CODE, message).help("write accessModes: [ReadWriteMany]");
    let places =
        [(MODES, "access modes set here"), (cause.unwrap_or_default(), "number of brokers set here")];
    found.push(cluster.point(finding, if cause.is_some() { &places } else { &places[..1] }));
}
