//! Text within XML.

use pulsarc_diag::inert;

/// Text as XML 1.0 takes it: its own signs escaped, and what acts on who reads it shown.
pub(crate) fn escaped(text: &str) -> String {
    inert::text(text)
        .chars()
        .filter(|c| *c != '\r')
        .map(|c| match c {
            '&' => "&amp;".to_owned(),
            '<' => "&lt;".to_owned(),
            '>' => "&gt;".to_owned(),
            '"' => "&quot;".to_owned(),
            '\n' => "&#10;".to_owned(),
            other => other.to_string(),
        })
        .collect()
}
