//! The bookies' configuration.

use crate::BookKeeper;
use pulsarc_component::Cluster;
use pulsarc_component::certs::trusted;
use pulsarc_component::config::{self, Settings};
use pulsarc_component::shapes::Disk;
use pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap;

/// The bookies' config map.
pub(crate) fn config_map(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> ConfigMap {
    let mut settings = Settings::new();
    cluster.set_bookkeeper_common(&mut settings);
    if cluster.base.components.autorecovery {
        // Processes of their own do it.
        settings.set("autoRecoveryDaemonEnabled", false);
    }
    // Old journal files are of no use once the ledgers have what is in them.
    settings.set("journalMaxBackups", 0);
    let journals = directories(&bookkeeper.volumes.journal, "/pulsar/data/bookkeeper/journal");
    settings.set("journalDirectories", &journals).set_prefixed("journalDirectories", journals);
    settings.set(
        "ledgerDirectories",
        directories(&bookkeeper.volumes.ledgers, "/pulsar/data/bookkeeper/ledgers"),
    );
    if let Some(index) = bookkeeper.index_directories() {
        settings.set("indexDirectories", index);
    }
    if cluster.base.functions.use_bookie_as_state_store {
        settings.set(
            "extraServerComponents",
            "org.apache.bookkeeper.stream.server.StreamStorageLifecycleComponent",
        );
    }
    if cluster.base.tls.enabled && cluster.base.tls.bookie.enabled {
        tls(cluster, &mut settings);
    }
    config::config_map(cluster, &bookkeeper.pods.component, settings.with(&bookkeeper.pods.config_data))
}

fn directories(disk: &Disk, single: &str) -> String {
    let several =
        || disk.multi_volumes.iter().map(|volume| volume.mount_path.as_str()).collect::<Vec<_>>().join(",");
    if disk.use_multi_volumes { several() } else { single.to_owned() }
}

/// What brokers dial. The keys are in no conf file of the image's.
fn tls(cluster: &Cluster<'_>, settings: &mut Settings) {
    let mut set = |key: &str, value: &str| {
        settings.set_prefixed(key, value);
    };
    set("tlsProviderFactoryClass", "org.apache.bookkeeper.tls.TLSContextFactory");
    set("tlsCertificatePath", "/pulsar/certs/bookie/tls.crt");
    set("tlsKeyStoreType", "PEM");
    set("tlsKeyStore", "/pulsar/certs/bookie/tls.key");
    set("tlsTrustStoreType", "PEM");
    set("tlsTrustStore", trusted(&cluster.base.tls.bookie));
    // cert-manager renews the certificate; the bookie has to look at it again.
    set("tlsCertFilesRefreshDurationSeconds", "300");
}
