//! The process's configuration: keys of `conf/standalone.conf`. Those that the file does not have need the prefix.

use crate::Standalone;
use crate::workload::tokens;
use pulsarc_component::Cluster;
use pulsarc_component::certs::AUTHORITY;
use pulsarc_component::config::{self, Settings};
use pulsarc_component::jwt::TOKEN_PLUGIN;
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;

/// The process's config map.
pub(crate) fn config_map(standalone: &Standalone, cluster: &Cluster<'_>) -> ConfigMap {
    let settings = computed(standalone, cluster).with(&standalone.config_data);
    config::config_map(cluster, &standalone.component, settings)
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
            .set("PULSAR_PREFIX_brokerServicePortTls", standalone.ports.pulsarssl)
            .set("PULSAR_PREFIX_webServicePortTls", standalone.ports.https)
            .set("PULSAR_PREFIX_tlsCertificateFilePath", "/pulsar/certs/broker/tls.crt")
            .set("PULSAR_PREFIX_tlsKeyFilePath", "/pulsar/certs/broker/tls.key")
            .set("PULSAR_PREFIX_tlsTrustCertsFilePath", AUTHORITY)
            // Without this the binary protocol is served in the clear beside TLS.
            .set("PULSAR_PREFIX_brokerServicePort", "");
    }
    if cluster.base.auth.authentication.enabled {
        authentication(cluster, &mut settings);
    }
    settings
}

fn authentication(cluster: &Cluster<'_>, settings: &mut Settings) {
    let auth = &cluster.base.auth;
    settings.set("authenticationEnabled", true);
    if auth.authorizes() {
        settings.set("authorizationEnabled", true).set("superUserRoles", auth.super_user_roles(None));
    }
    if let Some(providers) = cluster.authentication_providers() {
        settings.set("authenticationProviders", providers);
    }
    cluster.set_openid(settings);
    if auth.jwt() {
        let (key, file) = cluster.token_key_setting();
        settings
            .set("brokerClientAuthenticationParameters", tokens().token_url())
            .set("brokerClientAuthenticationPlugin", TOKEN_PLUGIN)
            .set(key, file);
    }
}
