//! The brokers: their config map, StatefulSet, services, autoscaler, budget and rights, the storage of packages, and the
//! job that initializes a new Pulsar cluster's metadata.
//!
//! Functions inside the brokers are here too, with the rights that the chart gives them. The function worker of its
//! own is another component, and so are the proxies before the brokers.

mod departure;
mod functions;
mod graceful_shutdown;
mod init_job;
mod offload;
mod packages;
mod rights;
mod settings;
mod workload;

use graceful_shutdown::GracefulShutdown;
use offload::StorageOffload;
use packages::PackageManagement;
use pulsarc_component::autoscaling::autoscaler;
use pulsarc_component::meta::{budget, headless, service, service_port};
use pulsarc_component::pod::Scheduling;
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{
    CertificateNames, CertificateRecord, Configuration, Credentials, PlainKeys, Shutdown, server_listeners,
};
use pulsarc_component::shapes::{
    Annotated, Autoscaling, PdbSpec, Probes, PulsarPorts, StringMap, UpdateStrategy,
};
use pulsarc_component::{
    Base, Cluster, Component, ComponentRecord, Connection, Entry, Program, PulsarPeer, Topology, upgrade,
};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{ServicePort, ServiceSpec};
use pulsarc_model::{Endpoint, Role, Rollout, Stage};
use serde::Deserialize;

/// How a controlled rollout restarts its pods: the leader last.
const ROLLOUT: Rollout = Rollout { role: Role::Broker, endpoint: Endpoint::WEB_SERVICE };

/// The bookies that Pulsar spreads each ledger over where the configuration does not say.
const PULSARS_ENSEMBLE_SIZE: &str = "2";

/// The brokers read `conf/broker.conf`, and so do the plugins and services inside them.
const CONFIGURATION: Configuration = Configuration {
    programs: &[Program::Broker, Program::Plugin, Program::Packages, Program::WebSocket],
    plain_keys: PlainKeys::ConfFile,
};

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<Broker>("broker").configured_by(CONFIGURATION)
}

/// The block `broker`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Broker {
    #[serde(skip)]
    pods: PodSettings,
    replica_count: i32,
    autoscaling: Autoscaling,
    pod_management_policy: Option<String>,
    update_strategy: Option<UpdateStrategy>,
    ports: PulsarPorts,
    probe: Probes,
    #[serde(default)]
    wait_zookeeper_timeout: i64,
    #[serde(default)]
    wait_oxia_timeout: i64,
    #[serde(default)]
    wait_bookkeeper_timeout: i64,
    #[serde(default)]
    service: Service,
    #[serde(default)]
    headless_service: Annotated,
    statefulset_upgrade: Option<Switch>,
    pdb: PdbSpec,
    package_management: PackageManagement,
    #[serde(default)]
    storage_offload: StorageOffload,
    graceful_shutdown: Option<GracefulShutdown>,
}

/// The service that clients inside the cluster dial.
#[derive(Debug, Clone, Default, Deserialize)]
struct Service {
    #[serde(default, rename = "clusterIP")]
    cluster_ip: String,
    #[serde(default)]
    annotations: StringMap,
}

/// A switch in a record of its own.
#[derive(Debug, Clone, Deserialize)]
struct Switch {
    #[serde(default)]
    enabled: bool,
}

impl WithPodSettings for Broker {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for Broker {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        let peer = PulsarPeer {
            component: self.pods.component.clone(),
            http: self.ports.http,
            https: self.ports.https,
            pulsar: self.ports.pulsar,
            pulsarssl: self.ports.pulsarssl,
            tls: base.tls.serves(&base.tls.broker),
        };
        topology.connections.extend(among(&peer));
        topology.broker = Some(peer);
        let given = self.pods.config_data.get("managedLedgerDefaultEnsembleSize");
        topology.ensemble_size = given.map_or_else(|| PULSARS_ENSEMBLE_SIZE.to_owned(), ToString::to_string);
        topology.records.push(self.record(base, topology));
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        let mut objects = functions::objects(cluster);
        if !cluster.runs_broker() {
            return objects;
        }
        let config = settings::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        objects.extend([
            config.into(),
            workload.into(),
            self.service(cluster),
            self.headless_service(cluster),
        ]);
        objects.push(self.pods.service_account(cluster, self.account(cluster)));
        objects.extend(rights::rights(self, cluster).objects(cluster));
        objects.extend(autoscaler(cluster, &self.pods.component, &self.autoscaling));
        objects.extend(budget(cluster, &self.pods.component, &self.pdb));
        objects.extend(self.package_management.objects(cluster));
        objects.extend(init_job::job(self, cluster));
        if self.statefulset_upgrade.as_ref().is_some_and(|upgrade| upgrade.enabled) {
            objects.extend(upgrade::cleanup(cluster, &self.pods.component, self.pods_nodes()));
        }
        objects
    }
}

/// Brokers ask each other for what is not theirs, at every port that they have open.
fn among(peer: &PulsarPeer) -> Vec<Connection> {
    let among = |port, protocol, tls| Connection {
        from: peer.component.clone(),
        to: peer.component.clone(),
        port,
        protocol,
        tls,
    };
    let mut connections = vec![among(peer.http, "http", false)];
    if peer.tls {
        connections.extend([among(peer.https, "http", true), among(peer.pulsarssl, "pulsar", true)]);
    } else {
        connections.push(among(peer.pulsar, "pulsar", false));
    }
    connections
}

impl Broker {
    fn record(&self, base: &Base, topology: &Topology) -> ComponentRecord {
        let deployed = base.components.broker && topology.is_distributed();
        let tls = &base.tls;
        let certificate = tls.broker.enabled || tls.bookie.enabled || tls.zookeeper.enabled;
        ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.broker",
            function_worker: base.components.functions && !base.components.function_worker,
            listeners: server_listeners("broker", &self.ports, tls.serves(&tls.broker)),
            shutdown: Shutdown::Graceful,
            certificate: Some(CertificateRecord {
                path: "tls.broker",
                settings: tls.broker.clone(),
                volume: "broker",
                made: tls.enabled && certificate && topology.is_distributed(),
                serves: tls.serves(&tls.broker),
                mounted: deployed,
                names: CertificateNames::Headless,
            }),
            token: Some("broker"),
            credentials: Some(Credentials {
                key: "brokerClientAuthenticationPlugin",
                consequence: "brokers do not reach each other",
            }),
            scrape: self.pods.scrape("broker", "http"),
            dials_bookies: true,
            departure: departure::DEPARTURE,
            stage: Stage::Brokers,
            rollout: Some(ROLLOUT),
            ..ComponentRecord::of_pulsar("broker", &self.pods.component, deployed, CONFIGURATION)
        }
    }

    /// The nodes that its pods may run on.
    fn pods_nodes(&self) -> Scheduling<'_> {
        Scheduling {
            node_selector: Some(&self.pods.node_selector),
            tolerations: Some(&self.pods.tolerations),
            ..Scheduling::default()
        }
    }

    fn account(&self, cluster: &Cluster<'_>) -> String {
        cluster.names.account(&self.pods.component)
    }

    fn serves_tls(cluster: &Cluster<'_>) -> bool {
        cluster.base.tls.enabled && cluster.base.tls.broker.enabled
    }

    /// Whether the services open the plain port of the binary protocol: even if the brokers serve TLS, for function
    /// instances that use none.
    fn offers_plain(cluster: &Cluster<'_>) -> bool {
        !(Self::serves_tls(cluster) && cluster.base.tls.function_instance.enabled)
    }

    fn service_ports(&self, cluster: &Cluster<'_>) -> Vec<ServicePort> {
        // Monitors scrape over plain HTTP in any case.
        let mut ports = vec![service_port("http", self.ports.http)];
        if Self::offers_plain(cluster) {
            ports.push(service_port(format!("{}pulsar", cluster.base.tcp_prefix), self.ports.pulsar));
        }
        if Self::serves_tls(cluster) {
            ports.push(service_port("https", self.ports.https));
            ports.push(service_port(format!("{}pulsarssl", cluster.base.tls_prefix), self.ports.pulsarssl));
        }
        ports
    }

    /// What clients dial.
    fn service(&self, cluster: &Cluster<'_>) -> Object {
        let address = Some(self.service.cluster_ip.clone()).filter(|address| !address.is_empty());
        let spec = ServiceSpec {
            type_: Some("ClusterIP".to_owned()),
            cluster_ip: address,
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

    /// What gives each broker a name. A broker dials itself by it before it is ready.
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
