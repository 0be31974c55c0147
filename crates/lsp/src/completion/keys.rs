//! Keys of the contract.

use super::Asked;
use super::answer::{About, Answer, Group, Shape, shortened};
use super::pulsar;
use lsp_types::CompletionItemKind;
use pulsarc_compiler::{Key, Kind};
use pulsarc_diag::KeyPath;
use std::collections::BTreeSet;

/// Adds the keys that a record can have and does not have.
pub(super) fn add(asked: &Asked<'_>, record: &KeyPath, answer: &mut Answer<'_>) {
    let has = asked.has(record);
    let usual = usual(asked, record);
    let foreign = pulsar::foreign(asked, record);
    let depth = record.segments().len();
    // The keys in a record come right after it.
    let below = asked.loaded.keys.range(record.clone()..).take_while(|(path, _)| path.is_within(record));
    for (path, key) in below.filter(|(path, _)| path.segments().len() == depth + 1) {
        let Some(name) = path.last_key().filter(|name| !has(name) && !foreign.contains(name)) else {
            continue;
        };
        let required = key.default.is_none() && !key.accepts.contains(&Kind::Null) && depth > 0;
        let group = match () {
            () if usual.contains(name) => Group::First,
            () if required => Group::Usual,
            () => Group::Other,
        };
        answer.key(name, shape(key), about(key, group));
    }
}

/// The keys of a record that the library's presets set.
fn usual<'r>(asked: &'r Asked<'_>, record: &KeyPath) -> BTreeSet<&'r str> {
    let depth = record.segments().len();
    let sets = asked.loaded.reference.presets.iter().filter_map(|preset| preset.sets.as_ref()).flatten();
    let within =
        sets.filter(|(path, _)| path.is_within(record)).filter_map(|(path, _)| path.segments().get(depth));
    within
        .filter_map(|segment| match segment {
            pulsarc_diag::Segment::Key(key) => Some(key.as_str()),
            pulsarc_diag::Segment::Index(_) => None,
        })
        .collect()
}

/// What a key holds, as its snippet shows it.
fn shape(key: &Key) -> Shape {
    let accepts = |kind| key.accepts.contains(&kind);
    let single = [Kind::Switch, Kind::WholeNumber, Kind::Number].into_iter().any(accepts);
    match () {
        () if single => Shape::Single,
        () if accepts(Kind::Record) => Shape::Record,
        () if accepts(Kind::List) => Shape::List,
        () if accepts(Kind::Text) && key.choices.is_empty() => Shape::Text,
        () => Shape::Single,
    }
}

fn about(key: &Key, group: Group) -> About {
    let holds_keys = shape(key) == Shape::Record;
    About {
        kind: if holds_keys { CompletionItemKind::MODULE } else { CompletionItemKind::PROPERTY },
        detail: shortened(key.type_in_words()),
        doc: doc(key),
        group,
    }
}

/// The doc of a key with its default, as Markdown.
fn doc(key: &Key) -> String {
    let mut parts = vec![key.doc.clone()];
    if key.choices.len() > 1 {
        let choices: Vec<String> = key.choices.iter().map(|choice| format!("`{choice}`")).collect();
        parts.push(format!("One of {}.", choices.join(", ")));
    }
    match &key.default {
        Some(serde_json::Value::Object(entries)) if !entries.is_empty() => {}
        Some(serde_json::Value::Array(items)) if items.len() > 3 => {}
        Some(default) => parts.push(format!("Default: `{default}`")),
        None => parts.push("No default.".to_owned()),
    }
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}
