//! What clients dial: the service before the proxies.

use crate::Proxy;
use pulsarc_component::Cluster;
use pulsarc_component::meta::service as service_of;
use pulsarc_component::shapes::StringMap;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{ServicePort, ServiceSpec};
use pulsarc_kube::k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;
use pulsarc_model::{Port, Scalar};
use serde::Deserialize;

/// The block `proxy.service`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Service {
    #[serde(default, rename = "type")]
    kind: String,
    #[serde(default)]
    annotations: StringMap,
    #[serde(default, rename = "loadBalancerIP")]
    load_balancer_ip: String,
    #[serde(default)]
    load_balancer_class: String,
    #[serde(default)]
    load_balancer_source_ranges: Vec<String>,
    #[serde(default)]
    external_traffic_policy: String,
    #[serde(default)]
    node_ports: NodePorts,
}

/// The ports that every node opens for a service of the type `NodePort`; empty if Kubernetes chooses.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct NodePorts {
    http: Option<Scalar>,
    https: Option<Scalar>,
    pulsar: Option<Scalar>,
    pulsarssl: Option<Scalar>,
}

/// The number of a node port, which may be written as text.
fn number(port: Option<&Scalar>) -> Option<i32> {
    port.and_then(|port| port.to_string().trim().parse().ok())
}

/// The service before the proxies.
pub(crate) fn service(proxy: &Proxy, cluster: &Cluster<'_>) -> Object {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let Service { kind, annotations, load_balancer_source_ranges: ranges, .. } = &proxy.service;
    let spec = ServiceSpec {
        type_: given(kind),
        load_balancer_ip: given(&proxy.service.load_balancer_ip),
        load_balancer_class: given(&proxy.service.load_balancer_class),
        external_traffic_policy: given(&proxy.service.external_traffic_policy),
        load_balancer_source_ranges: (!ranges.is_empty()).then(|| ranges.clone()),
        ports: Some(ports(proxy, cluster)),
        ..ServiceSpec::default()
    };
    service_of(cluster, cluster.names.of(&proxy.pods.component), &proxy.pods.component, annotations, spec)
}

/// The plain ports, or those with TLS: never both.
fn ports(proxy: &Proxy, cluster: &Cluster<'_>) -> Vec<ServicePort> {
    let on_nodes = proxy.service.kind == "NodePort";
    let port = |name: String, port: Port, node: Option<&Scalar>| ServicePort {
        node_port: number(node).filter(|_| on_nodes),
        port: port.number(),
        protocol: Some("TCP".to_owned()),
        target_port: Some(IntOrString::String(format!("sts-{name}"))),
        name: Some(name),
        ..ServicePort::default()
    };
    let (ports, nodes) = (&proxy.ports, &proxy.service.node_ports);
    if Proxy::serves_tls(cluster) {
        let binary = format!("{}pulsarssl", cluster.base.tls_prefix);
        vec![
            port("https".to_owned(), ports.https, nodes.https.as_ref()),
            port(binary, ports.pulsarssl, nodes.pulsarssl.as_ref()),
        ]
    } else {
        let binary = format!("{}pulsar", cluster.base.tcp_prefix);
        vec![
            port("http".to_owned(), ports.http, nodes.http.as_ref()),
            port(binary, ports.pulsar, nodes.pulsar.as_ref()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_port_may_be_text() {
        assert_eq!(number(Some(&Scalar::Integer(30080))), Some(30080));
        assert_eq!(number(Some(&Scalar::Text("30080".to_owned()))), Some(30080));
        assert_eq!(number(Some(&Scalar::Text(String::new()))), None);
        assert_eq!(number(None), None);
    }
}
