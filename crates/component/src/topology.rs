//! What components know of each other: names, ports, who serves TLS.
//!
//! Each component writes its own part in `describe`; nobody else does.

use crate::roster::{CertificateRecord, ComponentRecord};
use pulsarc_model::Port;

/// The cluster as its components see each other. A part that is there is not always deployed: ask
/// [`Cluster`](crate::Cluster).
#[derive(Debug, Default)]
pub struct Topology {
    /// Whether everything runs in one process.
    pub standalone_mode: bool,
    /// The ZooKeeper ensemble.
    pub zookeeper: Option<ZooKeepers>,
    /// Oxia.
    pub oxia: Option<Oxia>,
    /// The bookies.
    pub bookkeeper: Option<Bookies>,
    /// The brokers.
    pub broker: Option<PulsarPeer>,
    /// The standalone server.
    pub standalone: Option<PulsarPeer>,
    /// The function worker.
    pub function_worker: Option<Worker>,
    /// The proxies: their service's ports.
    pub proxy: Option<PulsarPeer>,
    /// The bookies that each ledger of a topic is spread over, as the brokers' configuration says it.
    pub ensemble_size: String,
    /// The roster: a record for each kind of pods, deployed or not.
    pub records: Vec<ComponentRecord>,
    /// Connections that no setting of the pods names.
    pub connections: Vec<Connection>,
}

impl Topology {
    /// Whether components of their own make the cluster (and not one standalone process).
    pub fn is_distributed(&self) -> bool {
        !self.standalone_mode
    }

    /// The records of the pods that the configuration deploys.
    pub fn deployed(&self) -> impl Iterator<Item = &ComponentRecord> {
        self.records.iter().filter(|record| record.deployed)
    }

    /// The TLS settings and certificates of all components, deployed or not.
    pub fn certificates(&self) -> impl Iterator<Item = &CertificateRecord> {
        self.records.iter().filter_map(|record| record.certificate.as_ref())
    }

    /// The servers that clients dial: the standalone one if everything runs in one process, else the brokers, even if
    /// those are not deployed.
    pub fn server(&self) -> Option<&PulsarPeer> {
        if self.standalone_mode { self.standalone.as_ref() } else { self.broker.as_ref() }
    }
}

/// A connection that no setting of the pods names: within a component, or by a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// The `component` label of the pods that dial.
    pub from: String,
    /// That of the pods that are dialled.
    pub to: String,
    /// The port.
    pub port: Port,
    /// What is spoken there.
    pub protocol: &'static str,
    /// Whether over TLS.
    pub tls: bool,
}

/// The ZooKeeper ensemble.
#[derive(Debug, Clone)]
pub struct ZooKeepers {
    /// The component's name in labels and names.
    pub component: String,
    /// How many servers.
    pub replicas: i32,
    /// The plain client port.
    pub client: Port,
    /// The client port with TLS.
    pub client_tls: Port,
}

/// Oxia.
#[derive(Debug, Clone)]
pub struct Oxia {
    /// The component's name in labels and names.
    pub component: String,
    /// The port that clients dial.
    pub public: Port,
}

/// The bookies.
#[derive(Debug, Clone)]
pub struct Bookies {
    /// The component's name in labels and names.
    pub component: String,
    /// How many.
    pub replicas: i32,
    /// The port of BookKeeper's own protocol.
    pub bookie: Port,
    /// The port of the functions' state store.
    pub state_store: Port,
    /// The port of their HTTP server.
    pub http: Port,
    /// Whether BookKeeper's protocol is spoken over TLS.
    pub tls: bool,
}

/// A server that speaks Pulsar's binary protocol and HTTP.
#[derive(Debug, Clone)]
pub struct PulsarPeer {
    /// The component's name in labels and names.
    pub component: String,
    /// HTTP.
    pub http: Port,
    /// HTTPS.
    pub https: Port,
    /// The binary protocol.
    pub pulsar: Port,
    /// The binary protocol over TLS.
    pub pulsarssl: Port,
    /// Whether it serves TLS.
    pub tls: bool,
}

impl PulsarPeer {
    /// The URL of the binary protocol at `host`, over TLS or not, without a slash at its end.
    pub fn service_url(&self, host: &str, tls: bool) -> String {
        if tls {
            format!("pulsar+ssl://{host}:{}", self.pulsarssl)
        } else {
            format!("pulsar://{host}:{}", self.pulsar)
        }
    }

    /// The URL of the REST API at `host`, over TLS or not, without a slash at its end.
    pub fn web_url(&self, host: &str, tls: bool) -> String {
        if tls { format!("https://{host}:{}", self.https) } else { format!("http://{host}:{}", self.http) }
    }
}

/// The function worker.
#[derive(Debug, Clone)]
pub struct Worker {
    /// The component's name in labels and names.
    pub component: String,
    /// HTTP.
    pub http: Port,
    /// HTTPS.
    pub https: Port,
    /// Whether it serves TLS.
    pub tls: bool,
}

impl Worker {
    /// The URL of the Functions API at `host`, over TLS where the worker serves it, without a slash at its end.
    pub fn web_url(&self, host: &str) -> String {
        if self.tls {
            format!("https://{host}:{}", self.https)
        } else {
            format!("http://{host}:{}", self.http)
        }
    }
}
