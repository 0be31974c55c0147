//! The layout of Nickel: as `pulsarc fmt` writes it.

use crate::documents::Language;
use crate::view::View;
use lsp_types::TextEdit;

/// The edit that formats a document; none for YAML, or if it is formatted already.
///
/// # Errors
/// Why it cannot be formatted.
pub(crate) fn format(view: &View<'_>) -> Result<Option<Vec<TextEdit>>, String> {
    if view.document.language != Language::Nickel {
        return Ok(None);
    }
    let text = view.document.checked_text();
    let formatted = (view.edge.format)(text)?;
    if formatted == text {
        return Ok(Some(Vec::new()));
    }
    Ok(Some(vec![view.document.replaced_by(&formatted, view.encoding)]))
}
