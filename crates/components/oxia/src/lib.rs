//! Oxia: the metadata store that scales beyond what ZooKeeper keeps in memory. A coordinator assigns shards, servers
//! hold them.
//!
//! Its processes are Oxia's own and know nothing of Pulsar; who uses it as a store, and for what, is decided by those
//! who dial it.

mod coordinator;
mod departure;
mod server;
mod shards;

use pulsarc_component::roster::{Listener, ScrapeTarget};
use pulsarc_component::shapes::{
    AffinitySpec, Annotated, Containers, Mounts, PodMonitorSpec, SecurityContext, Spread, StringMap,
    Tolerations, Volumes, kubernetes,
};
use pulsarc_component::{
    Base, Cluster, Component, ComponentRecord, Connection, Entry, Oxia as Dialled, Topology, meta, pod,
};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::api::resource::Quantity as KubeQuantity;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;
use pulsarc_model::{Port, Quantity, Scalar, Stage};
use serde::Deserialize;

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of::<Oxia>("oxia")
}

/// The block `oxia`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Oxia {
    component: String,
    initial_shard_count: i64,
    replication_factor: i64,
    coordinator: Coordinator,
    server: Server,
    #[serde(default)]
    pprof_enabled: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Coordinator {
    #[serde(default)]
    app_annotations: StringMap,
    #[serde(default)]
    annotations: StringMap,
    pod_monitor: PodMonitorSpec,
    cpu_limit: Option<Quantity>,
    memory_limit: Option<Quantity>,
    ports: CoordinatorPorts,
    #[serde(default)]
    service: Annotated,
    #[serde(default, rename = "service_account")]
    service_account: Annotated,
    #[serde(default)]
    node_selector: StringMap,
    #[serde(default)]
    tolerations: Tolerations,
    priority_class_name: Option<String>,
    #[serde(default)]
    extra_containers: Containers,
    #[serde(default)]
    extra_volumes: Volumes,
    #[serde(default)]
    extra_volume_mounts: Mounts,
    #[serde(default)]
    allow_extra_authorities: Vec<String>,
    custom_config_map_name: Option<String>,
    #[serde(default)]
    entrypoint: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct CoordinatorPorts {
    internal: Port,
    metrics: Port,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Server {
    #[serde(default)]
    app_annotations: StringMap,
    #[serde(default)]
    annotations: StringMap,
    pod_monitor: PodMonitorSpec,
    replicas: i32,
    cpu_limit: Option<Quantity>,
    memory_limit: Option<Quantity>,
    db_cache_size_mb: i64,
    wal_sync_data: Option<Scalar>,
    storage_size: Quantity,
    storage_class_name: Option<String>,
    ports: ServerPorts,
    #[serde(default)]
    service: ServerServices,
    #[serde(default, rename = "service_account")]
    service_account: Annotated,
    security_context: Option<SecurityContext>,
    affinity: AffinitySpec,
    #[serde(default)]
    topology_spread_constraints: Spread,
    #[serde(default)]
    node_selector: StringMap,
    #[serde(default)]
    tolerations: Tolerations,
    priority_class_name: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct ServerPorts {
    public: Port,
    internal: Port,
    metrics: Port,
}

#[derive(Debug, Clone, Default, Deserialize)]
struct ServerServices {
    #[serde(default)]
    public: Annotated,
    #[serde(default)]
    internal: Annotated,
}

impl Component for Oxia {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        let public = self.server.ports.public;
        topology.oxia = Some(Dialled { component: self.component.clone(), public });
        // Servers copy to one another, and the coordinator tells them what to.
        let to_server = |from: String| Connection {
            from,
            to: self.server_component(),
            port: self.server.ports.internal,
            protocol: "oxia",
            tls: false,
        };
        topology.connections.extend([self.coordinator_component(), self.server_component()].map(to_server));
        topology.records.extend(self.records(base.components.oxia));
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.base.components.oxia {
            return Vec::new();
        }
        let mut objects = coordinator::objects(self, cluster);
        objects.extend(server::objects(self, cluster));
        objects
    }
}

impl Oxia {
    /// The records of the coordinator and of the servers.
    fn records(&self, deployed: bool) -> [ComponentRecord; 2] {
        let (coordinator, server) = (&self.coordinator, &self.server);
        let scrape = |name, monitor: &PodMonitorSpec| {
            Some(ScrapeTarget { name, port: "metrics", monitor: monitor.clone() })
        };
        [
            ComponentRecord {
                image: "images.oxia",
                listeners: vec![
                    Listener::open("oxia.coordinator.ports.internal", coordinator.ports.internal),
                    Listener::open("oxia.coordinator.ports.metrics", coordinator.ports.metrics),
                ],
                scrape: scrape("oxia-coordinator", &coordinator.pod_monitor),
                stage: Stage::Metadata,
                ..ComponentRecord::new("oxia.coordinator", self.coordinator_component(), deployed)
            },
            ComponentRecord {
                replicas: Some("replicas"),
                image: "images.oxia",
                listeners: vec![
                    Listener::open("oxia.server.ports.public", server.ports.public),
                    Listener::open("oxia.server.ports.internal", server.ports.internal),
                    Listener::open("oxia.server.ports.metrics", server.ports.metrics),
                ],
                persists: Some("the cluster's metadata"),
                departure: departure::DEPARTURE,
                scrape: scrape("oxia-server", &server.pod_monitor),
                stage: Stage::Metadata,
                ..ComponentRecord::new("oxia.server", self.server_component(), deployed)
            },
        ]
    }

    /// The coordinator's `component` label, and what its objects are called.
    fn coordinator_component(&self) -> String {
        format!("{}-coordinator", self.component)
    }

    /// The servers' `component` label.
    fn server_component(&self) -> String {
        format!("{}-server", self.component)
    }

    fn profiling(&self) -> Option<String> {
        self.pprof_enabled.then(|| "--profile".to_owned())
    }
}

/// Ports under their names, as a service opens them and a container has them.
type NamedPorts<'a> = &'a [(&'a str, Port)];

fn service_ports(ports: NamedPorts<'_>) -> Vec<kubernetes::ServicePort> {
    let port = |(name, port): &(&str, Port)| kubernetes::ServicePort {
        target_port: Some(IntOrString::String((*name).to_owned())),
        ..meta::service_port(*name, *port)
    };
    ports.iter().map(port).collect()
}

fn container_ports(ports: NamedPorts<'_>) -> Vec<kubernetes::ContainerPort> {
    ports.iter().map(|(name, port)| pod::container_port(*name, *port)).collect()
}

/// What a process may use at most; what it asks for is then the same.
fn limits(cpu: Option<&Quantity>, memory: Option<&Quantity>) -> Option<kubernetes::ResourceRequirements> {
    let limit = |name: &str, quantity: Option<&Quantity>| {
        quantity.map(|quantity| (name.to_owned(), KubeQuantity(quantity.as_str().to_owned())))
    };
    let limits = limit("cpu", cpu).into_iter().chain(limit("memory", memory)).collect();
    pod::resources(Some(&kubernetes::ResourceRequirements { limits: Some(limits), ..Default::default() }))
}

/// A probe that asks Oxia's health service `at` a port, of the whole process or of one of its parts.
fn health(at: Port, part: Option<&str>, initial_delay_seconds: i32) -> kubernetes::Probe {
    let mut command = vec!["oxia".to_owned(), "health".to_owned(), format!("--port={at}")];
    command.extend(part.map(|part| format!("--service={part}")));
    kubernetes::Probe {
        exec: Some(kubernetes::ExecAction { command: Some(command) }),
        initial_delay_seconds: Some(initial_delay_seconds),
        timeout_seconds: Some(10),
        ..kubernetes::Probe::default()
    }
}

/// A service account that brings the secrets that images are pulled with.
fn pulling_account(cluster: &Cluster<'_>, name: String, component: &str, texts: &StringMap) -> Object {
    let metadata = meta::annotated(meta::metadata(cluster, name, Some(component)), texts);
    let image_pull_secrets = cluster.pull_secrets();
    kubernetes::ServiceAccount { metadata, image_pull_secrets, ..Default::default() }.into()
}

/// The template of pods whose service account brings the secrets that images are pulled with.
fn template(pod: pod::Pod<'_>, cluster: &Cluster<'_>) -> kubernetes::PodTemplateSpec {
    let mut template = pod.template(cluster);
    if let Some(spec) = &mut template.spec {
        spec.image_pull_secrets = None;
    }
    template
}
