//! The files that the client has open, with their texts as they are now.

use crate::position::{Encoding, Text};
use lsp_types::{TextDocumentContentChangeEvent, TextEdit, Uri};
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The language of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    /// Nickel.
    Nickel,
    /// Values in YAML or JSON.
    Values,
}

/// How a client presents a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presented {
    /// As a language of its own, which says that it is a configuration.
    AsConfiguration,
    /// As YAML or JSON, which may be anything.
    AsData,
}

/// An open file.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its absolute path.
    pub(crate) path: PathBuf,
    /// What the client calls it.
    pub(crate) uri: Uri,
    /// Its language.
    pub(crate) language: Language,
    /// How the client presents it.
    pub(crate) presented: Presented,
    /// The version of its text.
    pub(crate) version: i32,
    /// Its text.
    pub(crate) text: Text,
    /// Whether the file on disk has the same text.
    pub(crate) saved: bool,
    /// The text as a check sees it.
    checked: Arc<str>,
}

/// The language id with which a client says that a YAML file is a configuration.
const VALUES: &str = "pulsar-values";

impl Document {
    /// A document that the client has opened; none if it is in no language that a configuration is written in.
    pub(crate) fn opened(
        uri: Uri,
        path: PathBuf,
        language_id: &str,
        version: i32,
        text: String,
    ) -> Option<Self> {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let (language, presented) = match (language_id, ending) {
            (VALUES, _) => (Language::Values, Presented::AsConfiguration),
            (_, "ncl") | ("nickel", _) => (Language::Nickel, Presented::AsConfiguration),
            (_, "yaml" | "yml" | "json") | ("yaml" | "json", _) => (Language::Values, Presented::AsData),
            _ => return None,
        };
        let saved = std::fs::read(&path).is_ok_and(|bytes| bytes == text.as_bytes());
        let mut opened = Self {
            path,
            uri,
            language,
            presented,
            version,
            text: Text::new(text),
            saved,
            checked: Arc::from(""),
        };
        opened.checked = opened.checked_text().into();
        Some(opened)
    }

    /// Changes the text as the client has, change by change.
    pub(crate) fn change(
        &mut self,
        version: i32,
        changes: Vec<TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) {
        self.version = version;
        for TextDocumentContentChangeEvent { range, text, .. } in changes {
            match range {
                None => self.text = Text::new(text),
                Some(range) => self.text.replace(self.text.bytes(range, encoding), &text),
            }
        }
        self.saved = false;
        self.checked = self.checked_text().into();
    }

    /// The length of a byte order mark at the start: spans of findings count from the byte after it.
    pub(crate) fn mark(&self) -> usize {
        if self.text.as_str().starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
    }

    /// The text without a byte order mark, as a check sees it.
    pub(crate) fn checked_text(&self) -> &str {
        self.text.as_str().get(self.mark()..).unwrap_or_default()
    }

    /// The same, to be kept.
    pub(crate) fn shared_text(&self) -> Arc<str> {
        self.checked.clone()
    }

    /// A range of the checked text, as the client knows it.
    pub(crate) fn range(&self, checked: Range<usize>, encoding: Encoding) -> lsp_types::Range {
        self.text.range(checked.start + self.mark()..checked.end + self.mark(), encoding)
    }

    /// The edit that gives it another checked text: of the lines that differ, so that the cursor stays where it is in the rest.
    pub(crate) fn replaced_by(&self, new: &str, encoding: Encoding) -> TextEdit {
        let old = self.checked_text();
        let (mut start, mut end) = (0, 0);
        for (line, other) in old.split_inclusive('\n').zip(new.split_inclusive('\n')) {
            if line != other {
                break;
            }
            start += line.len();
        }
        let (old_rest, new_rest) =
            (old.get(start..).unwrap_or_default(), new.get(start..).unwrap_or_default());
        for (line, other) in old_rest.split_inclusive('\n').rev().zip(new_rest.split_inclusive('\n').rev()) {
            if line != other {
                break;
            }
            end += line.len();
        }
        let range = self.range(start..old.len() - end, encoding);
        TextEdit { range, new_text: new_rest.get(..new_rest.len() - end).unwrap_or_default().to_owned() }
    }

    /// The byte of the checked text at a place.
    pub(crate) fn byte(&self, position: lsp_types::Position, encoding: Encoding) -> usize {
        self.text.byte(position, encoding).saturating_sub(self.mark())
    }
}

/// The open files, by their paths.
#[derive(Debug, Default)]
pub(crate) struct Documents {
    by_path: BTreeMap<PathBuf, Document>,
}

impl Documents {
    pub(crate) fn open(&mut self, document: Document) {
        self.by_path.insert(document.path.clone(), document);
    }

    pub(crate) fn close(&mut self, path: &Path) {
        self.by_path.remove(path);
    }

    pub(crate) fn get(&self, path: &Path) -> Option<&Document> {
        self.by_path.get(path)
    }

    pub(crate) fn get_mut(&mut self, path: &Path) -> Option<&mut Document> {
        self.by_path.get_mut(path)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Document> {
        self.by_path.values()
    }
}
