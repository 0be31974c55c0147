//! Renaming the entries of lists that are written as maps.
//!
//! The key of such an entry is its name, in every layer that adds to it. All other keys are the contract's, and have no
//! other names.

use crate::documents::Language;
use crate::outline::{Entry, Holds, unquoted};
use crate::places::File;
use crate::stack::resolved;
use crate::view::View;
use lsp_types::{Location, Position, Range, TextEdit, Uri, WorkspaceEdit};
use pulsarc_compiler::Kind;
use pulsarc_diag::advice::{Literal, Syntax, yaml_key};
use pulsarc_diag::{KeyPath, nickel};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range as Bytes;
use std::path::{Path, PathBuf};

/// Files that import one another are followed so far.
const DEEPEST: usize = 20;

/// The name that can be changed at a place.
pub(crate) fn renamable(view: &View<'_>, at: Position) -> Option<Range> {
    let (_, key) = entry(view, at)?;
    Some(view.document.range(key, view.encoding))
}

/// The path of the entry at a place, and the bytes of its name without quotes.
fn entry(view: &View<'_>, at: Position) -> Option<(KeyPath, Bytes<usize>)> {
    let byte = view.document.byte(at, view.encoding);
    let outline = view.outline();
    let (path, entry) = outline.at(byte)?;
    let on_key = entry.key.start <= byte && byte <= entry.key.end;
    let text = view.document.checked_text().get(entry.key.clone())?;
    let quotes = usize::from(text.len() > 1 && text.starts_with(['"', '\'']));
    (on_key && is_named(view, &path)).then(|| (path, entry.key.start + quotes..entry.key.end - quotes))
}

/// Whether a path is that of an entry of a list that is written as a map.
fn is_named(view: &View<'_>, path: &KeyPath) -> bool {
    let list = view.lookup.get(&view.edge.target).keys.get(&path.parent());
    let either = |kind| list.is_some_and(|list| list.accepts.contains(&kind));
    path.last_key().is_some() && either(Kind::List) && either(Kind::Record)
}

/// The edits that give an entry another name in every layer that writes it.
///
/// # Errors
/// Why it cannot have that name, in one sentence.
pub(crate) fn rename(view: &View<'_>, at: Position, name: &str) -> Result<WorkspaceEdit, String> {
    let Some((path, _)) = entry(view, at) else {
        return Err("only an entry of a list that is written as a map can be renamed".to_owned());
    };
    let list = path.parent();
    if name.trim().is_empty() {
        return Err("an entry needs a name".to_owned());
    }
    if name.chars().any(char::is_control) {
        return Err("a name is on one line".to_owned());
    }
    let own = path.last_key().unwrap_or_default();
    if name == own {
        return Ok(WorkspaceEdit::default());
    }
    let files = Files::of(view);
    if let Some((file, _)) = files.entries(&list.key(name)).next() {
        let file = file.path.file_name().unwrap_or_default().to_string_lossy();
        return Err(format!("`{list}` has an entry `{name}` already, in {file}"));
    }
    let mut changes: Vec<(Uri, Vec<TextEdit>)> = Vec::new();
    for found in files.entries(&path) {
        let Some((uri, edits)) = renamed(view, found, own, name) else { continue };
        match changes.iter_mut().find(|(changed, _)| *changed == uri) {
            Some((_, all)) => all.extend(edits),
            None => changes.push((uri, edits)),
        }
    }
    #[allow(clippy::mutable_key_type, reason = "the type of the protocol")]
    let changes = changes.into_iter().collect();
    Ok(WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() })
}

/// A file that a configuration is written in.
struct Part {
    file: File,
    /// The paths that its settings are at: the root, or that of the setting that imports it.
    places: BTreeSet<KeyPath>,
}

/// All files of the configurations that a document is part of.
struct Files(BTreeMap<PathBuf, Part>);

impl Files {
    fn of(view: &View<'_>) -> Self {
        let mut files = Self(BTreeMap::new());
        for checked in &view.checked {
            for layer in &checked.configuration.layers {
                files.add(view, layer, &KeyPath::root(), 0);
            }
        }
        // A file that no configuration is made of has at least itself.
        if !files.0.contains_key(&view.document.path) {
            files.add(view, &view.document.path, &KeyPath::root(), 0);
        }
        files
    }

    fn add(&mut self, view: &View<'_>, path: &Path, place: &KeyPath, depth: usize) {
        if !self.0.contains_key(path) {
            let Some(file) = File::at(view, None, path) else { return };
            self.0.insert(path.to_owned(), Part { file, places: BTreeSet::new() });
        }
        let Some(Part { file, places }) = self.0.get_mut(path) else { return };
        if !places.insert(place.clone()) || depth > DEEPEST {
            return;
        }
        let folder = path.parent().unwrap_or(path).to_owned();
        let imports: Vec<(PathBuf, KeyPath)> = file
            .outline
            .imports
            .iter()
            .map(|import| {
                let around = file.outline.at(import.bytes.start).map(|(path, _)| path).unwrap_or_default();
                (resolved(&folder, &import.path), joined(place, &around))
            })
            .collect();
        for (path, place) in imports {
            self.add(view, &path, &place, depth + 1);
        }
    }

    /// The entries at a path of the configuration, in all files.
    fn entries<'f>(&'f self, path: &'f KeyPath) -> impl Iterator<Item = (&'f File, &'f Entry)> {
        self.0.values().flat_map(move |Part { file, places }| {
            let within = places.iter().filter(|place| path.is_within(place));
            within.flat_map(move |place| {
                let mut own = KeyPath::root();
                for segment in path.segments().iter().skip(place.segments().len()) {
                    own.push(segment.clone());
                }
                file.outline.find(&own).into_iter().map(move |entry| (file, entry))
            })
        })
    }
}

fn joined(one: &KeyPath, other: &KeyPath) -> KeyPath {
    let mut path = one.clone();
    for segment in other.segments() {
        path.push(segment.clone());
    }
    path
}

/// The edits of an entry, with the file's URI: its key, and a name in it that repeats the key.
fn renamed(
    view: &View<'_>,
    (file, entry): (&File, &Entry),
    own: &str,
    name: &str,
) -> Option<(Uri, Vec<TextEdit>)> {
    let Location { uri, range } = file.location(view, entry.key.clone())?;
    let mut edits = vec![TextEdit::new(range, key(file, &entry.key, name))];
    for inner in &entry.entries {
        let repeats = inner.name() == Some("name")
            && inner.holds == Holds::Scalar
            && unquoted(file.slice(&inner.value)) == own;
        if repeats {
            let new = match file.language {
                Language::Nickel => nickel::quoted(name),
                Language::Values => key(file, &inner.value, name),
            };
            edits.push(TextEdit::new(file.location(view, inner.value.clone())?.range, new));
        }
    }
    Some((uri, edits))
}

/// A key as its file writes it: in quotes where there were some, or where it needs them.
fn key(file: &File, bytes: &Bytes<usize>, name: &str) -> String {
    match (file.language, file.slice(bytes).chars().next()) {
        (Language::Nickel, _) => nickel::key(name),
        (Language::Values, Some('\'')) => format!("'{}'", name.replace('\'', "''")),
        (Language::Values, Some('"')) => Literal::from(name).written(Syntax::Json),
        (Language::Values, _) => yaml_key(name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::position::Text;
    use crate::testing::Project;

    /// The texts of the files after a renaming.
    fn renamed(project: &Project, name: &str) -> Result<Vec<String>, String> {
        let (view, at) = project.marked();
        let edit = rename(&view, at, name)?;
        let mut texts = Vec::new();
        #[allow(clippy::mutable_key_type, reason = "the type of the protocol")]
        let changes = edit.changes.unwrap_or_default();
        for (uri, mut edits) in changes {
            let mut text = Text::new(project.text(&crate::uri::path(&uri).expect("a path")).to_owned());
            edits.sort_by_key(|edit| edit.range.start);
            for edit in edits.into_iter().rev() {
                text.replace(text.bytes(edit.range, view.encoding), &edit.new_text);
            }
            texts.push(text.as_str().to_owned());
        }
        texts.sort();
        Ok(texts)
    }

    #[test]
    fn an_entry_is_renamed_in_all_layers() {
        let project = Project::layers(&[
            ("base.yaml", "broker:\n  extraEnvs:\n    OLD:\n      name: OLD\n      value: a\n"),
            ("prod.yaml", "broker:\n  extraEnvs: {\"O▮LD\": {value: b}, OTHER: {value: c}}\n"),
        ]);
        let (view, at) = project.marked();
        let range = renamable(&view, at).expect("it can be renamed");
        assert_eq!(range.end.character - range.start.character, 3);
        assert_eq!(
            renamed(&project, "NEW").expect("it is free"),
            [
                "broker:\n  extraEnvs:\n    NEW:\n      name: NEW\n      value: a\n",
                "broker:\n  extraEnvs: {\"NEW\": {value: b}, OTHER: {value: c}}\n",
            ]
        );
        assert!(renamed(&project, "OTHER").is_err_and(|why| why.contains("`OTHER` already, in prod.yaml")));
        assert!(renamed(&project, " ").is_err());
        assert!(renamed(&project, "a\nb").is_err());
    }

    #[test]
    fn an_entry_is_renamed_in_imports() {
        let project = Project::of(&[
            ("envs.ncl", "{ \"A-1\" = { value = \"x\" } }"),
            ("base.ncl", "{ broker.extraEnvs = import \"envs.ncl\" }"),
            (
                "prod.ncl",
                "let pulsar = import \"pulsar.ncl\" in\npulsar.layers [import \"base.ncl\", { broker.extraEnvs.A-▮1.value = \"y\" }]",
            ),
        ]);
        assert_eq!(
            renamed(&project, "B.1").expect("it is free"),
            [
                "let pulsar = import \"pulsar.ncl\" in\npulsar.layers [import \"base.ncl\", { broker.extraEnvs.\"B.1\".value = \"y\" }]",
                "{ \"B.1\" = { value = \"x\" } }",
            ]
        );
    }

    #[test]
    fn nothing_else_is_renamed() {
        for text in [
            "bro▮ker:\n  replicaCount: 3\n",
            "broker:\n  replica▮Count: 3\n",
            "broker:\n  extraEnvs:\n  - na▮me: A\n",
        ] {
            let project = Project::one("values.yaml", text);
            let (view, at) = project.marked();
            assert_eq!(renamable(&view, at), None, "{text}");
            assert!(rename(&view, at, "new").is_err(), "{text}");
        }
    }
}
