//! Authentication has at least one way to do it.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Authentication without a way to do it.
pub(crate) static CODE: Code = Code {
    id: "PUL0502",
    severity: Severity::Error,
    title: "authentication without a way to do it",
    page: include_str!("no_provider.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if auth.authentication.enabled && !auth.jwt() && !auth.openid() {
        let told = Diagnostic::new(
            &CODE,
            "authentication is on without tokens and without OpenID Connect: every client is refused",
        )
        .help("write auth.authentication.jwt.enabled: true or auth.authentication.openid.enabled: true");
        let places = [
            ("auth.authentication.enabled", "authentication is on"),
            ("auth.authentication.jwt.enabled", "tokens are off"),
            ("auth.authentication.openid.enabled", "OpenID Connect is off"),
        ];
        found.push(cluster.point(told, &places));
    }
}
