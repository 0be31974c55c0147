//! The standalone function worker (apache/pulsar-helm-chart #698): Pulsar Functions out of the brokers, in a
//! StatefulSet of their own, one pod for each function instance.
//!
//! The worker is broker-attached: it reads and writes its topics through the brokers, serves the Functions REST API
//! itself, and the proxy routes that API to it. Functions inside the brokers are the broker's business, not this
//! crate's.

mod departure;
mod rights;
mod settings;
mod workload;

use pulsarc_component::meta::{budget, headless, service, service_port};
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{
    CertificateNames, CertificateRecord, Configuration, Listener, PlainKeys, Shutdown,
};
use pulsarc_component::shapes::{Annotated, PdbSpec, Probes};
use pulsarc_component::{
    Base, Cluster, Component, ComponentRecord, Connection, Entry, Program, Topology, Worker,
};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{ServicePort, ServiceSpec};
use pulsarc_model::{Endpoint, Port, Role, Rollout, Stage};
use serde::Deserialize;

/// How a controlled rollout restarts its pods: the leader last.
const ROLLOUT: Rollout = Rollout {
    role: Role::FunctionWorker,
    endpoint: Endpoint {
        prefix: "PF_",
        port: "workerPort",
        default_port: 6750,
        tls_port: Some("workerPortTls"),
        credentials: Some("clientAuthenticationParameters"),
        authority: Some("brokerClientTrustCertsFilePath"),
    },
};

/// The worker reads `conf/functions_worker.yml`, which the image makes of `PF_` variables alone.
const CONFIGURATION: Configuration =
    Configuration { programs: &[Program::Worker], plain_keys: PlainKeys::Ignored };

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<FunctionWorker>("function_worker").configured_by(CONFIGURATION)
}

/// The block `function_worker`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FunctionWorker {
    #[serde(skip)]
    pods: PodSettings,
    replica_count: i32,
    ports: Ports,
    pod_management_policy: Option<String>,
    rbac: Rbac,
    #[serde(default)]
    wait_broker_timeout: i64,
    probe: Probes,
    #[serde(default)]
    service: Annotated,
    #[serde(default)]
    headless_service: Annotated,
    pdb: PdbSpec,
}

#[derive(Debug, Clone, Deserialize)]
struct Ports {
    http: Port,
    https: Port,
}

#[derive(Debug, Clone, Deserialize)]
struct Rbac {
    #[serde(default)]
    limit_to_namespace: bool,
}

impl WithPodSettings for FunctionWorker {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for FunctionWorker {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        let tls = base.tls.serves(&base.tls.function_worker);
        // Workers pass calls to their leader.
        topology.connections.push(Connection {
            from: self.pods.component.clone(),
            to: self.pods.component.clone(),
            port: if tls { self.ports.https } else { self.ports.http },
            protocol: "http",
            tls,
        });
        topology.function_worker = Some(Worker {
            component: self.pods.component.clone(),
            http: self.ports.http,
            https: self.ports.https,
            tls,
        });
        topology.records.push(self.record(base, topology));
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.runs_function_worker() {
            return Vec::new();
        }
        let config = settings::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        let mut objects =
            vec![config.into(), workload.into(), self.service(cluster), self.headless_service(cluster)];
        objects.push(self.pods.service_account(cluster, self.account(cluster)));
        objects.extend(rights::rights(self, cluster).objects(cluster));
        objects.extend(budget(cluster, &self.pods.component, &self.pdb));
        objects
    }
}

/// Whether the worker dials ZooKeeper over TLS: with authorization on it reads tenants and namespaces from the
/// configuration store itself.
fn dials_zookeeper_tls(base: &Base, topology: &Topology) -> bool {
    let on = &base.components;
    on.function_worker
        && on.zookeeper
        && topology.is_distributed()
        && base.auth.authorizes()
        && base.tls.serves(&base.tls.zookeeper)
}

/// Whether the worker has a certificate: it serves TLS, or shows one to ZooKeeper.
fn has_certificate(base: &Base, topology: &Topology) -> bool {
    base.tls.serves(&base.tls.function_worker) || dials_zookeeper_tls(base, topology)
}

impl FunctionWorker {
    fn record(&self, base: &Base, topology: &Topology) -> ComponentRecord {
        let deployed = base.components.function_worker && topology.is_distributed();
        let tls = base.tls.serves(&base.tls.function_worker);
        let settings = &base.tls.function_worker;
        ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.function_worker",
            function_worker: true,
            listeners: vec![
                Listener::open("function_worker.ports.http", self.ports.http),
                Listener::open_if(tls, "function_worker.ports.https", self.ports.https),
            ],
            shutdown: Shutdown::Graceful,
            certificate: Some(CertificateRecord {
                path: "tls.function_worker",
                settings: settings.clone(),
                volume: "function-worker",
                made: base.components.function_worker
                    && settings.create_cert
                    && has_certificate(base, topology),
                serves: tls,
                mounted: deployed,
                names: CertificateNames::Both,
            }),
            token: Some("broker"),
            scrape: self.pods.scrape("function-worker", "http"),
            dials_bookies: true,
            departure: departure::DEPARTURE,
            stage: Stage::FunctionWorker,
            rollout: Some(ROLLOUT),
            ..ComponentRecord::of_pulsar("function_worker", &self.pods.component, deployed, CONFIGURATION)
        }
    }

    fn account(&self, cluster: &Cluster<'_>) -> String {
        cluster.names.account(&self.pods.component)
    }

    fn serves_tls(cluster: &Cluster<'_>) -> bool {
        cluster.topology.function_worker.as_ref().is_some_and(|worker| worker.tls)
    }

    fn service_ports(&self, cluster: &Cluster<'_>) -> Vec<ServicePort> {
        let mut ports = vec![service_port("http", self.ports.http)];
        if Self::serves_tls(cluster) {
            ports.push(service_port("https", self.ports.https));
        }
        ports
    }

    /// What the proxy and admin clients dial.
    fn service(&self, cluster: &Cluster<'_>) -> Object {
        let spec = ServiceSpec {
            type_: Some("ClusterIP".to_owned()),
            ports: Some(self.service_ports(cluster)),
            ..ServiceSpec::default()
        };
        service(
            cluster,
            cluster.names.of(&self.pods.component),
            &self.pods.component,
            &self.service.annotations,
            spec,
        )
    }

    /// What gives each worker a name. The workers find their leader by these before they are ready.
    fn headless_service(&self, cluster: &Cluster<'_>) -> Object {
        let spec =
            ServiceSpec { publish_not_ready_addresses: Some(true), ..headless(self.service_ports(cluster)) };
        service(
            cluster,
            cluster.names.headless(&self.pods.component),
            &self.pods.component,
            &self.headless_service.annotations,
            spec,
        )
    }
}
