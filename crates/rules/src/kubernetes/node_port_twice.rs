//! Each port on the nodes leads to one port.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// One port on the nodes twice.
pub(crate) static CODE: Code = Code {
    id: "PUL0728",
    severity: Severity::Error,
    title: "one port on the nodes twice",
    page: include_str!("node_port_twice.md"),
};

/// Kubernetes refuses the service.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on_nodes = given(cluster, "proxy.service.type").as_deref() == Some("NodePort");
    if !cluster.base.components.proxy || !on_nodes {
        return;
    }
    let tls = cluster.base.tls.enabled && cluster.base.tls.proxy.enabled;
    let [first, second] = if tls { ["https", "pulsarssl"] } else { ["http", "pulsar"] }
        .map(|port| format!("proxy.service.nodePorts.{port}"));
    let port = given(cluster, &first);
    if port.is_some() && port == given(cluster, &second) {
        let port = port.unwrap_or_default();
        let told = Diagnostic::new(&CODE, format!("port {port} on the nodes is to lead to two ports of the proxy: Kubernetes refuses the service"))
            .help("write another port for one of the two");
        found.push(cluster.point(told, &[(&second, ""), (&first, "the other is here")]));
    }
}
