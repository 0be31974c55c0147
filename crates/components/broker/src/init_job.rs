//! The job that writes a new Pulsar cluster's metadata: its name, and the URLs of its brokers. It runs once, before the
//! first broker starts.

use crate::Broker;
use pulsarc_component::Cluster;
use pulsarc_component::line;
use pulsarc_component::pod::{self, Pod, Scheduling};
use pulsarc_component::script::{self, ReadOnly, Script, Word};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::Container;

/// The chart's seconds for the initialization where none are left.
const SECONDS: i64 = 60;

/// The job, where a new cluster is initialized.
pub(crate) fn job(broker: &Broker, cluster: &Cluster<'_>) -> Option<Object> {
    let pulsar = &cluster.base.pulsar_metadata;
    let script = initialize(broker, cluster).filter(|_| cluster.initializes())?;
    let pod = Pod {
        component: &pulsar.component,
        scheduling: Scheduling::of_job(pulsar.jobs(), &broker.pods.node_selector, &broker.pods.tolerations),
        init_containers: init_containers(cluster),
        containers: vec![container(cluster, script)],
        volumes: cluster.toolset_certificates().volumes(cluster),
        restart_policy: Some("OnFailure"),
        ..Pod::default()
    };
    let name = cluster.names.of(&pulsar.component);
    Some(pod::job(cluster, name, &pulsar.component, pod.template(cluster)).into())
}

fn container(cluster: &Cluster<'_>, script: Script) -> Container {
    let pulsar = &cluster.base.pulsar_metadata;
    let seconds = pulsar.init_timeout.filter(|seconds| *seconds != 0).unwrap_or(SECONDS);
    let named = pod::container(cluster, cluster.names.of(&pulsar.component), &pulsar.image);
    Container {
        resources: pod::resources(pulsar.resources.as_ref()),
        volume_mounts: pod::mounts(cluster.toolset_certificates().mounts()),
        ..pod::running_within(named, seconds, script)
    }
}

/// The script that initializes the metadata; none if there is no store for it.
fn initialize(broker: &Broker, cluster: &Cluster<'_>) -> Option<Script> {
    let stores = if cluster.has_zookeeper() {
        let store = format!("{}{}", cluster.zookeeper_connect(), cluster.base.metadata_prefix);
        let prefix = &cluster.base.pulsar_metadata.configuration_store_metadata_prefix;
        let shared = cluster
            .configuration_store_connect()
            .map_or_else(|| store.clone(), |connect| format!("{connect}{prefix}"));
        line!["--zookeeper ", Word::new(store), " --configuration-store ", Word::new(shared)]
    } else {
        let store = Word::new(cluster.metadata_store_url()?);
        line!["--metadata-store ", &store, " --configuration-store ", &store]
    };
    let host = cluster.names.dialed(&cluster.names.of(&broker.pods.component));
    let peer = cluster.topology.broker.as_ref()?;
    let tls = if cluster.has_zookeeper() {
        cluster.zookeeper_client_tls(&cluster.toolset_certificates())
    } else {
        Script::none()
    };
    let url = |url: String| Word::new(url + "/");
    Some(Script::lines([
        // A further command must not hide that the initialization failed.
        "set -e".into(),
        tls,
        script::SMALL_PULSAR_HEAP.into(),
        Script::continued([
            "bin/pulsar initialize-cluster-metadata".into(),
            line!["--cluster ", Word::new(cluster.names.cluster())],
            stores,
            line!["--web-service-url ", url(peer.web_url(&host, false))],
            line!["--web-service-url-tls ", url(peer.web_url(&host, true))],
            line!["--broker-service-url ", url(peer.service_url(&host, false))],
            line!["--broker-service-url-tls ", url(peer.service_url(&host, true))],
        ]),
        Script::from(&cluster.base.extra_init_command),
    ]))
}

fn init_containers(cluster: &Cluster<'_>) -> Vec<Container> {
    let pulsar = &cluster.base.pulsar_metadata;
    let certificates = cluster.toolset_certificates();
    let with_certificates =
        |container| Container { volume_mounts: pod::mounts(certificates.mounts()), ..container };
    let mut containers: Vec<Container> =
        certificates.bundle_container(cluster, &pulsar.image).into_iter().collect();
    if cluster.has_zookeeper() && pulsar.wait_zookeeper_timeout > 0 {
        let seconds = Some(pulsar.wait_zookeeper_timeout);
        if let Some(connect) = cluster.configuration_store_connect() {
            let list = script::zookeeper_shell(&connect, "ls /", ReadOnly::Refused);
            let script = Script::lines([
                script::SMALL_PULSAR_HEAP.into(),
                cluster.zookeeper_client_tls(&certificates),
                script::wait_for_zookeeper(&list, "the configuration store does not answer yet"),
            ]);
            containers.push(with_certificates(pod::init_container(
                cluster,
                "wait-zk-cs-ready",
                &pulsar.image,
                seconds,
                script,
            )));
        }
        let script = cluster.wait_for_zookeeper_servers();
        containers.push(pod::init_container(
            cluster,
            "wait-zk-metastore-ready",
            &pulsar.image,
            seconds,
            script,
        ));
    }
    containers.extend(cluster.wait_for_oxia(&pulsar.image, pulsar.wait_oxia_timeout));
    containers.extend(wait_for_bookkeeper_metadata(cluster).map(with_certificates));
    containers
}

/// Waits until the bookies' own metadata has been initialized.
fn wait_for_bookkeeper_metadata(cluster: &Cluster<'_>) -> Option<Container> {
    let pulsar = &cluster.base.pulsar_metadata;
    let bookies = cluster.topology.bookkeeper.as_ref().filter(|_| cluster.runs_bookkeeper())?;
    let script = Script::lines([
        script::apply_environment("conf/bookkeeper.conf"),
        script::SMALL_BOOKKEEPER_HEAP.into(),
        cluster.zookeeper_client_tls(&cluster.toolset_certificates()),
        script::WAIT_FOR_BOOKKEEPER_METADATA.into(),
    ]);
    let seconds = pulsar.wait_bookkeeper_timeout;
    (seconds > 0).then(|| Container {
        env_from: pod::env_from(cluster.names.of(&bookies.component)),
        ..pod::init_container(
            cluster,
            "pulsar-bookkeeper-verify-clusterid",
            &pulsar.image,
            Some(seconds),
            script,
        )
    })
}
