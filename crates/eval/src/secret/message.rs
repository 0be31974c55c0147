//! Findings about a secret, without its value.

use crate::codes::{EVALUATION, REJECTED};
use pulsarc_diag::{Diagnostic, HIDDEN, KeyPath, Sources, Span};

/// Whose words a finding is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Words {
    /// pulsarc's own.
    Own,
    /// Perhaps those of the configuration, which may say anything: a contract of the user's, or an error of Nickel's.
    Anybodys,
}

/// A finding at the path of a secret, without its value, however short it is.
pub(crate) fn without_value(
    found: Vec<Diagnostic>,
    value: Option<Span>,
    words: Words,
    sources: &Sources,
) -> Vec<Diagnostic> {
    let literal = value.map(|span| sources.slice(span)).map(unquoted).filter(|text| !text.is_empty());
    let without = |text: String| literal.map_or(text.clone(), |literal| replaced(&text, literal));
    found
        .into_iter()
        .map(|found| {
            if words == Words::Anybodys && [&EVALUATION, &REJECTED].contains(&found.code) {
                let message = "this secret cannot be evaluated".to_owned();
                let help = Some("check this value and the values it is made of".to_owned());
                return Diagnostic { message, help, ..found };
            }
            let is_key = found.path.as_ref().and_then(KeyPath::last_key) == literal;
            let message = if is_key { found.message } else { without(found.message) };
            let help = if is_key { found.help } else { found.help.map(without) };
            // Advice may repeat the value.
            let advice = if is_key { found.advice } else { Vec::new() };
            Diagnostic { message, help, advice, ..found }
        })
        .collect()
}

/// A text with the placeholder for a word wherever it is not part of a longer one.
fn replaced(text: &str, word: &str) -> String {
    let is_part = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let mut shown = String::new();
    let mut at = 0;
    for (start, _) in text.match_indices(word) {
        let end = start + word.len();
        if start < at || is_part(text[..start].chars().next_back()) || is_part(text[end..].chars().next()) {
            continue;
        }
        shown.push_str(&text[at..start]);
        shown.push_str(HIDDEN);
        at = end;
    }
    shown + &text[at..]
}

/// A text without the quotes around it.
pub(super) fn unquoted(text: &str) -> &str {
    text.trim().trim_matches(['"', '\''])
}

#[cfg(test)]
mod tests {
    use super::replaced;

    #[test]
    fn a_short_secret_is_redacted_as_a_whole_word() {
        assert_eq!(replaced("got the number 12, not 120", "12"), "got the number <hidden>, not 120");
    }
}
