//! Where there are functions, there are brokers.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Functions without brokers.
pub(crate) static CODE: Code = Code {
    id: "PUL0301",
    severity: Severity::Error,
    title: "functions without brokers",
    page: include_str!("no_broker.md"),
};

/// A worker keeps all it knows in topics; the one inside the brokers is part of them.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    if !cluster.is_distributed() || on.broker {
        return;
    }
    let (switch, message) = if on.function_worker {
        ("components.function_worker", "the function worker has no broker to connect to")
    } else if on.functions {
        ("components.functions", "functions run in a worker inside the brokers, but no broker is deployed")
    } else {
        return;
    };
    let finding =
        Diagnostic::new(&CODE, message).advise([write("components.broker", true), write(switch, false)]);
    found.push(cluster.point(
        finding,
        &[(switch, "functions switched on here"), ("components.broker", "brokers switched off here")],
    ));
}
