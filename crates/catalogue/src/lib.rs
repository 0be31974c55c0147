//! Pulsar's own configuration keys: what each version's classes read, with type, range and enumeration.
//!
//! The data was read from the classes themselves (`ServiceConfiguration`, `ProxyConfiguration`, `WorkerConfig`,
//! BookKeeper's `ServerConfiguration`, ZooKeeper's `QuorumPeerConfig`, ...) and from the shipped conf files, by
//! reflection over Pulsar's published jars: `rebuild/rebuild.sh VERSION` does it again. `data/VERSION.tsv` has a key a line: program, key, type, how the conf file
//! has it, flags, least, most, enumeration. What a key means to pulsarc is the rules' business, not this crate's.

pub mod jvm;

mod variable;

pub use variable::{PREFIX, WORKER_PREFIX, bare_key, prefixed, unprefixed};

use std::collections::BTreeMap;
use std::sync::OnceLock;

/// A version line of Pulsar that the catalogue has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// 4.0, read from 4.0.8.
    V4_0,
    /// 4.2, read from 4.2.4. The proxy's keys, and what conf files alone name, are those of 4.0.
    V4_2,
    /// 5.0, read from 5.0.0-M1. The proxy's keys, and what conf files alone name, are those of 4.0.
    V5_0,
}

/// How well a version is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Match {
    /// The catalogue has this line.
    Exact,
    /// The nearest line that the catalogue has.
    Nearest,
}

impl Version {
    /// All of them, from the oldest on.
    pub const ALL: [Self; 3] = [Self::V4_0, Self::V4_2, Self::V5_0];

    /// The line of an image tag such as `4.0.12`; `None` for a tag that is no version.
    pub fn of_tag(tag: &str) -> Option<(Self, Match)> {
        let mut parts = tag.trim_start_matches('v').split(['.', '-', '_']).map(str::parse::<u32>);
        let (major, minor) = (parts.next()?.ok()?, parts.next()?.ok()?);
        Some(match (major, minor) {
            (4, 0) => (Self::V4_0, Match::Exact),
            (4, 2) => (Self::V4_2, Match::Exact),
            (5, 0) => (Self::V5_0, Match::Exact),
            (..4, _) => (Self::V4_0, Match::Nearest),
            (4, _) => (Self::V4_2, Match::Nearest),
            _ => (Self::V5_0, Match::Nearest),
        })
    }

    /// As it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::V4_0 => "4.0",
            Self::V4_2 => "4.2",
            Self::V5_0 => "5.0",
        }
    }
}

/// A program whose keys the catalogue has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Program {
    /// `broker.conf`.
    Broker,
    /// `bookkeeper.conf`: bookies and autorecovery.
    BookKeeper,
    /// `functions_worker.yml`.
    Worker,
    /// `proxy.conf`.
    Proxy,
    /// `zookeeper.conf`.
    ZooKeeper,
    /// `client.conf`.
    Client,
    /// Plugins that read the broker's and proxy's files.
    Plugin,
    /// `functionRuntimeFactoryConfigs` of the Kubernetes runtime.
    KubernetesRuntime,
    /// The same of the process runtime.
    ProcessRuntime,
    /// The same of the thread runtime.
    ThreadRuntime,
    /// The WebSocket service, also inside the broker and standalone.
    WebSocket,
    /// BookKeeper's package storage.
    Packages,
}

/// What a key takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A whole number of 32 bits.
    Int,
    /// A whole number of 64 bits.
    Long,
    /// A number.
    Double,
    /// `true` or `false`.
    Bool,
    /// One of these words.
    Enum(Vec<&'static str>),
    /// Words apart by commas.
    List,
    /// Keys and values, nested with `_` in a worker's variables.
    Map,
    /// A nested block whose keys are those of another program.
    Block(Program),
    /// `cpu`, `ram` and `disk` below it.
    Resources,
    /// Any text.
    Text,
}

/// How the shipped conf file has a key. The image writes a plain variable into the file only where the key is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conf {
    /// As `key=`.
    Active,
    /// As `#key=`.
    Commented,
    /// Not at all: only `PULSAR_PREFIX_key` lands.
    Absent,
}

/// A configuration key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What it takes.
    pub kind: Kind,
    /// How the shipped conf file has it.
    pub conf: Conf,
    /// Whether Pulsar calls it deprecated.
    pub deprecated: bool,
    /// Whether the conf file alone names it: a script or a plugin reads it, and no class says so.
    pub conf_only: bool,
    /// The least value.
    pub least: Option<i64>,
    /// The largest value.
    pub most: Option<i64>,
}

type Keys = BTreeMap<&'static str, Key>;
type Catalogue = BTreeMap<Program, Keys>;

/// The keys of a program in a version; those of 4.0 where the catalogue has none of the version's own.
pub fn keys(version: Version, program: Program) -> &'static BTreeMap<&'static str, Key> {
    static NONE: Keys = BTreeMap::new();
    catalogue(version).get(&program).or_else(|| catalogue(Version::V4_0).get(&program)).unwrap_or(&NONE)
}

/// A key of a program in a version. Where the version's own data says nothing of its conf file, 4.0's does.
pub fn key(version: Version, program: Program, name: &str) -> Option<&'static Key> {
    keys(version, program).get(name)
}

/// The first version after `version` whose classes do not read a key any more; none for a key of the conf file alone, of
/// which no class tells.
pub fn dropped_in(version: Version, program: Program, name: &str) -> Option<Version> {
    if catalogue(version).get(&program)?.get(name)?.conf_only {
        return None;
    }
    [Version::V4_2, Version::V5_0]
        .into_iter()
        .filter(|later| *later > version)
        .find(|later| catalogue(*later).get(&program).is_some_and(|keys| !keys.contains_key(name)))
}

/// How the conf file of a program has a key, as far as the catalogue knows it: the files are those of 4.0.
pub fn conf(program: Program, name: &str) -> Option<Conf> {
    key(Version::V4_0, program, name).map(|key| key.conf)
}

/// A conf file of the image whose keys several programs read, so that no [`Program`] describes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConfFile {
    /// `standalone.conf`: brokers' and bookies' keys of a standalone server.
    Standalone,
    /// `client.conf`: the command line tools'.
    Client,
}

/// Whether a conf file has a key, commented out or not: the image writes a plain variable only into such a file. The
/// files are those of 4.0.8 (`data/conf-4.0.8.tsv`: file and key).
pub fn conf_file_has(file: ConfFile, name: &str) -> bool {
    let file = match file {
        ConfFile::Standalone => "standalone",
        ConfFile::Client => "client",
    };
    let lines = include_str!("../data/conf-4.0.8.tsv").lines();
    lines.filter_map(|line| line.split_once('\t')).any(|known| known == (file, name))
}

fn catalogue(version: Version) -> &'static Catalogue {
    static LINES: [OnceLock<Catalogue>; 3] = [const { OnceLock::new() }; 3];
    let (slot, text) = match version {
        Version::V4_0 => (&LINES[0], include_str!("../data/4.0.8.tsv")),
        Version::V4_2 => (&LINES[1], include_str!("../data/4.2.4.tsv")),
        Version::V5_0 => (&LINES[2], include_str!("../data/5.0.0-M1.tsv")),
    };
    slot.get_or_init(|| read(text))
}

fn read(text: &'static str) -> Catalogue {
    let mut catalogue = Catalogue::new();
    for line in text.lines() {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (program, name, kind, conf, flags, least, most, words) =
            (cell(), cell(), cell(), cell(), cell(), cell(), cell(), cell());
        let Some(program) = program_called(program) else { continue };
        let key = Key {
            kind: kind_called(kind, words),
            conf: match conf {
                "a" => Conf::Active,
                "c" => Conf::Commented,
                _ => Conf::Absent,
            },
            deprecated: flags.contains('o'),
            conf_only: flags.contains('f'),
            least: least.parse().ok(),
            most: most.parse().ok(),
        };
        catalogue.entry(program).or_default().insert(name, key);
    }
    catalogue
}

fn program_called(name: &str) -> Option<Program> {
    Some(match name {
        "broker" => Program::Broker,
        "bookkeeper" => Program::BookKeeper,
        "worker" => Program::Worker,
        "proxy" => Program::Proxy,
        "zookeeper" => Program::ZooKeeper,
        "client" => Program::Client,
        "plugin" => Program::Plugin,
        "kubernetes-runtime" => Program::KubernetesRuntime,
        "process-runtime" => Program::ProcessRuntime,
        "thread-runtime" => Program::ThreadRuntime,
        "websocket" => Program::WebSocket,
        "packages" => Program::Packages,
        _ => return None,
    })
}

fn kind_called(name: &str, words: &'static str) -> Kind {
    match name {
        "int" => Kind::Int,
        "long" => Kind::Long,
        "double" => Kind::Double,
        "bool" => Kind::Bool,
        "enum" => Kind::Enum(words.split(',').collect()),
        "list" => Kind::List,
        "map" => Kind::Map,
        "resources" => Kind::Resources,
        "kubernetes" => Kind::Block(Program::KubernetesRuntime),
        "process" => Kind::Block(Program::ProcessRuntime),
        "thread" => Kind::Block(Program::ThreadRuntime),
        _ => Kind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_keys_are_there() {
        let size =
            key(Version::V4_0, Program::Broker, "managedLedgerDefaultEnsembleSize").expect("a broker key");
        assert_eq!((&size.kind, size.conf), (&Kind::Int, Conf::Active));
        let driver = key(Version::V5_0, Program::Proxy, "servicePort").expect("a proxy key, of 4.0");
        assert_eq!(driver.kind, Kind::Int);
        assert!(key(Version::V4_0, Program::Broker, "managedLedgerDefaultEnsemblSize").is_none());
        let gone = dropped_in(Version::V4_2, Program::Broker, "topicPolicyListenerReplayEnabled");
        assert_eq!(gone, Some(Version::V5_0));
        assert_eq!(
            dropped_in(Version::V4_0, Program::Broker, "athenzDomainNames"),
            None,
            "of the file alone"
        );
        assert_eq!(dropped_in(Version::V4_0, Program::Broker, "managedLedgerDefaultEnsembleSize"), None);
        assert!(matches!(
            key(Version::V4_0, Program::Worker, "functionInstanceMinResources").map(|k| &k.kind),
            Some(Kind::Resources)
        ));
    }

    #[test]
    fn tags_find_their_line() {
        assert_eq!(Version::of_tag("4.0.12"), Some((Version::V4_0, Match::Exact)));
        assert_eq!(Version::of_tag("4.1.3"), Some((Version::V4_2, Match::Nearest)));
        assert_eq!(Version::of_tag("3.0.7"), Some((Version::V4_0, Match::Nearest)));
        assert_eq!(Version::of_tag("5.0.0-M1"), Some((Version::V5_0, Match::Exact)));
        assert_eq!(Version::of_tag("latest"), None);
    }
}
