//! Brokers, proxies and clients have roles of their own.

use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeSet;

/// Super user role that cannot work.
pub(crate) static CODE: Code = Code {
    id: "PUL0504",
    severity: Severity::Error,
    title: "invalid super user role",
    page: include_str!("roles.md"),
};

/// Whose token a component shows needs a role: without one the name of the token's secret is empty.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    if !auth.authentication.enabled {
        return;
    }
    let shown: BTreeSet<&str> = cluster.topology.deployed().filter_map(|record| record.token).collect();
    for who in shown {
        if auth.jwt() && auth.super_user(who).is_none() {
            let path = format!("auth.superUsers.{who}");
            let finding = Diagnostic::new(&CODE, format!("{who} has no role and therefore no token"))
                .advise([write(&path, format!("{who}-admin"))]);
            found.push(
                cluster
                    .point(finding, &[(&path, "its role set here"), ("auth.superUsers", "roles set here")]),
            );
        }
    }
    for (who, role) in &auth.super_users {
        let Some(role) = role.as_deref() else { continue };
        if role.contains([',', ' ']) {
            let path = format!("auth.superUsers.{who}");
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "the role {role:?} contains a comma or a space; Pulsar \
            reads it as several roles, or with the space in its name"
                ),
            )
            .help("write one word, such as broker-admin");
            found.push(cluster.point(finding, &[(&path, "role set here")]));
        }
    }
    let proxy = auth.super_user("proxy").filter(|_| auth.use_proxy_roles && auth.authorizes());
    for who in auth.super_users.keys().map(String::as_str).filter(|who| *who != "proxy") {
        if proxy.is_some() && auth.super_user(who) == proxy {
            let path = format!("auth.superUsers.{who}");
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "`{who}` and `proxy` have the same role; a proxy role may only forward clients, so the brokers reject `{who}`"
                ),
            )
            .help("give each of the two its own role");
            found.push(
                cluster
                    .point(finding, &[(&path, "this role"), ("auth.superUsers.proxy", "role of the proxy")]),
            );
        }
    }
}
