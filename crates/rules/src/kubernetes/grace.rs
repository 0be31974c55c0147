//! Processes with data have time to stop.

use pulsarc_component::Cluster;
use pulsarc_component::roster::Shutdown;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// No time to stop.
pub(crate) static CODE: Code = Code {
    id: "PUL0732",
    severity: Severity::Warning,
    title: "no time for a graceful stop",
    page: include_str!("grace.md"),
};

/// Kubernetes kills a pod whose grace period is 0 without asking.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let graceful = cluster.topology.deployed().filter(|record| record.shutdown == Shutdown::Graceful);
    for block in graceful.map(|record| record.block) {
        let path = format!("{block}.gracePeriod");
        if cluster.integer(&path) == Some(0) && cluster.is_users(&path) {
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "Kubernetes kills the pods of {block} at once; nothing is \
            flushed, handed over or closed"
                ),
            )
            .help("write 30 or more");
            found.push(cluster.point(finding, &[(&path, "")]));
        }
    }
}
