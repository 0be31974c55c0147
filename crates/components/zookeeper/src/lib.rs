//! ZooKeeper: the ensemble that keeps the metadata of brokers and bookies.
//!
//! An ensemble that the user brings is not handled here, nor is the address that clients dial: that
//! is in `pulsarc_component::metadata`.

mod departure;
mod settings;
mod workload;

use pulsarc_component::meta::{budget, headless, service, service_port};
use pulsarc_component::pod::Scheduling;
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{
    CertificateNames, CertificateRecord, Configuration, Listener, PlainKeys, Shutdown,
};
use pulsarc_component::shapes::{Annotated, Disk, PdbSpec, Probes, UpdateStrategy};
use pulsarc_component::{
    Base, Cluster, Component, ComponentRecord, Connection, Entry, Program, Topology, ZooKeepers, storage,
    upgrade,
};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{ServicePort, ServiceSpec};
use pulsarc_model::{Endpoint, Port, Role, Rollout, Stage};
use serde::Deserialize;

/// How a controlled rollout restarts its pods: followers first.
const ROLLOUT: Rollout = Rollout { role: Role::ZooKeeper, endpoint: Endpoint::plain("clientPort", 2181) };

/// The servers read `conf/zookeeper.conf`.
const CONFIGURATION: Configuration =
    Configuration { programs: &[Program::ZooKeeper], plain_keys: PlainKeys::ConfFile };

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<ZooKeeper>("zookeeper").configured_by(CONFIGURATION)
}

/// The block `zookeeper`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ZooKeeper {
    #[serde(skip)]
    pods: PodSettings,
    replica_count: i32,
    update_strategy: Option<UpdateStrategy>,
    pod_management_policy: Option<String>,
    ports: Ports,
    probe: Probes,
    volumes: Disks,
    #[serde(default)]
    external_zookeeper_server_list: String,
    #[serde(default)]
    service: Annotated,
    #[serde(default)]
    headless_service: Annotated,
    statefulset_upgrade: Upgrade,
    pdb: PdbSpec,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ports {
    http: Port,
    client: Port,
    client_tls: Port,
    follower: Port,
    leader_election: Port,
    admin: Option<Port>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Disks {
    #[serde(default)]
    use_separate_disk_for_txlog: bool,
    #[serde(default)]
    persistence: bool,
    data: Disk,
    datalog: Disk,
}

#[derive(Debug, Clone, Deserialize)]
struct Upgrade {
    #[serde(default)]
    enabled: bool,
}

impl WithPodSettings for ZooKeeper {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for ZooKeeper {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        topology.zookeeper = Some(ZooKeepers {
            component: self.pods.component.clone(),
            replicas: self.replica_count,
            client: self.ports.client,
            client_tls: self.ports.client_tls,
        });
        let among = |port| Connection {
            from: self.pods.component.clone(),
            to: self.pods.component.clone(),
            port,
            protocol: "zookeeper",
            tls: false,
        };
        topology.connections.extend([self.ports.follower, self.ports.leader_election].map(among));
        topology.records.push(self.record(base, topology));
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.runs_zookeeper() {
            return Vec::new();
        }
        let config = settings::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        let name = cluster.names.of(&self.pods.component);
        let mut objects =
            vec![config.into(), workload.into(), self.service(cluster), self.headless_service(cluster)];
        objects.push(self.pods.service_account(cluster, name));
        objects.extend(budget(cluster, &self.pods.component, &self.pdb));
        objects.extend(self.storage_classes(cluster));
        if self.statefulset_upgrade.enabled {
            objects.extend(upgrade::cleanup(cluster, &self.pods.component, self.pods_nodes()));
        }
        objects
    }
}

impl ZooKeeper {
    fn record(&self, base: &Base, topology: &Topology) -> ComponentRecord {
        let deployed = base.components.zookeeper && topology.is_distributed();
        let tls = base.tls.serves(&base.tls.zookeeper);
        let ports = &self.ports;
        let admin = ports.admin.map_or(settings::IMAGES_ADMIN_PORT, Port::number);
        ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.zookeeper",
            listeners: vec![
                Listener::open("zookeeper.ports.http", ports.http),
                Listener::open("zookeeper.ports.client", ports.client),
                Listener::open_if(tls, "zookeeper.ports.clientTls", ports.client_tls),
                Listener::open("zookeeper.ports.follower", ports.follower),
                Listener::open("zookeeper.ports.leaderElection", ports.leader_election),
                Listener { path: "zookeeper.ports.admin".to_owned(), port: admin, open: true },
            ],
            shutdown: Shutdown::Graceful,
            certificate: Some(CertificateRecord {
                path: "tls.zookeeper",
                settings: base.tls.zookeeper.clone(),
                volume: "zookeeper",
                made: tls,
                serves: tls,
                mounted: deployed,
                names: CertificateNames::Headless,
            }),
            persists: Some("the cluster's metadata"),
            scrape: self.pods.scrape("zookeeper", "http"),
            departure: departure::DEPARTURE,
            stage: Stage::Metadata,
            rollout: Some(ROLLOUT),
            ..ComponentRecord::of_pulsar("zookeeper", &self.pods.component, deployed, CONFIGURATION)
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

    /// Whether what it writes is kept on disks.
    fn persists(&self, cluster: &Cluster<'_>) -> bool {
        cluster.base.persistence && cluster.base.volumes.persistence && self.volumes.persistence
    }

    fn storage_classes(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        let disks =
            [(true, &self.volumes.data), (self.volumes.use_separate_disk_for_txlog, &self.volumes.datalog)];
        let wanted = disks.into_iter().filter(|(used, _)| *used && self.persists(cluster));
        wanted.filter_map(|(_, disk)| storage::storage_class(cluster, &self.pods.component, disk)).collect()
    }

    /// The ports that clients and monitors use.
    fn client_ports(&self, cluster: &Cluster<'_>) -> Vec<ServicePort> {
        let base = cluster.base;
        let mut ports = vec![service_port(format!("{}client", base.tcp_prefix), self.ports.client)];
        ports.extend(self.ports.admin.map(|admin| service_port("admin", admin)));
        if cluster.zookeeper_tls() {
            ports.push(service_port(format!("{}client-tls", base.tls_prefix), self.ports.client_tls));
        }
        ports
    }

    /// What clients dial.
    fn service(&self, cluster: &Cluster<'_>) -> Object {
        let mut ports = vec![service_port("http", self.ports.http)];
        ports.extend(self.client_ports(cluster));
        let spec = ServiceSpec { ports: Some(ports), ..ServiceSpec::default() };
        service(
            cluster,
            cluster.names.of(&self.pods.component),
            &self.pods.component,
            &self.service.annotations,
            spec,
        )
    }

    /// What the servers know each other by, before they are ready.
    fn headless_service(&self, cluster: &Cluster<'_>) -> Object {
        let prefixed = |name: &str, port| service_port(format!("{}{name}", cluster.base.tcp_prefix), port);
        let mut ports = vec![service_port("http", self.ports.http)];
        ports.push(prefixed("follower", self.ports.follower));
        ports.push(prefixed("leader-election", self.ports.leader_election));
        ports.extend(self.client_ports(cluster));
        let spec = ServiceSpec { publish_not_ready_addresses: Some(true), ..headless(ports) };
        service(
            cluster,
            cluster.names.headless(&self.pods.component),
            &self.pods.component,
            &self.headless_service.annotations,
            spec,
        )
    }
}
