//! The toolset's StatefulSet.

use crate::Toolset;
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::jwt::{KeyUse, PodTokens};
use pulsarc_component::pod::{self, Pod, Replicated, Scheduling};
use pulsarc_component::script::{self, ZooKeeperTls};
use pulsarc_component::shapes::{ImageSpec, UpdateStrategy};
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container};

/// Keeps the pod there, and lets it stop at once: a shell that is process 1 ignores the signal unless it is trapped.
const IDLE: &str = "trap 'exit 0' TERM INT\nsleep 2147483647 &\nwait";

/// The authority by which the tools trust the servers, and a certificate to show ZooKeeper.
pub(crate) fn certificates<'a>(cluster: &Cluster<'a>) -> PodCertificates<'a> {
    PodCertificates {
        name: "toolset",
        folder: "toolset",
        tls: &cluster.base.tls.toolset,
        own: if cluster.zookeeper_tls() { Own::Combined } else { Own::None },
        authority: cluster.base.tls.enabled,
    }
}

/// The tools show the token of the role `client`.
pub(crate) fn tokens() -> PodTokens<'static> {
    PodTokens { name: "client", who: "client", key: KeyUse::Show }
}

pub(crate) fn stateful_set(toolset: &Toolset, cluster: &Cluster<'_>, config: &ConfigMap) -> StatefulSet {
    let mut volumes = tokens().volumes(cluster);
    volumes.extend(toolset.extra_volumes.clone());
    volumes.extend(certificates(cluster).volumes(cluster));
    let bundle = certificates(cluster).bundle_container(cluster, &cluster.base.images.toolset);
    let restarts_with = toolset.restart_pods_on_config_map_change.then_some(config);
    let name = cluster.names.of(&toolset.component);
    let pod = Pod {
        component: &toolset.component,
        annotations: pod::pod_annotations(None, restarts_with, &toolset.annotations),
        service_account: Some(name.clone()),
        scheduling: Scheduling {
            node_selector: Some(&toolset.node_selector),
            tolerations: Some(&toolset.tolerations),
            spread: Some(&toolset.topology_spread_constraints),
            priority_class: toolset.priority_class_name.as_deref(),
            affinity: None,
        },
        grace_period: toolset.grace_period,
        init_containers: bundle.into_iter().chain(toolset.init_containers.clone()).collect(),
        containers: vec![container(toolset, cluster)],
        volumes,
        ..Pod::default()
    };
    Replicated {
        name: name.clone(),
        component: &toolset.component,
        annotations: &toolset.app_annotations,
        service: name,
        replicas: Some(toolset.replica_count),
        pod_management: Some("Parallel".to_owned()),
        update: Some(&UpdateStrategy { type_: Some("RollingUpdate".to_owned()), rolling_update: None }),
        template: pod.template(cluster),
        claims: Vec::new(),
    }
    .stateful_set(cluster)
}

fn container(toolset: &Toolset, cluster: &Cluster<'_>) -> Container {
    let mut mounts = tokens().mounts(cluster);
    mounts.extend(toolset.extra_volume_mounts.clone());
    mounts.extend(certificates(cluster).mounts());
    let name = cluster.names.of(&toolset.component);
    let container = Container {
        env_from: pod::env_from(&name),
        resources: pod::resources(toolset.resources.as_ref()),
        volume_mounts: pod::mounts(mounts),
        ..pod::container(cluster, name, image(cluster))
    };
    pod::running(container, command(toolset, cluster))
}

/// The toolset's image where it has one of its own, else the brokers': the tools fit the servers.
fn image<'a>(cluster: &Cluster<'a>) -> &'a ImageSpec {
    let images = &cluster.base.images;
    let own = images.toolset.repository.as_deref().is_some_and(|repository| !repository.is_empty());
    if own { &images.toolset } else { &images.broker }
}

fn command(toolset: &Toolset, cluster: &Cluster<'_>) -> String {
    let certificates = certificates(cluster);
    let zookeeper =
        || script::zookeeper_tls(certificates.folder, certificates.trusted(), ZooKeeperTls::Client);
    script::lines([
        toolset.additional_command.clone().unwrap_or_default(),
        certificates.keep_bundle_fresh().unwrap_or_default(),
        script::apply_environment("conf/client.conf"),
        script::apply_environment("conf/bookkeeper.conf"),
        cluster.zookeeper_tls().then(zookeeper).unwrap_or_default(),
        IDLE.to_owned(),
    ])
}
