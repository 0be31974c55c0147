//! The toolset reaches the function worker: through the proxy.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A toolset that does not reach the function worker.
pub(crate) static CODE: Code = Code {
    id: "PUL0304",
    severity: Severity::Warning,
    title: "toolset cannot reach the function worker",
    page: include_str!("toolset_route.md"),
};

const ROUTE: &str = "toolset.useProxy";

/// The brokers answer 409 to the functions' API: their own worker is off.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let through = on.proxy && cluster.is_on(ROUTE);
    if cluster.runs_function_worker() && cluster.runs_broker() && on.toolset && !through {
        let finding = Diagnostic::new(
            &CODE,
            "the toolset connects to the brokers, which answer `functions` \
        commands with HTTP 409 because the worker runs outside of them",
        )
        .advise([
            write(ROUTE, true).and("components.proxy", true),
            otherwise("pass the worker's `--admin-url` to each command"),
        ]);
        let places = [
            (ROUTE, "route of the toolset set here"),
            ("components.proxy", "proxy switched off here"),
            ("components.function_worker", "function worker switched on here"),
        ];
        let relevant = if on.proxy { &places[..1] } else { &places[1..] };
        found.push(cluster.point(finding, relevant));
    }
}
