//! Functions run inside the brokers or in a worker of their own.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Two kinds of function workers.
pub(crate) static CODE: Code = Code {
    id: "PUL0302",
    severity: Severity::Warning,
    title: "two function workers",
    page: include_str!("two_workers.md"),
};

const INSIDE: &str = "components.functions";
const OWN: &str = "components.function_worker";

/// The worker of their own wins.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if cluster.runs_function_worker() && cluster.base.components.functions {
        let finding = Diagnostic::new(
            &CODE,
            "functions run in the separate worker; the worker inside the brokers stays off",
        )
        .advise([remove(INSIDE), write(OWN, false)]);
        found.push(cluster.point(
            finding,
            &[
                (INSIDE, "worker inside the brokers switched on here"),
                (OWN, "separate worker switched on here"),
            ],
        ));
    }
}
