//! Brokers know the role that speaks for others.

use crate::facts::{is_set, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Proxy that may not speak for others.
pub(crate) static CODE: Code = Code {
    id: "PUL0512",
    severity: Severity::Warning,
    title: "proxy that may not speak for others",
    page: include_str!("proxy_role.md"),
};

const SWITCH: &str = "auth.useProxyRoles";

/// Brokers refuse a client that another role speaks for, unless they know that role as a proxy's.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let auth = &cluster.base.auth;
    let applies = auth.authorizes() && cluster.base.components.proxy && cluster.runs_broker();
    if !applies || auth.use_proxy_roles || setting(cluster, "broker", "proxyRoles").is_some() {
        return;
    }
    let told = Diagnostic::new(&CODE, "brokers do not know the proxies' role as one that speaks for others: they refuse the clients behind them")
        .help(format!("write {SWITCH}: true, or proxyRoles to broker.configData"));
    let mut places = vec![(SWITCH, "it is off here")];
    if is_set(cluster, "auth.superUsers.proxy") {
        places.push(("auth.superUsers.proxy", "the proxies' role"));
    }
    found.push(cluster.point(told, &places));
}
