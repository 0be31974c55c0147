//! The proxies, before the brokers or a standalone server: their config map, StatefulSet, service, ingress, autoscaler
//! and budget.
//!
//! What clients reach through them is not decided here: they pass on what the servers behind them answer.

mod departure;
mod routes;
mod settings;
mod workload;

use pulsarc_component::autoscaling::autoscaler;
use pulsarc_component::ingress::ingress;
use pulsarc_component::meta::budget;
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{
    CertificateNames, CertificateRecord, Configuration, Credentials, Listener, PlainKeys, Shutdown,
};
use pulsarc_component::shapes::{Autoscaling, IngressSpec, PdbSpec, Probes, UpdateStrategy};
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Program, PulsarPeer, Topology};
use pulsarc_kube::Object;
use pulsarc_model::{Endpoint, Port, Role, Rollout, Stage};
use routes::Service;
use serde::Deserialize;

/// How a controlled rollout restarts its pods: one at a time.
const ROLLOUT: Rollout = Rollout { role: Role::Proxy, endpoint: Endpoint::WEB_SERVICE };

/// The proxies read `conf/proxy.conf`, and so do the plugins and the WebSocket service inside them.
const CONFIGURATION: Configuration = Configuration {
    programs: &[Program::Proxy, Program::Plugin, Program::WebSocket],
    plain_keys: PlainKeys::ConfFile,
};

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_pods::<Proxy>("proxy").configured_by(CONFIGURATION)
}

/// The block `proxy`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proxy {
    #[serde(skip)]
    pods: PodSettings,
    replica_count: i32,
    autoscaling: Autoscaling,
    update_strategy: Option<UpdateStrategy>,
    probe: Probes,
    #[serde(default)]
    wait_zookeeper_timeout: i64,
    #[serde(default)]
    wait_oxia_timeout: i64,
    #[serde(default)]
    wait_broker_timeout: i64,
    ports: Ports,
    service: Service,
    ingress: IngressSpec,
    pdb: PdbSpec,
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

impl WithPodSettings for Proxy {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for Proxy {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        topology.proxy = Some(PulsarPeer {
            component: self.pods.component.clone(),
            http: self.ports.http,
            https: self.ports.https,
            pulsar: self.ports.pulsar,
            pulsarssl: self.ports.pulsarssl,
            tls: base.tls.serves(&base.tls.proxy),
        });
        topology.records.push(self.record(base, topology));
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        if !cluster.base.components.proxy {
            return Vec::new();
        }
        let config = settings::config_map(self, cluster);
        let workload = workload::stateful_set(self, cluster, &config);
        let web = if Self::serves_tls(cluster) { self.ports.https } else { self.ports.http };
        let mut objects = vec![config.into(), workload.into(), routes::service(self, cluster)];
        let account = cluster.names.of(&self.pods.component);
        objects.push(self.pods.service_account(cluster, account));
        objects.extend(ingress(cluster, &self.pods.component, &self.ingress, web));
        objects.extend(autoscaler(cluster, &self.pods.component, &self.autoscaling));
        objects.extend(budget(cluster, &self.pods.component, &self.pdb));
        objects
    }
}

impl Proxy {
    /// Whether the proxies serve WebSocket; as in the image, the key with its prefix wins.
    fn serves_websocket(&self) -> bool {
        let names = ["PULSAR_PREFIX_webSocketServiceEnabled", "webSocketServiceEnabled"];
        let value = names.iter().find_map(|name| self.pods.config_data.get(*name));
        value.is_some_and(|value| value.to_string().trim().eq_ignore_ascii_case("true"))
    }

    fn record(&self, base: &Base, topology: &Topology) -> ComponentRecord {
        let deployed = base.components.proxy;
        let tls = &base.tls;
        let secure = tls.serves(&tls.proxy);
        // For WebSocket the proxies read policies themselves, and show ZooKeeper a certificate.
        let shown = self.serves_websocket()
            && base.auth.authorizes()
            && base.components.zookeeper
            && topology.is_distributed()
            && tls.serves(&tls.zookeeper);
        let (ports, plain) = (&self.ports, !secure);
        ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.proxy",
            listeners: vec![
                Listener::open("proxy.ports.containerPorts.http", ports.pods.http),
                Listener::open_if(secure, "proxy.ports.containerPorts.https", ports.pods.https),
                Listener::open_if(plain, "proxy.ports.pulsar", ports.pulsar),
                Listener::open_if(secure, "proxy.ports.pulsarssl", ports.pulsarssl),
            ],
            // The service has the plain ports or those with TLS, never both.
            services: vec![
                vec![
                    Listener::open_if(plain, "proxy.ports.http", ports.http),
                    Listener::open_if(plain, "proxy.ports.pulsar", ports.pulsar),
                ],
                vec![
                    Listener::open_if(secure, "proxy.ports.https", ports.https),
                    Listener::open_if(secure, "proxy.ports.pulsarssl", ports.pulsarssl),
                ],
            ],
            shutdown: Shutdown::Graceful,
            certificate: Some(CertificateRecord {
                path: "tls.proxy",
                settings: tls.proxy.clone(),
                volume: "proxy",
                made: (secure || shown) && tls.proxy.create_cert,
                serves: secure,
                mounted: deployed,
                names: CertificateNames::Service,
            }),
            token: Some("proxy"),
            credentials: Some(Credentials {
                key: "brokerClientAuthenticationPlugin",
                consequence: "proxies do not reach the brokers",
            }),
            scrape: self.pods.scrape("proxy", "sts-http"),
            departure: departure::DEPARTURE,
            stage: Stage::Proxies,
            rollout: Some(ROLLOUT),
            ..ComponentRecord::of_pulsar("proxy", &self.pods.component, deployed, CONFIGURATION)
        }
    }

    fn serves_tls(cluster: &Cluster<'_>) -> bool {
        cluster.base.tls.enabled && cluster.base.tls.proxy.enabled
    }

    /// Whether the servers behind the proxies speak TLS, so that the proxies dial them over it.
    fn dials_tls(cluster: &Cluster<'_>) -> bool {
        cluster.server().is_some_and(|server| server.tls)
    }
}
