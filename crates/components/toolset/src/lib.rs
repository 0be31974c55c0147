//! The toolset: pods that do nothing but hold Pulsar's command line tools, set up to talk to this cluster.
//!
//! Nobody dials them; the headless service gives them names and no ports. What people run in them is theirs.

mod settings;
mod workload;

use pulsarc_component::meta::{headless, service, service_account};
use pulsarc_component::roster::{CertificateNames, CertificateRecord, Configuration, Credentials, PlainKeys};
use pulsarc_component::shapes::{
    Annotated, ConfigData, Containers, Mounts, Resources, Spread, Texts, Tolerations, Volumes,
};
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Program, Topology};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::ServiceSpec;
use serde::Deserialize;

/// The tools read `conf/client.conf` and `conf/bookkeeper.conf`.
const CONFIGURATION: Configuration =
    Configuration { programs: &[Program::Client], plain_keys: PlainKeys::SeveralFiles };

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of::<Toolset>("toolset").configured_by(CONFIGURATION)
}

/// The block `toolset`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Toolset {
    component: String,
    #[serde(default)]
    use_proxy: bool,
    replica_count: i32,
    #[serde(default)]
    init_containers: Containers,
    #[serde(default)]
    restart_pods_on_config_map_change: bool,
    #[serde(default)]
    topology_spread_constraints: Spread,
    #[serde(default)]
    node_selector: Texts,
    #[serde(default)]
    app_annotations: Texts,
    #[serde(default)]
    annotations: Texts,
    #[serde(default)]
    tolerations: Tolerations,
    priority_class_name: Option<String>,
    grace_period: Option<i64>,
    resources: Option<Resources>,
    #[serde(default)]
    extra_volumes: Volumes,
    #[serde(default)]
    extra_volume_mounts: Mounts,
    #[serde(default, rename = "service_account")]
    service_account: Annotated,
    #[serde(default)]
    config_data: ConfigData,
    additional_command: Option<String>,
}

impl Component for Toolset {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        let tls = &base.tls;
        let record =
            ComponentRecord::of_pulsar("toolset", &self.component, base.components.toolset, CONFIGURATION);
        topology.records.push(ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.toolset",
            certificate: Some(CertificateRecord {
                path: "tls.toolset",
                settings: tls.toolset.clone(),
                volume: "toolset",
                made: tls.serves(&tls.zookeeper),
                serves: false,
                // The init jobs trust what the toolset trusts.
                mounted: true,
                names: CertificateNames::Service,
            }),
            token: Some("client"),
            credentials: Some(Credentials { key: "authPlugin", consequence: "its commands are refused" }),
            // BookKeeper's own shell reads ledgers.
            dials_bookies: true,
            ..record
        });
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.base.components.toolset {
            return Vec::new();
        }
        let name = cluster.names.of(&self.component);
        let config = settings::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        let no_ports = ServiceSpec { ports: None, ..headless(Vec::new()) };
        vec![
            config.into(),
            workload.into(),
            service(cluster, &name, &self.component, &Texts::new(), no_ports),
            service_account(cluster, &name, &self.component, &self.service_account.annotations),
        ]
    }
}
