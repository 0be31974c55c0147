//! The addresses of a cluster: for clients, administrators and functions, within Kubernetes and from outside.

use crate::workload::component;
use pulsarc_component::{Cluster, PulsarPeer};

use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::Service;
use pulsarc_kube::k8s_openapi::api::networking::v1::{HTTPIngressPath, Ingress};
use serde::Serialize;

/// Where a cluster is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Endpoints {
    /// The URL that clients within Kubernetes dial: `pulsar://` or `pulsar+ssl://`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client: Option<String>,
    /// The URL of the admin API.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub admin: Option<String>,
    /// The URL of the Functions API, where functions run.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub functions: Option<String>,
    /// All services with an address of their own.
    pub services: Vec<ServiceEndpoint>,
    /// What ingresses lead to.
    pub ingresses: Vec<IngressEndpoint>,
}

/// A service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServiceEndpoint {
    /// The object's name.
    pub name: String,
    /// The `component` label of the pods behind it.
    pub component: String,
    /// `ClusterIP`, `NodePort` or `LoadBalancer`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its ports.
    pub ports: Vec<ServicePort>,
}

/// A port of a service.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ServicePort {
    /// What it is called.
    pub name: String,
    /// Its number.
    pub port: i32,
    /// Where it is dialled from within Kubernetes.
    pub url: String,
    /// Whether TLS is spoken there.
    pub tls: bool,
    /// The port of every node that leads to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node_port: Option<i32>,
}

/// A path of an ingress.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IngressEndpoint {
    /// The object's name.
    pub name: String,
    /// Where it is dialled from outside.
    pub url: String,
    /// The service that it leads to.
    pub service: String,
}

pub(crate) fn of(objects: &[Object], cluster: &Cluster<'_>) -> Endpoints {
    let services: Vec<ServiceEndpoint> = objects
        .iter()
        .filter_map(|object| match object {
            Object::Service(found) => service(found, cluster),
            _ => None,
        })
        .collect();
    let ingresses = objects.iter().filter_map(|object| match object {
        Object::Ingress(found) => Some(ingress(found)),
        _ => None,
    });
    let of_component = |name: &str| services.iter().find(|service| service.component == name);
    let topology = cluster.topology;
    let proxy = topology.proxy.as_ref().filter(|_| cluster.base.components.proxy);
    let front = front(cluster).and_then(|peer| of_component(&peer.component));
    let worker = topology.function_worker.as_ref().filter(|_| cluster.runs_function_worker());
    let admin = front.and_then(|service| url(service, ["https", "http"]));
    let functions = match (worker, proxy) {
        // The proxy leads the calls of the Functions API to the worker.
        (Some(_), Some(_)) => admin.clone(),
        (Some(worker), None) => {
            of_component(&worker.component).and_then(|service| url(service, ["https", "http"]))
        }
        (None, _) => admin.clone().filter(|_| cluster.embeds_functions()),
    };
    Endpoints {
        client: front.and_then(|service| url(service, ["pulsar+ssl", "pulsar"])),
        admin,
        functions,
        ingresses: ingresses.flatten().collect(),
        services,
    }
}

/// Whom clients outside dial: the proxies, or the servers if there are none.
pub(crate) fn front<'a>(cluster: &'a Cluster<'_>) -> Option<&'a PulsarPeer> {
    let proxy = cluster.topology.proxy.as_ref().filter(|_| cluster.base.components.proxy);
    proxy.or_else(|| cluster.server().filter(|_| cluster.runs_server()))
}

fn url(service: &ServiceEndpoint, schemes: [&str; 2]) -> Option<String> {
    schemes.iter().find_map(|scheme| {
        let speaks = |port: &&ServicePort| port.url.split("://").next() == Some(scheme);
        service.ports.iter().find(speaks).map(|port| port.url.clone())
    })
}

/// A service with an address of its own; headless ones only name pods.
fn service(service: &Service, cluster: &Cluster<'_>) -> Option<ServiceEndpoint> {
    let spec = service.spec.as_ref().filter(|spec| spec.cluster_ip.as_deref() != Some("None"))?;
    let name = service.metadata.name.clone()?;
    let host = cluster.names.qualified(&name);
    let ports = spec.ports.iter().flatten().map(|port| {
        let called = port.name.clone().unwrap_or_default();
        let scheme = scheme(&called);
        ServicePort {
            url: scheme.map_or_else(
                || format!("{host}:{}", port.port),
                |scheme| format!("{scheme}://{host}:{}", port.port),
            ),
            port: port.port,
            tls: scheme.map_or(called.ends_with("-tls"), |scheme| matches!(scheme, "https" | "pulsar+ssl")),
            node_port: port.node_port,
            name: called,
        }
    });
    Some(ServiceEndpoint {
        component: component(spec.selector.as_ref()).unwrap_or_else(|| name.clone()),
        kind: spec.type_.clone().unwrap_or_else(|| "ClusterIP".to_owned()),
        ports: ports.collect(),
        name,
    })
}

/// Ports are called by what is spoken there, with Istio's prefixes before it.
pub(crate) fn scheme(port: &str) -> Option<&'static str> {
    ["https", "http", "pulsarssl", "pulsar"]
        .into_iter()
        .find(|known| port.ends_with(known))
        .map(|known| if known == "pulsarssl" { "pulsar+ssl" } else { known })
}

fn ingress(ingress: &Ingress) -> Vec<IngressEndpoint> {
    let Some(spec) = &ingress.spec else { return Vec::new() };
    let secured: Vec<&String> =
        spec.tls.iter().flatten().flat_map(|tls| tls.hosts.iter().flatten()).collect();
    let rules = spec.rules.iter().flatten().flat_map(|rule| {
        let paths = rule.http.iter().flat_map(|http| &http.paths);
        paths.map(move |path| (rule.host.as_deref().unwrap_or("*"), path))
    });
    let endpoint = |(host, path): (&str, &HTTPIngressPath)| {
        let tls = secured.iter().any(|name| *name == host);
        IngressEndpoint {
            name: ingress.metadata.name.clone().unwrap_or_default(),
            url: format!(
                "{}://{host}{}",
                if tls { "https" } else { "http" },
                path.path.as_deref().unwrap_or("/")
            ),
            service: path.backend.service.as_ref().map(|service| service.name.clone()).unwrap_or_default(),
        }
    };
    rules.map(endpoint).collect()
}
