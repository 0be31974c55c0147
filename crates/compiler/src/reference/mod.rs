//! Everything that can be looked up: codes, keys of a configuration, Pulsar's own keys, and records of the library.
//!
//! `pulsarc explain` prints it, and `pulsarc doc` shows it as a page. All of it is derived: codes from the rules, keys from
//! the contracts, Pulsar's keys from the catalogue, and what a preset sets from the library itself.

mod library;
mod preset;
mod pulsar_key;
mod reader;
mod search;

pub use library::{Exported, exported};
pub use preset::Preset;
pub use pulsar_key::PulsarKey;
pub use reader::{Reader, ServiceName};
pub use search::Match;

use crate::Target;
use pulsarc_component::ComponentRecord;
use pulsarc_diag::{Code, KeyPath, Segment, Sources, suggest};
use pulsarc_model::Node;
use std::collections::BTreeMap;

/// What a name can stand for.
#[derive(Debug, Clone, PartialEq)]
pub enum Topic<'r> {
    /// A code of a finding.
    Code(&'static Code),
    /// A key of the configuration.
    Key(KeyPath),
    /// A key of Pulsar's.
    PulsarKey(&'r PulsarKey),
    /// A record of the library.
    Preset(&'r Preset),
}

/// A cluster without settings.
#[derive(Debug)]
pub struct Defaults {
    /// Its values.
    pub tree: Option<Node>,
    /// The texts of the contracts.
    pub sources: Sources,
}

/// Everything that can be looked up.
#[derive(Debug)]
pub struct Reference {
    /// The codes.
    pub codes: Vec<&'static Code>,
    /// The paths of the configuration's keys.
    pub paths: Vec<KeyPath>,
    /// Pulsar's own keys, one for each program that has it, by their names.
    pub pulsar_keys: Vec<PulsarKey>,
    /// The records of the library.
    pub presets: Vec<Preset>,
    /// Who reads `configData`.
    pub readers: Vec<Reader>,
    /// A cluster without settings, with the places of its values in the contracts.
    pub defaults: Defaults,
    /// The names of each component's pods, by the key of its block.
    labels: BTreeMap<&'static str, String>,
}

impl Reference {
    /// Reads all of it; names and places are those of a cluster without settings on this target.
    pub fn load(target: &Target) -> Self {
        let defaults = crate::build(&[], target);
        let records: Vec<&ComponentRecord> = defaults.records().collect();
        let mut labels: BTreeMap<&'static str, String> = BTreeMap::new();
        for record in &records {
            let label = labels.entry(record.key()).or_default();
            label.push(' ');
            label.push_str(&record.component);
        }
        Self {
            codes: crate::codes(),
            paths: pulsarc_eval::paths(),
            pulsar_keys: pulsar_key::all(&records),
            presets: preset::all(),
            readers: reader::all(&records),
            labels,
            defaults: Defaults { tree: defaults.tree, sources: defaults.sources },
        }
    }

    /// What a text names: a code, a path, the end of a path, a key of Pulsar's with or without its prefix, a preset. Empty
    /// if it names nothing.
    pub fn named(&self, text: &str) -> Vec<Topic<'_>> {
        if let Some(code) = self.codes.iter().find(|code| code.id.eq_ignore_ascii_case(text)) {
            return vec![Topic::Code(code)];
        }
        let wanted = KeyPath::read(text);
        let exact = self.paths.iter().filter(|path| **path == wanted).cloned().map(Topic::Key);
        let placed = self.pulsar_keys.iter().filter(|key| key.is_at(&wanted)).map(Topic::PulsarKey);
        let exact: Vec<Topic<'_>> = exact.chain(placed).collect();
        if !exact.is_empty() {
            return exact;
        }
        let presets = self.presets.iter().filter(|preset| preset.is_called(text)).map(Topic::Preset);
        let presets: Vec<Topic<'_>> = presets.collect();
        if !presets.is_empty() {
            return presets;
        }
        [false, true]
            .into_iter()
            .map(|folded| self.ending(text, &wanted, folded))
            .find(|found| !found.is_empty())
            .unwrap_or_default()
    }

    /// The keys whose paths end so. The name of a key of Pulsar's may contain dots.
    fn ending(&self, text: &str, wanted: &KeyPath, folded: bool) -> Vec<Topic<'_>> {
        let same = |one: &Segment, other: &Segment| match (one, other) {
            (Segment::Key(one), Segment::Key(other)) if folded => one.eq_ignore_ascii_case(other),
            _ => one == other,
        };
        let ends = |path: &KeyPath| {
            let (own, wanted) = (path.segments(), wanted.segments());
            own.len() > wanted.len()
                && own[own.len() - wanted.len()..].iter().zip(wanted).all(|(own, wanted)| same(own, wanted))
        };
        let called = |key: &&PulsarKey| key.is_called(text, folded);
        let pulsar: Vec<&PulsarKey> = self.pulsar_keys.iter().filter(called).collect();
        // The contract describes some of Pulsar's keys as well: those are one.
        let keys = self.paths.iter().filter(|path| ends(path));
        let keys = keys.filter(|path| !pulsar.iter().any(|key| key.is_at(path))).cloned().map(Topic::Key);
        keys.chain(pulsar.iter().copied().map(Topic::PulsarKey)).collect()
    }

    /// The name that is most like a text that names nothing.
    pub fn nearest(&self, text: &str) -> Option<String> {
        let wanted = KeyPath::read(text);
        if wanted.segments().len() > 1 {
            return None;
        }
        let last = |path: &KeyPath| path.last_key().map(str::to_owned);
        let names: Vec<String> = self
            .paths
            .iter()
            .filter_map(last)
            .chain(self.pulsar_keys.iter().map(|key| key.name.to_owned()))
            .chain(self.presets.iter().map(|preset| preset.short().to_owned()))
            .collect();
        suggest::nearest(text, names.iter().map(String::as_str)).map(str::to_owned)
    }
}
