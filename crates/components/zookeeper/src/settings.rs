//! ZooKeeper's configuration. A key that the shipped `conf/zookeeper.conf` lacks reaches it with `PULSAR_PREFIX_`
//! alone; some are here both ways, as images of several versions have them.

use crate::ZooKeeper;
use pulsarc_component::Cluster;
use pulsarc_component::config::{self, Settings};
use pulsarc_component::line;
use pulsarc_component::script::{Script, Word};
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;
use pulsarc_model::Port;

/// Speaks TLS too.
const NETTY: &str = "org.apache.zookeeper.server.NettyServerCnxnFactory";
/// Speaks plain alone.
const NIO: &str = "org.apache.zookeeper.server.NIOServerCnxnFactory";

/// The port of the admin server in the shipped `conf/zookeeper.conf`.
pub(crate) const IMAGES_ADMIN_PORT: i32 = 9990;

/// The ports that the shipped `conf/zookeeper.conf` names.
mod shipped {
    pub(super) const CLIENT: i32 = 2181;
    pub(super) const METRICS: i32 = 8000;
    pub(super) const ADMIN: i32 = super::IMAGES_ADMIN_PORT;
}

/// The ensemble's config map.
pub(crate) fn config_map(zookeeper: &ZooKeeper, cluster: &Cluster<'_>) -> ConfigMap {
    let mut settings = Settings::new();
    settings.set("dataDir", "/pulsar/data/zookeeper");
    if zookeeper.volumes.use_separate_disk_for_txlog {
        settings.set_prefixed("dataLogDir", "/pulsar/data-log");
    }
    if zookeeper.ports.client.number() != shipped::CLIENT {
        settings.set("clientPort", zookeeper.ports.client);
    }
    let factory = if cluster.zookeeper_tls() { NETTY } else { NIO };
    settings.set("serverCnxnFactory", factory).set_prefixed("serverCnxnFactory", factory);
    if cluster.zookeeper_tls() {
        let port = zookeeper.ports.client_tls;
        settings.set("secureClientPort", port).set_prefixed("secureClientPort", port);
    }
    if allows_read_only(cluster) {
        settings
            .set_prefixed("localSessionsEnabled", true)
            .set_prefixed("localSessionsUpgradingEnabled", true);
    }
    config::config_map(cluster, &zookeeper.pods.component, settings.with(&zookeeper.pods.config_data))
}

/// The lines that move the ports of metrics and admin server. Their keys have dots, and a shell hands no variable of
/// such a name on, so that they cannot come from the config map; the last of several values is the one that counts.
pub(crate) fn dotted_ports(zookeeper: &ZooKeeper) -> Script {
    let ports = &zookeeper.ports;
    let moved = [
        ("metricsProvider.httpPort", Some(ports.http), shipped::METRICS),
        ("admin.serverPort", ports.admin, shipped::ADMIN),
    ];
    let line = |(key, port, shipped): (&str, Option<Port>, i32)| {
        let port = port.filter(|port| port.number() != shipped)?;
        let setting = Word::new(format_args!("{key}={port}"));
        Some(line!["printf '\\n%s\\n' ", setting, " >> conf/zookeeper.conf"])
    };
    Script::lines(moved.into_iter().filter_map(line))
}

/// Whether a server that has lost the others still answers reads.
pub(crate) fn allows_read_only(cluster: &Cluster<'_>) -> bool {
    let settings = &cluster.base.pulsar_metadata.settings;
    settings.get("metadataStoreAllowReadOnlyOperations").is_some_and(pulsarc_model::Scalar::is_set)
}
