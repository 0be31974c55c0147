//! Code actions: fixes of findings, singly or for the whole file, exceptions, and explanations.

use crate::view::View;
use lsp_types::{CodeAction, CodeActionContext, Range, WorkspaceEdit};

/// What can be done about the findings in a range.
pub(crate) fn actions(_view: &View<'_>, _range: Range, _context: &CodeActionContext) -> Vec<CodeAction> {
    Vec::new()
}

/// All safe fixes of the document's findings, as one edit; none if there is none.
pub(crate) fn fix_all(_view: &View<'_>) -> Option<WorkspaceEdit> {
    None
}
