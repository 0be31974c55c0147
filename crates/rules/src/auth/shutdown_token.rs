//! The hook that drains a broker can authenticate itself.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A shutdown API that rejects the hook.
pub(crate) static CODE: Code = Code {
    id: "PUL0762",
    severity: Severity::Error,
    title: "graceful shutdown without a token",
    page: include_str!("shutdown_token.md"),
};

/// With authentication the shutdown API wants a super user, and the only credentials that the hook can show are a token.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (hook, auth) = ("broker.gracefulShutdown.enabled", &cluster.base.auth);
    if !cluster.runs_broker() || !cluster.is_on(hook) || !auth.authentication.enabled || auth.jwt() {
        return;
    }
    let finding = Diagnostic::new(
        &CODE,
        "brokers authenticate clients, but not by tokens, so the shutdown API rejects the hook and the broker is not drained",
    )
    .advise([write(hook, false), write("auth.authentication.jwt.enabled", true)]);
    found.push(
        cluster.point(finding, &[(hook, ""), ("auth.authentication.enabled", "authentication set here")]),
    );
}
