//! Autorecovery's StatefulSet.

use crate::Autorecovery;
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::pod::{self, Pod, Replicated, Scheduling};
use pulsarc_component::script;
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
    volumes.extend(autorecovery.extra_volumes.clone());
    let unmonitored = (!autorecovery.pod_monitor.enabled).then_some(autorecovery.ports.http);
    let restarts_with = autorecovery.restart_pods_on_config_map_change.then_some(config);
    let pod = Pod {
        component: &autorecovery.component,
        annotations: pod::pod_annotations(unmonitored, restarts_with, &autorecovery.annotations),
        service_account: Some(cluster.names.of(&autorecovery.component)),
        scheduling: Scheduling {
            node_selector: Some(&autorecovery.node_selector),
            tolerations: Some(&autorecovery.tolerations),
            spread: Some(&autorecovery.topology_spread_constraints),
            priority_class: autorecovery.priority_class_name.as_deref(),
            affinity: Some(&autorecovery.affinity),
        },
        grace_period: autorecovery.grace_period,
        init_containers: init_containers(autorecovery, cluster),
        containers: vec![container(autorecovery, cluster)],
        volumes,
        ..Pod::default()
    };
    let update = UpdateStrategy { type_: Some("RollingUpdate".to_owned()), rolling_update: None };
    Replicated {
        name: cluster.names.of(&autorecovery.component),
        component: &autorecovery.component,
        annotations: &autorecovery.app_annotations,
        service: cluster.names.of(&autorecovery.component),
        replicas: Some(autorecovery.replica_count),
        pod_management: Some("Parallel".to_owned()),
        update: Some(&update),
        template: pod.template(cluster),
        claims: Vec::new(),
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
        let wait = script::lines([
            script::apply_environment("conf/bookkeeper.conf"),
            script::small_bookkeeper_heap(),
            cluster.zookeeper_client_tls(&certificates),
            script::wait_for_bookkeeper_metadata(),
        ]);
        let seconds = Some(autorecovery.wait_bookkeeper_timeout);
        containers.push(Container {
            env_from: pod::env_from(cluster.names.of(&autorecovery.component)),
            volume_mounts: mounts,
            ..pod::init_container(cluster, "pulsar-bookkeeper-verify-clusterid", image, seconds, wait)
        });
    }
    containers.extend(autorecovery.init_containers.clone());
    containers
}

fn container(autorecovery: &Autorecovery, cluster: &Cluster<'_>) -> Container {
    let certificates = certificates(cluster);
    let mut mounts = autorecovery.extra_volume_mounts.clone();
    mounts.extend(certificates.mounts());
    let command = script::lines([
        certificates.keep_bundle_fresh().unwrap_or_default(),
        script::apply_environment("conf/bookkeeper.conf"),
        cluster.zookeeper_client_tls(&certificates),
        "OPTS=\"${OPTS} -Dlog4j2.formatMsgNoLookups=true\" exec bin/bookkeeper autorecovery".to_owned(),
    ]);
    let named =
        pod::container(cluster, cluster.names.of(&autorecovery.component), &cluster.base.images.autorecovery);
    Container {
        env_from: pod::env_from(cluster.names.of(&autorecovery.component)),
        ports: Some(vec![pod::container_port("http", autorecovery.ports.http)]),
        resources: pod::resources(autorecovery.resources.as_ref()),
        volume_mounts: pod::mounts(mounts),
        ..pod::running(named, command)
    }
}
