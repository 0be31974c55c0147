//! The brokers' configuration: keys of `conf/broker.conf`. A key that the image's file has not, not even commented out,
//! reaches it with `PULSAR_PREFIX_` alone.

use crate::workload::{certificates, tokens};
use crate::{Broker, functions};
use pulsarc_component::Cluster;
use pulsarc_component::config::{self, Settings, unprefixed};
use pulsarc_component::shapes::ConfigData;
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;

/// The plain port that the image's `broker.conf` opens always.
const IMAGES_PORT: i32 = 6650;

/// Every metric that Pulsar has is exposed.
const METRICS: [&str; 12] = [
    "exposeTopicLevelMetricsInPrometheus",
    "exposeConsumerLevelMetricsInPrometheus",
    "exposeProducerLevelMetricsInPrometheus",
    "exposeManagedLedgerMetricsInPrometheus",
    "exposeManagedCursorMetricsInPrometheus",
    "exposeBundlesMetricsInPrometheus",
    "exposePublisherStats",
    "exposePreciseBacklogInPrometheus",
    "replicationMetricsEnabled",
    "splitTopicAndPartitionLabelInPrometheus",
    "aggregatePublisherStatsByProducerName",
    "bookkeeperClientExposeStatsToPrometheus",
];

/// The brokers' config map.
pub(crate) fn config_map(broker: &Broker, cluster: &Cluster<'_>) -> ConfigMap {
    let settings = computed(broker, cluster).with(&users(broker, cluster));
    config::config_map(cluster, &broker.pods.component, settings)
}

/// What the user sets. With a worker of its own, functions inside the brokers stay off whatever it says: two kinds of
/// workers on the same topics would run every function twice.
fn users(broker: &Broker, cluster: &Cluster<'_>) -> ConfigData {
    let mut users = broker.pods.config_data.clone();
    if cluster.base.components.function_worker {
        users.retain(|key, _| unprefixed(key).unwrap_or(key) != "functionsWorkerEnabled");
    }
    users
}

fn computed(broker: &Broker, cluster: &Cluster<'_>) -> Settings {
    let mut settings = Settings::new();
    settings
        .set("clusterName", cluster.names.cluster())
        .set("numHttpServerThreads", 8)
        .set("statusFilePath", "/pulsar/logs/status");
    for key in METRICS {
        settings.set(key, true);
    }
    metadata(cluster, &mut settings);
    listeners(broker, cluster, &mut settings);
    broker.storage_offload.set(&mut settings);
    functions::set(cluster, &mut settings);
    broker.package_management.set(cluster, &mut settings);
    if cluster.base.auth.authentication.enabled {
        authentication(cluster, &mut settings);
    }
    if cluster.base.tls.enabled && cluster.base.tls.bookie.enabled {
        bookies_over_tls(cluster, &mut settings);
    }
    settings
}

/// Where the brokers and their bookies keep metadata.
fn metadata(cluster: &Cluster<'_>, settings: &mut Settings) {
    if let Some(store) = cluster.metadata_store_url() {
        settings.set("metadataStoreUrl", store);
    }
    let pulsar = &cluster.base.pulsar_metadata;
    if cluster.has_zookeeper() {
        if cluster.configuration_store_connect().is_some()
            && let Some(store) = cluster.configuration_metadata_store_url()
        {
            settings.set("configurationMetadataStoreUrl", store);
        }
        if !pulsar.bookkeeper.use_pulsar_metadata_client_driver {
            settings.set("bookkeeperMetadataServiceUri", cluster.zookeeper_ledgers_uri());
        }
    }
    if cluster.base.components.oxia {
        settings.set("bookkeeperMetadataServiceUri", cluster.oxia_bookkeeper_uri());
    }
    for (key, value) in &pulsar.settings {
        // broker.conf has all but this one.
        if key == "metadataStoreAllowReadOnlyOperations" {
            settings.set_prefixed(key, value);
        } else {
            settings.set(key, value);
        }
    }
}

/// What the brokers listen on. Monitors and probes use plain HTTP always.
fn listeners(broker: &Broker, cluster: &Cluster<'_>, settings: &mut Settings) {
    let ports = &broker.ports;
    settings.set("webServicePort", ports.http);
    let plain_is_dialled = Broker::offers_plain(cluster) && ports.pulsar.number() != IMAGES_PORT;
    if !Broker::serves_tls(cluster) || plain_is_dialled {
        settings.set("brokerServicePort", ports.pulsar);
    } else if !Broker::offers_plain(cluster) {
        // The image's own port stays open beside TLS otherwise.
        settings.set("brokerServicePort", "");
    }
    if Broker::serves_tls(cluster) {
        settings
            .set("brokerServicePortTls", ports.pulsarssl)
            .set("webServicePortTls", ports.https)
            .set("tlsCertificateFilePath", "/pulsar/certs/broker/tls.crt")
            .set("tlsKeyFilePath", "/pulsar/certs/broker/tls.key")
            .set("tlsTrustCertsFilePath", certificates(cluster).trusted())
            // The client inside the broker, which reads its own system topics, takes the plain port otherwise.
            .set("brokerClientTlsEnabled", true)
            .set("brokerClientTrustCertsFilePath", certificates(cluster).trusted());
    }
}

fn authentication(cluster: &Cluster<'_>, settings: &mut Settings) {
    let auth = &cluster.base.auth;
    cluster.set_server_authentication(settings, &tokens());
    if auth.authorizes() {
        settings.set("authorizationEnabled", true).set("superUserRoles", auth.super_user_roles(None));
        if let Some(proxy) = auth.super_user("proxy").filter(|_| auth.use_proxy_roles) {
            settings.set("proxyRoles", proxy);
        }
    }
}

/// How the brokers dial the bookies over TLS. The keys stand twice: the brokers read those of the file, the BookKeeper
/// client inside them those that are passed through.
fn bookies_over_tls(cluster: &Cluster<'_>, settings: &mut Settings) {
    let values = [
        ("ClientAuthentication", "true"),
        ("KeyFileType", "PEM"),
        ("KeyFilePath", "/pulsar/certs/broker/tls.key"),
        ("CertificateFilePath", "/pulsar/certs/broker/tls.crt"),
        ("TrustCertsFilePath", certificates(cluster).trusted()),
        ("TrustCertTypes", "PEM"),
    ];
    for (key, value) in values {
        let key = format!("bookkeeperTLS{key}");
        settings.set_prefixed(&key, value).set(key, value);
    }
    // Version 2 of the protocol cannot negotiate TLS (apache/bookkeeper#2300).
    settings.set("bookkeeperUseV2WireProtocol", false);
}
