//! The components of a cluster, and who dials whom.

use crate::connections;
use crate::endpoints::{front, scheme};
use crate::graph::{
    CLIENTS, ConnectionGraph, Dialling, Edge, FUNCTIONS, KUBERNETES, Port, RunningComponent, Spread,
};
use crate::workload::{Workload, component, config_maps, settings, workloads};
use pulsarc_component::Cluster;
use pulsarc_component::dialled::Dialled;
use pulsarc_component::host::Host;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::PodAffinityTerm;
use std::collections::BTreeSet;

/// A host that no network is between.
const SELF: [&str; 2] = ["localhost", "127.0.0.1"];
/// Settings of a worker that are those of its functions' pods.
const OF_FUNCTIONS: [&str; 2] = ["PF_functionRuntimeFactoryConfigs_", "PF_kubernetesContainerFactory_"];

pub(crate) fn of(objects: &[Object], cluster: &Cluster<'_>) -> ConnectionGraph {
    let dialling = Dialling { objects, maps: config_maps(objects), cluster };
    let workloads = workloads(objects);
    let mut edges: BTreeSet<Edge> = workloads
        .iter()
        .flat_map(|workload| dialled(workload, &dialling))
        .chain(from_outside(objects, cluster))
        .chain(to_bookies(&workloads, cluster))
        .chain(connections::of(&workloads, &dialling))
        .collect();
    edges.retain(|edge| !SELF.contains(&edge.to.as_str()));
    let components: Vec<RunningComponent> = workloads.iter().map(described).collect();
    let dials = |name: &str| {
        [CLIENTS, FUNCTIONS].contains(&name) || components.iter().any(|component| component.name == name)
    };
    let (edges, internal) = edges.into_iter().partition(|edge| {
        dials(&edge.from) && edge.from != edge.to && edge.to != KUBERNETES && edge.to != FUNCTIONS
    });
    ConnectionGraph { components, edges, internal }
}

fn described(workload: &Workload<'_>) -> RunningComponent {
    let ports = workload.pod.containers.iter().flat_map(|container| container.ports.iter().flatten());
    let port = |port: &pulsarc_kube::k8s_openapi::api::core::v1::ContainerPort| Port {
        name: port.name.clone().unwrap_or_default(),
        port: port.container_port,
    };
    RunningComponent {
        name: workload.component.clone(),
        workload: workload.object.to_string(),
        replicas: workload.replicas,
        ports: ports.map(port).collect(),
        spread: spread(workload),
    }
}

fn spread(workload: &Workload<'_>) -> Vec<Spread> {
    let anti = workload.pod.affinity.as_ref().and_then(|affinity| affinity.pod_anti_affinity.as_ref());
    let over = |term: &PodAffinityTerm, required| Spread { over: term.topology_key.clone(), required };
    let required = anti.and_then(|anti| anti.required_during_scheduling_ignored_during_execution.as_ref());
    let preferred = anti.and_then(|anti| anti.preferred_during_scheduling_ignored_during_execution.as_ref());
    let constraints = workload.pod.topology_spread_constraints.iter().flatten().map(|constraint| Spread {
        over: constraint.topology_key.clone(),
        required: constraint.when_unsatisfiable == "DoNotSchedule",
    });
    let all: BTreeSet<Spread> = required
        .into_iter()
        .flatten()
        .map(|term| over(term, true))
        .chain(preferred.into_iter().flatten().map(|term| over(&term.pod_affinity_term, false)))
        .chain(constraints)
        .collect();
    all.into_iter().collect()
}

/// What the settings of a workload dial.
fn dialled(workload: &Workload<'_>, dialling: &Dialling<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for container in &workload.pod.containers {
        for (name, value) in settings(container, &dialling.maps) {
            let functions = OF_FUNCTIONS.iter().any(|prefix| name.starts_with(prefix));
            let both = name == connections::STATE_STORE;
            let from = [(functions || both, FUNCTIONS), (!functions, workload.component.as_str())];
            for (_, from) in from.into_iter().filter(|(dials, _)| *dials) {
                edges.extend(Dialled::all(value).map(|dialled| dialling.edge(from, &dialled)));
            }
        }
    }
    edges
}

impl Dialling<'_> {
    /// The connection that dials a place.
    pub(crate) fn edge(&self, from: &str, dialled: &Dialled<'_>) -> Edge {
        let named = |name: &str| {
            self.objects.iter().find_map(|object| match object {
                Object::Service(service) if object.name() == name => service.spec.as_ref(),
                _ => None,
            })
        };
        let service = match dialled.host(self.cluster.names, |name| named(name).is_some()) {
            Host::Service(service) | Host::Pod { service, .. } => named(service),
            Host::Elsewhere => None,
        };
        let to = service.and_then(|spec| component(spec.selector.as_ref()));
        let (protocol, tls) = match dialled.scheme {
            "zk" | "zk+hierarchical" => {
                let secured = self.cluster.topology.zookeeper.as_ref().filter(|_| to.is_some());
                ("zookeeper", secured.is_some_and(|zookeeper| zookeeper.client_tls.number() == dialled.port))
            }
            "https" | "http" => ("http", dialled.is_tls()),
            "pulsar" | "pulsar+ssl" => ("pulsar", dialled.is_tls()),
            other => (other, false),
        };
        Edge {
            from: from.to_owned(),
            to: to.unwrap_or_else(|| dialled.host.to_owned()),
            port: dialled.port,
            protocol: protocol.to_owned(),
            tls,
        }
    }
}

/// What clients dial: the ports of the proxies, or of the servers if there are none.
fn from_outside(objects: &[Object], cluster: &Cluster<'_>) -> Vec<Edge> {
    let Some(front) = front(cluster) else { return Vec::new() };
    let specs = objects.iter().filter_map(|object| match object {
        Object::Service(service) => service.spec.as_ref(),
        _ => None,
    });
    let front_service = specs
        .filter(|spec| spec.cluster_ip.as_deref() != Some("None"))
        .find(|spec| component(spec.selector.as_ref()).as_deref() == Some(&front.component));
    let ports = front_service.into_iter().flat_map(|spec| spec.ports.iter().flatten());
    let edge = |port: &pulsarc_kube::k8s_openapi::api::core::v1::ServicePort| {
        let scheme = scheme(port.name.as_deref()?)?;
        let (protocol, tls) = match scheme {
            "https" => ("http", true),
            "pulsar+ssl" => ("pulsar", true),
            plain => (plain, false),
        };
        Some(Edge {
            from: CLIENTS.to_owned(),
            to: front.component.clone(),
            port: port.port,
            protocol: protocol.to_owned(),
            tls,
        })
    };
    ports.filter_map(edge).collect()
}

/// Whoever reads or writes ledgers learns the addresses of the bookies from the metadata store, so no setting names
/// them.
fn to_bookies(workloads: &[Workload<'_>], cluster: &Cluster<'_>) -> Vec<Edge> {
    let Some(bookies) = cluster.topology.bookkeeper.as_ref().filter(|_| cluster.runs_bookkeeper()) else {
        return Vec::new();
    };
    let writers = cluster.topology.deployed().filter(|record| record.dials_bookies);
    let port = workloads
        .iter()
        .filter(|workload| workload.component == bookies.component)
        .flat_map(|workload| &workload.pod.containers)
        .flat_map(|container| container.ports.iter().flatten())
        .find(|port| port.name.as_deref().is_some_and(|name| name.ends_with("bookie")));
    let Some(port) = port else { return Vec::new() };
    let runs = |name: &&String| workloads.iter().any(|workload| workload.component == **name);
    let edge = |from: &String| Edge {
        from: from.clone(),
        to: bookies.component.clone(),
        port: port.container_port,
        protocol: "bookie".to_owned(),
        tls: bookies.tls,
    };
    writers.map(|record| &record.component).filter(runs).map(edge).collect()
}
