//! Fixes as edits of the client's documents.

use crate::analysis::Checked;
use crate::places;
use crate::view::View;
use lsp_types::{
    DocumentChanges, OneOf, OptionalVersionedTextDocumentIdentifier, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};
use pulsarc_diag::Fix;

/// The edits of a fix; none if a text of it is no file.
pub(super) fn of_fix(view: &View<'_>, checked: &Checked, fix: &Fix) -> Option<WorkspaceEdit> {
    let mut files: Vec<(Uri, Vec<TextEdit>)> = Vec::new();
    for edit in &fix.edits {
        let place = places::of_span(view, checked, edit.span)?;
        let new = TextEdit::new(place.range, edit.text.clone());
        match files.iter_mut().find(|(uri, _)| *uri == place.uri) {
            Some((_, edits)) => edits.push(new),
            None => files.push((place.uri, vec![new])),
        }
    }
    Some(changes(view, files))
}

/// The edit that gives the document another text: of the lines that differ.
pub(super) fn of_text(view: &View<'_>, new: &str) -> WorkspaceEdit {
    changes(view, vec![(view.document.uri.clone(), vec![view.document.replaced_by(new, view.encoding)])])
}

fn changes(view: &View<'_>, files: Vec<(Uri, Vec<TextEdit>)>) -> WorkspaceEdit {
    let version = |uri: &Uri| view.documents.iter().find(|open| open.uri == *uri).map(|open| open.version);
    let edit = |(uri, edits): (Uri, Vec<TextEdit>)| TextDocumentEdit {
        text_document: OptionalVersionedTextDocumentIdentifier { version: version(&uri), uri },
        edits: edits.into_iter().map(OneOf::Left).collect(),
    };
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(files.into_iter().map(edit).collect())),
        ..WorkspaceEdit::default()
    }
}
