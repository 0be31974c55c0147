//! The proxies' StatefulSet.

use crate::Proxy;
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::jwt::{KeyUse, PodTokens};
use pulsarc_component::line;
use pulsarc_component::pod::{self, Handler, Pod, StatefulSetBuilder};
use pulsarc_component::script::{self, ReadOnly, Script};
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container, ContainerPort};

/// The port that ZooKeeper's shell dials where none is said.
const ZOOKEEPERS_PORT: i32 = 2181;

/// The proxies' certificate for their clients, and the authority by which they trust the servers behind them, or an
/// OpenID provider inside the cluster.
pub(crate) fn certificates<'a>(cluster: &Cluster<'a>) -> PodCertificates<'a> {
    let tls = &cluster.base.tls;
    let own = match (cluster.proxy_certificate(), tls.zookeeper.enabled) {
        (false, _) => Own::None,
        (true, false) => Own::Pair,
        (true, true) => Own::Combined,
    };
    let trusts = own != Own::None || Proxy::dials_tls(cluster) || cluster.base.auth.authentication.enabled;
    PodCertificates { name: "proxy", folder: "proxy", tls: &tls.proxy, own, authority: tls.enabled && trusts }
}

/// The proxies check their clients' tokens, and show the servers behind them their own.
pub(crate) fn tokens() -> PodTokens<'static> {
    PodTokens { name: "proxy", who: "proxy", key: KeyUse::Check }
}

pub(crate) fn stateful_set(proxy: &Proxy, cluster: &Cluster<'_>, config: &ConfigMap) -> StatefulSet {
    let mut volumes = proxy.pods.extra_volumes.clone();
    volumes.extend(tokens().volumes(cluster));
    volumes.extend(certificates(cluster).volumes(cluster));
    let pod = Pod {
        service_account: Some(cluster.names.of(&proxy.pods.component)),
        init_containers: init_containers(proxy, cluster),
        containers: vec![container(proxy, cluster)],
        volumes,
        ..proxy.pods.pod(Some(proxy.ports.pods.http), config)
    };
    StatefulSetBuilder {
        replicas: proxy.autoscaling.replicas(proxy.replica_count),
        pod_management: Some("Parallel".to_owned()),
        update: proxy.update_strategy.as_ref(),
        ..proxy.pods.stateful_set(cluster, pod)
    }
    .stateful_set(cluster)
}

fn init_containers(proxy: &Proxy, cluster: &Cluster<'_>) -> Vec<Container> {
    let image = &cluster.base.images.proxy;
    let bundle = certificates(cluster).bundle_container(cluster, image);
    let renamed = |container| Container { name: "combine-certs".to_owned(), ..container };
    let mut containers: Vec<Container> = bundle.map(renamed).into_iter().collect();
    if cluster.is_distributed() {
        containers.extend(wait_for_metadata(proxy, cluster));
        containers.extend(cluster.wait_for_oxia(image, proxy.wait_oxia_timeout));
    }
    containers.extend(wait_for_servers(proxy, cluster));
    containers.extend(proxy.pods.init_containers.clone());
    containers
}

/// Waits until the cluster's metadata has been initialized, or the user's own `ZooKeepers` answer. The proxies have no
/// certificate for ZooKeeper, so that one that is dialled with TLS is not asked: the brokers, which are waited for too,
/// wait for it themselves.
fn wait_for_metadata(proxy: &Proxy, cluster: &Cluster<'_>) -> Option<Container> {
    let pulsar = &cluster.base.pulsar_metadata;
    let ensemble = cluster.topology.zookeeper.as_ref().filter(|_| cluster.runs_zookeeper())?;
    let given = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let address =
        |host: String, port: i32| if port == ZOOKEEPERS_PORT { host } else { format!("{host}:{port}") };
    let waiting = if let Some(servers) = cluster.users_zookeepers() {
        cluster.wait_for_users_zookeepers(&servers)
    } else if cluster.zookeeper_tls() && given(&pulsar.configuration_store).is_none() {
        return None;
    } else {
        let shared = given(&pulsar.configuration_store)
            .map(|host| address(host, pulsar.configuration_store_port.number()));
        let own = || address(cluster.names.of(&ensemble.component), ensemble.client.number());
        let get = line!["get ", cluster.cluster_znode()];
        let get = script::zookeeper_shell(&shared.unwrap_or_else(own), get, ReadOnly::Allowed);
        script::wait_for_zookeeper(&get, "the cluster is not initialized yet")
    };
    let script = Script::lines([script::SMALL_PULSAR_HEAP.into(), waiting]);
    let (image, seconds) = (&cluster.base.images.proxy, proxy.wait_zookeeper_timeout);
    (seconds > 0).then(|| pod::init_container(cluster, "wait-zookeeper-ready", image, Some(seconds), script))
}

/// Waits until the servers behind the proxies have an address.
fn wait_for_servers(proxy: &Proxy, cluster: &Cluster<'_>) -> Option<Container> {
    let server = cluster.server().filter(|_| cluster.runs_server())?;
    let script = Script::lines([script::wait_for_host(&cluster.names.of(&server.component))]);
    let (image, seconds) = (&cluster.base.images.proxy, proxy.wait_broker_timeout);
    (seconds > 0).then(|| pod::init_container(cluster, "wait-broker-ready", image, Some(seconds), script))
}

fn container(proxy: &Proxy, cluster: &Cluster<'_>) -> Container {
    let mut mounts = tokens().mounts(cluster);
    mounts.extend(certificates(cluster).mounts());
    mounts.extend(proxy.pods.extra_volume_mounts.clone());
    let named = proxy.pods.container(cluster, &cluster.base.images.proxy);
    let container = Container {
        ports: Some(ports(proxy, cluster)),
        volume_mounts: pod::mounts(mounts),
        ..pod::running(named, command(proxy, cluster))
    };
    let status = Handler::Http("/status.html", proxy.ports.pods.http);
    pod::with_probes(container, &proxy.probe, &status, &status)
}

fn ports(proxy: &Proxy, cluster: &Cluster<'_>) -> Vec<ContainerPort> {
    let (ports, base) = (&proxy.ports, cluster.base);
    let mut open = vec![pod::container_port("sts-http", ports.pods.http)];
    if Proxy::serves_tls(cluster) {
        open.push(pod::container_port("sts-https", ports.pods.https));
        open.push(pod::container_port(format!("sts-{}pulsarssl", base.tls_prefix), ports.pulsarssl));
    } else {
        open.push(pod::container_port(format!("sts-{}pulsar", base.tcp_prefix), ports.pulsar));
    }
    open
}

fn command(proxy: &Proxy, cluster: &Cluster<'_>) -> Script {
    let certificates = certificates(cluster);
    Script::lines([
        Script::from(&proxy.pods.additional_command),
        certificates.keep_bundle_fresh(),
        if cluster.proxies_dial_zookeeper_tls() {
            cluster.zookeeper_client_tls(&certificates)
        } else {
            Script::none()
        },
        script::apply_environment("conf/proxy.conf"),
        script::REPORT_STATUS.into(),
        script::exec_server("proxy", ""),
    ])
}
