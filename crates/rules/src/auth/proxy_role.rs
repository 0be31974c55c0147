//! Brokers know the role that speaks for others.

use crate::facts::{is_set, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Proxy that may not speak for others.
pub(crate) static CODE: Code = Code {
    id: "PUL0512",
    severity: Severity::Warning,
    title: "proxy role not allowed to forward clients",
    page: include_str!("proxy_role.md"),
};

const SWITCH: &str = "auth.useProxyRoles";

/// Brokers reject a client that another role speaks for, unless they know that role as a proxy's.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    let applies = auth.authorizes() && cluster.base.components.proxy && cluster.runs_broker();
    if !applies || auth.use_proxy_roles || setting(cluster, "broker", "proxyRoles").is_some() {
        return;
    }
    let finding = Diagnostic::new(
        &CODE,
        "the proxies' role is not in the brokers' proxyRoles; the brokers reject \
    all clients behind the proxies",
    )
    .advise([write(SWITCH, true), otherwise("add proxyRoles to broker.configData")]);
    let mut places = vec![(SWITCH, "switched off here")];
    if is_set(cluster, "auth.superUsers.proxy") {
        places.push(("auth.superUsers.proxy", "role of the proxies"));
    }
    found.push(cluster.point(finding, &places));
}
