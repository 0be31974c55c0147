//! Tokens and OpenID Connect count only while authentication is on.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Way to authenticate without effect.
pub(crate) static CODE: Code = Code {
    id: "PUL0503",
    severity: Severity::Warning,
    title: "way to authenticate without effect",
    page: include_str!("dead_provider.md"),
};

const WAYS: [(&str, &str); 3] = [
    ("auth.authentication.jwt.enabled", "tokens are on"),
    ("auth.authentication.openid.enabled", "OpenID Connect is on"),
    ("auth.authentication.jwt.generateSecrets.enabled", "tokens are to be made"),
];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if cluster.base.auth.authentication.enabled {
        let generates = cluster.base.auth.authentication.jwt.generate_secrets.enabled;
        if generates && !cluster.base.auth.jwt() {
            let told = Diagnostic::new(
                &CODE,
                "tokens are to be made, but clients do not show any: auth.authentication.jwt is off",
            )
            .help("write auth.authentication.jwt.enabled: true, or remove it");
            found.push(cluster.point(
                told,
                &[
                    ("auth.authentication.jwt.generateSecrets.enabled", "tokens are to be made"),
                    ("auth.authentication.jwt.enabled", "tokens are off"),
                ],
            ));
        }
        return;
    }
    let users = WAYS.into_iter().find(|(path, _)| cluster.is_on(path) && cluster.is_users(path));
    if let Some((path, what)) = users {
        let told = Diagnostic::new(
            &CODE,
            format!("{what}, but authentication is off: the cluster is open to everybody"),
        )
        .help("write auth.authentication.enabled: true, or remove it");
        found.push(
            cluster.point(told, &[(path, what), ("auth.authentication.enabled", "authentication is off")]),
        );
    }
}
