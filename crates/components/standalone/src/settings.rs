//! The process's configuration: keys of `conf/standalone.conf`. Those that the file does not have need the prefix.

use crate::Standalone;
use crate::workload::tokens;
use pulsarc_component::Cluster;
use pulsarc_component::certs::AUTHORITY;
use pulsarc_component::config::{self, Settings};
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;

/// The process's config map.
pub(crate) fn config_map(standalone: &Standalone, cluster: &Cluster<'_>) -> ConfigMap {
    let settings = computed(standalone, cluster).with(&standalone.pods.config_data);
    config::config_map(cluster, &standalone.pods.component, settings)
}

fn computed(standalone: &Standalone, cluster: &Cluster<'_>) -> Settings {
    let mut settings = Settings::new();
    settings
        .set("clusterName", cluster.names.cluster())
        // ZooKeeper inside the process; `0` would be RocksDB, whose data no real cluster can take over.
        .set("PULSAR_STANDALONE_USE_ZOOKEEPER", 1)
        .set("managedLedgerDefaultEnsembleSize", 1)
        .set("managedLedgerDefaultWriteQuorum", 1)
        .set("managedLedgerDefaultAckQuorum", 1)
        .set("loadBalancerEnabled", false)
        .set("webSocketServiceEnabled", true)
        .set("diskUsageThreshold", 0.99)
        .set("diskUsageWarnThreshold", 0.99)
        .set("exposeTopicLevelMetricsInPrometheus", true)
        .set("exposeConsumerLevelMetricsInPrometheus", false)
        .set("exposeProducerLevelMetricsInPrometheus", false);
    if cluster.base.tls.enabled {
        settings
            .set_prefixed("brokerServicePortTls", standalone.ports.pulsarssl)
            .set_prefixed("webServicePortTls", standalone.ports.https)
            .set_prefixed("tlsCertificateFilePath", "/pulsar/certs/broker/tls.crt")
            .set_prefixed("tlsKeyFilePath", "/pulsar/certs/broker/tls.key")
            .set_prefixed("tlsTrustCertsFilePath", AUTHORITY)
            // Without this the binary protocol is served in the clear beside TLS.
            .set_prefixed("brokerServicePort", "");
    }
    if cluster.base.auth.authentication.enabled {
        authentication(cluster, &mut settings);
    }
    settings
}

fn authentication(cluster: &Cluster<'_>, settings: &mut Settings) {
    let auth = &cluster.base.auth;
    cluster.set_server_authentication(settings, &tokens());
    if auth.authorizes() {
        settings.set("authorizationEnabled", true).set("superUserRoles", auth.super_user_roles(None));
    }
}
