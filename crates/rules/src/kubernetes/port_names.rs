//! The names of ports in pods have room for their prefixes.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Port name that is too long.
pub(crate) static CODE: Code = Code {
    id: "PUL0739",
    severity: Severity::Error,
    title: "port name that is too long",
    page: include_str!("port_names.md"),
};

/// What Kubernetes allows for a port of a container. A service's may be longer.
const LONGEST: usize = 15;

/// Kubernetes refuses the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let tls = &cluster.base.tls;
    let secure = |component: bool| tls.enabled && component;
    let server = if cluster.is_distributed() { secure(tls.broker.enabled) } else { tls.enabled };
    let proxy = cluster.base.components.proxy;
    let names = [
        (proxy && secure(tls.proxy.enabled), "tlsPrefix", "sts-", "pulsarssl"),
        (proxy && !secure(tls.proxy.enabled), "tcpPrefix", "sts-", "pulsar"),
        (cluster.runs_server() && server, "tlsPrefix", "", "pulsarssl"),
        (cluster.runs_server() && cluster.server_speaks_plain(), "tcpPrefix", "", "pulsar"),
        (cluster.runs_bookkeeper(), "tcpPrefix", "", "bookie"),
    ];
    for path in ["tcpPrefix", "tlsPrefix"] {
        let Some(prefix) = given(cluster, path) else { continue };
        let made = names.iter().filter(|(used, which, ..)| *used && *which == path);
        let longest =
            made.map(|(.., before, after)| format!("{before}{prefix}{after}")).max_by_key(String::len);
        if let Some(name) = longest.filter(|name| name.len() > LONGEST) {
            let message = format!(
                "a port of a pod would be called {name}, and {LONGEST} characters are allowed: Kubernetes refuses the pod"
            );
            let room = (LONGEST + prefix.len()).saturating_sub(name.len());
            let told = Diagnostic::new(&CODE, message)
                .help(format!("write {room} characters or less, or leave it out"));
            found.push(cluster.point(told, &[(path, "")]));
        }
    }
}
