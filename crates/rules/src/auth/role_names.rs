//! A role's token has a secret that carries the role's name.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Role without a name for its secret.
pub(crate) static CODE: Code = Code {
    id: "PUL0507",
    severity: Severity::Error,
    title: "role name invalid as a secret name",
    page: include_str!("role_names.md"),
};

/// The roles whose tokens are mounted, and in which component; others have a secret where the job makes it.
const MOUNTED: [&str; 4] = ["broker", "proxy", "client", "manager"];

/// The secret could not be made.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if !auth.jwt() {
        return;
    }
    let makes = auth.authentication.jwt.generate_secrets.enabled;
    for (who, role) in &auth.super_users {
        let Some(role) = role.as_deref().filter(|role| !role.is_empty()) else { continue };
        let needed = makes || MOUNTED.contains(&who.as_str());
        // Commas and spaces are told elsewhere.
        if needed && !is_name(role) && !role.contains([',', ' ']) {
            let secret = cluster.names.token_secret(role);
            let path = format!("auth.superUsers.{who}");
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "the token of role {role:?} would be kept in the secret \
            {secret}, which is not a valid name; Kubernetes rejects it"
                ),
            )
            .help(
                "write a role of lower case letters, digits, dashes and dots that starts and ends with a \
                letter or digit",
            );
            found.push(cluster.point(finding, &[(&path, "")]));
        }
    }
}

/// Whether a role can end the name of an object.
fn is_name(role: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
    role.chars().all(|c| plain(c) || c == '-' || c == '.') && role.ends_with(plain) && !role.contains("..")
}
