//! Autorecovery: the processes that copy the entries of bookies that are lost.

mod departure;
mod workload;

use pulsarc_component::config::{self, Settings};
use pulsarc_component::meta::{headless, service, service_port};
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{CertificateNames, CertificateRecord, Configuration, Listener, PlainKeys};
use pulsarc_component::shapes::{Annotated, Mounts};
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Program, Topology};
use pulsarc_kube::Object;
use pulsarc_model::{Port, Stage};
use serde::Deserialize;

/// The processes read `conf/bookkeeper.conf`.
const CONFIGURATION: Configuration =
    Configuration { programs: &[Program::BookKeeper], plain_keys: PlainKeys::ConfFile };

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<Autorecovery>("autorecovery").configured_by(CONFIGURATION)
}

/// The block `autorecovery`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Autorecovery {
    #[serde(skip)]
    pods: PodSettings,
    replica_count: i32,
    ports: Ports,
    #[serde(default)]
    wait_bookkeeper_timeout: i64,
    #[serde(default)]
    service: Annotated,
    #[serde(default)]
    init_containers_extra_volume_mounts: Mounts,
}

#[derive(Debug, Clone, Deserialize)]
struct Ports {
    http: Port,
}

impl WithPodSettings for Autorecovery {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for Autorecovery {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        let deployed = base.components.autorecovery && topology.is_distributed();
        let tls = &base.tls;
        topology.records.push(ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.autorecovery",
            listeners: vec![Listener::open("autorecovery.ports.http", self.ports.http)],
            certificate: Some(CertificateRecord {
                path: "tls.autorecovery",
                settings: tls.autorecovery.clone(),
                volume: "autorecovery",
                made: tls.serves(&tls.zookeeper),
                serves: false,
                mounted: deployed,
                names: CertificateNames::Service,
            }),
            scrape: self.pods.scrape("autorecovery", "http"),
            dials_bookies: true,
            departure: departure::DEPARTURE,
            stage: Stage::Autorecovery,
            ..ComponentRecord::of_pulsar("autorecovery", &self.pods.component, deployed, CONFIGURATION)
        });
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !(cluster.base.components.autorecovery && cluster.is_distributed()) {
            return Vec::new();
        }
        let mut settings = Settings::new();
        cluster.set_bookkeeper_common(&mut settings);
        // Its own, by which its metrics are scraped, and not the bookies'.
        settings.set("httpServerPort", self.ports.http);
        let config = config::config_map(cluster, &self.pods.component, settings.with(&self.pods.config_data));
        let workload = workload::stateful_set(self, cluster, &config);
        let name = cluster.names.of(&self.pods.component);
        let ports = headless(vec![service_port("http", self.ports.http)]);
        vec![
            config.into(),
            workload.into(),
            service(cluster, &name, &self.pods.component, &self.service.annotations, ports),
            self.pods.service_account(cluster, name),
        ]
    }
}
