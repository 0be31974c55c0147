//! Settings of a load balancer or of node ports need that type of service.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Setting of another service type.
pub(crate) static CODE: Code = Code {
    id: "PUL0708",
    severity: Severity::Warning,
    title: "setting of another service type",
    page: include_str!("node_ports.md"),
};

/// What counts for a load balancer alone.
const BALANCER: [&str; 4] =
    ["loadBalancerIP", "loadBalancerSourceRanges", "loadBalancerClass", "externalTrafficPolicy"];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.components.proxy {
        return;
    }
    let kind = cluster.text("proxy.service.type").unwrap_or_default();
    let nodes =
        ["http", "https", "pulsar", "pulsarssl"].map(|port| format!("proxy.service.nodePorts.{port}"));
    let balancer = BALANCER.map(|key| format!("proxy.service.{key}"));
    let dead = |paths: &[String]| {
        paths
            .iter()
            .filter(|path| cluster.is_users(path) && cluster.text(path).is_none_or(|text| !text.is_empty()))
            .cloned()
            .collect::<Vec<_>>()
    };
    let mut unused = Vec::new();
    if kind == "ClusterIP" {
        unused.extend(dead(&nodes));
        unused.extend(dead(&balancer));
    } else if kind == "NodePort" {
        unused.extend(dead(&balancer[..3]));
    }
    for path in unused {
        let told =
            Diagnostic::new(&CODE, format!("{path} counts for nothing: the service is of type {kind}"))
                .help("write the proxy.service.type that it is for, or remove it");
        found.push(
            cluster.point(told, &[(&path, "this is set"), ("proxy.service.type", "the type is set here")]),
        );
    }
}
