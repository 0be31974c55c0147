//! The proxy speaks TLS with brokers that do.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Plain client of a TLS server.
pub(crate) static CODE: Code = Code {
    id: "PUL0403",
    severity: Severity::Error,
    title: "plaintext client of a TLS server",
    page: include_str!("plain_to_tls.md"),
};

/// The chart's proxy then dials a port that the broker's service does not open, and mounts a volume that is not there.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let tls = &cluster.base.tls;
    if !tls.enabled || !cluster.base.components.proxy || tls.proxy.enabled {
        return;
    }
    if cluster.server().is_some_and(|server| server.tls) && cluster.runs_broker() {
        let finding = Diagnostic::new(
            &CODE,
            "the brokers serve TLS, but the proxy in front of them does not; \
        clients would send their tokens in clear text to brokers that accept TLS only",
        )
        .advise([write("tls.proxy.enabled", true), write("tls.broker.enabled", false)]);
        found.push(cluster.point(
            finding,
            &[
                ("tls.proxy.enabled", "TLS of the proxy switched off here"),
                ("tls.broker.enabled", "TLS of the brokers switched on here"),
            ],
        ));
    }
}
