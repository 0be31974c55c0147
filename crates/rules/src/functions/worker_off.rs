//! The function worker is on where it is configured.

use crate::facts::{innermost, switched_off};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Settings of a function worker that is not deployed.
pub(crate) static CODE: Code = Code {
    id: "PUL0309",
    severity: Severity::Warning,
    title: "settings of an undeployed function worker",
    page: include_str!("worker_off.md"),
};

const OWN: &str = "components.function_worker";

/// What only a worker that is meant to run is given: the rest may come from a common base.
const MEANT: [&str; 3] =
    ["function_worker.replicaCount", "function_worker.configData", "function_worker.rbac"];

/// Whoever says that the worker is off has its settings for another day.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if cluster.base.components.function_worker || switched_off(cluster, OWN) {
        return;
    }
    for path in MEANT.into_iter().filter(|path| cluster.is_users(path)) {
        let finding = Diagnostic::new(&CODE, "these settings have no effect: no function worker is deployed")
            .advise([
                write(OWN, true),
                otherwise(
                    "remove the settings; a worker inside the brokers reads PF_... in broker.configData",
                ),
            ]);
        found.push(cluster.point(finding, &[(&innermost(cluster, path), "")]));
    }
}
