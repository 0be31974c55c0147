//! Ingresses: one host and path that lead to a component's service.

use crate::Cluster;
use crate::meta::{annotated, metadata};
use crate::shapes::IngressSpec;
use k8s_openapi::api::networking::v1 as net;
use pulsarc_kube::{Object, k8s_openapi};
use pulsarc_model::Port;

/// The ingress to `port` of a component's service, if it has one.
pub fn ingress(cluster: &Cluster<'_>, component: &str, spec: &IngressSpec, port: Port) -> Option<Object> {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    let service = net::IngressServiceBackend {
        name: cluster.names.of(component),
        port: Some(net::ServiceBackendPort { name: None, number: Some(port.number()) }),
    };
    let path = net::HTTPIngressPath {
        backend: net::IngressBackend { service: Some(service), resource: None },
        path: given(&spec.path),
        path_type: spec.path_type.clone(),
    };
    let rule = net::IngressRule {
        host: given(&spec.hostname),
        http: Some(net::HTTPIngressRuleValue { paths: vec![path] }),
    };
    let tls = net::IngressTLS {
        hosts: given(&spec.hostname).map(|host| vec![host]),
        secret_name: given(&spec.tls.secret_name),
    };
    let routes = net::IngressSpec {
        ingress_class_name: given(&spec.ingress_class_name),
        rules: Some(vec![rule]),
        tls: spec.tls.enabled.then(|| vec![tls]),
        ..net::IngressSpec::default()
    };
    let metadata =
        annotated(metadata(cluster, cluster.names.of(component), Some(component)), &spec.annotations);
    spec.enabled.then(|| net::Ingress { metadata, spec: Some(routes), ..net::Ingress::default() }.into())
}
