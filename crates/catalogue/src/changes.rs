//! What changes for an existing cluster from one line to the next: `data/changes.json`, read as typed data.
//!
//! The facts come from Pulsar's upgrade pages and from the classes of the lines; each entry names its source. A test compares
//! the keys of every two neighbouring lines and fails on one that no entry covers.

use crate::{Program, Version};
use serde::Deserialize;
use std::sync::OnceLock;

/// A change from one line to the next.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Change {
    /// The first line that has it.
    pub since: Version,
    /// Set if it concerns only clusters of this line or older ones.
    #[serde(default)]
    pub from: Option<Version>,
    /// What kind of change it is.
    pub kind: Kind,
    /// The programs that it concerns.
    #[serde(default)]
    pub programs: Vec<Program>,
    /// The keys that it concerns; a trailing `*` matches all keys with that prefix.
    #[serde(default)]
    pub keys: Vec<String>,
    /// What changes, if it is not a key: an image, a variable, a part of the runtime.
    #[serde(default)]
    pub what: String,
    /// The old value or default.
    #[serde(default)]
    pub was: String,
    /// The new value or default.
    #[serde(default)]
    pub now: String,
    /// The key that replaces a renamed one.
    #[serde(default)]
    pub now_key: Option<String>,
    /// What an existing cluster has to do.
    pub acts: Acts,
    /// The configurations that it concerns; all if none is given.
    #[serde(default)]
    pub when: Option<Condition>,
    /// The setting that keeps a rollback to the old line possible, or the old behavior.
    #[serde(default)]
    pub keep: Option<Keep>,
    /// What follows from it, as a sentence without a full stop.
    #[serde(default)]
    pub why: String,
    /// Where the fact is published.
    pub source: Source,
}

/// What kind of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A key has another default.
    Default,
    /// A new key changes what a cluster does by default.
    Added,
    /// A key is gone.
    Removed,
    /// A key has another name.
    Renamed,
    /// A class is gone.
    Class,
    /// An image is no longer published.
    Image,
    /// The runtime around Pulsar: Java, its options, connectors.
    Runtime,
    /// Pulsar does something else under the same configuration.
    Behaviour,
}

/// What a change asks of an existing cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Acts {
    /// It breaks the cluster unless the configuration changes.
    Block,
    /// It needs an answer before the upgrade.
    Decide,
    /// It is worth knowing.
    Know,
}

/// The configurations that a change concerns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Condition {
    /// Clients authenticate with TLS certificates or SASL through the proxy.
    ClientCertificates,
    /// Connections inside the cluster use TLS.
    Tls,
    /// `advertisedListeners` is set.
    AdvertisedListeners,
    /// More than one broker runs, so brokers of both lines do during a rollout.
    SeveralBrokers,
    /// The package management service is on.
    PackageManagement,
    /// Functions run in the cluster.
    Functions,
    /// Transactions are on.
    Transactions,
    /// The proxy is deployed.
    Proxy,
}

/// A setting to write.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// The key.
    pub key: String,
    /// Its value.
    pub value: String,
    /// Whether it keeps the rollback to the old line possible; otherwise it only keeps the old behavior.
    #[serde(default)]
    pub rollback: bool,
}

/// Where a fact is published.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Source {
    /// Upgrading to Pulsar 5.0.x.
    Upgrade,
    /// Configuration default changes from Pulsar 4.x to 5.0.x.
    Configuration,
    /// Application, Functions, and plugin upgrades to Pulsar 5.0.x.
    Applications,
    /// The classes of the two lines.
    Classes,
    /// The release notes of OpenJDK.
    Java,
    /// apache/pulsar#24731.
    Shutdown,
    /// A rollout of real brokers from 4.0.8 to 5.0.1 and back, which a test repeats.
    Rehearsal,
}

impl Source {
    /// The source as a citation.
    pub fn cite(self) -> &'static str {
        match self {
            Self::Upgrade => "https://pulsar.apache.org/docs/5.0.x/administration-upgrade-to-5.0.x/",
            Self::Configuration => {
                "https://pulsar.apache.org/docs/5.0.x/administration-upgrade-to-5.0.x-configuration/"
            }
            Self::Applications => {
                "https://pulsar.apache.org/docs/5.0.x/administration-upgrade-to-5.0.x-applications/"
            }
            Self::Classes => "the configuration classes of both lines",
            Self::Java => "the release notes of OpenJDK",
            Self::Shutdown => "https://github.com/apache/pulsar/issues/24731",
            Self::Rehearsal => "a rollout of real brokers from 4.0.8 to 5.0.1 (e2e/pulsar/tests/upgrade.rs)",
        }
    }
}

impl Change {
    /// Whether it is between two lines.
    pub fn lies_between(&self, from: Version, to: Version) -> bool {
        from < self.since && self.since <= to && self.from.is_none_or(|oldest| from <= oldest)
    }

    /// Whether it concerns a key of a program.
    pub fn concerns(&self, program: Program, key: &str) -> bool {
        self.programs.contains(&program) && self.keys.iter().any(|pattern| key_matches(pattern, key))
    }
}

/// Whether a key's name matches an entry of [`Change::keys`].
pub fn key_matches(pattern: &str, key: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == key, |beginning| key.starts_with(beginning))
}

/// All changes, the oldest line first.
pub fn changes() -> &'static [Change] {
    static CHANGES: OnceLock<Vec<Change>> = OnceLock::new();
    // The text is embedded, and a test reads it: an unreadable one never ships.
    CHANGES.get_or_init(|| serde_json::from_str(include_str!("../data/changes.json")).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Conf, KeySource, effective_default, keys};

    /// Keys of the client and of function runtimes are not server settings.
    const SERVERS: [Program; 5] =
        [Program::Broker, Program::Proxy, Program::BookKeeper, Program::Worker, Program::WebSocket];

    #[test]
    fn the_data_is_readable() {
        let all: Vec<Change> =
            serde_json::from_str(include_str!("../data/changes.json")).expect("changes.json");
        assert!(all.len() > 50);
        assert!(all.is_sorted_by_key(|change| change.since));
        for change in &all {
            assert!(change.keys.is_empty() == change.programs.is_empty(), "{change:?}");
            assert!(change.acts == Acts::Know || !change.why.is_empty(), "{change:?}");
        }
    }

    #[test]
    fn every_difference_between_neighbouring_lines_is_classified() {
        let mut missing = Vec::new();
        for pair in Version::ALL.windows(2) {
            let [old, new] = pair else { continue };
            for program in SERVERS {
                let (before, after) = (keys(*old, program), keys(*new, program));
                let mut tell = |key: &str, kinds: &[Kind], what: String| {
                    let known = changes().iter().any(|change| {
                        change.since == *new && kinds.contains(&change.kind) && change.concerns(program, key)
                    });
                    if !known {
                        missing.push(format!("{} {} {what}", new.name(), program.name()));
                    }
                };
                for (name, key) in after {
                    match before.get(name) {
                        None if key.source != KeySource::ConfFile => {
                            tell(name, &[Kind::Added, Kind::Renamed], format!("+{name}"));
                        }
                        Some(was) if same(effective_default(was), effective_default(key)) => {}
                        Some(was) => tell(
                            name,
                            &[Kind::Default, Kind::Class],
                            format!("{name}: {} -> {}", effective_default(was), effective_default(key)),
                        ),
                        None => {}
                    }
                }
                for (name, key) in before {
                    if !after.contains_key(name)
                        && (key.source != KeySource::ConfFile || key.conf == Conf::Active)
                    {
                        tell(name, &[Kind::Removed, Kind::Renamed], format!("-{name}"));
                    }
                }
            }
        }
        assert!(missing.is_empty(), "no entry of changes.json covers:\n{}", missing.join("\n"));
    }

    /// Whether two defaults are one value: numbers by value, lists in any order.
    fn same(one: &str, other: &str) -> bool {
        let number = |text: &str| text.parse::<f64>().ok();
        let list = |text: &str| {
            let mut items: Vec<String> = text.split(',').map(str::to_owned).collect();
            items.sort();
            items
        };
        match (number(one), number(other)) {
            (Some(one), Some(other)) => one.to_bits() == other.to_bits(),
            _ => list(one) == list(other),
        }
    }
}
