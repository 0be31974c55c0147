//! Autorecovery's StatefulSet.

use crate::Autorecovery;
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::pod::{self, Pod, StatefulSetBuilder};
use pulsarc_component::script::{self, Script};
use pulsarc_component::shapes::UpdateStrategy;
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container};

/// What it shows ZooKeeper, and the authority by which it trusts it.
fn certificates<'a>(cluster: &Cluster<'a>) -> PodCertificates<'a> {
    let tls = cluster.zookeeper_tls();
    PodCertificates {
        name: "autorecovery",
        folder: "autorecovery",
        tls: &cluster.base.tls.autorecovery,
        own: if tls { Own::Combined } else { Own::None },
        authority: tls,
    }
}

pub(crate) fn stateful_set(
    autorecovery: &Autorecovery,
    cluster: &Cluster<'_>,
    config: &ConfigMap,
) -> StatefulSet {
    let mut volumes = certificates(cluster).volumes(cluster);
    volumes.extend(autorecovery.pods.extra_volumes.clone());
    let pod = Pod {
        service_account: Some(cluster.names.of(&autorecovery.pods.component)),
        init_containers: init_containers(autorecovery, cluster),
        containers: vec![container(autorecovery, cluster)],
        volumes,
        ..autorecovery.pods.pod(Some(autorecovery.ports.http), config)
    };
    let update = UpdateStrategy { type_: Some("RollingUpdate".to_owned()), rolling_update: None };
    StatefulSetBuilder {
        replicas: Some(autorecovery.replica_count),
        pod_management: Some("Parallel".to_owned()),
        update: Some(&update),
        ..autorecovery.pods.stateful_set(cluster, pod)
    }
    .stateful_set(cluster)
}

fn init_containers(autorecovery: &Autorecovery, cluster: &Cluster<'_>) -> Vec<Container> {
    let image = &cluster.base.images.autorecovery;
    let certificates = certificates(cluster);
    let mut mounts = autorecovery.init_containers_extra_volume_mounts.clone();
    mounts.extend(certificates.mounts());
    let mounts = pod::mounts(mounts);
    let mut containers: Vec<Container> = Vec::new();
    if let Some(bundle) = certificates.bundle_container(cluster, image) {
        containers.push(Container { volume_mounts: mounts.clone(), ..bundle });
    }
    if autorecovery.wait_bookkeeper_timeout > 0 {
        let wait = Script::lines([
            script::apply_environment("conf/bookkeeper.conf"),
            script::SMALL_BOOKKEEPER_HEAP.into(),
            cluster.zookeeper_client_tls(&certificates),
            script::WAIT_FOR_BOOKKEEPER_METADATA.into(),
        ]);
        let seconds = Some(autorecovery.wait_bookkeeper_timeout);
        containers.push(Container {
            env_from: pod::env_from(cluster.names.of(&autorecovery.pods.component)),
            volume_mounts: mounts,
            ..pod::init_container(cluster, "pulsar-bookkeeper-verify-clusterid", image, seconds, wait)
        });
    }
    containers.extend(autorecovery.pods.init_containers.clone());
    containers
}

fn container(autorecovery: &Autorecovery, cluster: &Cluster<'_>) -> Container {
    let certificates = certificates(cluster);
    let mut mounts = autorecovery.pods.extra_volume_mounts.clone();
    mounts.extend(certificates.mounts());
    let command = Script::lines([
        certificates.keep_bundle_fresh(),
        script::apply_environment("conf/bookkeeper.conf"),
        cluster.zookeeper_client_tls(&certificates),
        "OPTS=\"${OPTS} -Dlog4j2.formatMsgNoLookups=true\" exec bin/bookkeeper autorecovery".into(),
    ]);
    let named = autorecovery.pods.container(cluster, &cluster.base.images.autorecovery);
    Container {
        ports: Some(vec![pod::container_port("http", autorecovery.ports.http)]),
        volume_mounts: pod::mounts(mounts),
        ..pod::running(named, command)
    }
}
