//! The files that fixes may edit: the inputs, and what they import.

use crate::{Built, edit};
use pulsarc_diag::{SourceId, TextEdit};
use pulsarc_eval::{Format, Layer};
use pulsarc_model::Node;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The mark that some editors write at the start of a file; spans count from the byte after it.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The name of the layer that is read from standard input, which no fix can edit.
pub const STDIN: &str = "<stdin>";

/// An editable file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its path, as the layer or the source names it.
    pub path: PathBuf,
    /// Its text, without a byte order mark.
    pub text: String,
    /// Whether an input imports it, instead of it being one.
    pub imported: bool,
}

/// What fixes have changed in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Its text before all fixes, without a byte order mark.
    pub before: String,
    /// Its text now.
    pub after: String,
    /// Whether an input imports it, instead of it being one.
    pub imported: bool,
    /// The number of fixes in it.
    pub fixes: usize,
}

/// The files of one result, by their sources.
#[derive(Debug, Default)]
pub(super) struct Files {
    by_source: BTreeMap<SourceId, File>,
    /// The values as the files have them, if all of them are data.
    written: Option<Node>,
}

impl Files {
    /// The files of the layers and of their imports.
    pub(super) fn of(built: &Built, layers: &[Layer]) -> Self {
        let sources = &built.sources;
        let mut files = BTreeMap::new();
        for (id, source) in sources.iter().filter(|(_, source)| source.users) {
            let layer = layers.iter().find(|layer| layer.name == source.name && layer.format != Format::Set);
            let file = match layer {
                Some(layer) if layer.name == STDIN => None,
                Some(layer) => std::str::from_utf8(&layer.bytes).ok().map(|text| File {
                    path: PathBuf::from(&layer.name),
                    text: text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text).to_owned(),
                    imported: false,
                }),
                None => imported(built, &source.name),
            };
            files.extend(file.map(|file| (id, file)));
        }
        Self { by_source: files, written: written(built, layers) }
    }

    /// The values as the files have them, if all of them are data.
    pub(super) fn written(&self) -> Option<&Node> {
        self.written.as_ref()
    }

    pub(super) fn text(&self, source: SourceId) -> Option<&str> {
        self.by_source.get(&source).map(|file| file.text.as_str())
    }

    /// Whether a source is the file at a path.
    pub(super) fn is_at(&self, source: SourceId, path: &Path) -> bool {
        self.by_source.get(&source).is_some_and(|file| file.path == path || absolute(&file.path) == path)
    }

    /// The file at a path.
    pub(super) fn at(&self, path: &Path) -> Option<&File> {
        self.by_source.values().find(|file| file.path == path)
    }

    /// The files that edits change, with their new texts.
    pub(super) fn edited(&self, edits: &[TextEdit]) -> Vec<File> {
        let with_edits = |(source, file): (&SourceId, &File)| {
            let own: Vec<TextEdit> =
                edits.iter().filter(|edit| edit.span.source == *source).cloned().collect();
            let text = edit::applied(&file.text, &own);
            (text != file.text).then(|| File { text, ..file.clone() })
        };
        self.by_source.iter().filter_map(with_edits).collect()
    }
}

/// Reads data again, without what an evaluation does to it. Its places are the same if it has the same sources.
fn written(built: &Built, layers: &[Layer]) -> Option<Node> {
    if layers.iter().any(|layer| matches!(layer.format, Format::Nickel(_))) {
        return None;
    }
    let data = pulsarc_eval::data(layers);
    let same = data.sources.iter().all(|(id, source)| {
        built.sources.iter().any(|(other, built)| other == id && built.name == source.name)
    });
    data.merged.filter(|_| same)
}

fn imported(built: &Built, name: &str) -> Option<File> {
    let path = Path::new(name);
    let whole = std::path::absolute(path).ok()?;
    let mut imports = built.sources.imports();
    let (_, text) = imports.find(|(import, text)| *import == whole && text.is_some())?;
    Some(File { path: path.to_owned(), text: text?.to_owned(), imported: true })
}

/// The layers with the new text of a file: an import is open in every layer that is code.
pub fn with_text(layers: Vec<Layer>, file: &File) -> Vec<Layer> {
    if file.imported {
        return layers.into_iter().map(|layer| with_import(layer, file)).collect();
    }
    let replaced = |layer: Layer| {
        if Path::new(&layer.name) != file.path || layer.format == Format::Set {
            return layer;
        }
        let mark = if layer.bytes.starts_with(BYTE_ORDER_MARK.as_bytes()) { BYTE_ORDER_MARK } else { "" };
        Layer { bytes: format!("{mark}{}", file.text).into_bytes(), ..layer }
    };
    layers.into_iter().map(replaced).collect()
}

fn absolute(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

fn with_import(layer: Layer, file: &File) -> Layer {
    let Format::Nickel(folder) = &layer.format else { return layer };
    let mut open = (**folder.open()).clone();
    open.insert(absolute(&file.path), Arc::from(file.text.as_str()));
    let folder = folder.clone().with_open(Arc::new(open));
    Layer { format: Format::Nickel(folder), ..layer }
}
