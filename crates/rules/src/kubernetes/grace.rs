//! Processes with data have time to stop.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// No time to stop.
pub(crate) static CODE: Code = Code {
    id: "PUL0732",
    severity: Severity::Warning,
    title: "no time to stop",
    page: include_str!("grace.md"),
};

/// Kubernetes kills a pod whose grace period is 0 without asking.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let deployed = [
        (cluster.runs_zookeeper(), "zookeeper"),
        (cluster.runs_bookkeeper(), "bookkeeper"),
        (cluster.runs_broker(), "broker"),
        (!cluster.is_distributed(), "standalone"),
        (cluster.base.components.proxy, "proxy"),
        (cluster.runs_function_worker(), "function_worker"),
    ];
    for (_, block) in deployed.into_iter().filter(|(deployed, _)| *deployed) {
        let path = format!("{block}.gracePeriod");
        if cluster.integer(&path) == Some(0) && cluster.is_users(&path) {
            let told = Diagnostic::new(&CODE, format!("the pods of {block} are killed at once when they have to stop: nothing is flushed, handed over or closed"))
                .help("write 30 or more");
            found.push(cluster.point(told, &[(&path, "")]));
        }
    }
}
