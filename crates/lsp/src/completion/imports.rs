//! Paths of imports: files beside the document, folders, and pulsarc's library.

use super::Asked;
use super::answer::{Answer, Group};
use super::values::about;
use lsp_types::CompletionItemKind;
use std::collections::BTreeSet;

/// The endings of files that Nickel can import.
const ENDINGS: [&str; 5] = ["ncl", "yaml", "yml", "json", "toml"];
/// So many entries of a folder are looked at.
const MOST: usize = 2_000;

/// Adds the paths that can be imported.
pub(super) fn add(asked: &Asked<'_>, answer: &mut Answer<'_>) {
    let typed = asked.cursor.typed(asked.text);
    let folder = typed.rfind('/').map_or("", |at| typed.get(..=at).unwrap_or_default());
    let mut add = |name: &str, detail: &str, group| {
        let is_folder = name.ends_with('/');
        let kind = if is_folder { CompletionItemKind::FOLDER } else { CompletionItemKind::FILE };
        let start = asked.cursor.word.start + folder.len();
        let bytes = start..asked.cursor.word.end;
        answer.replacing(bytes, name, name.to_owned(), name, false, about(kind, detail, group));
    };
    for name in beside(asked, folder) {
        add(&name, "", Group::First);
    }
    // A file beside the document comes before one of the library.
    let own = asked.view.document.path.file_name().and_then(|name| name.to_str());
    for name in of_library(folder).into_iter().filter(|name| Some(name.as_str()) != own) {
        let group = if name == "pulsar.ncl" { Group::First } else { Group::Other };
        add(&name, "pulsarc's library", group);
    }
    if folder.split('/').all(|part| matches!(part, "" | "..")) {
        add("../", "", Group::Other);
    }
}

/// The files and folders of a folder beside the document; folders end with a slash.
fn beside(asked: &Asked<'_>, folder: &str) -> BTreeSet<String> {
    let Some(own) = asked.view.document.path.parent() else { return BTreeSet::new() };
    let Ok(found) = std::fs::read_dir(own.join(folder)) else { return BTreeSet::new() };
    let named = |entry: std::fs::DirEntry| {
        let name = entry.file_name().into_string().ok().filter(|name| !name.starts_with('.'))?;
        let path = entry.path();
        if path.is_dir() {
            return Some(format!("{name}/"));
        }
        let ending = path.extension()?.to_str()?;
        (ENDINGS.contains(&ending) && path != asked.view.document.path).then_some(name)
    };
    found.take(MOST).flatten().filter_map(named).collect()
}

/// The files and folders of a folder of the library.
fn of_library(folder: &str) -> BTreeSet<String> {
    let paths = pulsarc_compiler::embedded().iter().filter_map(|(path, _)| path.strip_prefix("lib/"));
    let within = paths.filter_map(|path| path.strip_prefix(folder));
    within
        .map(|rest| rest.split_once('/').map_or_else(|| rest.to_owned(), |(name, _)| format!("{name}/")))
        .collect()
}
