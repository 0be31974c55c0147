//! Where a cluster keeps its metadata: the connect strings and URLs that everybody dials it by.

use crate::Cluster;

impl Cluster<'_> {
    /// `host:port` of ZooKeeper: the user's own where ZooKeeper is not a component, else the service's.
    pub fn zookeeper_connect(&self) -> String {
        match (self.users_zookeepers(), &self.topology.zookeeper) {
            (Some(list), _) if !self.base.components.zookeeper => list,
            (_, Some(ensemble)) => {
                let port = if self.zookeeper_tls() { ensemble.client_tls } else { ensemble.client };
                format!("{}:{port}", self.names.of(&ensemble.component))
            }
            (_, None) => String::new(),
        }
    }

    /// The user's own ZooKeeper servers, if there are any: `host:port`, separated by commas alone, since not every client takes
    /// blanks around them.
    pub fn users_zookeepers(&self) -> Option<String> {
        let list = self.base.pulsar_metadata.user_provided_zookeepers.as_deref()?;
        let servers: Vec<&str> = list.split(',').map(str::trim).filter(|server| !server.is_empty()).collect();
        (!servers.is_empty()).then(|| servers.join(","))
    }

    /// The service through which Oxia is dialled.
    pub fn oxia_service(&self) -> String {
        self.topology
            .oxia
            .as_ref()
            .map(|oxia| self.names.of(&format!("{}-svc", oxia.component)))
            .unwrap_or_default()
    }

    /// The URL of Oxia's namespace for the brokers' metadata.
    pub fn oxia_broker_url(&self) -> String {
        self.topology
            .oxia
            .as_ref()
            .map(|oxia| format!("oxia://{}:{}/broker", self.oxia_service(), oxia.public))
            .unwrap_or_default()
    }

    /// The URI of Oxia's namespace for the bookies' metadata.
    pub fn oxia_bookkeeper_uri(&self) -> String {
        self.topology
            .oxia
            .as_ref()
            .map(|oxia| format!("metadata-store:oxia://{}:{}/bookkeeper", self.oxia_service(), oxia.public))
            .unwrap_or_default()
    }

    /// `host:port` of the configuration store that several clusters share, if there is one.
    pub fn configuration_store_connect(&self) -> Option<String> {
        let host =
            self.base.pulsar_metadata.configuration_store.as_deref().filter(|host| !host.is_empty())?;
        Some(format!("{host}:{}", self.base.pulsar_metadata.configuration_store_port))
    }

    /// The URL of the brokers' metadata store, as Pulsar's own classes read it: `zk:...` or `oxia:...`.
    pub fn metadata_store_url(&self) -> Option<String> {
        if self.base.components.oxia {
            return Some(self.oxia_broker_url());
        }
        self.has_zookeeper().then(|| format!("zk:{}{}", self.zookeeper_connect(), self.base.metadata_prefix))
    }

    /// The URL of the store of what several clusters share: the brokers' own metadata store if there is no other.
    pub fn configuration_metadata_store_url(&self) -> Option<String> {
        let shared = self.configuration_store_connect();
        let prefix = &self.base.pulsar_metadata.configuration_store_metadata_prefix;
        shared.map(|connect| format!("zk:{connect}{prefix}")).or_else(|| self.metadata_store_url())
    }

    /// Whether the metadata is in a ZooKeeper, the cluster's or the user's own.
    pub fn has_zookeeper(&self) -> bool {
        self.base.components.zookeeper || self.users_zookeepers().is_some()
    }

    /// The URI of the bookies' metadata in ZooKeeper as BookKeeper's own driver reads it.
    pub fn zookeeper_ledgers_uri(&self) -> String {
        format!("zk+hierarchical://{}{}/ledgers", self.zookeeper_connect(), self.base.metadata_prefix)
    }
}
