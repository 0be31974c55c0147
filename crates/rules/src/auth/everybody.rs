//! Who is known may do what was granted, and no more.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Everybody who is known may do everything.
pub(crate) static CODE: Code = Code {
    id: "PUL0509",
    severity: Severity::Warning,
    title: "administrator rights for every authenticated client",
    page: include_str!("everybody.md"),
};

/// Pulsar grants everything to everybody unless authorization is on.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if auth.authentication.enabled && !auth.authorization.enabled {
        let finding = Diagnostic::new(
            &CODE,
            "authentication is on and authorization is off; every token may read, \
        write and administer everything",
        )
        .advise([write("auth.authorization.enabled", true)]);
        found.push(cluster.point(
            finding,
            &[
                ("auth.authorization.enabled", "authorization switched off here"),
                ("auth.authentication.enabled", "authentication switched on here"),
            ],
        ));
    }
}
