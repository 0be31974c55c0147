//! The configuration keys and classes of the lines. `data/VERSION.tsv` has a key a line: program, key, type, state in the conf
//! file, flags, least, most, enumeration, default of the class, value in the conf file; then a class a line with its
//! module, and a module a line.

use crate::Version;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// A program whose keys the catalogue has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Program {
    /// `broker.conf`.
    Broker,
    /// `bookkeeper.conf`: bookies and autorecovery.
    #[serde(rename = "bookkeeper")]
    BookKeeper,
    /// `functions_worker.yml`.
    Worker,
    /// `proxy.conf`.
    Proxy,
    /// `zookeeper.conf`.
    #[serde(rename = "zookeeper")]
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
    #[serde(rename = "websocket")]
    WebSocket,
    /// BookKeeper's package storage.
    Packages,
}

impl Program {
    /// Every program, with its name in the data.
    pub const ALL: [(Self, &'static str); 12] = [
        (Self::Broker, "broker"),
        (Self::BookKeeper, "bookkeeper"),
        (Self::Worker, "worker"),
        (Self::Proxy, "proxy"),
        (Self::ZooKeeper, "zookeeper"),
        (Self::Client, "client"),
        (Self::Plugin, "plugin"),
        (Self::KubernetesRuntime, "kubernetes-runtime"),
        (Self::ProcessRuntime, "process-runtime"),
        (Self::ThreadRuntime, "thread-runtime"),
        (Self::WebSocket, "websocket"),
        (Self::Packages, "packages"),
    ];

    /// The name in the data: `broker`.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(program, _)| *program == self).map_or("", |(_, name)| name)
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, own)| *own == name).map(|(program, _)| *program)
    }
}

/// The values that a key accepts.
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

/// How the shipped conf file contains a key. The image writes a plain variable into the file only if the file
/// contains the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Conf {
    /// As `key=`.
    Active,
    /// As `#key=`.
    Commented,
    /// Not at all: only `PULSAR_PREFIX_key` lands.
    Absent,
}

/// The source of a catalogue entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeySource {
    /// A class of this line declares it.
    Class,
    /// Only the conf file names it: a script or a plugin reads it, and no class declares it.
    ConfFile,
    /// The source of a class that is not published as a jar, an upgrade page, or another line's class.
    Derived,
}

/// A configuration key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// The values that it accepts.
    pub kind: Kind,
    /// How the shipped conf file has it.
    pub conf: Conf,
    /// Whether Pulsar calls it deprecated.
    pub deprecated: bool,
    /// Whether a running broker accepts a new value.
    pub dynamic: bool,
    /// Where it was read.
    pub source: KeySource,
    /// The least value.
    pub least: Option<i64>,
    /// The largest value.
    pub most: Option<i64>,
    /// The class's own default as text; empty for none, `auto` for one that follows the machine.
    pub default: &'static str,
    /// The value in the shipped conf file, empty if it has none.
    pub shipped: &'static str,
}

type Keys = BTreeMap<&'static str, Key>;

/// A line's data.
#[derive(Default)]
struct Catalogue {
    programs: BTreeMap<Program, Keys>,
    /// Classes with the module that has them.
    classes: BTreeMap<&'static str, &'static str>,
    /// The modules whose jars were read.
    modules: BTreeSet<&'static str>,
}

/// The keys of a program in a line; those of 4.0 if the catalogue has none of the line's own.
pub fn keys(version: Version, program: Program) -> &'static BTreeMap<&'static str, Key> {
    static NONE: Keys = BTreeMap::new();
    let of = |version| catalogue(version).programs.get(&program);
    of(version).or_else(|| of(Version::V4_0)).unwrap_or(&NONE)
}

/// A key of a program in a line.
pub fn key(version: Version, program: Program, name: &str) -> Option<&'static Key> {
    keys(version, program).get(name)
}

/// The first line after `version` whose classes no longer read a key; `None` for a key that only the conf file names.
pub fn dropped_in(version: Version, program: Program, name: &str) -> Option<Version> {
    if key(version, program, name)?.source == KeySource::ConfFile {
        return None;
    }
    Version::ALL
        .into_iter()
        .filter(|later| *later > version)
        .find(|later| !keys(*later, program).contains_key(name))
}

/// How the conf file of a program has a key, if the catalogue knows the key.
pub fn conf(version: Version, program: Program, name: &str) -> Option<Conf> {
    key(version, program, name).map(|key| key.conf)
}

/// The value that holds if nobody sets a key: that of the shipped conf file, else the class's own. Empty for none.
pub fn effective_default(key: &Key) -> &'static str {
    if key.conf == Conf::Active && !key.shipped.is_empty() { key.shipped } else { key.default }
}

/// The classes that a configuration can name in a line, with the module of each.
pub fn classes(version: Version) -> &'static BTreeMap<&'static str, &'static str> {
    &catalogue(version).classes
}

/// Whether a class of Pulsar or BookKeeper is missing in a line although another line has it. Only a class whose module was
/// read for both lines counts: not every module is published for every line.
pub fn class_is_gone(version: Version, class: &str) -> bool {
    let own = catalogue(version);
    if own.classes.contains_key(class) {
        return false;
    }
    Version::ALL
        .into_iter()
        .filter_map(|other| catalogue(other).classes.get(class))
        .any(|module| own.modules.contains(module))
}

fn catalogue(version: Version) -> &'static Catalogue {
    static LINES: [OnceLock<Catalogue>; 4] = [const { OnceLock::new() }; 4];
    let (slot, text) = match version {
        Version::V3_0 => (&LINES[0], include_str!("../data/3.0.7.tsv")),
        Version::V4_0 => (&LINES[1], include_str!("../data/4.0.8.tsv")),
        Version::V4_2 => (&LINES[2], include_str!("../data/4.2.4.tsv")),
        Version::V5_0 => (&LINES[3], include_str!("../data/5.0.1.tsv")),
    };
    slot.get_or_init(|| read(text))
}

fn read(text: &'static str) -> Catalogue {
    let mut catalogue = Catalogue::default();
    for line in text.lines() {
        let mut cells = line.split('\t');
        let mut cell = || cells.next().unwrap_or_default();
        let (program, name, kind, conf, flags, least, most, words, default, shipped) =
            (cell(), cell(), cell(), cell(), cell(), cell(), cell(), cell(), cell(), cell());
        let program = match program {
            "class" => {
                catalogue.classes.insert(name, kind);
                continue;
            }
            "module" => {
                catalogue.modules.insert(name);
                continue;
            }
            program => program,
        };
        let Some(program) = Program::named(program) else { continue };
        let key = Key {
            kind: kind_called(kind, words),
            conf: match conf {
                "a" => Conf::Active,
                "c" => Conf::Commented,
                _ => Conf::Absent,
            },
            deprecated: flags.contains('o'),
            dynamic: flags.contains('d'),
            source: match flags {
                flags if flags.contains('f') => KeySource::ConfFile,
                flags if flags.contains('s') => KeySource::Derived,
                _ => KeySource::Class,
            },
            least: least.parse().ok(),
            most: most.parse().ok(),
            default,
            shipped,
        };
        catalogue.programs.entry(program).or_default().insert(name, key);
    }
    catalogue
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
    fn known_keys_are_found_with_their_defaults() {
        let size =
            key(Version::V4_0, Program::Broker, "managedLedgerDefaultEnsembleSize").expect("a broker key");
        assert_eq!((&size.kind, size.conf), (&Kind::Int, Conf::Active));
        assert!(key(Version::V4_0, Program::Broker, "managedLedgerDefaultEnsemblSize").is_none());
        let bundles = |line| {
            effective_default(
                key(line, Program::Broker, "defaultNumberOfNamespaceBundles").expect("a broker key"),
            )
        };
        assert_eq!((bundles(Version::V4_2), bundles(Version::V5_0)), ("4", "32"));
        let io = key(Version::V5_0, Program::Broker, "numIOThreads").expect("a broker key");
        assert_eq!(io.default, "auto", "it follows the machine");
        assert!(matches!(
            key(Version::V4_0, Program::Worker, "functionInstanceMinResources").map(|k| &k.kind),
            Some(Kind::Resources)
        ));
    }

    #[test]
    fn every_line_has_keys_of_every_server() {
        for line in Version::ALL {
            for (program, least) in [
                (Program::Broker, 450),
                (Program::BookKeeper, 200),
                (Program::Proxy, 90),
                (Program::Worker, 90),
            ] {
                let count = catalogue(line).programs.get(&program).map_or(0, Keys::len);
                assert!(count >= least, "{} {program:?}: {count}", line.name());
            }
        }
        let proxy = key(Version::V5_0, Program::Proxy, "tlsFactoryClassName").expect("a proxy key of 5.0");
        assert_eq!(proxy.source, KeySource::Derived, "from its source: the jar is not published");
    }

    #[test]
    fn removed_keys_and_classes_have_their_line() {
        let gone = dropped_in(
            Version::V4_0,
            Program::Broker,
            "subscriptionSharedUseClassicPersistentImplementation",
        );
        assert_eq!(gone, Some(Version::V5_0));
        assert_eq!(
            dropped_in(Version::V4_0, Program::Broker, "athenzDomainNames"),
            None,
            "of the file alone"
        );
        assert_eq!(dropped_in(Version::V3_0, Program::Broker, "managedLedgerDefaultEnsembleSize"), None);
        assert!(!class_is_gone(Version::V5_0, "org.apache.pulsar.broker.loadbalance.impl.ThresholdShedder"));
        assert!(class_is_gone(Version::V5_0, "org.apache.pulsar.common.util.DefaultPulsarSslFactory"));
        assert!(!class_is_gone(Version::V5_0, "com.example.Custom"));
    }
}
