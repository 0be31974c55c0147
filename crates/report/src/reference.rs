//! The reference of every key, on one page that is searched without a network.

use crate::shell::Page;
use crate::words::words;
use maud::{Markup, html};
use pulsarc_diag::Segment;
use pulsarc_eval::{Detail, Key, Kind};
use std::collections::BTreeMap;

/// The search: it hides what does not hold all words, and says how many keys are left. Without it the page is whole.
const SEARCH: &str = include_str!("search.js");

/// A part of the reference beside the keys of the configuration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// Its id on the page, and that of each of its entries with a slash behind it.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is in it.
    pub entries: Vec<ChapterEntry>,
}

/// An entry of a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChapterEntry {
    /// What it is called.
    pub name: String,
    /// Its type, in words.
    pub kind: String,
    /// Sentences about it; code is between backticks.
    pub facts: Vec<String>,
}

/// The reference page of some keys, with further chapters.
pub fn reference(keys: &[Key], chapters: &[Chapter]) -> String {
    let mut groups: BTreeMap<&str, Vec<&Key>> = BTreeMap::new();
    for key in keys {
        if let Some(Segment::Key(first)) = key.path.segments().first() {
            groups.entry(first).or_default().push(key);
        }
    }
    let ids: Vec<(String, &str)> = groups.keys().map(|group| (format!("group-{group}"), *group)).collect();
    let own = ids.iter().map(|(id, group)| (id.as_str(), *group));
    let further = chapters.iter().map(|chapter| (chapter.id.as_str(), chapter.title.as_str()));
    let parts: Vec<(&str, &str)> = own.chain(further).collect();
    let count = keys.len() + chapters.iter().map(|chapter| chapter.entries.len()).sum::<usize>();
    Page {
        title: "pulsarc: every key of a cluster's configuration",
        description: "Every key that pulsarc accepts, every key of Pulsar's own, and the presets of the library",
        script: Some(SEARCH),
        header: header(count),
        parts: &parts,
        main: html! {
            @for (group, keys) in &groups { (section(group, keys)) }
            @for chapter in chapters { (self::chapter(chapter)) }
        },
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
            p #found role="status" { (count) " entries" }
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
            @for part in key.details() { (detail(&part)) }
            (doc(&key.doc))
        }
    }
}

/// What the type of a key does not say.
fn detail(part: &Detail) -> Markup {
    let (name, text) = part.named();
    html! {
        p.type {
            span { (name) } " "
            @if let Detail::Pattern(expression) = part { code { (expression) } } @else { span { (words(text)) } }
        }
    }
}

fn chapter(chapter: &Chapter) -> Markup {
    html! {
        section.part.keys id=(chapter.id) aria-labelledby={ "title-" (chapter.id) } {
            h2 id={ "title-" (chapter.id) } { (chapter.title) }
            @for entry in &chapter.entries {
                @let id = format!("{}/{}", chapter.id, entry.name);
                article.fact id=(id) {
                    h3 { a href={ "#" (id) } { (breakable(&entry.name)) } }
                    p.type { (words(&entry.kind)) }
                    @for fact in &entry.facts { p { (words(fact)) } }
                }
            }
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
