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
    // Only the part that differs: the cursor stays where it is in the rest.
    let start: usize = text
        .split_inclusive('\n')
        .zip(formatted.split_inclusive('\n'))
        .take_while(|(old, new)| old == new)
        .map(|(line, _)| line.len())
        .sum();
    let (old, new) = (text.get(start..).unwrap_or_default(), formatted.get(start..).unwrap_or_default());
    let end: usize = old
        .split_inclusive('\n')
        .rev()
        .zip(new.split_inclusive('\n').rev())
        .take_while(|(old, new)| old == new)
        .map(|(line, _)| line.len())
        .sum();
    let range = view.document.range(start..text.len() - end, view.encoding);
    let new_text = new.get(..new.len() - end).unwrap_or_default().to_owned();
    Ok(Some(vec![TextEdit { range, new_text }]))
}
