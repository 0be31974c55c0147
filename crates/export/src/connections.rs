//! Connections that no setting of a running component names: among the pods of one component, from jobs, to the API
//! server, from those who scrape, and to web interfaces.

use crate::endpoints::front;
use crate::graph::{CLIENTS, Dialling, Edge, FUNCTIONS, KUBERNETES, MONITORING};
use crate::workload::{Workload, component, settings};
use pulsarc_component::dialled::Dialled;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{Container, PodSpec};
use std::collections::BTreeSet;

/// What the API server's service has.
const API_PORT: i32 = 443;
/// What the pods of functions open where the worker is not told otherwise: for the worker, and for who scrapes.
const FUNCTION_PORTS: [(&str, i32); 2] = [("grpcPort", 9093), ("metricsPort", 9094)];
const RUNTIME: &str = "PF_functionRuntimeFactoryConfigs_";
/// The setting by which a worker tells its functions where their state is.
pub(crate) const STATE_STORE: &str = "PF_stateStorageServiceUrl";

fn plain(from: &str, to: &str, port: i32, protocol: &str) -> Edge {
    Edge { from: from.to_owned(), to: to.to_owned(), port, protocol: protocol.to_owned(), tls: false }
}

/// All of them.
pub(crate) fn of(workloads: &[Workload<'_>], dialling: &Dialling<'_>) -> Vec<Edge> {
    let mut edges = described(workloads, dialling);
    edges.extend(from_jobs(dialling));
    edges.extend(to_api_server(dialling.objects));
    edges.extend(to_functions(workloads, dialling));
    edges.extend(scraped(workloads, dialling.objects));
    edges.extend(published(workloads, dialling));
    edges
}

/// What components publish in the topology, if both ends run.
fn described(workloads: &[Workload<'_>], dialling: &Dialling<'_>) -> Vec<Edge> {
    let runs = |name: &str| {
        workloads.iter().any(|workload| workload.component == name)
            || jobs(dialling.objects).any(|job| job.name == name)
    };
    let connections = dialling.cluster.topology.connections.iter();
    connections
        .filter(|connection| runs(&connection.from) && runs(&connection.to))
        .map(|connection| Edge {
            tls: connection.tls,
            ..plain(&connection.from, &connection.to, connection.port.number(), connection.protocol)
        })
        .collect()
}

/// The ports that a component's pods open under some name.
fn opened(workloads: &[Workload<'_>], component: &str, named: impl Fn(&str) -> bool) -> BTreeSet<i32> {
    let pods = workloads.iter().filter(|workload| workload.component == component);
    let ports = pods.flat_map(|workload| &workload.pod.containers).flat_map(|one| one.ports.iter().flatten());
    ports.filter(|port| port.name.as_deref().is_some_and(&named)).map(|port| port.container_port).collect()
}

/// A job, by the `component` label of its pods, or its own name where they have none.
struct JobPods<'o> {
    name: String,
    pod: &'o PodSpec,
}

/// The jobs among some objects.
fn jobs(objects: &[Object]) -> impl Iterator<Item = JobPods<'_>> {
    objects.iter().filter(|object| matches!(object, Object::Job(_))).filter_map(|object| {
        let template = object.pod_template()?;
        let label = component(template.metadata.as_ref().and_then(|meta| meta.labels.as_ref()));
        Some(JobPods {
            name: label.unwrap_or_else(|| object.name().to_owned()),
            pod: template.spec.as_ref()?,
        })
    })
}

fn containers(pod: &PodSpec) -> impl Iterator<Item = &Container> {
    pod.init_containers.iter().flatten().chain(&pod.containers)
}

/// What jobs dial: what their settings name, and for the one that initializes the cluster's metadata its stores.
fn from_jobs(dialling: &Dialling<'_>) -> Vec<Edge> {
    let cluster = dialling.cluster;
    let mut edges = Vec::new();
    for job in jobs(dialling.objects) {
        let read = containers(job.pod).flat_map(|container| settings(container, &dialling.maps));
        let mut places: Vec<String> = read.map(|(_, value)| value.to_owned()).collect();
        if job.name == cluster.base.pulsar_metadata.component {
            places.extend(cluster.metadata_store_url());
            places.extend(cluster.configuration_store_connect().map(|store| format!("zk:{store}")));
        }
        for place in &places {
            edges.extend(Dialled::all(place).map(|dialled| dialling.edge(&job.name, &dialled)));
        }
    }
    edges
}

/// Pods whose service account has rights at the API server dial it; what has none there has nothing to ask.
fn to_api_server(objects: &[Object]) -> Vec<Edge> {
    let accounts: BTreeSet<&str> = objects.iter().flat_map(Object::accounts_with_rights).collect();
    let dials = |object: &Object| {
        let template = object.pod_template()?;
        let account = template.spec.as_ref()?.service_account_name.as_deref()?;
        let label = component(template.metadata.as_ref().and_then(|meta| meta.labels.as_ref()));
        let name = label.unwrap_or_else(|| object.name().to_owned());
        let edge = Edge { tls: true, ..plain(&name, KUBERNETES, API_PORT, "http") };
        accounts.contains(account).then_some(edge)
    };
    objects.iter().filter_map(dials).collect()
}

/// The worker asks the pods of its functions how they are.
fn to_functions(workloads: &[Workload<'_>], dialling: &Dialling<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for workload in workloads {
        for container in &workload.pod.containers {
            let read = settings(container, &dialling.maps);
            if !read.contains_key("PF_functionRuntimeFactoryConfigs_jobNamespace") {
                continue;
            }
            for (key, usual) in FUNCTION_PORTS {
                let said = read.get(format!("{RUNTIME}{key}").as_str()).and_then(|text| text.parse().ok());
                let scraped = key == "metricsPort";
                let (from, protocol) =
                    if scraped { (MONITORING, "http") } else { (workload.component.as_str(), "grpc") };
                edges.push(plain(from, FUNCTIONS, said.unwrap_or(usual), protocol));
            }
        }
    }
    edges
}

/// The ports that monitors select, or annotations name.
fn scraped(workloads: &[Workload<'_>], objects: &[Object]) -> Vec<Edge> {
    let mut edges = Vec::new();
    let scrape = |to: &str, port: i32| plain(MONITORING, to, port, "http");
    for object in objects {
        let (selector, ports) = match object {
            Object::PodMonitor(monitor) => (&monitor.spec.selector, &monitor.spec.endpoints),
            Object::VmPodScrape(monitor) => (&monitor.spec.selector, &monitor.spec.endpoints),
            _ => continue,
        };
        let Some(selected) = component(selector.match_labels.as_ref()) else { continue };
        let names: Vec<&str> = ports.iter().map(|endpoint| endpoint.port.as_str()).collect();
        let opened = opened(workloads, &selected, |name| names.contains(&name));
        edges.extend(opened.into_iter().map(|port| scrape(&selected, port)));
    }
    for workload in workloads {
        let annotations = workload.object.pod_template().and_then(|template| template.metadata.as_ref());
        let port = annotations.and_then(|meta| meta.annotations.as_ref()?.get("prometheus.io/port"));
        let port = port.and_then(|text| text.parse().ok());
        edges.extend(port.map(|port| scrape(&workload.component, port)));
    }
    edges
}

/// Web interfaces, and whatever else beside the front a load balancer, a node port or an ingress leads to.
fn published(workloads: &[Workload<'_>], dialling: &Dialling<'_>) -> Vec<Edge> {
    let objects = dialling.objects;
    let front = front(dialling.cluster).map(|peer| peer.component.as_str());
    let behind: BTreeSet<&str> = objects
        .iter()
        .filter_map(|object| match object {
            Object::Ingress(ingress) => ingress.spec.as_ref(),
            _ => None,
        })
        .flat_map(|spec| spec.rules.iter().flatten())
        .flat_map(|rule| rule.http.iter().flat_map(|http| &http.paths))
        .filter_map(|path| path.backend.service.as_ref().map(|service| service.name.as_str()))
        .collect();
    let mut edges = Vec::new();
    for object in objects {
        let Object::Service(service) = object else { continue };
        let Some(spec) = &service.spec else { continue };
        let open = matches!(spec.type_.as_deref(), Some("LoadBalancer" | "NodePort"));
        let Some(to) = component(spec.selector.as_ref()) else { continue };
        if !(open || behind.contains(object.name()))
            || front == Some(to.as_str())
            || !workloads.iter().any(|workload| workload.component == to)
        {
            continue;
        }
        edges.extend(spec.ports.iter().flatten().map(|port| {
            let name = port.name.as_deref().unwrap_or("http");
            let tls = name.ends_with("https") || name.ends_with("pulsarssl");
            let protocol = if name.contains("pulsar") { "pulsar" } else { "http" };
            Edge { tls, ..plain(CLIENTS, &to, port.port, protocol) }
        }));
    }
    edges
}
