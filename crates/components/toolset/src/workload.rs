//! The toolset's StatefulSet.

use crate::Toolset;
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::jwt::{KeyUse, PodTokens};
use pulsarc_component::pod::{self, Pod, StatefulSetBuilder};
use pulsarc_component::script::{self, Script, ZooKeeperTls};
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
    volumes.extend(toolset.pods.extra_volumes.clone());
    volumes.extend(certificates(cluster).volumes(cluster));
    let bundle = certificates(cluster).bundle_container(cluster, &cluster.base.images.toolset);
    let name = cluster.names.of(&toolset.pods.component);
    let pod = Pod {
        service_account: Some(name.clone()),
        init_containers: bundle.into_iter().chain(toolset.pods.init_containers.clone()).collect(),
        containers: vec![container(toolset, cluster)],
        volumes,
        ..toolset.pods.pod(None, config)
    };
    StatefulSetBuilder {
        replicas: Some(toolset.replica_count),
        pod_management: Some("Parallel".to_owned()),
        update: Some(&UpdateStrategy { type_: Some("RollingUpdate".to_owned()), rolling_update: None }),
        ..toolset.pods.stateful_set(cluster, pod)
    }
    .stateful_set(cluster)
}

fn container(toolset: &Toolset, cluster: &Cluster<'_>) -> Container {
    let mut mounts = tokens().mounts(cluster);
    mounts.extend(toolset.pods.extra_volume_mounts.clone());
    mounts.extend(certificates(cluster).mounts());
    let container =
        Container { volume_mounts: pod::mounts(mounts), ..toolset.pods.container(cluster, image(cluster)) };
    pod::running(container, command(toolset, cluster))
}

/// The toolset's image if it has one of its own, else the brokers': the tools fit the servers.
fn image<'a>(cluster: &Cluster<'a>) -> &'a ImageSpec {
    let images = &cluster.base.images;
    let own = images.toolset.repository.as_deref().is_some_and(|repository| !repository.is_empty());
    if own { &images.toolset } else { &images.broker }
}

fn command(toolset: &Toolset, cluster: &Cluster<'_>) -> Script {
    let certificates = certificates(cluster);
    let zookeeper =
        || script::zookeeper_tls(certificates.folder, certificates.trusted(), ZooKeeperTls::Client);
    Script::lines([
        Script::from(&toolset.pods.additional_command),
        certificates.keep_bundle_fresh(),
        script::apply_environment("conf/client.conf"),
        script::apply_environment("conf/bookkeeper.conf"),
        cluster.zookeeper_tls().then(zookeeper).unwrap_or_default(),
        IDLE.into(),
    ])
}
