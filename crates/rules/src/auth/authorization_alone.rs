//! Only who is known can be authorized.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Authorization without authentication.
pub(crate) static CODE: Code = Code {
    id: "PUL0501",
    severity: Severity::Error,
    title: "authorization without authentication",
    page: include_str!("authorization_alone.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if auth.authorization.enabled && !auth.authentication.enabled {
        let finding = Diagnostic::new(
            &CODE,
            "authorization is on and authentication is off; every client may do \
        everything",
        )
        .advise([write("auth.authentication.enabled", true)
            .purpose("and enable a provider, such as auth.authentication.jwt.enabled: true")
            .display_only()]);
        found.push(cluster.point(
            finding,
            &[
                ("auth.authorization.enabled", "authorization switched on here"),
                ("auth.authentication.enabled", "authentication switched off here"),
            ],
        ));
    }
}
