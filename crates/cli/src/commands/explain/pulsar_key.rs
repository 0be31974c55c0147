//! A key of Pulsar's: where it belongs, and what each line of Pulsar says of it.

use pulsarc_compiler::reference::PulsarKey;
use pulsarc_diag::KeyPath;
use std::fmt::Write as _;

/// The page of a key.
pub(super) fn about(key: &PulsarKey) -> String {
    let mut text = format!("{}\n\n", key.name);
    // The contract has defaults and docs for some of them.
    let described = pulsarc_compiler::keys(|path| key.places.contains(path));
    let docs: Vec<&str> =
        described.iter().map(|key| key.doc.as_str()).filter(|doc| !doc.is_empty()).collect();
    if let Some(doc) = docs.first() {
        let _ = write!(text, "{doc}\n\n");
    }
    let _ = writeln!(text, "A key of Pulsar's own, read by {}. It belongs in:\n", reader(key));
    for place in &key.places {
        let set = described.iter().find(|own| own.path == *place).and_then(|own| own.default.as_ref());
        let set = set.map(|value| format!("  (pulsarc sets {value})")).unwrap_or_default();
        let _ = writeln!(text, "  {place}{set}");
    }
    text.push('\n');
    text.push_str(&facts(key));
    text
}

/// What the catalogue says of a key, line by line.
pub(super) fn facts(key: &PulsarKey) -> String {
    let rows = [
        ("type", key.type_in_words()),
        ("default", key.default_in_words()),
        ("dynamic", key.dynamic_in_words().to_owned()),
        ("versions", key.versions_in_words()),
    ];
    let mut text: String = rows.iter().map(|(what, value)| format!("  {what:9} {value}\n")).collect();
    if key.newest().deprecated {
        text.push_str("  Pulsar calls it deprecated.\n");
    }
    let changes: Vec<String> = key
        .changes()
        .filter(|change| !change.why.is_empty())
        .map(|change| format!("  {}  {}\n", change.since.name(), change.why))
        .collect();
    if !changes.is_empty() {
        text.extend(["\nchanges:\n", &changes.concat()]);
    }
    text
}

/// Who reads a key: the program, by the block of its first place.
pub(super) fn reader(key: &PulsarKey) -> String {
    let first = key.places.first().map(KeyPath::to_string).unwrap_or_default();
    let block = first.split('.').next().unwrap_or_default().replace('_', " ");
    format!("the {block}")
}
