//! Renaming the entries of lists that are written as maps.
//!
//! The key of such an entry is its name, in every layer that adds to it. All other keys are the contract's, and have no
//! other names.

use crate::documents::Language;
use crate::outline::{Entry, Holds, Outline, unquoted};
use crate::position::Text;
use crate::view::View;
use lsp_types::{Position, Range, TextEdit, Uri, WorkspaceEdit};
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
    for (file, entry) in files.entries(&path) {
        let Some(uri) = file.uri(view) else { continue };
        let edits = file.renamed(entry, own, name, view);
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
struct File {
    path: PathBuf,
    text: Text,
    language: Language,
    outline: Outline,
    /// The paths that its settings are at: the root, or that of the setting that imports it.
    places: BTreeSet<KeyPath>,
}

/// All files of the configurations that a document is part of.
struct Files(BTreeMap<PathBuf, File>);

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
            let Some(file) = File::read(view, path) else { return };
            self.0.insert(path.to_owned(), file);
        }
        let Some(file) = self.0.get_mut(path) else { return };
        if !file.places.insert(place.clone()) || depth > DEEPEST {
            return;
        }
        let folder = path.parent().unwrap_or(path).to_owned();
        let imports: Vec<(PathBuf, KeyPath)> = file
            .outline
            .imports
            .iter()
            .map(|import| {
                let around = file.outline.at(import.bytes.start).map(|(path, _)| path).unwrap_or_default();
                (normal(&folder.join(&import.path)), joined(place, &around))
            })
            .collect();
        for (path, place) in imports {
            self.add(view, &path, &place, depth + 1);
        }
    }

    /// The entries at a path of the configuration, in all files.
    fn entries<'f>(&'f self, path: &'f KeyPath) -> impl Iterator<Item = (&'f File, &'f Entry)> {
        self.0.values().flat_map(move |file| {
            let within = file.places.iter().filter(|place| path.is_within(place));
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

/// A path without `..` in it, as links are not followed in imports.
fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            std::path::Component::ParentDir => drop(normal.pop()),
            std::path::Component::CurDir => {}
            part => normal.push(part),
        }
    }
    normal
}

fn joined(one: &KeyPath, other: &KeyPath) -> KeyPath {
    let mut path = one.clone();
    for segment in other.segments() {
        path.push(segment.clone());
    }
    path
}

impl File {
    fn read(view: &View<'_>, path: &Path) -> Option<Self> {
        let open = view.documents.get(path).map(|open| (open.text.clone(), open.language));
        let on_disk = || {
            let nickel = path.extension().is_some_and(|ending| ending == "ncl");
            let language = if nickel { Language::Nickel } else { Language::Values };
            Some((Text::new(std::fs::read_to_string(path).ok()?), language))
        };
        let (text, language) = open.or_else(on_disk)?;
        let outline = Outline::of(without_mark(text.as_str()), language);
        Some(Self { path: path.to_owned(), text, language, outline, places: BTreeSet::new() })
    }

    fn uri(&self, view: &View<'_>) -> Option<Uri> {
        view.documents.get(&self.path).map(|open| open.uri.clone()).or_else(|| crate::uri::of(&self.path))
    }

    /// The edits of an entry: its key, and a name in it that repeats the key.
    fn renamed(&self, entry: &Entry, own: &str, name: &str, view: &View<'_>) -> Vec<TextEdit> {
        let mut edits = vec![self.edit(&entry.key, self.key(&entry.key, name), view)];
        for inner in &entry.entries {
            let repeats = inner.name() == Some("name")
                && inner.holds == Holds::Scalar
                && self.slice(&inner.value).is_some_and(|written| unquoted(written) == own);
            if repeats {
                edits.push(self.edit(&inner.value, self.value(&inner.value, name), view));
            }
        }
        edits
    }

    fn slice(&self, bytes: &Bytes<usize>) -> Option<&str> {
        without_mark(self.text.as_str()).get(bytes.clone())
    }

    /// A key as the file writes it: in quotes where there were some, or where it needs them.
    fn key(&self, bytes: &Bytes<usize>, name: &str) -> String {
        match (self.language, self.slice(bytes).and_then(|key| key.chars().next())) {
            (Language::Nickel, _) => nickel::key(name),
            (Language::Values, Some('\'')) => format!("'{}'", name.replace('\'', "''")),
            (Language::Values, Some('"')) => Literal::from(name).written(Syntax::Json),
            (Language::Values, _) => yaml_key(name),
        }
    }

    fn value(&self, bytes: &Bytes<usize>, name: &str) -> String {
        match self.language {
            Language::Nickel => nickel::quoted(name),
            Language::Values => self.key(bytes, name),
        }
    }

    fn edit(&self, bytes: &Bytes<usize>, new_text: String, view: &View<'_>) -> TextEdit {
        let mark = self.text.as_str().len() - without_mark(self.text.as_str()).len();
        TextEdit { range: self.text.range(bytes.start + mark..bytes.end + mark, view.encoding), new_text }
    }
}

fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
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
