//! Keys of config maps that say where a cluster's data is, or who owns it: another value is another, empty store. And those
//! that are read once.

use pulsarc_catalogue::{bare_key, prefixed};
use serde_json::Value;

/// Keys that name a cluster, or a place in a metadata store.
const PLACES: &[&str] = &[
    "bookkeeperMetadataServiceUri",
    "clusterName",
    "configurationMetadataStoreUrl",
    "configurationStoreServers",
    "metadataServiceUri",
    "metadataStoreUrl",
    "packagesManagementLedgerRootPath",
    "pulsarFunctionsCluster",
    "zkLedgersRootPath",
    "zkServers",
    "zookeeperServers",
];

/// Keys by which a bookie calls itself, with the value that one without the key has. Ledgers name their bookies, and
/// a bookie's disks hold a cookie with its name: under another one it rejects its own disks.
const IDENTITY: &[(&str, &str)] = &[
    ("advertisedAddress", ""),
    ("bookieId", ""),
    ("bookiePort", "3181"),
    ("useHostNameAsBookieID", "false"),
    ("useShortHostName", "false"),
];

/// Keys that list folders with data, in bookies and in ZooKeeper.
const FOLDERS: &[&str] =
    &["dataDir", "dataLogDir", "indexDirectories", "journalDirectories", "ledgerDirectories"];

/// Keys that choose in which format bookies and ZooKeeper keep data.
const FORMATS: &[&str] = &["ledgerManagerFactoryClass", "ledgerManagerType", "ledgerStorageClass"];

/// Only bookies' configuration has it.
const OF_BOOKIES: &str = "ledgerDirectories";

/// Keys of Oxia's coordinator that count when a namespace is created, as they are in its file.
const READ_ONCE: &[&str] = &["initialShardCount", "replicationFactor"];

/// Why a changed key makes data unreachable, where it does. A key may stand twice: with `PULSAR_PREFIX_` it wins.
pub(crate) fn lost(key: &str, before: &Value, after: &Value) -> Option<String> {
    let bare = bare_key(key);
    let (old, new) = (effective(before, bare), effective(after, bare));
    let both = old.zip(new);
    if let Some((_, default)) = IDENTITY.iter().find(|(name, _)| *name == bare) {
        let bookies = effective(before, OF_BOOKIES).is_some() && effective(after, OF_BOOKIES).is_some();
        let (old, new) = (old.unwrap_or(default), new.unwrap_or(default));
        return (bookies && !old.eq_ignore_ascii_case(new)).then(|| {
            format!(
                "`{key}` is part of a bookie's identity: with another value the bookie rejects its disks \
            (InvalidCookieException), and its ledgers are lost"
            )
        });
    }
    let (old, new) = both?;
    if PLACES.contains(&bare) && place(old) != place(new) {
        let what = match bare {
            "clusterName" | "pulsarFunctionsCluster" => "the cluster's name",
            _ => "the location of the metadata",
        };
        return Some(format!(
            "`{key}` holds {what}: with another value the cluster finds none of its stored data"
        ));
    }
    if FOLDERS.contains(&bare) {
        let folders = |list: &str| list.split(',').map(|folder| folder.trim().to_owned()).collect::<Vec<_>>();
        let kept = folders(new);
        let gone: Vec<String> = folders(old).into_iter().filter(|folder| !kept.contains(folder)).collect();
        return (!gone.is_empty())
            .then(|| format!("`{key}` no longer lists {}: nothing reads the data there", gone.join(", ")));
    }
    (FORMATS.contains(&bare) && old != new).then(|| {
        format!("`{key}` selects a storage format: data written in `{old}` cannot be read as `{new}`")
    })
}

/// Why a changed file changes nothing that is there, where it has keys that are read once.
pub(crate) fn read_once(old: Option<&str>, new: Option<&str>) -> Option<String> {
    let (old, new) = (old?, new?);
    let changed = READ_ONCE.iter().find(|key| values(old, key) != values(new, key))?;
    (!values(old, changed).is_empty() && !values(new, changed).is_empty()).then(|| {
        format!(
            "`{changed}` applies only at the first start, when Oxia creates a namespace: existing \
        namespaces keep their value"
        )
    })
}

/// The values of a key in a file of YAML, line by line.
fn values<'t>(file: &'t str, key: &str) -> Vec<&'t str> {
    let value = |line: &'t str| {
        line.trim().trim_start_matches("- ").strip_prefix(key)?.strip_prefix(':').map(str::trim)
    };
    file.lines().filter_map(value).collect()
}

/// The value of a key of Pulsar's in the data of a config map.
fn effective<'m>(map: &'m Value, bare: &str) -> Option<&'m str> {
    let data = map.get("data")?;
    let names = [prefixed(bare), format!("PF_{bare}"), bare.to_owned()];
    names.iter().find_map(|name| data.get(name)?.as_str()).map(str::trim)
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
    use serde_json::json;

    fn loses(key: &str, old: &Value, new: &Value) -> bool {
        lost(key, &json!({ "data": old }), &json!({ "data": new })).is_some()
    }

    #[test]
    fn another_port_is_the_same_store_and_another_path_is_not() {
        let key = "PULSAR_PREFIX_metadataStoreUrl";
        let moved = |old: &str, new: &str| loses(key, &json!({ key: old }), &json!({ key: new }));
        assert!(!moved("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2281"));
        assert!(!moved("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2181/"));
        assert!(moved("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2181/prefix"));
        assert!(moved("oxia://oxia:6648/broker", "oxia://oxia:6648/other"));
        let quorum = "managedLedgerDefaultEnsembleSize";
        assert!(!loses(quorum, &json!({ quorum: "2" }), &json!({ quorum: "3" })));
    }

    #[test]
    fn a_bookie_loses_its_ledgers_with_its_name() {
        let bookie = |more: Value| {
            let mut data = json!({ "ledgerDirectories": "/l", "useHostNameAsBookieID": "true" });
            for (key, value) in more.as_object().into_iter().flatten() {
                data[key] = value.clone();
            }
            data
        };
        let plain = || bookie(json!({}));
        let prefixed = "PULSAR_PREFIX_useHostNameAsBookieID";
        assert!(loses(
            "useHostNameAsBookieID",
            &plain(),
            &bookie(json!({ "useHostNameAsBookieID": "false" }))
        ));
        assert!(loses(prefixed, &plain(), &bookie(json!({ prefixed: "false" }))), "the prefix wins");
        assert!(!loses(prefixed, &plain(), &bookie(json!({ prefixed: "TRUE" }))), "it says the same");
        assert!(loses("bookieId", &plain(), &bookie(json!({ "bookieId": "b" }))));
        assert!(
            !loses("advertisedAddress", &json!({}), &json!({ "advertisedAddress": "a" })),
            "not a bookie"
        );
    }

    #[test]
    fn folders_may_be_added_and_not_taken_away() {
        let moved = |old: &str, new: &str| {
            loses(
                "ledgerDirectories",
                &json!({ "ledgerDirectories": old }),
                &json!({ "ledgerDirectories": new }),
            )
        };
        assert!(moved("/a,/b", "/a"));
        assert!(!moved("/a", "/a, /b"));
    }

    #[test]
    fn counts_of_the_first_start_have_no_effect_later() {
        let file = |shards: u8| format!("namespaces:\n- name: broker\n  initialShardCount: {shards}\n");
        assert!(read_once(Some(&file(3)), Some(&file(6))).is_some());
        assert!(read_once(Some(&file(3)), Some(&file(3))).is_none());
        assert!(read_once(Some("a"), Some(&file(3))).is_none(), "it was not there");
    }
}
