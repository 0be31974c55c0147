//! Settings of a load balancer or of node ports need that type of service.

use crate::facts::{given, is_set};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove_it, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Setting of another service type.
pub(crate) static CODE: Code = Code {
    id: "PUL0708",
    severity: Severity::Warning,
    title: "setting of another service type",
    page: include_str!("node_ports.md"),
};

/// A setting, the types of service that it is for, and whether Kubernetes rejects it with others.
const SETTINGS: [(&str, &[&str], bool); 4] = [
    ("loadBalancerIP", &["LoadBalancer"], false),
    ("loadBalancerSourceRanges", &["LoadBalancer"], true),
    ("loadBalancerClass", &["LoadBalancer"], true),
    ("externalTrafficPolicy", &["LoadBalancer", "NodePort"], true),
];
/// The proxy's ports on nodes, and whether they are for TLS.
const NODE_PORTS: [(&str, bool); 4] =
    [("http", false), ("pulsar", false), ("https", true), ("pulsarssl", true)];

/// What Kubernetes rejects is an error.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    for (_, service) in [(on.proxy, "proxy.service"), (on.pulsar_manager, "pulsar_manager.service")]
        .into_iter()
        .filter(|(deployed, _)| *deployed)
    {
        let path = format!("{service}.type");
        let kind = given(cluster, &path).unwrap_or_else(|| "ClusterIP".to_owned());
        for (key, kinds, refused) in SETTINGS {
            let setting = format!("{service}.{key}");
            if kinds.contains(&kind.as_str()) || !cluster.is_users(&setting) || !is_set(cluster, &setting) {
                continue;
            }
            let consequence = if refused { "Kubernetes rejects the service" } else { "it has no effect" };
            let mut finding = Diagnostic::new(
                &CODE,
                format!("{key} does not apply to a service of type {kind}; {consequence}"),
            )
            .advise([write(&path, kinds[0]), remove_it()]);
            if refused {
                finding.severity = Severity::Error;
            }
            found.push(cluster.point(finding, &[(&setting, ""), (&path, "service type set here")]));
        }
    }
    if on.proxy {
        ports(cluster, found);
    }
}

/// Ports on nodes are read with the type `NodePort` alone; and of the plain ports and those with TLS, one pair is open.
fn ports(cluster: &Cluster<'_>, found: &mut Findings) {
    let path = "proxy.service.type";
    let kind = given(cluster, path).unwrap_or_default();
    let tls = cluster.base.tls.enabled && cluster.base.tls.proxy.enabled;
    for (name, secure) in NODE_PORTS {
        let port = format!("proxy.service.nodePorts.{name}");
        if !cluster.is_users(&port) || !is_set(cluster, &port) {
            continue;
        }
        if kind != "NodePort" {
            let finding =
                Diagnostic::new(&CODE, format!("nodePort has no effect on a service of type {kind}"))
                    .advise([write(path, "NodePort"), remove_it()]);
            found.push(cluster.point(finding, &[(&port, ""), (path, "service type set here")]));
        } else if secure != tls {
            let (state, other) = if tls { ("on", "https and pulsarssl") } else { ("off", "http and pulsar") };
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "this nodePort has no effect: the proxy's TLS is {state}, so its service has no port \
                {name}"
                ),
            )
            .help(format!("write the node ports of {other}"));
            found.push(
                cluster.point(finding, &[(&port, ""), ("tls.proxy.enabled", "TLS of the proxy set here")]),
            );
        }
    }
}
