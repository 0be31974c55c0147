//! Pulsar Manager shows brokers who it is.

use crate::facts::is_set;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Pulsar Manager without a role.
pub(crate) static CODE: Code = Code {
    id: "PUL0513",
    severity: Severity::Warning,
    title: "Pulsar Manager without a role",
    page: include_str!("manager.md"),
};

const ROLE: &str = "auth.superUsers.manager";

/// Brokers reject what it asks for.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if cluster.base.components.pulsar_manager && auth.jwt() && auth.super_user("manager").is_none() {
        let finding =
            Diagnostic::new(&CODE, "Pulsar Manager has no role and therefore no token; brokers reject it")
                .advise([write(ROLE, "manager-admin")]);
        let role = if is_set(cluster, ROLE) { ROLE } else { "auth.superUsers" };
        found.push(cluster.point(
            finding,
            &[
                (ROLE, "its role set here"),
                (role, "roles set here"),
                ("components.pulsar_manager", "Pulsar Manager switched on here"),
                ("auth.authentication.jwt.enabled", "tokens switched on here"),
            ],
        ));
    }
}
