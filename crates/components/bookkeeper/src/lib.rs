//! BookKeeper: the bookies that keep every message, and the job that initializes their metadata.
//!
//! What brokers and tools are told of the ledgers' metadata is in `pulsarc_component::ledgers`, since they and the
//! bookies have to agree.

mod departure;
mod disks;
mod init_job;
mod settings;
mod workload;

use pulsarc_component::meta::{annotated, budget, metadata, service_port};
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{
    CertificateNames, CertificateRecord, Configuration, Listener, PlainKeys, Shutdown,
};
use pulsarc_component::shapes::{Disk, PdbSpec, Probes, Resources, StringMap, TextOrList, UpdateStrategy};
use pulsarc_component::{
    Base, Bookies, Cluster, Component, ComponentRecord, Connection, Entry, Program, Topology,
};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{Service, ServiceSpec};
use pulsarc_model::{Endpoint, Port, Role, Rollout, Stage};
use serde::Deserialize;

/// How a controlled rollout restarts its pods: one at a time, while no ledger is under-replicated.
const ROLLOUT: Rollout = Rollout { role: Role::Bookie, endpoint: Endpoint::plain("httpServerPort", 8000) };

/// The bookies read `conf/bookkeeper.conf`.
const CONFIGURATION: Configuration =
    Configuration { programs: &[Program::BookKeeper], plain_keys: PlainKeys::ConfFile };

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<BookKeeper>("bookkeeper").configured_by(CONFIGURATION)
}

/// The block `bookkeeper`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BookKeeper {
    #[serde(skip)]
    pods: PodSettings,
    metadata: Metadata,
    replica_count: i32,
    update_strategy: Option<UpdateStrategy>,
    pod_management_policy: Option<String>,
    ports: Ports,
    probe: Probes,
    #[serde(default)]
    wait_metadata_timeout: i64,
    volumes: Disks,
    index_directories: Option<TextOrList>,
    #[serde(default)]
    service: ServiceSettings,
    pdb: PdbSpec,
}

/// The job that initializes the ledgers' metadata.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Metadata {
    #[serde(default)]
    wait_zookeeper_timeout: i64,
    init_timeout: Option<i64>,
    #[serde(default)]
    wait_oxia_timeout: i64,
    resources: Option<Resources>,
}

#[derive(Debug, Clone, Deserialize)]
struct Ports {
    http: Port,
    bookie: Port,
    statestore: Port,
}

/// The disks of a bookie.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Disks {
    #[serde(default)]
    persistence: bool,
    journal: Disk,
    ledgers: Disk,
    index: Disk,
    #[serde(default)]
    use_single_common_volume: bool,
    common: Disk,
}

/// The service, and whatever of its spec the user says.
#[derive(Debug, Clone, Default, Deserialize)]
struct ServiceSettings {
    #[serde(default)]
    annotations: StringMap,
    spec: Option<ServiceSpec>,
}

impl WithPodSettings for BookKeeper {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for BookKeeper {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        topology.bookkeeper = Some(Bookies {
            component: self.pods.component.clone(),
            replicas: self.replica_count,
            http: self.ports.http,
            bookie: self.ports.bookie,
            state_store: self.ports.statestore,
            tls: base.tls.serves(&base.tls.bookie),
        });
        topology.connections.extend(self.connections(base));
        topology.records.push(self.record(base, topology));
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.runs_bookkeeper() {
            return Vec::new();
        }
        let config = settings::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        let name = cluster.names.of(&self.pods.component);
        let mut objects = vec![config.into(), workload.into(), self.service(cluster)];
        objects.push(self.pods.service_account(cluster, name));
        objects.extend(budget(cluster, &self.pods.component, &self.pdb));
        objects.extend(disks::storage_classes(self, cluster));
        if cluster.initializes() {
            objects.push(init_job::job(self, cluster).into());
        }
        objects
    }
}

impl BookKeeper {
    fn record(&self, base: &Base, topology: &Topology) -> ComponentRecord {
        let deployed = base.components.bookkeeper && topology.is_distributed();
        let tls = &base.tls;
        let state_store = base.functions.use_bookie_as_state_store;
        ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.bookie",
            listeners: vec![
                Listener::open("bookkeeper.ports.http", self.ports.http),
                Listener::open("bookkeeper.ports.bookie", self.ports.bookie),
                Listener::open_if(state_store, "bookkeeper.ports.statestore", self.ports.statestore),
            ],
            shutdown: Shutdown::Graceful,
            certificate: Some(CertificateRecord {
                path: "tls.bookie",
                settings: tls.bookie.clone(),
                volume: "bookie",
                made: tls.enabled && (tls.bookie.enabled || tls.zookeeper.enabled),
                serves: tls.serves(&tls.bookie),
                mounted: deployed,
                names: CertificateNames::Service,
            }),
            persists: Some("messages"),
            scrape: self.pods.scrape("bookkeeper", "http"),
            departure: departure::DEPARTURE,
            stage: Stage::Bookies,
            rollout: Some(ROLLOUT),
            ..ComponentRecord::of_pulsar("bookkeeper", &self.pods.component, deployed, CONFIGURATION)
        }
    }

    /// Bookies copy among themselves if nothing else does it or if they keep the state of functions.
    fn connections(&self, base: &Base) -> Vec<Connection> {
        let state_store = base.functions.use_bookie_as_state_store;
        let among = |port, protocol, tls| Connection {
            from: self.pods.component.clone(),
            to: self.pods.component.clone(),
            port,
            protocol,
            tls,
        };
        let copies = state_store || !base.components.autorecovery;
        let tls = base.tls.serves(&base.tls.bookie);
        let copying = copies.then(|| among(self.ports.bookie, "bookie", tls));
        copying.into_iter().chain(state_store.then(|| among(self.ports.statestore, "bk", false))).collect()
    }

    /// Whether what it writes is kept on disks.
    fn persists(&self, cluster: &Cluster<'_>) -> bool {
        cluster.base.persistence && cluster.base.volumes.persistence && self.volumes.persistence
    }

    /// The folders of the index, apart by commas; none if it is beside the ledgers.
    fn index_directories(&self) -> Option<String> {
        let given = self.index_directories.as_ref().map(TextOrList::joined).filter(|list| !list.is_empty());
        let own = || self.volumes.index.enabled.then(|| self.volumes.index.mount_path.clone());
        given.or_else(own).filter(|list| !list.is_empty())
    }

    /// What brokers dial, bookie by bookie. What the user says of its spec comes first.
    fn service(&self, cluster: &Cluster<'_>) -> Object {
        let bookie = format!("{}bookie", cluster.base.tcp_prefix);
        let own = vec![service_port(bookie, self.ports.bookie), service_port("http", self.ports.http)];
        let users = self.service.spec.clone().unwrap_or_default();
        let spec = ServiceSpec {
            ports: users.ports.clone().or(Some(own)),
            cluster_ip: users.cluster_ip.clone().or_else(|| Some("None".to_owned())),
            selector: users.selector.clone().or_else(|| Some(cluster.labels.selector(&self.pods.component))),
            ..users
        };
        let metadata = metadata(cluster, cluster.names.of(&self.pods.component), Some(&self.pods.component));
        Service {
            metadata: annotated(metadata, &self.service.annotations),
            spec: Some(spec),
            ..Service::default()
        }
        .into()
    }
}
