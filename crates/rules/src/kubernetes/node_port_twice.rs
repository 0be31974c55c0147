//! Each port on the nodes leads to one port.

use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// One port on the nodes twice.
pub(crate) static CODE: Code = Code {
    id: "PUL0728",
    severity: Severity::Error,
    title: "duplicate nodePort",
    page: include_str!("node_port_twice.md"),
};

/// Kubernetes rejects the service.
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
        let finding = Diagnostic::new(
            &CODE,
            format!(
                "two ports of the proxy use nodePort {port}; Kubernetes \
        rejects the service"
            ),
        )
        .help("write a different port for one of the two");
        found.push(cluster.point(finding, &[(&second, ""), (&first, "the other port")]));
    }
}
