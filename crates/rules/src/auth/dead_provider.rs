//! Tokens and OpenID Connect count only while authentication is on.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Way to authenticate without effect.
pub(crate) static CODE: Code = Code {
    id: "PUL0503",
    severity: Severity::Warning,
    title: "authentication provider without effect",
    page: include_str!("dead_provider.md"),
};

const WAYS: [(&str, &str); 3] = [
    ("auth.authentication.jwt.enabled", "tokens are on"),
    ("auth.authentication.openid.enabled", "OpenID Connect is on"),
    ("auth.authentication.jwt.generateSecrets.enabled", "token generation is on"),
];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if cluster.base.auth.authentication.enabled {
        let generates = cluster.base.auth.authentication.jwt.generate_secrets.enabled;
        if generates && !cluster.base.auth.jwt() {
            let finding = Diagnostic::new(
                &CODE,
                "tokens are generated, but clients do not use them: auth.authentication.jwt is off",
            )
            .advise([write("auth.authentication.jwt.enabled", true), remove_it()]);
            found.push(cluster.point(
                finding,
                &[
                    ("auth.authentication.jwt.generateSecrets.enabled", "token generation switched on here"),
                    ("auth.authentication.jwt.enabled", "tokens switched off here"),
                ],
            ));
        }
        return;
    }
    let users = WAYS.into_iter().find(|(path, _)| cluster.is_on(path) && cluster.is_users(path));
    if let Some((path, what)) = users {
        let finding = Diagnostic::new(
            &CODE,
            format!("{what}, but authentication is off; the cluster is open to every client"),
        )
        .advise([write("auth.authentication.enabled", true), remove_it()]);
        found.push(cluster.point(
            finding,
            &[
                (path, what),
                (
                    "auth.authentication.enabled",
                    "authentication switched off \
            here",
                ),
            ],
        ));
    }
}
