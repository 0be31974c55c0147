//! A standalone Pulsar runs its functions itself.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A function worker beside a standalone Pulsar.
pub(crate) static CODE: Code = Code {
    id: "PUL0303",
    severity: Severity::Error,
    title: "function worker beside a standalone Pulsar",
    page: include_str!("beside_standalone.md"),
};

const OWN: &str = "components.function_worker";

/// In one process there is no worker of its own.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.is_distributed() && cluster.base.components.function_worker {
        let finding = Diagnostic::new(
            &CODE,
            "a standalone Pulsar runs functions itself; the function worker is not deployed",
        )
        .advise([write("components.functions", true).and("components.function_worker", false)]);
        found.push(
            cluster.point(finding, &[(OWN, ""), ("standalone.enabled", "standalone switched on here")]),
        );
    }
}
