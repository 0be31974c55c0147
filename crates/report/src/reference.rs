//! The reference of every key, on one page that is searched without a network.

use crate::shell::Page;
use crate::words::words;
use maud::{Markup, html};
use pulsarc_diag::Segment;
use pulsarc_eval::{Key, Kind};
use std::collections::BTreeMap;

/// The search: it hides what does not hold all words, and says how many keys are left. Without it the page is whole.
const SEARCH: &str = include_str!("search.js");

/// The reference page of some keys.
pub fn reference(keys: &[Key]) -> String {
    let mut groups: BTreeMap<&str, Vec<&Key>> = BTreeMap::new();
    for key in keys {
        if let Some(Segment::Key(first)) = key.path.segments().first() {
            groups.entry(first).or_default().push(key);
        }
    }
    let ids: Vec<(String, &str)> = groups.keys().map(|group| (format!("group-{group}"), *group)).collect();
    let parts: Vec<(&str, &str)> = ids.iter().map(|(id, group)| (id.as_str(), *group)).collect();
    Page {
        title: "pulsarc: every key of a cluster's configuration",
        description: "Every key that pulsarc accepts, with its type, default and purpose",
        script: Some(SEARCH),
        header: header(keys.len()),
        parts: &parts,
        main: html! { @for (group, keys) in &groups { (section(group, keys)) } },
    }
    .document()
}

fn header(count: usize) -> Markup {
    html! {
        p.kind { "pulsarc" }
        h1 { "Every key of a cluster's configuration" }
        p { "As in a values file or a Nickel record: " code { "broker.replicaCount" } " is " code { "replicaCount" }
            " in the record " code { "broker" } "." }
        form.search role="search" hidden {
            label for="search" { "Search keys and what they are for" }
            input #search type="search" autocomplete="off" spellcheck="false" placeholder="offload bucket";
            p.hint { "Press " kbd { "/" } " to search, " kbd { "Esc" } " to see all." }
            p #found role="status" { (count) " keys" }
        }
    }
}

fn section(group: &str, keys: &[&Key]) -> Markup {
    html! {
        section.part.keys id={ "group-" (group) } aria-labelledby={ "title-" (group) } {
            h2 id={ "title-" (group) } { (group) }
            @for key in keys { (entry(key)) }
        }
    }
}

fn entry(key: &Key) -> Markup {
    let path = key.path.to_string();
    html! {
        article.entry id=(path) {
            h3 { a href={ "#" (path) } { (breakable(&path)) } }
            p.type {
                span { (key.type_in_words()) }
                @if let Some(default) = default(key) { " " span.default { "default " code { (default) } } }
            }
            (doc(&key.doc))
        }
    }
}

/// A path that a narrow page may break after its dots.
fn breakable(path: &str) -> Markup {
    let steps: Vec<&str> = path.split_inclusive('.').collect();
    html! { @for step in steps { (step) wbr; } }
}

/// What holds where nobody sets a key; a record's is that of its keys.
fn default(key: &Key) -> Option<String> {
    if key.accepts.contains(&Kind::Record) && !key.accepts.contains(&Kind::Text) {
        return None;
    }
    key.default.as_ref().map(ToString::to_string)
}

/// A doc, paragraph by paragraph.
fn doc(text: &str) -> Markup {
    html! { @for paragraph in text.split("\n\n") { p { (words(paragraph)) } } }
}
