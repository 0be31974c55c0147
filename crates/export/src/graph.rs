//! The data of a cluster's connections, and what it is read from.

use pulsarc_component::Cluster;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;
use serde::Serialize;
use std::collections::BTreeMap;

/// The shape of a cluster.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ConnectionGraph {
    /// Its components.
    pub components: Vec<RunningComponent>,
    /// Who dials whom: components, clients and functions.
    pub edges: Vec<Edge>,
    /// All other connections: within a component, of jobs, of who scrapes, to functions, and to the API server.
    pub internal: Vec<Edge>,
}

/// A component that runs pods.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RunningComponent {
    /// Its name, as in its `component` label.
    pub name: String,
    /// The object: `StatefulSet/pulsar-broker`.
    pub workload: String,
    /// How many pods it starts with.
    pub replicas: i32,
    /// The ports that its pods open.
    pub ports: Vec<Port>,
    /// What its pods are spread over.
    pub spread: Vec<Spread>,
}

/// A port of a pod.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Port {
    /// What it is called.
    pub name: String,
    /// Its number.
    pub port: i32,
}

/// What pods are spread over.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Spread {
    /// The label of the nodes: `topology.kubernetes.io/zone`.
    pub over: String,
    /// Whether a pod waits rather than share its place.
    pub required: bool,
}

/// A connection that a component makes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Edge {
    /// Who dials: a component, a job, `clients` for those outside, `monitoring` for who scrapes, `functions` for the pods
    /// of functions.
    pub from: String,
    /// Who is dialled: a component, `functions`, `kubernetes` for the API server, or the host of a server outside.
    pub to: String,
    /// The port.
    pub port: i32,
    /// What is spoken: `pulsar`, `http`, `zookeeper`, `oxia`, `bookie`.
    pub protocol: String,
    /// Whether over TLS.
    pub tls: bool,
}

/// Who dials from outside.
pub const CLIENTS: &str = "clients";
/// The pods in which functions run.
pub const FUNCTIONS: &str = "functions";
/// Who scrapes metrics.
pub const MONITORING: &str = "monitoring";
/// The API server.
pub const KUBERNETES: &str = "kubernetes";
impl ConnectionGraph {
    /// Every connection.
    pub fn connections(&self) -> impl Iterator<Item = &Edge> {
        self.edges.iter().chain(&self.internal)
    }
}

/// What is read to tell who dials whom.
pub(crate) struct Dialling<'o> {
    pub(crate) objects: &'o [Object],
    pub(crate) maps: BTreeMap<&'o str, &'o ConfigMap>,
    pub(crate) cluster: &'o Cluster<'o>,
}
