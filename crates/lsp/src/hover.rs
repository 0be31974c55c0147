//! What a setting means: its doc, type, default and origin.

use crate::view::View;
use lsp_types::{Hover, Position};

/// What is known of the setting at a place.
pub(crate) fn hover(_view: &View<'_>, _at: Position) -> Option<Hover> {
    None
}
