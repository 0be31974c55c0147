//! Pulsar's own keys: what the catalogue says of each, and where a configuration sets it.

use pulsarc_catalogue::{
    Change, Key, Kind, Program, Version, WORKER_PREFIX, changes, effective_default, keys, unprefixed,
};
use pulsarc_component::ComponentRecord;
use pulsarc_component::roster::{Configuration, PlainKeys};
use pulsarc_diag::{KeyPath, Segment};
use std::collections::BTreeMap;

/// A key of one of Pulsar's programs.
#[derive(Debug, Clone, PartialEq)]
pub struct PulsarKey {
    /// Its name in the conf file.
    pub name: &'static str,
    /// The program that reads it.
    pub program: Program,
    /// The places that reach the program, the most usual first.
    pub places: Vec<KeyPath>,
    /// What each line that has it says of it, the oldest first.
    pub lines: Vec<(Version, &'static Key)>,
}

impl PulsarKey {
    /// What the newest line says of it.
    pub fn newest(&self) -> &'static Key {
        // A key is listed because a line has it.
        self.lines[self.lines.len() - 1].1
    }

    /// The accepted values, in words.
    pub fn type_in_words(&self) -> String {
        let key = self.newest();
        let kind = match &key.kind {
            Kind::Int | Kind::Long => "a whole number".to_owned(),
            Kind::Double => "a number".to_owned(),
            Kind::Bool => "true or false".to_owned(),
            Kind::Enum(words) => format!("one of {}", words.join(", ")),
            Kind::List => "words separated by commas".to_owned(),
            Kind::Map => "a map".to_owned(),
            Kind::Block(_) => "a block of keys".to_owned(),
            Kind::Resources => "a block with cpu, ram and disk".to_owned(),
            Kind::Text => "text".to_owned(),
        };
        match (key.least, key.most) {
            (Some(least), Some(most)) => format!("{kind} from {least} to {most}"),
            (Some(least), None) => format!("{kind}, at least {least}"),
            (None, Some(most)) => format!("{kind}, at most {most}"),
            (None, None) => kind,
        }
    }

    /// What holds if nobody sets it: one value, or one for each line where they differ.
    pub fn default_in_words(&self) -> String {
        let shown = |key: &Key| match effective_default(key) {
            "" => "none",
            "auto" => "follows the machine",
            value => value,
        };
        let mut runs: Vec<(&str, Vec<&str>)> = Vec::new();
        for (line, key) in &self.lines {
            match runs.last_mut() {
                Some((value, lines)) if *value == shown(key) => lines.push(line.name()),
                _ => runs.push((shown(key), vec![line.name()])),
            }
        }
        match runs.as_slice() {
            [(value, _)] => (*value).to_owned(),
            several => {
                let words = several.iter().map(|(value, lines)| format!("{value} in {}", lines.join(", ")));
                words.collect::<Vec<_>>().join("; ")
            }
        }
    }

    /// Whether a running broker accepts a new value.
    pub fn dynamic_in_words(&self) -> &'static str {
        if self.newest().dynamic {
            "yes: `pulsar-admin brokers update-dynamic-config` changes it without a restart"
        } else {
            "no: a change takes effect when the pods restart"
        }
    }

    /// The lines that have it.
    pub fn versions_in_words(&self) -> String {
        let names: Vec<&str> = self.lines.iter().map(|(line, _)| line.name()).collect();
        names.join(", ")
    }

    /// What changes between lines about it.
    pub fn changes(&self) -> impl Iterator<Item = &'static Change> + '_ {
        changes().iter().filter(|change| change.concerns(self.program, self.name))
    }

    /// Whether it is set at a path; a prefix of the image's is not counted.
    pub fn is_at(&self, path: &KeyPath) -> bool {
        let Some((Segment::Key(last), above)) = path.segments().split_last() else { return false };
        let name = bare(last);
        self.places.iter().any(|place| {
            let Some((Segment::Key(own), around)) = place.segments().split_last() else { return false };
            around == above && (own == last || bare(own) == name)
        })
    }

    /// Whether it is called so, with or without a prefix of the image's.
    pub(super) fn is_called(&self, name: &str, folded: bool) -> bool {
        let name = bare(name);
        if folded { self.name.eq_ignore_ascii_case(name) } else { self.name == name }
    }
}

/// A key without the prefix that makes an image apply it.
fn bare(name: &str) -> &str {
    let name = unprefixed(name).unwrap_or(name);
    name.strip_prefix(WORKER_PREFIX).unwrap_or(name)
}

/// The key of the worker that nests the keys of a runtime.
const RUNTIME: &str = "functionRuntimeFactoryConfigs";
/// The programs whose keys it nests.
const RUNTIMES: [Program; 3] = [Program::KubernetesRuntime, Program::ProcessRuntime, Program::ThreadRuntime];

/// Every key of every program, in the order of their names.
pub(super) fn all(records: &[&ComponentRecord]) -> Vec<PulsarKey> {
    let mut all: BTreeMap<(&str, usize), PulsarKey> = BTreeMap::new();
    for (order, (program, _)) in Program::ALL.into_iter().enumerate() {
        for line in Version::ALL {
            for (name, key) in keys(line, program) {
                let entry = all.entry((name, order)).or_insert_with(|| PulsarKey {
                    name,
                    program,
                    places: places(records, program, name),
                    lines: Vec::new(),
                });
                entry.lines.push((line, key));
            }
        }
    }
    all.into_values().filter(|key| !key.places.is_empty()).collect()
}

/// Where a key of a program is written: first for the component that is named after the program, then for those that are
/// deployed by default.
fn places(records: &[&ComponentRecord], program: Program, name: &str) -> Vec<KeyPath> {
    let nested = RUNTIMES.contains(&program);
    let reader = if nested { Program::Worker } else { program };
    let configured = records.iter().filter_map(|record| Some((*record, record.configuration?)));
    let mut readers: Vec<(&ComponentRecord, Configuration)> =
        configured.filter(|(_, configuration)| configuration.programs.contains(&reader)).collect();
    readers.sort_by_key(|(record, _)| (record.key() != reader.name(), !record.deployed));
    let place = |(record, configuration): &(&ComponentRecord, Configuration)| {
        let prefix = if configuration.plain_keys == PlainKeys::Ignored { WORKER_PREFIX } else { "" };
        let name = if nested { format!("{prefix}{RUNTIME}_{name}") } else { format!("{prefix}{name}") };
        KeyPath::parse(record.block).key("configData").key(name)
    };
    readers.iter().map(place).collect()
}
