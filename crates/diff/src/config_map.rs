//! Keys of config maps that say where a cluster's data is: another value is another, empty store.

/// Keys that name a cluster, or a place in a metadata store.
const PLACES: &[&str] = &[
    "clusterName",
    "configurationMetadataStoreUrl",
    "configurationStoreServers",
    "metadataServiceUri",
    "metadataStoreUrl",
    "pulsarFunctionsCluster",
    "zkLedgersRootPath",
    "zkServers",
    "zookeeperServers",
];

/// Why a changed key makes data unreachable, where it does.
pub(crate) fn lost(key: &str, old: Option<&str>, new: Option<&str>) -> Option<String> {
    let bare = pulsarc_catalogue::bare_key(key);
    let (old, new) = (old?, new?);
    if !PLACES.contains(&bare) || place(old) == place(new) {
        return None;
    }
    let what = if bare == "clusterName" || bare == "pulsarFunctionsCluster" {
        "the cluster's name"
    } else {
        "where the metadata is"
    };
    Some(format!("`{key}` says {what}: under another value the cluster finds nothing of what it stored"))
}

/// The store and the path in it, whatever the ports: TLS has others.
fn place(address: &str) -> (Vec<String>, String) {
    let rest = address.rsplit_once("://").map_or(address, |(_, rest)| rest);
    let (servers, path) = rest.split_once('/').unwrap_or((rest, ""));
    let mut hosts: Vec<String> = servers
        .split([',', ';'])
        .map(|server| server.trim().trim_start_matches("zk:").trim_start_matches("metadata-store:"))
        .map(|server| server.split(':').next().unwrap_or_default().to_owned())
        .collect();
    hosts.sort();
    (hosts, path.trim_end_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_port_is_the_same_store_and_another_path_is_not() {
        let told = |old, new| lost("PULSAR_PREFIX_metadataStoreUrl", Some(old), Some(new)).is_some();
        assert!(!told("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2281"));
        assert!(!told("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2181/"));
        assert!(told("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2181/prefix"));
        assert!(told("oxia://oxia:6648/broker", "oxia://oxia:6648/other"));
        assert!(lost("managedLedgerDefaultEnsembleSize", Some("2"), Some("3")).is_none());
    }
}
