//! The contracts as a list of keys, for the reference page, the JSON Schema and `explain`.
//!
//! Accepted values are found by trial: a key's contracts are applied to one value of each kind. So nothing here
//! repeats a contract, and it is correct however a contract is written.

use crate::nickel::below::Below;
use crate::nickel::blame;
use crate::nickel::engine::Engine;
use crate::nickel::walk::{Nulls, Problem, ProblemKind};
use crate::table::{Declared, Detail};
use nickel_lang_core::eval::VirtualMachine;
use nickel_lang_core::eval::value::{Container, NickelValue, ValueContentRef};
use nickel_lang_core::identifier::LocIdent;
use nickel_lang_core::term::RuntimeContract;
use nickel_lang_core::term::record::Field;
use pulsarc_diag::{KeyPath, Segment, Sources};
use pulsarc_model::{Node, Number, Value};
use std::collections::{BTreeMap, BTreeSet};

/// A key of the configuration.
#[derive(Debug, Clone, PartialEq)]
pub struct Key {
    /// Where it is.
    pub path: KeyPath,
    /// Its doc in the contract.
    pub doc: String,
    /// What the contract calls its type: `Bool`, `Quantity`; empty for a record that is written out.
    pub contract: String,
    /// The kinds of values that it accepts.
    pub accepts: Vec<Kind>,
    /// The texts that it accepts, where only some are.
    pub choices: Vec<String>,
    /// Whether a record there may have keys that the contract does not name.
    pub open: bool,
    /// What holds where nobody sets it; none for a key without a default.
    pub default: Option<serde_json::Value>,
    /// The ranges, patterns and lengths of its values.
    pub declared: Declared,
}

impl Key {
    /// The accepted values, in words: `a whole number from 1 to 65535 (Port)`, `text (Quantity)`.
    pub fn type_in_words(&self) -> String {
        if !self.choices.is_empty() {
            return format!("one of {}", self.choices.join(", "));
        }
        let has = |kind| self.accepts.contains(&kind);
        let either = has(Kind::List) && has(Kind::Record);
        let value = self.declared.value;
        let single = value.map(|facts| facts.in_words()).unwrap_or_default();
        let is_single = !single.is_empty();
        let words = [
            (is_single, single.as_str()),
            (has(Kind::Switch) && !is_single, "true or false"),
            (has(Kind::WholeNumber) && !has(Kind::Number) && !is_single, "a whole number"),
            (has(Kind::Number) && !is_single, "a number"),
            (has(Kind::Text) && !is_single, "text"),
            (either, "a list, or a map of entries by name"),
            (has(Kind::List) && !either && !value.is_some_and(|facts| facts.list), "a list"),
            (has(Kind::Record) && !either, if self.open { "a map with your own keys" } else { "a map" }),
            (has(Kind::Null), "null"),
        ];
        let words: Vec<&str> = words.into_iter().filter(|(has, _)| *has).map(|(_, word)| word).collect();
        let name = self.contract.trim();
        let plain = name.is_empty() || matches!(name, "Bool" | "String" | "Number");
        if plain { words.join(", ") } else { format!("{} ({name})", words.join(", ")) }
    }

    /// What the type does not say: the pattern of a text, and what the items of a list or the entries of a map are.
    pub fn details(&self) -> Vec<Detail> {
        if self.choices.is_empty() { self.declared.details() } else { Vec::new() }
    }
}

/// A kind of value, as YAML and JSON have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// `true` or `false`.
    Switch,
    /// A number without a fraction.
    WholeNumber,
    /// Any number.
    Number,
    /// Text.
    Text,
    /// A list.
    List,
    /// A record.
    Record,
    /// Nothing.
    Null,
}

/// Texts of the kinds that keys ask for: one that accepts text accepts one of these at least.
const TEXTS: [&str; 11] =
    ["other", "", "1", "true", "1Gi", "1h", "30s", "50%", "10.0.0.0/8", "/other", "a.example:1"];
/// The tag that asks a leaf for its data; `contracts/shared/leaf.ncl` knows it too.
const FACTS_ASKED: &str = "pulsarc: facts";
/// A key that no contract names.
const NO_KEY: &str = "noSuchKey";

/// The keys of the cluster's contract, in the order of their paths, that `wanted` asks for.
pub(crate) fn keys(
    wanted: &dyn Fn(&KeyPath) -> bool,
    default: &dyn Fn(&KeyPath) -> Option<serde_json::Value>,
    declared: &dyn Fn(&KeyPath) -> Declared,
) -> Vec<Key> {
    let mut engine = Engine::new();
    let Some(contract) = engine.cluster_contract() else { return Vec::new() };
    let mut listed = Listed { paths: BTreeSet::new(), found: BTreeMap::new(), wanted, default, declared };
    listed.record(&mut engine, &contract, &mut KeyPath::root());
    listed.found.into_values().collect()
}

/// The keys found so far, by path: several contracts of a record may name the same key.
struct Listed<'a> {
    paths: BTreeSet<KeyPath>,
    found: BTreeMap<String, Key>,
    wanted: &'a dyn Fn(&KeyPath) -> bool,
    default: &'a dyn Fn(&KeyPath) -> Option<serde_json::Value>,
    declared: &'a dyn Fn(&KeyPath) -> Declared,
}

impl Listed<'_> {
    fn record(&mut self, engine: &mut Engine, contract: &NickelValue, path: &mut KeyPath) {
        let Ok(record) = VirtualMachine::new(&mut engine.context).eval(contract.clone()) else { return };
        let ValueContentRef::Record(Container::Alloc(data)) = record.content_ref() else { return };
        for (id, field) in &data.fields {
            path.push(Segment::Key(id.label().to_owned()));
            self.paths.insert(path.clone());
            if (self.wanted)(path) {
                self.key(engine, field, path);
            }
            for contract in &field.pending_contracts {
                self.record(engine, &contract.contract, path);
            }
            path.pop();
        }
    }

    fn key(&mut self, engine: &mut Engine, field: &Field, path: &KeyPath) {
        let contracts = &field.pending_contracts;
        let choices = choices(engine, contracts, Place::Alone);
        let accepts = accepted(engine, contracts, &choices);
        let key = Key {
            path: path.clone(),
            doc: field.metadata.doc().map(|doc| doc.trim().to_owned()).unwrap_or_default(),
            contract: engine
                .annotations(contracts)
                .iter()
                .filter_map(|text| named(text))
                .collect::<Vec<_>>()
                .join(" and "),
            open: accepts.contains(&Kind::Record) && is_open(engine, contracts),
            accepts,
            choices,
            default: (self.default)(path),
            declared: (self.declared)(path),
        };
        self.found.entry(path.to_string()).or_insert(key);
    }
}

/// An annotation without the files that its names come from; none if it is written out rather than named.
fn named(annotation: &str) -> Option<String> {
    if annotation.contains(['{', '&', '\n']) {
        return None;
    }
    let without_file = |word: &str| {
        let start = word.find(|it: char| it.is_ascii_alphabetic())?;
        let file = word[start..].split_once('.').filter(|(file, _)| !file.contains(char::is_uppercase));
        file.map(|(_, name)| format!("{}{name}", &word[..start]))
    };
    let words =
        annotation.split_whitespace().map(|word| without_file(word).unwrap_or_else(|| word.to_owned()));
    Some(words.collect::<Vec<_>>().join(" "))
}

/// The default at a path.
pub(crate) fn default_at(defaults: &serde_json::Value, path: &KeyPath) -> Option<serde_json::Value> {
    path.segments().iter().try_fold(defaults, below).cloned()
}

fn below<'j>(value: &'j serde_json::Value, segment: &Segment) -> Option<&'j serde_json::Value> {
    match segment {
        Segment::Key(key) => value.get(key),
        Segment::Index(index) => value.get(index),
    }
}

/// The kinds of values that contracts let pass.
fn accepted(engine: &mut Engine, contracts: &[RuntimeContract], choices: &[String]) -> Vec<Kind> {
    let mut samples = vec![
        (Kind::Switch, Value::Bool(true)),
        (Kind::List, Value::List(Vec::new())),
        (Kind::Record, Value::Record(BTreeMap::new())),
        (Kind::Null, Value::Null),
        (Kind::Number, Value::Number(Number::Decimal(0.5))),
        (Kind::WholeNumber, Value::Number(Number::Integer(1))),
        (Kind::WholeNumber, Value::Number(Number::Integer(30_000))),
    ];
    samples.extend(TEXTS.iter().map(|sample| (Kind::Text, Value::Text((*sample).to_owned()))));
    samples.extend(choices.iter().map(|choice| (Kind::Text, Value::Text(choice.clone()))));
    let mut kinds: Vec<Kind> = samples
        .into_iter()
        .filter(|(_, sample)| problems(engine, sample, contracts).is_empty())
        .map(|(kind, _)| kind)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

/// The texts that an enumeration allows, or that one in a list allows.
pub(crate) fn choices(engine: &mut Engine, contracts: &[RuntimeContract], place: Place) -> Vec<String> {
    let facts = facts(engine, contracts, place).and_then(|facts| serde_json::from_value(facts).ok());
    facts.map_or_else(Vec::new, |Choices { text }| text.choices)
}

/// The data of a leaf, or of one in a list.
pub(crate) fn facts(
    engine: &mut Engine,
    contracts: &[RuntimeContract],
    place: Place,
) -> Option<serde_json::Value> {
    let tag = NickelValue::enum_tag_posless(LocIdent::new(FACTS_ASKED));
    let asked = match place {
        Place::Alone => tag,
        #[cfg(test)]
        Place::InList => NickelValue::array(
            [tag].into_iter().collect(),
            Vec::new(),
            nickel_lang_core::position::PosIdx::NONE,
        ),
    };
    let (_, walk) = engine.walk(&asked, contracts, Nulls::Stay);
    let answer = walk.problems.iter().find_map(|problem| match &problem.kind {
        ProblemKind::Failed(error) => blame::message(error),
        _ => None,
    });
    answer.and_then(|answer| serde_json::from_str(&answer).ok())
}

/// The data of an enumeration: choices, and nothing else.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Choices {
    text: ChoicesOfText,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ChoicesOfText {
    choices: Vec<String>,
}

/// Where a value is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    Alone,
    #[cfg(test)]
    InList,
}

/// Whether a record may have a key that no contract names.
fn is_open(engine: &mut Engine, contracts: &[RuntimeContract]) -> bool {
    let entry = |value: Value| Value::Record([(NO_KEY.to_owned(), Node::bare(value))].into());
    [entry(Value::Text("1".to_owned())), entry(Value::Record(BTreeMap::new()))].iter().any(|sample| {
        let problems = problems(engine, sample, contracts);
        !problems.iter().any(|problem| problem.path.last_key() == Some(NO_KEY))
    })
}

/// The mistakes in a value; missing parts do not count.
pub(crate) fn problems(engine: &mut Engine, value: &Value, contracts: &[RuntimeContract]) -> Vec<Problem> {
    let value = engine.value(&Node::bare(value.clone()), &Sources::default(), Below::Nothing);
    let (_, walk) = engine.walk(&value, contracts, Nulls::Stay);
    walk.problems.into_iter().filter(|problem| !matches!(problem.kind, ProblemKind::Missing(_))).collect()
}
