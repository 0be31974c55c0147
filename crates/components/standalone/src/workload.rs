//! The process's Deployment: one pod, which its successor waits for, since it holds the disk.

use crate::Standalone;
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::jwt::{KeyUse, PodTokens};
use pulsarc_component::pod::{self, Handler, Pod};
use pulsarc_component::script::{self, Script};
use pulsarc_component::shapes::Volumes;
use pulsarc_kube::k8s_openapi::api::apps::v1::Deployment;
use pulsarc_kube::k8s_openapi::api::core::v1::{
    ConfigMap, Container, PersistentVolumeClaimVolumeSource, Volume, VolumeMount,
};

/// The certificate, in the folder in which a broker's would be, and the authority.
fn certificates<'a>(cluster: &Cluster<'a>) -> PodCertificates<'a> {
    let tls = &cluster.base.tls;
    PodCertificates {
        name: "standalone",
        folder: "broker",
        tls: &tls.standalone,
        own: if tls.enabled { Own::Pair } else { Own::None },
        authority: tls.enabled,
    }
}

/// The process checks tokens, and dials itself with the token of the role `client`.
pub(crate) fn tokens() -> PodTokens<'static> {
    PodTokens { name: "client", who: "client", key: KeyUse::Check }
}

pub(crate) fn deployment(standalone: &Standalone, cluster: &Cluster<'_>, config: &ConfigMap) -> Deployment {
    let mut pod = Pod {
        service_account: Some(cluster.names.account(&standalone.pods.component)),
        init_containers: standalone.pods.init_containers.clone(),
        containers: vec![container(standalone, cluster)],
        volumes: volumes(standalone, cluster),
        ..standalone.pods.pod(Some(standalone.ports.http), config)
    };
    // There is one pod, and nothing for it to keep apart from.
    pod.scheduling.affinity = None;
    let mut template = pod.template(cluster);
    // The pod's own name in DNS, which the process advertises.
    if let Some(spec) = &mut template.spec {
        spec.hostname = Some(standalone.pods.component.clone());
        spec.subdomain = Some(cluster.names.headless(&standalone.pods.component));
    }
    let name = cluster.names.of(&standalone.pods.component);
    pod::single_deployment(
        cluster,
        name,
        &standalone.pods.component,
        &standalone.pods.app_annotations,
        template,
    )
}

fn volumes(standalone: &Standalone, cluster: &Cluster<'_>) -> Volumes {
    let name = standalone.disk_name(cluster);
    let claim = PersistentVolumeClaimVolumeSource { claim_name: name.clone(), read_only: None };
    let mut volumes = vec![Volume { name, persistent_volume_claim: Some(claim), ..Volume::default() }];
    volumes.extend(standalone.pods.extra_volumes.clone());
    volumes.extend(tokens().volumes(cluster));
    volumes.extend(certificates(cluster).volumes(cluster));
    volumes
}

fn container(standalone: &Standalone, cluster: &Cluster<'_>) -> Container {
    let data = standalone.disk_name(cluster);
    let mut mounts =
        vec![VolumeMount { name: data, mount_path: "/pulsar/data".to_owned(), ..VolumeMount::default() }];
    mounts.extend(tokens().mounts(cluster));
    mounts.extend(standalone.pods.extra_volume_mounts.clone());
    mounts.extend(certificates(cluster).mounts());
    let ports =
        standalone.open_ports(cluster).into_iter().map(|(name, port)| pod::container_port(name, port));
    let container = Container {
        ports: Some(ports.collect()),
        volume_mounts: pod::mounts(mounts),
        ..standalone.pods.container(cluster, &cluster.base.images.standalone)
    };
    let open = Handler::Tcp(standalone.ports.http);
    pod::with_probes(pod::running(container, command(standalone, cluster)), &standalone.probe, &open, &open)
}

fn command(standalone: &Standalone, cluster: &Cluster<'_>) -> Script {
    // Pulsar no longer advertises the pod's whole name by itself, and clients could not resolve the short one.
    let role = if cluster.base.components.functions {
        "standalone --advertised-address \"$(hostname -f)\""
    } else {
        "standalone --advertised-address \"$(hostname -f)\" --no-functions-worker --no-stream-storage"
    };
    Script::lines([
        Script::from(&standalone.pods.additional_command),
        script::apply_environment("conf/standalone.conf"),
        "bin/gen-yml-from-env.py conf/functions_worker.yml".into(),
        "echo \"OK\" > \"${statusFilePath:-status}\"".into(),
        script::exec_server(role, ""),
    ])
}
