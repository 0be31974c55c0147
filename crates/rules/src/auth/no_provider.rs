//! Authentication has at least one way to do it.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Authentication without a way to do it.
pub(crate) static CODE: Code = Code {
    id: "PUL0502",
    severity: Severity::Error,
    title: "no authentication provider",
    page: include_str!("no_provider.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if auth.authentication.enabled && !auth.jwt() && !auth.openid() {
        let finding = Diagnostic::new(
            &CODE,
            "authentication is on, but tokens and OpenID Connect are off; every client is rejected",
        )
        .advise([
            write("auth.authentication.jwt.enabled", true),
            write("auth.authentication.openid.enabled", true),
        ]);
        let places = [
            ("auth.authentication.enabled", "authentication switched on here"),
            ("auth.authentication.jwt.enabled", "tokens switched off here"),
            ("auth.authentication.openid.enabled", "OpenID Connect switched off here"),
        ];
        found.push(cluster.point(finding, &places));
    }
}
