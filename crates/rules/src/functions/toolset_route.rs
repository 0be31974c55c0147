//! The toolset reaches the function worker: through the proxy.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A toolset that does not reach the function worker.
pub(crate) static CODE: Code = Code {
    id: "PUL0304",
    severity: Severity::Warning,
    title: "toolset that does not reach the function worker",
    page: include_str!("toolset_route.md"),
};

const ROUTE: &str = "toolset.useProxy";

/// The brokers answer 409 to the functions' API: their own worker is off.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let through = on.proxy && cluster.is_on(ROUTE);
    if cluster.runs_function_worker() && cluster.runs_broker() && on.toolset && !through {
        let told = Diagnostic::new(&CODE, "the toolset talks to the brokers, which answer `functions` commands with HTTP 409: the worker is not theirs")
            .help(format!("write {ROUTE}: true with components.proxy: true, or give `--admin-url` of the worker to each command"));
        let places = [
            (ROUTE, "the toolset's way is set here"),
            ("components.proxy", "the proxy is off"),
            ("components.function_worker", "the worker is on"),
        ];
        let relevant = if on.proxy { &places[..1] } else { &places[1..] };
        found.push(cluster.point(told, relevant));
    }
}
