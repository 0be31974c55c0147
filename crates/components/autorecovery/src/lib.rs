//! Autorecovery: the processes that copy the entries of bookies that are lost.

mod workload;

use pulsarc_component::config::{self, Settings};
use pulsarc_component::meta::{headless, service, service_account, service_port};
use pulsarc_component::roster::{
    CertificateNames, CertificateRecord, Configuration, Listener, PlainKeys, ScrapeTarget,
};
use pulsarc_component::shapes::{
    AffinitySpec, Annotated, ConfigData, Containers, Mounts, PodMonitorSpec, Resources, Spread, Texts,
    Tolerations, Volumes,
};
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Program, Topology};
use pulsarc_kube::Object;
use pulsarc_model::Port;
use serde::Deserialize;

/// The processes read `conf/bookkeeper.conf`.
const CONFIGURATION: Configuration =
    Configuration { programs: &[Program::BookKeeper], plain_keys: PlainKeys::ConfFile };

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of::<Autorecovery>("autorecovery").configured_by(CONFIGURATION)
}

/// The block `autorecovery`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Autorecovery {
    component: String,
    replica_count: i32,
    #[serde(default)]
    init_containers: Containers,
    pod_monitor: PodMonitorSpec,
    #[serde(default)]
    restart_pods_on_config_map_change: bool,
    ports: Ports,
    affinity: AffinitySpec,
    #[serde(default)]
    topology_spread_constraints: Spread,
    #[serde(default)]
    app_annotations: Texts,
    #[serde(default)]
    annotations: Texts,
    #[serde(default)]
    node_selector: Texts,
    #[serde(default)]
    tolerations: Tolerations,
    priority_class_name: Option<String>,
    grace_period: Option<i64>,
    #[serde(default)]
    wait_bookkeeper_timeout: i64,
    resources: Option<Resources>,
    #[serde(default)]
    service: Annotated,
    #[serde(default, rename = "service_account")]
    service_account: Annotated,
    #[serde(default)]
    config_data: ConfigData,
    #[serde(default)]
    extra_volumes: Volumes,
    #[serde(default)]
    init_containers_extra_volume_mounts: Mounts,
    #[serde(default)]
    extra_volume_mounts: Mounts,
}

#[derive(Debug, Clone, Deserialize)]
struct Ports {
    http: Port,
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
            scrape: Some(ScrapeTarget {
                name: "autorecovery",
                port: "http",
                monitor: self.pod_monitor.clone(),
            }),
            dials_bookies: true,
            ..ComponentRecord::of_pulsar("autorecovery", &self.component, deployed, CONFIGURATION)
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
        let config = config::config_map(cluster, &self.component, settings.with(&self.config_data));
        let workload = workload::stateful_set(self, cluster, &config);
        let name = cluster.names.of(&self.component);
        let ports = headless(vec![service_port("http", self.ports.http)]);
        vec![
            config.into(),
            workload.into(),
            service(cluster, &name, &self.component, &self.service.annotations, ports),
            service_account(cluster, name, &self.component, &self.service_account.annotations),
        ]
    }
}
