//! The proxy that the toolset talks to is there.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A toolset through a proxy that is not there.
pub(crate) static CODE: Code = Code {
    id: "PUL0305",
    severity: Severity::Warning,
    title: "toolset through a proxy that is not there",
    page: include_str!("toolset_proxy.md"),
};

const ROUTE: &str = "toolset.useProxy";

/// The toolset is set up for the brokers then, so that its commands work.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let told_elsewhere = cluster.runs_function_worker();
    if cluster.runs_broker() && on.toolset && !on.proxy && cluster.is_on(ROUTE) && !told_elsewhere {
        let told = Diagnostic::new(
            &CODE,
            "the toolset is to talk through the proxy, and there is none: it talks to the brokers",
        )
        .help(format!("write {ROUTE}: false, or components.proxy: true"));
        found.push(cluster.point(
            told,
            &[(ROUTE, "the toolset's way is set here"), ("components.proxy", "the proxy is off")],
        ));
    }
}
