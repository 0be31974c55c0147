//! The hook that drains a broker has a token to authenticate with.

use crate::facts::{Setting, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Hook that the broker rejects.
pub(crate) static CODE: Code = Code {
    id: "PUL0771",
    severity: Severity::Error,
    title: "graceful shutdown without a token",
    page: include_str!("shutdown_token.md"),
};

/// Only super users may call the shutdown API, and a token is the only credential that the hook can send.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let (hook, auth) = ("broker.gracefulShutdown.enabled", &cluster.base.auth);
    if !cluster.runs_broker() || !cluster.is_on(hook) || auth.jwt() {
        return;
    }
    let by_hand = setting(cluster, "broker", "authenticationEnabled").filter(Setting::is_true);
    let switch = match &by_hand {
        _ if auth.authentication.enabled => "auth.authentication.enabled",
        Some(setting) => &setting.path,
        None => return,
    };
    let tokens = write("auth.authentication.enabled", true).and("auth.authentication.jwt.enabled", true);
    let finding = Diagnostic::new(
        &CODE,
        "brokers authenticate clients and the preStop hook has no token; the broker rejects the shutdown call and is not drained \
         at a limited rate",
    )
    .advise([tokens, write(hook, false)]);
    found.push(cluster.point(finding, &[(hook, ""), (switch, "authentication switched on here")]));
}
