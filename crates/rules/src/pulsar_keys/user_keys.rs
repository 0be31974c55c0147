//! The keys that a user has written in the `configData` of the deployed components, each with the program that reads
//! it.

use pulsarc_catalogue::{
    Conf, Key, KeySource, Kind, Program, Version, WORKER_PREFIX, dropped_in, key, keys, unprefixed,
};
use pulsarc_component::roster::{Configuration, PlainKeys};
use pulsarc_component::{Cluster, ComponentRecord};
use pulsarc_diag::KeyPath;
use pulsarc_model::{Node, Origin, Value};

/// A key as a user has written it.
pub(super) struct UserKey<'a> {
    /// Where.
    pub path: KeyPath,
    /// Its node.
    pub node: &'a Node,
    /// The variable's whole name.
    pub variable: &'a str,
    /// The line of the image that reads it.
    pub version: Version,
    /// What the program is asked for.
    pub sought: Sought,
    /// The first later version that does not know it any more.
    pub dropped: Option<Version>,
}

impl UserKey<'_> {
    /// The name of another key of the same program, with the prefix that this one has.
    pub(super) fn beside(&self, name: &str) -> String {
        let prefix = ["PULSAR_PREFIX_", "PF_"].into_iter().find(|prefix| self.variable.starts_with(prefix));
        format!("{}{name}", prefix.unwrap_or_default())
    }
}

/// The result of a key in the catalogue.
pub(super) enum Sought {
    /// A key of a program, by its name there.
    Known(String, &'static Key),
    /// The value of a map whose keys are free.
    Free,
    /// Nobody reads it; the name looked for, and the names there are.
    Unknown(String, Vec<&'static str>),
}

/// The line of a component's image.
pub(super) fn version(cluster: &Cluster<'_>, image: &str) -> Version {
    cluster.release(image).line()
}

/// The images of the deployed components that read Pulsar's keys, by the paths of their settings.
pub(super) fn images(cluster: &Cluster<'_>) -> Vec<&'static str> {
    configured(cluster).map(|(record, _)| record.image).collect()
}

/// The deployed components whose `configData` holds Pulsar's keys.
fn configured<'a>(cluster: &'a Cluster<'_>) -> impl Iterator<Item = (&'a ComponentRecord, Configuration)> {
    cluster.topology.deployed().filter_map(|record| Some((record, record.configuration?)))
}

/// Every key that the user has written for a deployed component and that a Pulsar program should read.
pub(super) fn user_keys<'a>(cluster: &Cluster<'a>) -> Vec<UserKey<'a>> {
    let mut all = Vec::new();
    for (record, configuration) in configured(cluster) {
        let path = KeyPath::parse(record.block).key("configData");
        let Some(entries) = cluster.settings(record.block) else { continue };
        let version = version(cluster, record.image);
        for (variable, node) in
            entries.iter().filter(|(_, node)| node.origin == Origin::User && node.value != Value::Null)
        {
            if let Some(sought) = seek(record, configuration, version, variable) {
                let dropped = match &sought {
                    Sought::Known(name, _) => {
                        configuration.programs.iter().find_map(|program| dropped_in(version, *program, name))
                    }
                    Sought::Free | Sought::Unknown(..) => None,
                };
                all.push(UserKey { path: path.key(variable), node, variable, version, sought, dropped });
            }
        }
    }
    all
}

/// Looks a variable up; `None` for one that is not a Pulsar key's: a shell variable such as `PULSAR_MEM`.
fn seek(
    record: &ComponentRecord,
    configuration: Configuration,
    version: Version,
    variable: &str,
) -> Option<Sought> {
    let plain = configuration.plain_keys != PlainKeys::Ignored;
    if let Some(name) = variable.strip_prefix(WORKER_PREFIX) {
        // Where no worker reads them, they are another rule's.
        return record.function_worker.then(|| seek_worker(version, name));
    }
    if let Some(name) = unprefixed(variable) {
        return plain.then(|| seek_plain(configuration, version, name));
    }
    if variable.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_') {
        return None;
    }
    if !plain {
        // A worker's key without its prefix reaches nothing.
        let names = keys(version, Program::Worker).keys().copied().collect();
        return Some(Sought::Unknown(variable.to_owned(), names));
    }
    Some(seek_plain(configuration, version, variable))
}

fn seek_plain(configuration: Configuration, version: Version, name: &str) -> Sought {
    // Handed on to the bookies' client, to DbLedgerStorage and RocksDB, or to ZooKeeper's own properties, or named by the user.
    let handed_on = [
        "bookkeeper_",
        "dbStorage_",
        "brokerClient_",
        "rocksDB_",
        "kafka",
        "mqtt",
        "amqp",
        "httpReverseProxy.",
    ];
    let free = |name: &str| handed_on.iter().any(|prefix| name.starts_with(prefix));
    let found = configuration.programs.iter().find_map(|program| key(version, *program, name));
    match found {
        Some(key) => Sought::Known(name.to_owned(), key),
        None if free(name) || name == "STORAGE_PATH" || name == "statusFilePath" => Sought::Free,
        None => Sought::Unknown(
            name.to_owned(),
            configuration
                .programs
                .iter()
                .flat_map(|program| keys(version, *program).keys().copied())
                .collect(),
        ),
    }
}

/// `_` nests: `functionInstanceMinResources_cpu` is `cpu` below `functionInstanceMinResources`.
fn seek_worker(version: Version, name: &str) -> Sought {
    let worker = keys(version, Program::Worker);
    if let Some(key) = worker.get(name) {
        return Sought::Known(name.to_owned(), key);
    }
    let (top, below) = name.split_once('_').unwrap_or((name, ""));
    let within = |program: Program| match key(version, program, below.split('_').next().unwrap_or_default()) {
        Some(key) if matches!(key.kind, Kind::Map) || !below.contains('_') => {
            Sought::Known(below.to_owned(), key)
        }
        Some(_) => Sought::Free,
        None => Sought::Unknown(below.to_owned(), keys(version, program).keys().copied().collect()),
    };
    match worker.get(top).map(|key| (&key.kind, top)) {
        None => Sought::Unknown(top.to_owned(), worker.keys().copied().collect()),
        // The chart's runtime is Kubernetes'; a user may choose another, whose keys are few.
        Some((Kind::Map, "functionRuntimeFactoryConfigs")) => {
            let mut others = [Program::ProcessRuntime, Program::ThreadRuntime].into_iter().map(within);
            match within(Program::KubernetesRuntime) {
                Sought::Unknown(name, choices) => others
                    .find(|sought| !matches!(sought, Sought::Unknown(..)))
                    .unwrap_or(Sought::Unknown(name, choices)),
                known => known,
            }
        }
        Some((Kind::Block(program), _)) => within(*program),
        Some((Kind::Resources, _)) => resources(below),
        Some(_) => Sought::Free,
    }
}

/// `org.apache.pulsar.common.functions.Resources` has cores as a double, memory and disk in bytes.
fn resources(below: &str) -> Sought {
    static CORES: Key = Key {
        kind: Kind::Double,
        conf: Conf::Absent,
        deprecated: false,
        dynamic: false,
        source: KeySource::Class,
        least: None,
        most: None,
        default: "",
        shipped: "",
    };
    static BYTES: Key = Key {
        kind: Kind::Long,
        conf: Conf::Absent,
        deprecated: false,
        dynamic: false,
        source: KeySource::Class,
        least: None,
        most: None,
        default: "",
        shipped: "",
    };
    match below {
        "cpu" => Sought::Known(below.to_owned(), &CORES),
        "ram" | "disk" => Sought::Known(below.to_owned(), &BYTES),
        _ => Sought::Unknown(below.to_owned(), vec!["cpu", "ram", "disk"]),
    }
}
