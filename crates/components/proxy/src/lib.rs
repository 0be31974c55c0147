//! The proxies, before the brokers or a standalone server: their config map, StatefulSet, service, ingress, autoscaler
//! and budget.
//!
//! What clients reach through them is not decided here: they pass on what the servers behind them answer.

mod routes;
mod settings;
mod workload;

use pulsarc_component::autoscaling::autoscaler;
use pulsarc_component::ingress::ingress;
use pulsarc_component::meta::{budget, service_account};
use pulsarc_component::shapes::{
    AffinitySpec, Annotated, Autoscaling, Budget, ConfigData, Containers, IngressSpec, Mounts,
    PodMonitorSpec, Probes, Resources, Spread, Texts, Tolerations, UpdateStrategy, Variables, Volumes,
};
use pulsarc_component::{Base, Cluster, Component, Entry, ProxyPeer, PulsarPeer, ScrapeTarget, Topology};
use pulsarc_kube::Object;
use pulsarc_model::Port;
use routes::Service;
use serde::Deserialize;

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of::<Proxy>("proxy", &[])
}

/// The block `proxy`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proxy {
    component: String,
    replica_count: i32,
    autoscaling: Autoscaling,
    update_strategy: Option<UpdateStrategy>,
    #[serde(default)]
    init_containers: Containers,
    pod_monitor: PodMonitorSpec,
    #[serde(default)]
    restart_pods_on_config_map_change: bool,
    probe: Probes,
    #[serde(default)]
    node_selector: Texts,
    affinity: AffinitySpec,
    #[serde(default)]
    topology_spread_constraints: Spread,
    #[serde(default)]
    app_annotations: Texts,
    #[serde(default)]
    annotations: Texts,
    #[serde(default)]
    tolerations: Tolerations,
    priority_class_name: Option<String>,
    grace_period: Option<i64>,
    #[serde(default)]
    wait_zookeeper_timeout: i64,
    #[serde(default)]
    wait_oxia_timeout: i64,
    #[serde(default)]
    wait_broker_timeout: i64,
    resources: Option<Resources>,
    #[serde(default)]
    extra_volumes: Volumes,
    #[serde(default)]
    extra_volume_mounts: Mounts,
    #[serde(default)]
    extra_envs: Variables,
    #[serde(default, rename = "service_account")]
    service_account: Annotated,
    #[serde(default)]
    config_data: ConfigData,
    additional_command: Option<String>,
    ports: Ports,
    service: Service,
    ingress: IngressSpec,
    pdb: Budget,
}

/// The service's ports. The binary protocol has the same ones in the pods.
#[derive(Debug, Clone, Deserialize)]
struct Ports {
    http: Port,
    https: Port,
    pulsar: Port,
    pulsarssl: Port,
    #[serde(rename = "containerPorts")]
    pods: PodPorts,
}

/// What the pods listen on for HTTP: ports that need no rights, where the service's do.
#[derive(Debug, Clone, Deserialize)]
struct PodPorts {
    http: Port,
    https: Port,
}

impl Component for Proxy {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        let peer = PulsarPeer {
            component: self.component.clone(),
            http: self.ports.http,
            https: self.ports.https,
            pulsar: self.ports.pulsar,
            pulsarssl: self.ports.pulsarssl,
            tls: base.tls.enabled && base.tls.proxy.enabled,
        };
        topology.proxy = Some(ProxyPeer { peer });
        if base.components.proxy {
            topology.scrape_targets.push(ScrapeTarget {
                name: "proxy".to_owned(),
                component: self.component.clone(),
                port: "sts-http".to_owned(),
                monitor: self.pod_monitor.clone(),
            });
        }
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.base.components.proxy {
            return Vec::new();
        }
        let config = settings::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        let web = if Self::serves_tls(cluster) { self.ports.https } else { self.ports.http };
        let mut objects = vec![config.into(), workload.into(), routes::service(self, cluster)];
        let account = cluster.names.of(&self.component);
        objects.push(service_account(cluster, account, &self.component, &self.service_account.annotations));
        objects.extend(ingress(cluster, &self.component, &self.ingress, web));
        objects.extend(autoscaler(cluster, &self.component, &self.autoscaling));
        objects.extend(budget(cluster, &self.component, &self.pdb));
        objects
    }
}

impl Proxy {
    fn serves_tls(cluster: &Cluster<'_>) -> bool {
        cluster.base.tls.enabled && cluster.base.tls.proxy.enabled
    }

    /// Whether the servers behind the proxies speak TLS, so that the proxies dial them over it.
    fn dials_tls(cluster: &Cluster<'_>) -> bool {
        cluster.server().is_some_and(|server| server.tls)
    }
}
