//! The metadata store: one of them, reachable, with enough servers.

mod configuration_store;
mod no_store;
mod own_and_external;
mod oxia_beside_external;
mod oxia_idle;
mod oxia_memory;
mod oxia_replicas;
mod oxia_spare;
mod prefix_on_oxia;
pub(crate) mod server_list;
mod server_list_use;
mod session;
mod two_stores;

use crate::Rule;
use pulsarc_component::Cluster;

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &no_store::CODE, check: no_store::check },
    Rule { code: &two_stores::CODE, check: two_stores::check },
    Rule { code: &own_and_external::CODE, check: own_and_external::check },
    Rule { code: &oxia_beside_external::CODE, check: oxia_beside_external::check },
    Rule { code: &oxia_replicas::CODE, check: oxia_replicas::check },
    Rule { code: &oxia_spare::CODE, check: oxia_spare::check },
    Rule { code: &oxia_idle::CODE, check: oxia_idle::check },
    Rule { code: &oxia_memory::CODE, check: oxia_memory::check },
    Rule { code: &server_list::CODE, check: server_list::check },
    Rule { code: &server_list_use::CODE, check: server_list_use::check },
    Rule { code: &configuration_store::CODE, check: configuration_store::check },
    Rule { code: &prefix_on_oxia::CODE, check: prefix_on_oxia::check },
    Rule { code: &session::CODE, check: session::check },
];

const ZOOKEEPER: &str = "components.zookeeper";
const OXIA: &str = "components.oxia";
/// `ZooKeepers` that are there already.
const EXTERNAL: &str = "pulsar_metadata.userProvidedZookeepers";
/// The servers of an ensemble that spans clusters.
const SERVER_LIST: &str = "zookeeper.externalZookeeperServerList";
const OXIA_SERVERS: &str = "oxia.server.replicas";
const OXIA_COPIES: &str = "oxia.replicationFactor";

/// Whether Oxia is deployed.
fn runs_oxia(cluster: &Cluster<'_>) -> bool {
    cluster.base.components.oxia && cluster.is_distributed()
}

/// Oxia's servers and the copies of each shard, where these values say them and no config map of the user's own.
fn oxia(cluster: &Cluster<'_>) -> Option<(i64, i64)> {
    let own = crate::facts::given(cluster, "oxia.coordinator.customConfigMapName").is_none();
    (runs_oxia(cluster) && own)
        .then(|| Some((cluster.integer(OXIA_SERVERS)?, cluster.integer(OXIA_COPIES)?)))
        .flatten()
}
