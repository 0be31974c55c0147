//! The block `pulsar_metadata`: the metadata store, and the jobs that initialize a cluster.

use crate::shapes::{ImageSpec, Resources, StringMap, Tolerations};
use pulsarc_model::{Port, Scalar};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The metadata store.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PulsarMetadata {
    /// What the init job's name ends with.
    pub component: String,
    /// What the init jobs run in.
    pub image: ImageSpec,
    /// The path of the configuration store.
    #[serde(default)]
    pub configuration_store_metadata_prefix: String,
    /// The port of the configuration store.
    pub configuration_store_port: Port,
    /// The host of a configuration store shared by several clusters.
    pub configuration_store: Option<String>,
    /// `ZooKeepers` that are there already.
    pub user_provided_zookeepers: Option<String>,
    /// Seconds to wait for ZooKeeper.
    #[serde(default)]
    pub wait_zookeeper_timeout: i64,
    /// Seconds to wait for Oxia.
    #[serde(default)]
    pub wait_oxia_timeout: i64,
    /// Seconds to wait for the bookies.
    #[serde(default)]
    pub wait_bookkeeper_timeout: i64,
    /// Seconds that the initialization may take.
    pub init_timeout: Option<i64>,
    /// What the init job asks for.
    pub resources: Option<Resources>,
    /// Where the init jobs run.
    #[serde(default)]
    pub node_selector: StringMap,
    /// The taints they bear.
    #[serde(default)]
    pub tolerations: Tolerations,
    /// The bookies' side.
    pub bookkeeper: BookKeeperMetadata,
    /// `metadataStore...`: how the brokers use the store.
    #[serde(flatten)]
    pub settings: BTreeMap<String, Scalar>,
}

impl PulsarMetadata {
    /// The nodes' labels that init jobs ask for, and the taints that they bear.
    pub fn jobs(&self) -> (&StringMap, &Tolerations) {
        (&self.node_selector, &self.tolerations)
    }
}

/// The bookies' side of the metadata store.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BookKeeperMetadata {
    /// Whether brokers reach the bookies' metadata through Pulsar's own driver.
    #[serde(default)]
    pub use_pulsar_metadata_client_driver: bool,
    /// Whether bookies use Pulsar's own driver.
    #[serde(default)]
    pub use_pulsar_metadata_bookie_driver: bool,
    /// How long a bookie's session lives without word, in milliseconds.
    pub metadata_store_session_timeout_millis: Option<Scalar>,
}
