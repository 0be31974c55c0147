//! What bookies, and the tools and processes that use BookKeeper's own configuration, are told of the ledgers' metadata.

use crate::Cluster;
use crate::config::Settings;

impl Cluster<'_> {
    /// Sets the keys of `conf/bookkeeper.conf` that everything that reads that file has in common.
    pub fn set_bookkeeper_common(&self, settings: &mut Settings) {
        // The URI says both of these; the image's file has defaults for them.
        settings.set("zkServers", "").set("zkLedgersRootPath", "");
        if let Some(uri) = self.ledger_metadata_uri() {
            settings.set("metadataServiceUri", uri);
        }
        if let Some(millis) = &self.base.pulsar_metadata.bookkeeper.metadata_store_session_timeout_millis {
            settings.set("zkTimeout", millis);
        }
        if let Some(bookies) = &self.topology.bookkeeper {
            settings.set("httpServerEnabled", true).set("httpServerPort", bookies.http);
        }
        settings.set("useHostNameAsBookieID", true);
    }

    /// Whether the ledgers' metadata is in a ZooKeeper, the cluster's or the user's own.
    pub fn keeps_ledgers_in_zookeeper(&self) -> bool {
        let external = || !self.base.components.zookeeper && self.has_zookeeper();
        self.runs_zookeeper() || (!self.base.components.oxia && external())
    }

    /// The URI of the ledgers' metadata; none if no store is deployed or given.
    pub fn ledger_metadata_uri(&self) -> Option<String> {
        if self.keeps_ledgers_in_zookeeper() {
            let pulsars_driver = self.base.pulsar_metadata.bookkeeper.use_pulsar_metadata_bookie_driver;
            // Pulsar's driver appends `/ledgers` by itself.
            let pulsars =
                || format!("metadata-store:zk:{}{}", self.zookeeper_connect(), self.base.metadata_prefix);
            return Some(if pulsars_driver { pulsars() } else { self.zookeeper_ledgers_uri() });
        }
        self.base.components.oxia.then(|| self.oxia_bookkeeper_uri())
    }
}
