//! The worker's StatefulSet.

use crate::{FunctionWorker, dials_zookeeper_tls, has_certificate};
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::jwt::{KeyUse, PodTokens};
use pulsarc_component::pod::{self, Handler, Pod, StatefulSetBuilder};
use pulsarc_component::script::{self, Script, ZooKeeperTls};
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container};

/// The worker's certificate, and the authority by which it trusts the brokers.
pub(crate) fn certificates<'a>(cluster: &Cluster<'a>) -> PodCertificates<'a> {
    let (base, topology) = (cluster.base, cluster.topology);
    PodCertificates {
        name: "function-worker",
        folder: "function-worker",
        tls: &base.tls.function_worker,
        own: match (dials_zookeeper_tls(base, topology), has_certificate(base, topology)) {
            (true, _) => Own::Combined,
            (false, true) => Own::Pair,
            (false, false) => Own::None,
        },
        authority: base.tls.enabled,
    }
}

/// The worker shows the brokers their own super user's token, and checks the tokens of its callers.
pub(crate) fn tokens() -> PodTokens<'static> {
    PodTokens { name: "function-worker", who: "broker", key: KeyUse::Check }
}

pub(crate) fn stateful_set(
    worker: &FunctionWorker,
    cluster: &Cluster<'_>,
    config: &ConfigMap,
) -> StatefulSet {
    let mut volumes = worker.pods.extra_volumes.clone();
    volumes.extend(tokens().volumes(cluster));
    volumes.extend(certificates(cluster).volumes(cluster));
    let pod = Pod {
        service_account: Some(worker.account(cluster)),
        init_containers: init_containers(worker, cluster),
        containers: vec![container(worker, cluster)],
        volumes,
        ..worker.pods.pod(Some(worker.ports.http), config)
    };
    StatefulSetBuilder {
        service: cluster.names.headless(&worker.pods.component),
        replicas: Some(worker.replica_count),
        pod_management: worker.pod_management_policy.clone(),
        ..worker.pods.stateful_set(cluster, pod)
    }
    .stateful_set(cluster)
}

fn init_containers(worker: &FunctionWorker, cluster: &Cluster<'_>) -> Vec<Container> {
    let image = &cluster.base.images.function_worker;
    let mut containers: Vec<Container> =
        certificates(cluster).bundle_container(cluster, image).into_iter().collect();
    if let (Some(broker), true) =
        (&cluster.topology.broker, cluster.runs_broker() && worker.wait_broker_timeout > 0)
    {
        let wait = script::wait_for_host(&cluster.names.of(&broker.component));
        let seconds = Some(worker.wait_broker_timeout);
        containers.push(pod::init_container(
            cluster,
            "wait-broker-ready",
            image,
            seconds,
            Script::lines([wait]),
        ));
    }
    containers.extend(worker.pods.init_containers.clone());
    containers
}

fn container(worker: &FunctionWorker, cluster: &Cluster<'_>) -> Container {
    let mut ports = vec![pod::container_port("http", worker.ports.http)];
    if FunctionWorker::serves_tls(cluster) {
        ports.push(pod::container_port("https", worker.ports.https));
    }
    let mut mounts = tokens().mounts(cluster);
    mounts.extend(worker.pods.extra_volume_mounts.clone());
    mounts.extend(certificates(cluster).mounts());
    let named = worker.pods.container(cluster, &cluster.base.images.function_worker);
    let container = Container {
        ports: Some(ports),
        volume_mounts: pod::mounts(mounts),
        ..pod::running(named, command(cluster))
    };
    // The REST API answers 401 without a token, so the probes open a connection and no more.
    let open = Handler::Tcp(worker.ports.http);
    pod::with_probes(container, &worker.probe, &open, &open)
}

fn command(cluster: &Cluster<'_>) -> Script {
    let certificates = certificates(cluster);
    let zookeeper =
        || script::zookeeper_tls(certificates.folder, certificates.trusted(), ZooKeeperTls::Client);
    Script::lines([
        certificates.keep_bundle_fresh(),
        dials_zookeeper_tls(cluster.base, cluster.topology).then(zookeeper).unwrap_or_default(),
        // Each worker needs a name of its own that the others can dial.
        "export PF_workerId=\"$(hostname)\"".into(),
        "export PF_workerHostname=\"$(hostname -f)\"".into(),
        "bin/gen-yml-from-env.py conf/functions_worker.yml".into(),
        script::exec_server("functions-worker", ""),
    ])
}
