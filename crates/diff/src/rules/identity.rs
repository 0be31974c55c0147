//! Settings that say where a cluster's data is, or who owns it: with another value the data is out of reach. And settings that
//! apply only at the first start.
//!
//! Sources: `ServiceConfiguration`, `BookieConfiguration` and `Cookie` (bookies), `QuorumPeerConfig` (ZooKeeper), and Oxia's
//! coordinator.

use crate::consequence::Consequence;
use crate::consequence::Kind::{DataLoss, DisconnectsClients, Ignored};
use crate::context::{Difference, Pair};
use crate::setting::{Setting, is_on};
use crate::workload;
use pulsarc_catalogue::Program;
use serde_json::Value;

/// Keys that name a cluster, or a place in a metadata store.
const PLACES: &[&str] = &[
    "bookkeeperMetadataServiceUri",
    "clusterName",
    "configurationMetadataStoreUrl",
    "configurationStoreServers",
    "functionAssignmentTopicName",
    "functionMetadataTopicName",
    "metadataServiceUri",
    "metadataStoreUrl",
    "packagesManagementLedgerRootPath",
    "pulsarFunctionsCluster",
    "pulsarFunctionsNamespace",
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

/// Keys of Oxia's coordinator that count when a namespace is created, as they are in its file.
const READ_ONCE: &[&str] = &["initialShardCount", "replicationFactor"];

/// Keys by which brokers call themselves.
const ADVERTISED: &[&str] = &["advertisedAddress", "advertisedListeners", "internalListenerName"];

/// What follows from a setting that identifies something, or that is read once.
pub(super) fn settings(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let mut found = Vec::new();
    for setting in Setting::all(pair, difference) {
        found.extend(lost(pair, &setting).map(|why| Consequence::because(DataLoss, why)));
        found.extend(advertised(pair, &setting).map(|why| Consequence::because(DisconnectsClients, why)));
    }
    if pair.id.kind == "ConfigMap" {
        let once = read_once(difference.old_text(), difference.new_text());
        found.extend(once.map(|why| Consequence::because(Ignored, why)));
    }
    found
}

/// What follows if a StatefulSet's pods get other names in DNS.
pub(super) fn names(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    if pair.id.kind != "StatefulSet" || difference.path.as_slice() != ["spec", "serviceName"] {
        return Vec::new();
    }
    let mut found = vec![Consequence::because(
        DisconnectsClients,
        "the names of its pods change in DNS: clients and certificates with the old names fail",
    )];
    if runs(pair, pair.before, Program::BookKeeper) && named_by_host(pair) {
        found.push(Consequence::because(
            DataLoss,
            "the name of the service is part of each bookie's ID: under another one the bookies reject their disks \
            (InvalidCookieException)",
        ));
    }
    found
}

fn runs(pair: &Pair<'_>, object: &Value, program: Program) -> bool {
    let facts = pair.sides.facts_of(object);
    facts.is_some_and(|facts| facts.persists.is_some() && facts.programs.contains(&program))
}

/// Whether the config map that a workload reads names bookies after their full host names.
fn named_by_host(pair: &Pair<'_>) -> bool {
    let maps = pair.sides.old.iter().filter(|(id, _)| id.kind == "ConfigMap");
    let read = maps.filter(|(id, _)| workload::reads(pair.before, &id.kind, &id.name));
    read.into_iter().any(|(_, map)| {
        let on = |key: &str| {
            let value = map.get("data").and_then(|data| data.get(key)?.as_str());
            value.is_some_and(is_on)
        };
        on("useHostNameAsBookieID") && !on("useShortHostName")
    })
}

/// Why a changed key makes data unreachable, if it does.
fn lost(pair: &Pair<'_>, setting: &Setting<'_>) -> Option<String> {
    let ((old, new), key, bare) = (setting.written(), setting.key, setting.bare);
    if let Some((_, default)) = IDENTITY.iter().find(|(name, _)| *name == bare) {
        let or = |value: &'_ str| if value.is_empty() { *default } else { value }.to_owned();
        let same = or(old).eq_ignore_ascii_case(&or(new));
        return (runs(pair, pair.after, Program::BookKeeper) && !same).then(|| {
            format!(
                "`{key}` is part of a bookie's identity: with another value the bookie rejects its disks \
            (InvalidCookieException), and its ledgers are lost"
            )
        });
    }
    if old.is_empty() || new.is_empty() {
        return None;
    }
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

/// Why clients may not reach brokers, if these advertise something else.
fn advertised(pair: &Pair<'_>, setting: &Setting<'_>) -> Option<String> {
    let changes = ADVERTISED.contains(&setting.bare) && setting.was() != setting.now();
    (changes && !runs(pair, pair.after, Program::BookKeeper)).then(|| {
        format!(
            "`{}` changes: clients are sent to other addresses, and those that cannot reach or verify them are cut off",
            setting.key
        )
    })
}

/// Why a changed file changes nothing that is there, where it has keys that are read once.
fn read_once(old: Option<&str>, new: Option<&str>) -> Option<String> {
    let (old, new) = (old?, new?);
    let changed = READ_ONCE.iter().find(|key| values(old, key) != values(new, key))?;
    (!values(old, changed).is_empty() && !values(new, changed).is_empty()).then(|| {
        format!(
            "`{changed}` applies only at the first start, when Oxia creates a namespace: existing \
        namespaces keep their value"
        )
    })
}

/// Whether all that differs is read once.
pub(super) fn is_read_once(difference: &Difference<'_>) -> bool {
    let (Some(old), Some(new)) = (difference.old_text(), difference.new_text()) else { return false };
    let others = |file: &str| -> Vec<String> {
        let once = |line: &str| READ_ONCE.iter().any(|key| !values(line, key).is_empty());
        file.lines().filter(|line| !once(line)).map(str::to_owned).collect()
    };
    read_once(Some(old), Some(new)).is_some() && others(old) == others(new)
}

/// The values of a key in a file of YAML, line by line.
fn values<'t>(file: &'t str, key: &str) -> Vec<&'t str> {
    let value = |line: &'t str| {
        line.trim().trim_start_matches("- ").strip_prefix(key)?.strip_prefix(':').map(str::trim)
    };
    file.lines().filter_map(value).collect()
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
        let moved = |old: &str, new: &str| place(old) != place(new);
        assert!(!moved("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2281"));
        assert!(!moved("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2181/"));
        assert!(moved("zk:pulsar-zookeeper:2181", "zk:pulsar-zookeeper:2181/prefix"));
        assert!(moved("oxia://oxia:6648/broker", "oxia://oxia:6648/other"));
    }

    #[test]
    fn counts_of_the_first_start_have_no_effect_later() {
        let file = |shards: u8| format!("namespaces:\n- name: broker\n  initialShardCount: {shards}\n");
        assert!(read_once(Some(&file(3)), Some(&file(6))).is_some());
        assert!(read_once(Some(&file(3)), Some(&file(3))).is_none());
        assert!(read_once(Some("a"), Some(&file(3))).is_none(), "it was not there");
    }
}
