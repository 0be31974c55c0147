//! Names of pulsarc's library: what it exports, its presets, and the name that a file gives it.

use super::Asked;
use super::answer::{About, Answer, Group};
use crate::documents::Language;
use crate::outline::{Entry, Holds, Kind, Outline, Words, unquoted};
use crate::places::embedded;
use lsp_types::CompletionItemKind;

/// The file that users import.
const LIBRARY: &str = "pulsar.ncl";

/// Adds the names that can be written in the place of the word.
pub(super) fn add(asked: &Asked<'_>, answer: &mut Answer<'_>) {
    if !asked.is_nickel() || asked.cursor.quote.is_some() {
        return;
    }
    let Some(own) = own_name(asked) else { return };
    match asked.cursor.names.split_first() {
        Some((first, path)) if *first == own => {
            for exported in exported(path) {
                answer.name(&exported.name, exported.about);
            }
        }
        None if asked.cursor.key.is_none() => {
            let doc = "pulsarc's library: presets, sizing, JVM budgets, TLS and authentication.".to_owned();
            let detail = format!("import \"{LIBRARY}\"");
            answer.name(own, About { kind: CompletionItemKind::MODULE, detail, doc, group: Group::Usual });
        }
        _ => {}
    }
}

/// What the document calls the library.
fn own_name<'t>(asked: &Asked<'t>) -> Option<&'t str> {
    let import = asked.outline.imports.iter().find(|import| import.path == LIBRARY)?;
    let before = asked.text.get(..import.bytes.start)?.trim_end().strip_suffix("import")?;
    let before = before.trim_end().strip_suffix('=')?.trim_end();
    let is_part = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '\'');
    before.rsplit(|sign| !is_part(sign)).next().filter(|name| !name.is_empty())
}

struct Exported {
    name: String,
    about: About,
}

/// The library's files, by their paths within it.
pub(super) fn file(name: &str) -> Option<&'static str> {
    embedded(&format!("lib/{name}"))
}

/// The names below a path of the library.
fn exported(path: &[String]) -> Vec<Exported> {
    let Some(mut text) = file(LIBRARY) else { return Vec::new() };
    let mut entries = Outline::of(text, Language::Nickel).entries;
    for step in path {
        let Some(entry) = entries.into_iter().find(|entry| entry.name() == Some(step.as_str())) else {
            return Vec::new();
        };
        entries = match imported(&entry, text) {
            Some(file) => {
                text = file;
                Outline::of(text, Language::Nickel).entries
            }
            None => entry.entries,
        };
    }
    let exported = |entry: &Entry| {
        let about = About {
            kind: if entry.holds == Holds::Record {
                CompletionItemKind::MODULE
            } else {
                CompletionItemKind::CONSTANT
            },
            detail: String::new(),
            doc: doc(entry, text),
            group: Group::First,
        };
        entry.name().map(|name| Exported { name: name.to_owned(), about })
    };
    entries.iter().filter_map(exported).collect()
}

/// The file that an entry of the library imports as it is.
fn imported(entry: &Entry, text: &str) -> Option<&'static str> {
    let path = text.get(entry.value.clone())?.strip_prefix("import")?.trim();
    file(&unquoted(path))
}

/// The first paragraph of the doc of an entry.
fn doc(entry: &Entry, text: &str) -> String {
    let annotations = text.get(entry.key.end..entry.value.start).unwrap_or_default();
    let mut words = Words::new(annotations);
    loop {
        let token = words.next();
        match token.kind {
            Kind::End => return String::new(),
            Kind::Name if words.text_of(&token) == "doc" => break,
            _ => {}
        }
    }
    let token = words.next();
    let written = words.text_of(&token);
    let inner = written.trim_start_matches("m%").trim_end_matches('%').trim_matches('"');
    let lines = inner.trim().lines().map(str::trim);
    let paragraph: Vec<&str> =
        lines.take_while(|line| !line.is_empty() && !line.starts_with("```")).collect();
    paragraph.join(" ")
}
