//! The brokers' StatefulSet.

use crate::{Broker, graceful_shutdown};
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::jwt::{KeyUse, PodTokens};
use pulsarc_component::line;
use pulsarc_component::pod::{self, Handler, Pod, StatefulSetBuilder};
use pulsarc_component::script::{self, Piece, ReadOnly, Script, Word};
use pulsarc_component::shapes::SecurityContext;
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container, ContainerPort};

/// The brokers' certificate, for their clients, and for the bookies and ZooKeeper, whose clients they are.
pub(crate) fn certificates<'a>(cluster: &Cluster<'a>) -> PodCertificates<'a> {
    let tls = &cluster.base.tls;
    let own = if cluster.zookeeper_tls() {
        Own::Combined
    } else if tls.enabled && (tls.broker.enabled || tls.bookie.enabled) {
        Own::Pair
    } else {
        Own::None
    };
    PodCertificates { name: "broker", folder: "broker", tls: &tls.broker, own, authority: tls.enabled }
}

/// The brokers check their clients' tokens, and show each other their own.
pub(crate) fn tokens() -> PodTokens<'static> {
    PodTokens { name: "broker", who: "broker", key: KeyUse::Check }
}

pub(crate) fn stateful_set(broker: &Broker, cluster: &Cluster<'_>, config: &ConfigMap) -> StatefulSet {
    let mut volumes = broker.pods.extra_volumes.clone();
    volumes.extend(tokens().volumes(cluster));
    volumes.extend(broker.storage_offload.volumes());
    volumes.extend(broker.package_management.volumes());
    volumes.extend(certificates(cluster).volumes(cluster));
    let pod = Pod {
        service_account: Some(broker.account(cluster)),
        security_context: broker
            .pods
            .security_context
            .clone()
            .filter(|context| *context != SecurityContext::default()),
        init_containers: init_containers(broker, cluster),
        containers: vec![container(broker, cluster)],
        volumes,
        ..broker.pods.pod(Some(broker.ports.http), config)
    };
    StatefulSetBuilder {
        service: cluster.names.headless(&broker.pods.component),
        replicas: broker.autoscaling.replicas(broker.replica_count),
        pod_management: Some(pod_management(broker, cluster)),
        update: broker.update_strategy.as_ref(),
        ..broker.pods.stateful_set(cluster, pod)
    }
    .stateful_set(cluster)
}

/// The worker inside a broker dials the brokers that are there already, so with it they start one after the other.
fn pod_management(broker: &Broker, cluster: &Cluster<'_>) -> String {
    let given = broker.pod_management_policy.clone().filter(|policy| !policy.is_empty());
    given.unwrap_or_else(|| if cluster.embeds_functions() { "OrderedReady" } else { "Parallel" }.to_owned())
}

fn init_containers(broker: &Broker, cluster: &Cluster<'_>) -> Vec<Container> {
    let image = &cluster.base.images.broker;
    let mut containers: Vec<Container> =
        certificates(cluster).bundle_container(cluster, image).into_iter().collect();
    containers.extend(wait_for_metadata(broker, cluster));
    containers.extend(cluster.wait_for_oxia(image, broker.wait_oxia_timeout));
    containers.extend(wait_for_bookies(broker, cluster));
    containers.extend(broker.pods.init_containers.clone());
    containers
}

/// Waits until the cluster's metadata has been initialized.
fn wait_for_metadata(broker: &Broker, cluster: &Cluster<'_>) -> Option<Container> {
    let connect = cluster.configuration_store_connect().unwrap_or_else(|| cluster.zookeeper_connect());
    let get = script::zookeeper_shell(&connect, line!["get ", cluster.cluster_znode()], ReadOnly::Allowed);
    let script = Script::lines([
        cluster.zookeeper_client_tls(&certificates(cluster)),
        script::SMALL_PULSAR_HEAP.into(),
        script::wait_for_zookeeper(&get, "the cluster is not initialized yet"),
    ]);
    let seconds = broker.wait_zookeeper_timeout;
    (cluster.has_zookeeper() && seconds > 0)
        .then(|| waiting(cluster, "wait-zookeeper-ready", seconds, script))
}

/// Waits until as many bookies are there as a ledger is spread over.
fn wait_for_bookies(broker: &Broker, cluster: &Cluster<'_>) -> Option<Container> {
    let bookies = cluster.topology.bookkeeper.as_ref().filter(|_| cluster.runs_bookkeeper())?;
    let host = cluster.names.of(&bookies.component);
    let wanted = &cluster.topology.ensemble_size;
    let message =
        Word::message(format_args!("there are fewer than {wanted} bookies, trying again in 10 seconds"));
    let script = Script::lines([
        cluster.zookeeper_client_tls(&certificates(cluster)),
        script::apply_environment("conf/bookkeeper.conf"),
        script::SMALL_BOOKKEEPER_HEAP.into(),
        script::WAIT_FOR_BOOKKEEPER_METADATA.into(),
        line!["bookies() { nslookup -timeout=10 ", Word::new(&host), " | grep -c Name; }"],
        line![
            "until [ \"$(bookies)\" -ge ",
            Word::new(wanted),
            " ]; do\n  echo ",
            message,
            "\n  sleep 10\ndone"
        ],
    ]);
    let seconds = broker.wait_bookkeeper_timeout;
    (seconds > 0).then(|| Container {
        env_from: pod::env_from(host),
        ..waiting(cluster, "wait-bookkeeper-ready", seconds, script)
    })
}

/// An init container that waits, with the brokers' certificates.
fn waiting(cluster: &Cluster<'_>, name: &str, seconds: i64, script: Script) -> Container {
    Container {
        volume_mounts: pod::mounts(certificates(cluster).mounts()),
        ..pod::init_container(cluster, name, &cluster.base.images.broker, Some(seconds), script)
    }
}

fn container(broker: &Broker, cluster: &Cluster<'_>) -> Container {
    let mut mounts = tokens().mounts(cluster);
    mounts.extend(broker.storage_offload.mounts());
    mounts.extend(broker.pods.extra_volume_mounts.clone());
    mounts.extend(broker.package_management.mounts());
    mounts.extend(certificates(cluster).mounts());
    let mut variables = broker.storage_offload.variables();
    variables.extend(broker.pods.extra_envs.clone());
    let named = broker.pods.container(cluster, &cluster.base.images.broker);
    let container = Container {
        env: pod::variables(variables),
        ports: Some(ports(broker, cluster)),
        volume_mounts: pod::mounts(mounts),
        lifecycle: graceful_shutdown::lifecycle(broker, cluster.base.auth.jwt().then(tokens).as_ref()),
        ..pod::running(named, command(broker, cluster))
    };
    let status = Handler::Http("/status.html", broker.ports.http);
    pod::with_probes(container, &broker.probe, &status, &status)
}

fn ports(broker: &Broker, cluster: &Cluster<'_>) -> Vec<ContainerPort> {
    let ports = &broker.ports;
    let mut open = vec![pod::container_port("http", ports.http)];
    if Broker::serves_tls(cluster) {
        open.push(pod::container_port("https", ports.https));
        open.push(pod::container_port(format!("{}pulsarssl", cluster.base.tls_prefix), ports.pulsarssl));
    } else {
        open.push(pod::container_port(format!("{}pulsar", cluster.base.tcp_prefix), ports.pulsar));
    }
    open
}

fn command(broker: &Broker, cluster: &Cluster<'_>) -> Script {
    let certificates = certificates(cluster);
    let mut lines = vec![
        Script::from(&broker.pods.additional_command),
        certificates.keep_bundle_fresh(),
        script::apply_environment("conf/broker.conf"),
        "bin/gen-yml-from-env.py conf/functions_worker.yml".into(),
        script::REPORT_STATUS.into(),
    ];
    if cluster.has_zookeeper() {
        lines.extend([cluster.zookeeper_client_tls(&certificates), wait_until_forgotten(broker, cluster)]);
    }
    lines.push(script::exec_server("broker", ""));
    Script::lines(lines)
}

/// Waits until ZooKeeper has forgotten the broker's last run: a broker that is still registered cannot register.
fn wait_until_forgotten(broker: &Broker, cluster: &Cluster<'_>) -> Script {
    // A broker registers by the name that the headless service gives its pod.
    let service = cluster.names.qualified(&cluster.names.headless(&broker.pods.component));
    let node = Word::of(&[
        Piece::Text(&cluster.base.metadata_prefix),
        Piece::Text("/loadbalance/brokers/"),
        Piece::Variable("HOSTNAME"),
        Piece::Text(&format!(".{service}:{}", broker.ports.http)),
    ]);
    let get = script::zookeeper_shell(&cluster.zookeeper_connect(), line!["get ", node], ReadOnly::Allowed);
    line![
        "while timeout 15 ",
        get,
        "; do\n  echo \"this broker is still registered, trying again in 10 seconds\"\n  sleep 10\ndone"
    ]
}
