//! Renaming the entries of lists that are written as maps.

use crate::view::View;
use lsp_types::{Position, Range, WorkspaceEdit};

/// The name that can be changed at a place.
pub(crate) fn renamable(_view: &View<'_>, _at: Position) -> Option<Range> {
    None
}

/// The edits that give an entry another name in every layer that writes it.
///
/// # Errors
/// Why it cannot have that name, in one sentence.
pub(crate) fn rename(_view: &View<'_>, _at: Position, _name: &str) -> Result<WorkspaceEdit, String> {
    Ok(WorkspaceEdit::default())
}
