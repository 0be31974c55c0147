//! The proxy that the toolset talks to is there.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A toolset through a proxy that is not there.
pub(crate) static CODE: Code = Code {
    id: "PUL0305",
    severity: Severity::Warning,
    title: "toolset dials a missing proxy",
    page: include_str!("toolset_proxy.md"),
};

const ROUTE: &str = "toolset.useProxy";

/// The toolset is set up for the brokers then, so that its commands work.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let told_elsewhere = cluster.runs_function_worker();
    if cluster.runs_broker() && on.toolset && !on.proxy && cluster.is_on(ROUTE) && !told_elsewhere {
        let finding = Diagnostic::new(
            &CODE,
            "the toolset should connect through the proxy, which is not deployed; it connects to the brokers \
            instead",
        )
        .advise([write(ROUTE, false), write("components.proxy", true)]);
        found.push(cluster.point(
            finding,
            &[(ROUTE, "route of the toolset set here"), ("components.proxy", "proxy switched off here")],
        ));
    }
}
