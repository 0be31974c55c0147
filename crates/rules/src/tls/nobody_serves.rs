//! Where TLS is on, somebody serves it, and somebody dials it.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// TLS that nobody serves.
pub(crate) static CODE: Code = Code {
    id: "PUL0411",
    severity: Severity::Warning,
    title: "TLS without a serving component",
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
        let finding =
            Diagnostic::new(&CODE, "TLS is on, but no deployed component serves it; nothing is encrypted")
                .advise([
                    write("tls.proxy.enabled", true).and("tls.broker.enabled", true),
                    write("tls.enabled", false),
                ]);
        found.push(cluster.point(finding, &[("tls.enabled", "TLS switched on here")]));
    }
    if cluster.runs_function_worker() && on.proxy && tls.function_worker.enabled && !tls.broker.enabled {
        let finding = Diagnostic::new(
            &CODE,
            "the function worker serves TLS, but the proxies connect to it in plain text, as they do to the \
            brokers",
        )
        .advise([write(BROKER, true)]);
        found.push(cluster.point(
            finding,
            &[
                (WORKER, "TLS of the worker switched on here"),
                (
                    BROKER,
                    "TLS of the brokers switched off \
            here",
                ),
            ],
        ));
    }
}
