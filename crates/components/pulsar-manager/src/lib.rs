//! Pulsar Manager: a web interface for administrators, with a `PostgreSQL` of its own inside the same pod.
//!
//! Its passwords never pass through pulsarc unless the user writes them into the configuration: they are made in the
//! cluster, or given as a secret. Which clusters it manages is its own data; a job tells it of this one.

mod credentials;
mod register;
mod workload;

use pulsarc_component::ingress::ingress;
use pulsarc_component::meta::{service, service_port};
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::Listener;
use pulsarc_component::shapes::{Disk, IngressSpec, StringMap, kubernetes};
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Connection, Entry, Topology};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;
use pulsarc_model::Port;
use serde::Deserialize;

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<PulsarManager>("pulsar_manager")
}

/// The block `pulsar_manager`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PulsarManager {
    #[serde(skip)]
    pods: PodSettings,
    /// Kept for the chart's sake: the database is inside the pod, so there is always one.
    #[serde(rename = "replicaCount")]
    _replica_count: Option<i32>,
    volumes: Disks,
    service: Published,
    admin_service: Internal,
    ingress: IngressSpec,
    admin: Admin,
}

#[derive(Debug, Clone, Deserialize)]
struct Disks {
    #[serde(default)]
    persistence: bool,
    data: Disk,
}

/// The service of the web interface.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Published {
    #[serde(rename = "type")]
    kind: Option<String>,
    port: Port,
    target_port: Port,
    #[serde(default)]
    annotations: StringMap,
    external_traffic_policy: Option<String>,
    load_balancer_class: Option<String>,
    #[serde(default)]
    load_balancer_source_ranges: Vec<String>,
}

/// The service of the backend's REST API.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Internal {
    #[serde(rename = "type")]
    kind: Option<String>,
    port: Port,
    target_port: Port,
    #[serde(default)]
    annotations: StringMap,
}

/// Who the administrator is, and who the backend is to its database.
#[derive(Debug, Clone, Deserialize)]
struct Admin {
    #[serde(rename = "existingSecret")]
    existing_secret: Option<String>,
    ui_username: Option<String>,
    ui_password: Option<String>,
    db_username: Option<String>,
    db_password: Option<String>,
}

impl WithPodSettings for PulsarManager {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for PulsarManager {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        topology.connections.extend(self.connections(base, topology));
        topology.records.push(ComponentRecord {
            image: "images.pulsar_manager",
            listeners: vec![
                Listener::open("pulsar_manager.service.targetPort", self.service.target_port),
                Listener::open("pulsar_manager.adminService.targetPort", self.admin_service.target_port),
            ],
            ..ComponentRecord::new("pulsar_manager", &self.pods.component, base.components.pulsar_manager)
        });
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.base.components.pulsar_manager {
            return Vec::new();
        }
        let config = workload::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        let mut objects =
            vec![config.into(), workload.into(), self.service(cluster), self.admin_service(cluster)];
        // The chart leads to the pods' port, which the service does not have where the two differ.
        objects.extend(ingress(cluster, &self.pods.component, &self.ingress, self.service.port));
        objects.extend(credentials::objects(self, cluster));
        objects.extend(cluster.initializes().then(|| register::job(self, cluster)));
        objects
    }
}

impl PulsarManager {
    /// The job that registers the cluster sends requests to both services. From it Pulsar Manager learns which servers
    /// and bookies it manages, and dials them.
    fn connections(&self, base: &Base, topology: &Topology) -> Vec<Connection> {
        let http = |from: String, to: &str, port, tls| Connection {
            from,
            to: to.to_owned(),
            port,
            protocol: "http",
            tls,
        };
        let registers = |port| http(register::label(self), &self.pods.component, port, false);
        let mut connections: Vec<Connection> =
            [self.service.port, self.admin_service.port].map(registers).into();
        let deployed = topology.standalone_mode || base.components.broker;
        if let Some(server) = topology.server().filter(|_| deployed) {
            let port = if server.tls { server.https } else { server.http };
            connections.push(http(self.pods.component.clone(), &server.component, port, server.tls));
            let bookies = topology.bookkeeper.iter();
            connections.extend(
                bookies.map(|one| http(self.pods.component.clone(), &one.component, one.http, false)),
            );
        }
        connections
    }

    /// The service of the web interface, and of the login.
    fn service(&self, cluster: &Cluster<'_>) -> Object {
        let service_spec = &self.service;
        let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
        let ranges = &service_spec.load_balancer_source_ranges;
        let port = port(service_port("server", service_spec.port), service_spec.target_port);
        let spec = kubernetes::ServiceSpec {
            type_: service_spec.kind.clone(),
            ports: Some(vec![port]),
            external_traffic_policy: given(&service_spec.external_traffic_policy),
            load_balancer_class: given(&service_spec.load_balancer_class),
            load_balancer_source_ranges: (!ranges.is_empty()).then(|| ranges.clone()),
            ..kubernetes::ServiceSpec::default()
        };
        service(
            cluster,
            cluster.names.of(&self.pods.component),
            &self.pods.component,
            &service_spec.annotations,
            spec,
        )
    }

    fn admin_service_name(&self, cluster: &Cluster<'_>) -> String {
        cluster.names.of(&format!("{}-admin", self.pods.component))
    }

    fn admin_service(&self, cluster: &Cluster<'_>) -> Object {
        let service_spec = &self.admin_service;
        let unnamed = kubernetes::ServicePort { name: None, ..service_port("", service_spec.port) };
        let spec = kubernetes::ServiceSpec {
            type_: service_spec.kind.clone(),
            ports: Some(vec![port(unnamed, service_spec.target_port)]),
            ..kubernetes::ServiceSpec::default()
        };
        let name = self.admin_service_name(cluster);
        service(cluster, name, &self.pods.component, &service_spec.annotations, spec)
    }
}

/// A service's port that leads to another port of the pods.
fn port(port: kubernetes::ServicePort, target: Port) -> kubernetes::ServicePort {
    let target_port = Some(IntOrString::Int(target.number()));
    kubernetes::ServicePort { target_port, protocol: Some("TCP".to_owned()), ..port }
}
