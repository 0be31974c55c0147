//! Standalone: metadata store, bookie and broker in one process, for development and small tests.
//!
//! It takes the place of ZooKeeper, the bookies, autorecovery, the brokers and the function worker. It says so in the
//! topology, and each of those decides for itself what that means; nothing here switches them off.

mod departure;
mod settings;
mod workload;

use pulsarc_component::meta::{headless, metadata, service, service_port};
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{
    CertificateNames, CertificateRecord, Configuration, PlainKeys, Shutdown, server_listeners,
};
use pulsarc_component::shapes::{Probes, PulsarPorts, StringMap, kubernetes};
use pulsarc_component::storage::{self, LOCAL};
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Program, PulsarPeer, Topology};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::apis::meta::v1::LabelSelector;
use pulsarc_model::{Port, Quantity, Stage};
use serde::Deserialize;

/// The process reads `conf/standalone.conf`, whose keys are the brokers'.
const CONFIGURATION: Configuration = Configuration {
    programs: &[Program::Broker, Program::Plugin, Program::Packages, Program::WebSocket],
    plain_keys: PlainKeys::ConfFile,
};

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<Standalone>("standalone").configured_by(CONFIGURATION)
}

/// The block `standalone`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Standalone {
    #[serde(skip)]
    pods: PodSettings,
    #[serde(default)]
    enabled: bool,
    ports: PulsarPorts,
    probe: Probes,
    service: Published,
    volumes: Disks,
}

#[derive(Debug, Clone, Deserialize)]
struct Published {
    #[serde(default)]
    annotations: StringMap,
    #[serde(rename = "type")]
    kind: Option<String>,
}

#[derive(Debug, Clone, Deserialize)]
struct Disks {
    data: DataDisk,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct DataDisk {
    name: String,
    size: Quantity,
    selector: Option<LabelSelector>,
    storage_class_name: Option<String>,
}

impl WithPodSettings for Standalone {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for Standalone {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        topology.standalone_mode = self.enabled;
        topology.standalone = Some(PulsarPeer {
            component: self.pods.component.clone(),
            http: self.ports.http,
            https: self.ports.https,
            pulsar: self.ports.pulsar,
            pulsarssl: self.ports.pulsarssl,
            tls: base.tls.enabled,
        });
        let tls = &base.tls;
        topology.records.push(ComponentRecord {
            image: "images.standalone",
            function_worker: base.components.functions,
            listeners: server_listeners("standalone", &self.ports, tls.enabled),
            shutdown: Shutdown::Graceful,
            certificate: Some(CertificateRecord {
                path: "tls.standalone",
                settings: tls.standalone.clone(),
                volume: "standalone",
                made: tls.enabled && self.enabled,
                serves: tls.enabled,
                mounted: self.enabled,
                names: CertificateNames::Service,
            }),
            token: Some("client"),
            persists: Some("messages and metadata"),
            scrape: self.pods.scrape("standalone", "http"),
            departure: departure::DEPARTURE,
            stage: Stage::Brokers,
            ..ComponentRecord::of_pulsar("standalone", &self.pods.component, self.enabled, CONFIGURATION)
        });
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !self.enabled {
            return Vec::new();
        }
        let config = settings::config_map(self, cluster);
        let workload = workload::deployment(self, cluster, &config);
        let account = cluster.names.account(&self.pods.component);
        vec![
            config.into(),
            workload.into(),
            self.claim(cluster).into(),
            self.service(cluster),
            self.headless_service(cluster),
            self.pods.service_account(cluster, account),
        ]
    }
}

/// A port of the process by the name that pods and services give it.
type NamedPort = (String, Port);

impl Standalone {
    fn disk_name(&self, cluster: &Cluster<'_>) -> String {
        storage::disk_name(cluster, &self.pods.component, &self.volumes.data.name)
    }

    /// The disk of everything that the process keeps.
    fn claim(&self, cluster: &Cluster<'_>) -> kubernetes::PersistentVolumeClaim {
        let disk = &self.volumes.data;
        let given = disk.storage_class_name.clone().filter(|class| !class.is_empty());
        let class = given.or_else(|| cluster.base.volumes.local_storage.then(|| LOCAL.to_owned()));
        let name = self.disk_name(cluster);
        kubernetes::PersistentVolumeClaim {
            metadata: metadata(cluster, &name, Some(&self.pods.component)),
            ..storage::claim_of(name, &disk.size, class, disk.selector.as_ref())
        }
    }

    fn plain_port(&self, cluster: &Cluster<'_>) -> NamedPort {
        (format!("{}pulsar", cluster.base.tcp_prefix), self.ports.pulsar)
    }

    fn tls_ports(&self, cluster: &Cluster<'_>) -> [NamedPort; 2] {
        let secure = format!("{}pulsarssl", cluster.base.tls_prefix);
        [("https".to_owned(), self.ports.https), (secure, self.ports.pulsarssl)]
    }

    /// What is open: the binary protocol either plain or with TLS, and plain HTTP always, for probes and metrics.
    fn open_ports(&self, cluster: &Cluster<'_>) -> Vec<NamedPort> {
        let mut ports = vec![("http".to_owned(), self.ports.http)];
        if cluster.base.tls.enabled {
            ports.extend(self.tls_ports(cluster));
        } else {
            ports.push(self.plain_port(cluster));
        }
        ports
    }

    /// What clients dial.
    fn service(&self, cluster: &Cluster<'_>) -> Object {
        let ports = self.open_ports(cluster).into_iter().map(|(name, port)| service_port(name, port));
        let spec = kubernetes::ServiceSpec {
            type_: self.service.kind.clone(),
            ports: Some(ports.collect()),
            ..kubernetes::ServiceSpec::default()
        };
        service(
            cluster,
            cluster.names.of(&self.pods.component),
            &self.pods.component,
            &self.service.annotations,
            spec,
        )
    }

    /// What gives the pod a name of its own, by which it tells clients to find it.
    fn headless_service(&self, cluster: &Cluster<'_>) -> Object {
        let mut ports = self.open_ports(cluster);
        if cluster.base.tls.enabled {
            ports.push(self.plain_port(cluster));
        }
        let ports = ports.into_iter().map(|(name, port)| service_port(name, port));
        let spec =
            kubernetes::ServiceSpec { publish_not_ready_addresses: Some(true), ..headless(ports.collect()) };
        let name = cluster.names.headless(&self.pods.component);
        service(cluster, name, &self.pods.component, &StringMap::new(), spec)
    }
}
