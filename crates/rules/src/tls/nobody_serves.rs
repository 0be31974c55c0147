//! Where TLS is on, somebody serves it, and somebody dials it.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// TLS that nobody serves.
pub(crate) static CODE: Code = Code {
    id: "PUL0411",
    severity: Severity::Warning,
    title: "TLS that nobody serves",
    page: include_str!("nobody_serves.md"),
};

const WORKER: &str = "tls.function_worker.enabled";
const BROKER: &str = "tls.broker.enabled";

/// A standalone server serves TLS as soon as it is on.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let tls = &cluster.base.tls;
    if !tls.enabled || !cluster.is_distributed() {
        return;
    }
    let on = &cluster.base.components;
    let mut deployed = cluster.topology.deployed().filter_map(|record| record.certificate.as_ref());
    // An ensemble elsewhere may serve it.
    let served = deployed.any(|certificate| certificate.serves) || (tls.zookeeper.enabled && !on.oxia);
    if !served {
        let told = Diagnostic::new(
            &CODE,
            "TLS is on, and no component that is deployed serves it: nothing is encrypted",
        )
        .help("write tls.proxy.enabled: true and tls.broker.enabled: true, or tls.enabled: false");
        found.push(cluster.point(told, &[("tls.enabled", "TLS is on")]));
    }
    if cluster.runs_function_worker() && on.proxy && tls.function_worker.enabled && !tls.broker.enabled {
        let told = Diagnostic::new(
            &CODE,
            "the function worker serves TLS, and the proxies dial it as they dial the brokers: in clear text",
        )
        .help(format!("write {BROKER}: true"));
        found.push(
            cluster.point(told, &[(WORKER, "the worker's TLS is on"), (BROKER, "the brokers' TLS is off")]),
        );
    }
}
