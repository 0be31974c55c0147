//! Who shows nothing is nobody special.

use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Super user without a token.
pub(crate) static CODE: Code = Code {
    id: "PUL0511",
    severity: Severity::Warning,
    title: "super user without a token",
    page: include_str!("anonymous.md"),
};

/// Clients without credentials get the anonymous role.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if !auth.authentication.enabled {
        return;
    }
    for record in cluster.topology.deployed().filter(|record| record.configuration.is_some()) {
        let Some(role) = setting(cluster, record.block, "anonymousUserRole") else { continue };
        let whose = auth.super_users.iter().find(|(_, named)| named.as_deref() == Some(role.text.as_str()));
        if let Some((who, _)) = whose {
            let path = format!("auth.superUsers.{who}");
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "clients without a token get the role {}, which is a super user; they may do everything",
                    role.text
                ),
            )
            .help("write a role that is not a super user, and grant it the permissions it needs");
            found.push(cluster.point(finding, &[(&role.path, ""), (&path, "super user named here")]));
        }
    }
}
