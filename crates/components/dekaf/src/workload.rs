//! Dekaf's Deployment: one pod, which its successor waits for, since it holds the disk.

use crate::{Dekaf, HTTP};
use pulsarc_component::Cluster;
use pulsarc_component::certs::{AUTHORITY, secret_volume};
use pulsarc_component::pod::{self, Pod, Scheduling};
use pulsarc_component::shapes::{Mounts, Variables, Volumes};
use pulsarc_kube::k8s_openapi::api::apps::v1::Deployment;
use pulsarc_kube::k8s_openapi::api::core::v1::{
    Container, ContainerPort, EnvVar, PersistentVolumeClaimVolumeSource, Volume, VolumeMount,
};

/// The volume with the authority's certificate.
const AUTHORITY_VOLUME: &str = "ca";

pub(crate) fn deployment(dekaf: &Dekaf, cluster: &Cluster<'_>) -> Deployment {
    let settings = &dekaf.deployment;
    let containers = std::iter::once(container(dekaf, cluster)).chain(settings.extra_containers.clone());
    let pod = Pod {
        component: &dekaf.component,
        annotations: settings.pod_annotations.clone(),
        scheduling: Scheduling {
            node_selector: Some(&settings.node_selector),
            tolerations: Some(&settings.tolerations),
            priority_class: settings.priority_class_name.as_deref(),
            ..Scheduling::default()
        },
        containers: containers.collect(),
        volumes: volumes(dekaf, cluster),
        ..Pod::default()
    };
    let name = cluster.names.of(&dekaf.component);
    let template = pod.template(cluster);
    pod::single_deployment(cluster, name, &dekaf.component, &settings.annotations, template)
}

/// Whether Dekaf has to dial TLS: it speaks in the clear where the servers do, as its other settings are the user's.
fn dials_tls(cluster: &Cluster<'_>) -> bool {
    !cluster.server_speaks_plain()
}

fn volumes(dekaf: &Dekaf, cluster: &Cluster<'_>) -> Volumes {
    let library = || {
        let name = dekaf.disk_name(cluster);
        let claim = PersistentVolumeClaimVolumeSource { claim_name: name.clone(), read_only: None };
        Volume { name, persistent_volume_claim: Some(claim), ..Volume::default() }
    };
    let authority = || secret_volume(AUTHORITY_VOLUME.to_owned(), cluster.authority_secret(), &["ca.crt"]);
    let mut volumes: Volumes = dekaf.library().map(|_| library()).into_iter().collect();
    volumes.extend(dekaf.deployment.extra_volumes.clone());
    volumes.extend(dials_tls(cluster).then(authority));
    volumes
}

fn mounts(dekaf: &Dekaf, cluster: &Cluster<'_>) -> Mounts {
    let mount = |name: String, path: &str| VolumeMount {
        name,
        mount_path: path.to_owned(),
        ..VolumeMount::default()
    };
    let library = dekaf.library().map(|_| mount(dekaf.disk_name(cluster), "/dekaf/data/library"));
    let authority =
        || VolumeMount { read_only: Some(true), ..mount(AUTHORITY_VOLUME.to_owned(), "/pulsar/certs/ca") };
    let mut mounts: Mounts = library.into_iter().collect();
    mounts.extend(dekaf.deployment.extra_volume_mounts.clone());
    mounts.extend(dials_tls(cluster).then(authority));
    mounts
}

/// Whom Dekaf dials, and what it trusts.
fn addresses(cluster: &Cluster<'_>) -> Variables {
    let Some(server) = cluster.server() else { return Variables::new() };
    let host = cluster.names.of(&server.component);
    let tls = dials_tls(cluster);
    let variable =
        |name: &str, value: String| EnvVar { name: name.to_owned(), value: Some(value), value_from: None };
    let mut variables = vec![
        variable("DEKAF_PULSAR_WEB_URL", server.web_url(&host, tls)),
        variable("DEKAF_PULSAR_BROKER_URL", server.service_url(&host, tls)),
    ];
    variables.extend(tls.then(|| variable("DEKAF_PULSAR_TLS_TRUST_CERTS_FILE_PATH", AUTHORITY.to_owned())));
    variables
}

fn container(dekaf: &Dekaf, cluster: &Cluster<'_>) -> Container {
    let settings = &dekaf.deployment;
    let mut env = addresses(cluster);
    env.extend(settings.extra_env.clone());
    let http =
        ContainerPort { container_port: HTTP, name: Some("http".to_owned()), ..ContainerPort::default() };
    Container {
        env: pod::variables(env),
        ports: Some(vec![http]),
        resources: pod::resources(settings.resources.as_ref()),
        volume_mounts: pod::mounts(mounts(dekaf, cluster)),
        liveness_probe: settings.liveness_probe.clone(),
        readiness_probe: settings.readiness_probe.clone(),
        ..pod::container(cluster, "dekaf", &cluster.base.images.dekaf)
    }
}
