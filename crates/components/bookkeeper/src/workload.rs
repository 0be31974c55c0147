//! The bookies' StatefulSet.

use crate::{BookKeeper, disks};
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::line;
use pulsarc_component::pod::{self, Handler, Pod, StatefulSetBuilder};
use pulsarc_component::script::{self, Script, Word};
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container};

/// What a bookie serves, and shows ZooKeeper.
fn certificates<'a>(cluster: &Cluster<'a>) -> PodCertificates<'a> {
    let tls = &cluster.base.tls;
    PodCertificates {
        name: "bookie",
        folder: "bookie",
        tls: &tls.bookie,
        own: match (cluster.zookeeper_tls(), tls.enabled && tls.bookie.enabled) {
            (true, _) => Own::Combined,
            (false, true) => Own::Pair,
            (false, false) => Own::None,
        },
        authority: tls.enabled,
    }
}

pub(crate) fn stateful_set(
    bookkeeper: &BookKeeper,
    cluster: &Cluster<'_>,
    config: &ConfigMap,
) -> StatefulSet {
    let mut volumes = disks::empty_dirs(bookkeeper, cluster);
    volumes.extend(certificates(cluster).volumes(cluster));
    volumes.extend(bookkeeper.pods.extra_volumes.clone());
    let pod = Pod {
        service_account: Some(cluster.names.of(&bookkeeper.pods.component)),
        security_context: bookkeeper.pods.security_context.clone(),
        init_containers: init_containers(bookkeeper, cluster),
        containers: vec![container(bookkeeper, cluster)],
        volumes,
        ..bookkeeper.pods.pod(Some(bookkeeper.ports.http), config)
    };
    StatefulSetBuilder {
        replicas: Some(bookkeeper.replica_count),
        pod_management: bookkeeper.pod_management_policy.clone(),
        update: bookkeeper.update_strategy.as_ref(),
        claims: disks::claims(bookkeeper, cluster),
        ..bookkeeper.pods.stateful_set(cluster, pod)
    }
    .stateful_set(cluster)
}

fn init_containers(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Vec<Container> {
    let image = &cluster.base.images.bookie;
    let certificates = certificates(cluster);
    let mut containers: Vec<Container> = certificates.bundle_container(cluster, image).into_iter().collect();
    if bookkeeper.wait_metadata_timeout > 0 {
        // A bookie that keeps nothing comes back as another: the cookie of the one before would refuse it.
        let format = "bin/bookkeeper shell bookieformat -nonInteractive -force -deleteCookie || true";
        let forgets = !bookkeeper.persists(cluster);
        let wait = Script::lines([
            "set -e".into(),
            script::apply_environment("conf/bookkeeper.conf"),
            script::SMALL_BOOKKEEPER_HEAP.into(),
            cluster.zookeeper_client_tls(&certificates),
            script::WAIT_FOR_BOOKKEEPER_METADATA.into(),
            if forgets { format.into() } else { Script::none() },
        ]);
        let seconds = Some(bookkeeper.wait_metadata_timeout);
        containers.push(Container {
            env_from: pod::env_from(cluster.names.of(&bookkeeper.pods.component)),
            volume_mounts: pod::mounts(certificates.mounts()),
            ..pod::init_container(cluster, "pulsar-bookkeeper-verify-clusterid", image, seconds, wait)
        });
    }
    containers.extend(bookkeeper.pods.init_containers.clone());
    containers
}

fn container(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Container {
    let mut mounts = disks::mounts(bookkeeper, cluster);
    mounts.extend(bookkeeper.pods.extra_volume_mounts.clone());
    mounts.extend(certificates(cluster).mounts());
    let ports = &bookkeeper.ports;
    let named = bookkeeper.pods.container(cluster, &cluster.base.images.bookie);
    let container = Container {
        ports: Some(vec![
            pod::container_port(format!("{}bookie", cluster.base.tcp_prefix), ports.bookie),
            pod::container_port("http", ports.http),
        ]),
        volume_mounts: pod::mounts(mounts),
        ..pod::running(named, command(bookkeeper, cluster))
    };
    let alive = Handler::Http("/api/v1/bookie/state", ports.http);
    let ready = Handler::Http("/api/v1/bookie/is_ready", ports.http);
    pod::with_probes(container, &bookkeeper.probe, &alive, &ready)
}

/// Points the bookie at the image's own RocksDB files, with the user's `dbStorage_rocksDB_` settings written into the
/// one of the entry locations. An image that cannot do that has files that later bookies misread: names of files that
/// are not there make such a bookie use its own settings, of which the format version is then the one thing to say.
const ROCKSDB_FILES: &str = r#"export PULSAR_PREFIX_defaultRocksdbConf=${PULSAR_PREFIX_defaultRocksdbConf:-conf/default_rocksdb.conf}
export PULSAR_PREFIX_entryLocationRocksdbConf=${PULSAR_PREFIX_entryLocationRocksdbConf:-conf/entry_location_rocksdb.conf}
export PULSAR_PREFIX_ledgerMetadataRocksdbConf=${PULSAR_PREFIX_ledgerMetadataRocksdbConf:-conf/ledger_metadata_rocksdb.conf}
if [ -x bin/update-rocksdb-conf-from-env.py ] && [ -f "${PULSAR_PREFIX_entryLocationRocksdbConf}" ]; then
  bin/update-rocksdb-conf-from-env.py "${PULSAR_PREFIX_entryLocationRocksdbConf}"
else
  export PULSAR_PREFIX_defaultRocksdbConf=conf/absent_default_rocksdb.conf
  export PULSAR_PREFIX_entryLocationRocksdbConf=conf/absent_entry_location_rocksdb.conf
  export PULSAR_PREFIX_ledgerMetadataRocksdbConf=conf/absent_ledger_metadata_rocksdb.conf
  export PULSAR_PREFIX_dbStorage_rocksDB_format_version=${PULSAR_PREFIX_dbStorage_rocksDB_format_version:-5}
fi"#;

fn command(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Script {
    let certificates = certificates(cluster);
    let make = |list: String| {
        let folders = list.split(',').map(|folder| Word::path(folder.trim()));
        line!["mkdir -p ", Script::words(folders)]
    };
    Script::lines([
        ROCKSDB_FILES.into(),
        Script::from(&bookkeeper.pods.additional_command),
        certificates.keep_bundle_fresh(),
        bookkeeper.index_directories().map(make).unwrap_or_default(),
        script::apply_environment("conf/bookkeeper.conf"),
        cluster.zookeeper_client_tls(&certificates),
        script::exec_server("bookie", ""),
    ])
}
