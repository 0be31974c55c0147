//! What a setting means: its doc, type, default and origin.

mod library;
mod origin;
mod pulsar_key;
#[cfg(test)]
mod tests;

use crate::documents::Language;
use crate::outline::{Entry, Holds};
use crate::places::covers;
use crate::shown::{self, code};
use crate::view::View;
use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position};
use pulsarc_compiler::{Key, Kind};
use pulsarc_diag::{Code, KeyPath, Segment};
use std::ops::Range;

/// The block of accepted findings.
const CHECKS: &str = "checks";

/// What is known of the setting at a place.
pub(crate) fn hover(view: &View<'_>, at: Position) -> Option<Hover> {
    let byte = view.document.byte(at, view.encoding);
    let outline = view.outline();
    let setting = outline.at(byte);
    let on_key = setting.as_ref().is_some_and(|(_, entry)| covers(&entry.key, byte));
    if view.document.language == Language::Nickel
        && !on_key
        && let Some((text, bytes)) = library::of(view, byte)
    {
        return Some(markdown(view, text, bytes));
    }
    let (path, entry) = setting?;
    // Inside of a record or a list there may be nothing: a comment, a comma.
    if !on_key && !matches!(entry.holds, Holds::Scalar | Holds::Code) {
        return None;
    }
    let bytes = if on_key { entry.key.clone() } else { entry.value.clone() };
    Some(markdown(view, about(view, &path, entry), bytes))
}

fn markdown(view: &View<'_>, value: String, bytes: Range<usize>) -> Hover {
    Hover {
        contents: HoverContents::Markup(MarkupContent { kind: MarkupKind::Markdown, value }),
        range: Some(view.document.range(bytes, view.encoding)),
    }
}

/// What is known of a setting.
fn about(view: &View<'_>, path: &KeyPath, entry: &Entry) -> String {
    let loaded = view.lookup.get(&view.edge.target);
    let finding = accepted(path).and_then(|id| loaded.reference.codes.iter().find(|code| code.id == id));
    if let Some(code) = finding {
        return page(code);
    }
    let key = loaded.keys.get(path);
    let pulsar: Vec<_> = loaded.reference.pulsar_keys.iter().filter(|key| key.is_at(path)).collect();
    let mut parts = vec![heading(path, key)];
    let doc = key.map(|key| key.doc.clone()).filter(|doc| !doc.is_empty());
    parts.extend(doc.or_else(|| above(view, path)));
    let mut facts = Vec::new();
    let written = view.document.checked_text().get(entry.value.clone()).unwrap_or_default();
    let contract = key.map_or("", |key| key.contract.as_str());
    if entry.holds == Holds::Scalar {
        let normal = shown::normalized(path, contract, written);
        facts.extend(normal.map(|normal| format!("{} = {normal}", code(shown::bare(written)))));
    }
    facts.extend(key.and_then(default));
    facts.extend(origin::facts(view, path, entry));
    if !facts.is_empty() {
        parts.push(facts.iter().map(|fact| format!("- {fact}")).collect::<Vec<_>>().join("\n"));
    }
    parts.extend(pulsar.into_iter().map(pulsar_key::about));
    parts.join("\n\n")
}

/// The code of a finding that a path accepts.
fn accepted(path: &KeyPath) -> Option<&str> {
    match path.segments() {
        [Segment::Key(block), Segment::Key(code)] if block == CHECKS => Some(code),
        _ => None,
    }
}

/// A code with its page, whose heading it repeats.
fn page(code: &Code) -> String {
    let page = code.page.trim();
    let body = page.strip_prefix('#').and_then(|page| page.split_once('\n')).map_or(page, |(_, body)| body);
    format!("**{}** ({}): {}\n\n{}", code.id, code.severity, code.title, body.trim())
}

fn heading(path: &KeyPath, key: Option<&Key>) -> String {
    let words = key.map(Key::type_in_words).filter(|words| !words.is_empty());
    let name = format!("**{}**", code(&path.to_string()));
    match words {
        Some(words) => format!("{name}: {words}"),
        None => name,
    }
}

/// The doc of the nearest key around a path that the contract does not name.
fn above(view: &View<'_>, path: &KeyPath) -> Option<String> {
    let keys = &view.lookup.get(&view.edge.target).keys;
    let around: Vec<KeyPath> = path.prefixes().collect();
    let key =
        around.iter().rev().skip(1).find_map(|path| keys.get(path)).filter(|key| !key.doc.is_empty())?;
    Some(format!("In {}: {}", code(&key.path.to_string()), key.doc))
}

/// The default of a key that is no record.
fn default(key: &Key) -> Option<String> {
    if key.accepts.contains(&Kind::Record) {
        return None;
    }
    let default = key.default.as_ref().map(|value| code(&shown::in_line(value)));
    Some(default.map_or_else(|| "No default".to_owned(), |value| format!("Default: {value}")))
}
