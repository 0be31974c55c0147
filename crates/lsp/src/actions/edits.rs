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
    let old = view.document.checked_text();
    let lines = |text: &str| text.split_inclusive('\n').map(str::len).collect::<Vec<_>>();
    let same_lines =
        old.split_inclusive('\n').zip(new.split_inclusive('\n')).take_while(|(old, new)| old == new);
    let before: usize = same_lines.map(|(line, _)| line.len()).sum();
    let (old_rest, new_rest) = (old.get(before..).unwrap_or_default(), new.get(before..).unwrap_or_default());
    let ends = |text: &str| lines(text).into_iter().rev();
    let mut after = 0;
    for (one, other) in ends(old_rest).zip(ends(new_rest)) {
        let (old_end, new_end) = (old_rest.len() - after, new_rest.len() - after);
        let line = |text: &str, end: usize, length: usize| text.get(end - length..end).map(str::to_owned);
        if one != other || line(old_rest, old_end, one) != line(new_rest, new_end, other) {
            break;
        }
        after += one;
    }
    let range = view.document.range(before..old.len() - after, view.encoding);
    let text = new_rest.get(..new_rest.len() - after).unwrap_or_default();
    changes(view, vec![(view.document.uri.clone(), vec![TextEdit::new(range, text.to_owned())])])
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
