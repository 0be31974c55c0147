//! Who provides the value of a setting in a checked configuration.

use crate::analysis::Checked;
use crate::view::View;
use pulsarc_compiler::reference::Preset;
use pulsarc_diag::{KeyPath, Segment, Span};
use pulsarc_model::{Node, Origin, Value};
use std::path::{Path, PathBuf};

/// Who provides a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Provider {
    /// A layer or an import.
    File(PathBuf, Span),
    /// A part of the library, by its name: `lib/presets/production.ncl`.
    Library(String, Span),
    /// The contract's default.
    Default(Option<Span>),
}

impl Provider {
    /// Who provides a value of a configuration; none if it is not known.
    pub(crate) fn of(checked: &Checked, node: &Node) -> Option<Self> {
        let holds_more = matches!(node.value, Value::Record(_) | Value::List(_));
        // A record's own text may be a whole file: its key is its place.
        let span = if holds_more { node.key_span.or(node.span) } else { node.span.or(node.key_span) };
        let own = |span: Span| checked.own_name(span).map(str::to_owned);
        match (node.origin, span) {
            (Origin::Default, span) => Some(Self::Default(span.filter(|span| own(*span).is_some()))),
            (Origin::User, Some(span)) => match checked.path(span.source) {
                Some(path) => Some(Self::File(path, span)),
                None => own(span).map(|name| Self::Library(name, span)),
            },
            (Origin::User, None) => None,
        }
    }

    /// The place of its text.
    pub(crate) fn span(&self) -> Option<Span> {
        match self {
            Self::File(_, span) | Self::Library(_, span) => Some(*span),
            Self::Default(span) => *span,
        }
    }
}

/// The value of a configuration at a path as it is written: through a map that the result has as a list.
pub(crate) fn node_at<'c>(checked: &'c Checked, path: &KeyPath) -> Option<&'c Node> {
    let sources = &checked.built.sources;
    let is_called = |item: &Node, key: &str| {
        let written = item.key_span.map(|span| sources.slice(span).trim_matches(['"', '\'']));
        written == Some(key)
            || item.as_text() == Some(key)
            || item.get("name").and_then(Node::as_text) == Some(key)
    };
    path.segments().iter().try_fold(checked.built.tree.as_ref()?, |node, segment| {
        match (&node.value, segment) {
            (Value::List(items), Segment::Key(key)) => items.iter().find(|item| is_called(item, key)),
            _ => node.child(segment),
        }
    })
}

/// What a file is called beside a document: its path from there, if it is near.
pub(crate) fn name_of(view: &View<'_>, path: &Path) -> String {
    let folder = view.document.path.parent().unwrap_or(&view.document.path);
    let above = |up: usize| {
        let around = folder.ancestors().nth(up)?;
        // The root of the file system is near to nothing.
        around.parent()?;
        let below = path.strip_prefix(around).ok()?;
        Some(format!("{}{}", "../".repeat(up), below.display()))
    };
    let file = || path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    (0..3).find_map(above).unwrap_or_else(file)
}

/// What the library calls one of its files: `pulsar.presets.production` for `lib/presets/production.ncl`.
pub(crate) fn library_name(file: &str) -> String {
    let below = file.strip_prefix("lib/").unwrap_or(file);
    let bare = below.strip_suffix(".ncl").unwrap_or(below);
    if bare == "pulsar" { bare.to_owned() } else { format!("pulsar.{}", bare.replace('/', ".")) }
}

/// What code calls a record of the library: `pulsar.presets.production`.
pub(crate) fn library_name_of(preset: &Preset) -> String {
    format!("pulsar.{}", preset.path)
}
