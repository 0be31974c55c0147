//! What a request is answered from: a document, the configurations that it is part of, and everything to look up.

use crate::Edge;
use crate::analysis::Checked;
use crate::documents::{Document, Documents};
use crate::lookup::Lookup;
use crate::outline::Outline;
use crate::position::Encoding;
use crate::workspace::Workspace;
use std::sync::Arc;

/// What a request about a document is answered from.
pub(crate) struct View<'a> {
    /// The document.
    pub(crate) document: &'a Document,
    /// All open documents.
    pub(crate) documents: &'a Documents,
    /// The configurations that the document is part of, as they were last checked: first the one that is named after it.
    pub(crate) checked: Vec<Arc<Checked>>,
    /// The projects.
    pub(crate) workspace: &'a Workspace,
    /// Codes, keys, presets and Pulsar's own keys.
    pub(crate) lookup: &'a Lookup,
    /// How the client counts characters.
    pub(crate) encoding: Encoding,
    /// The process that serves.
    pub(crate) edge: &'a Edge,
}

impl View<'_> {
    /// The settings of the document.
    pub(crate) fn outline(&self) -> Outline {
        Outline::of(self.document.checked_text(), self.document.language)
    }
}
