//! A made-up component as a crate of its own would have it: its spec, its record and its objects.

use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::config::{self, Settings};
use pulsarc_component::jwt::{KeyUse, PodTokens};
use pulsarc_component::meta::{headless, service, service_port};
use pulsarc_component::pod::{self, Pod, StatefulSetBuilder};
use pulsarc_component::pod_settings::{PodSettings, WithPodSettings};
use pulsarc_component::roster::{
    CertificateNames, CertificateRecord, Configuration, Listener, PlainKeys, Shutdown,
};
use pulsarc_component::shapes::{Disk, StringMap};
use pulsarc_component::storage::{claim, disk_name};
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Program, Topology, base};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{Container, VolumeMount};
use pulsarc_model::Port;
use serde::Deserialize;

const CONFIGURATION: Configuration =
    Configuration { programs: &[Program::Broker], plain_keys: PlainKeys::ConfFile };

/// The component's place in the registry.
pub(super) fn entry() -> Entry {
    Entry::of_pods::<Heartbeat>("heartbeat").configured_by(CONFIGURATION)
}

/// The block `heartbeat`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Heartbeat {
    #[serde(skip)]
    pods: PodSettings,
    replica_count: i32,
    ports: Ports,
    tls: base::TlsComponent,
    volumes: Disks,
}

#[derive(Debug, Clone, Deserialize)]
struct Ports {
    http: Port,
    https: Port,
}

#[derive(Debug, Clone, Deserialize)]
struct Disks {
    data: Disk,
}

impl WithPodSettings for Heartbeat {
    fn pod_settings(&mut self) -> &mut PodSettings {
        &mut self.pods
    }
}

impl Component for Heartbeat {
    fn describe(&self, base: &Base, topology: &mut Topology) {
        let tls = base.tls.serves(&self.tls);
        topology.records.push(ComponentRecord {
            replicas: Some("replicaCount"),
            image: "images.toolset",
            listeners: vec![
                Listener::open("heartbeat.ports.http", self.ports.http),
                Listener::open_if(tls, "heartbeat.ports.https", self.ports.https),
            ],
            shutdown: Shutdown::Graceful,
            certificate: Some(CertificateRecord {
                path: "heartbeat.tls",
                settings: self.tls.clone(),
                volume: "heartbeat",
                made: tls,
                serves: tls,
                mounted: true,
                names: CertificateNames::Service,
            }),
            token: Some("client"),
            persists: Some("heartbeats"),
            scrape: self.pods.scrape("heartbeat", "http"),
            ..ComponentRecord::of_pulsar("heartbeat", &self.pods.component, true, CONFIGURATION)
        });
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        let component = &self.pods.component;
        let name = cluster.names.of(component);
        let mut settings = Settings::new();
        if let Some(broker) = &cluster.topology.broker {
            let host = cluster.names.of(&broker.component);
            settings.set("brokerServiceUrl", broker.service_url(&host, broker.tls));
        }
        let config = config::config_map(cluster, component, settings.with(&self.pods.config_data));
        let (tokens, certificates) = (tokens(), self.certificates(cluster));
        let mut volumes = self.pods.extra_volumes.clone();
        volumes.extend(tokens.volumes(cluster));
        volumes.extend(certificates.volumes(cluster));
        let pod = Pod {
            service_account: Some(name.clone()),
            init_containers: self.pods.init_containers.clone(),
            containers: vec![self.container(cluster)],
            volumes,
            ..self.pods.pod(Some(self.ports.http), &config)
        };
        let workload = StatefulSetBuilder {
            replicas: Some(self.replica_count),
            claims: vec![claim(cluster, component, &self.volumes.data)],
            ..self.pods.stateful_set(cluster, pod)
        };
        let ports = self.named_ports(cluster).into_iter().map(|(name, port)| service_port(name, port));
        vec![
            workload.stateful_set(cluster).into(),
            config.into(),
            service(cluster, &name, component, &StringMap::new(), headless(ports.collect())),
            self.pods.service_account(cluster, name),
        ]
    }
}

fn tokens() -> PodTokens<'static> {
    PodTokens { name: "heartbeat", who: "client", key: KeyUse::Show }
}

impl Heartbeat {
    fn named_ports(&self, cluster: &Cluster<'_>) -> Vec<(&'static str, Port)> {
        let mut ports = vec![("http", self.ports.http)];
        if cluster.base.tls.serves(&self.tls) {
            ports.push(("https", self.ports.https));
        }
        ports
    }

    fn certificates<'a>(&'a self, cluster: &Cluster<'_>) -> PodCertificates<'a> {
        let tls = cluster.base.tls.serves(&self.tls);
        PodCertificates {
            name: "heartbeat",
            folder: "heartbeat",
            tls: &self.tls,
            own: if tls { Own::Pair } else { Own::None },
            authority: cluster.base.tls.enabled,
        }
    }

    fn container(&self, cluster: &Cluster<'_>) -> Container {
        let mut mounts = vec![VolumeMount {
            name: disk_name(cluster, &self.pods.component, &self.volumes.data.name),
            mount_path: "/data".to_owned(),
            ..VolumeMount::default()
        }];
        mounts.extend(tokens().mounts(cluster));
        mounts.extend(self.certificates(cluster).mounts());
        mounts.extend(self.pods.extra_volume_mounts.clone());
        let ports = self.named_ports(cluster).into_iter().map(|(name, port)| pod::container_port(name, port));
        Container {
            ports: Some(ports.collect()),
            volume_mounts: pod::mounts(mounts),
            ..pod::running(
                self.pods.container(cluster, &cluster.base.images.toolset),
                "exec heartbeat".into(),
            )
        }
    }
}
