//! The lines that a finding is about, with what it is about marked.
//!
//! Only these lines are shown, since a page is passed on: what stands beside them is nobody's business. Values of keys
//! that are called after secrets are covered.

use pulsarc_diag::render::printable;
use pulsarc_diag::{Diagnostic, Sources, Span};

/// The lines of one place that are shown at most.
const LINES: usize = 8;
/// What a secret's value is covered with.
const COVERED: &str = "••••••";
/// Words of keys whose values are secret.
const SECRET_WORDS: [&str; 7] =
    ["password", "passwd", "passphrase", "secretkey", "accesskey", "apikey", "privatekey"];

/// How a text is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Not at all.
    None,
    /// What the finding is about.
    Primary,
    /// A further place that is part of it.
    Secondary,
}

/// A line, in pieces.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) number: usize,
    pub(crate) parts: Vec<(String, Mark)>,
}

/// The lines of one place.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) lines: Vec<Line>,
    /// What is said of this place.
    pub(crate) label: Option<String>,
    secrets: Vec<String>,
}

impl Excerpt {
    /// A text with the secrets of these lines covered.
    pub(crate) fn without_secrets(&self, text: &str) -> String {
        let covered = self.secrets.iter().fold(text.to_owned(), |text, secret| text.replace(secret, COVERED));
        printable(&covered)
    }
}

/// The places of a finding, its own first.
pub(crate) fn of(found: &Diagnostic, sources: &Sources) -> Vec<Excerpt> {
    let own = found.span.map(|span| excerpt(span, Mark::Primary, None, sources));
    let others = found
        .labels
        .iter()
        .map(|label| excerpt(label.span, Mark::Secondary, Some(label.text.clone()), sources));
    own.into_iter().chain(others).collect()
}

fn excerpt(span: Span, mark: Mark, label: Option<String>, sources: &Sources) -> Excerpt {
    let source = sources.get(span.source);
    let text = source.text.as_ref();
    let end = span.range().end.min(text.len());
    let start = span.range().start.min(end);
    let place = sources.locate(span.source, start);
    let first = text[..boundary(text, start)].rfind('\n').map_or(0, |at| at + 1);
    let mut secrets = Vec::new();
    let mut lines = Vec::new();
    let mut at = first;
    for (number, line) in text[first..].split_inclusive('\n').enumerate().take(LINES) {
        if number > 0 && at >= end {
            break;
        }
        let shown = line.trim_end_matches(['\n', '\r']);
        let within = |byte: usize| boundary(shown, byte.saturating_sub(at));
        lines.push(Line {
            number: place.line + number,
            parts: parts(shown, within(start), within(end), mark, &mut secrets),
        });
        at += line.len();
    }
    Excerpt { file: printable(&source.name), line: place.line, column: place.column, lines, label, secrets }
}

/// The place at or before a byte where a character begins.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// A line before, in and after its mark, without the secret that it may say.
fn parts(line: &str, start: usize, end: usize, mark: Mark, secrets: &mut Vec<String>) -> Vec<(String, Mark)> {
    let secret = secret(line);
    if let Some(value) = secret {
        secrets.push(value.to_owned());
    }
    let pieces = [(&line[..start], Mark::None), (&line[start..end], mark), (&line[end..], Mark::None)];
    let covered = |text: &str| secret.map_or_else(|| text.to_owned(), |secret| text.replace(secret, COVERED));
    let whole = secret.is_none_or(|secret| pieces.iter().any(|(piece, _)| piece.contains(secret)));
    if !whole {
        // The mark ends within the secret: it is given up rather than the secret.
        return vec![(printable(&covered(line)), mark)];
    }
    let shown = pieces.iter().filter(|(piece, _)| !piece.is_empty());
    shown.map(|(piece, mark)| (printable(&covered(piece)), *mark)).collect()
}

/// What a line says that nobody is to read: the value of a key that is called after a secret, or the user and password
/// in a URL.
fn secret(line: &str) -> Option<&str> {
    if let Some((_, rest)) = line.split_once("://") {
        let authority = rest.split(['/', ' ', '"', '\'']).next().unwrap_or_default();
        if let Some((user, _)) = authority.rsplit_once('@') {
            return Some(user).filter(|user| !user.is_empty());
        }
    }
    let (key, value) = line.split_once([':', '='])?;
    let key: String =
        key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    SECRET_WORDS.iter().any(|word| key.ends_with(word)).then_some(())?;
    let value = value.trim().trim_end_matches([',', ';', '}']).trim();
    let bare =
        value.trim_start_matches(['[', '{', ' ']).trim_end_matches([']', ' ']).trim_matches(['"', '\'']);
    let telling = bare.len() > 1 && !matches!(bare, "true" | "false" | "null" | "yes" | "no");
    telling.then_some(bare)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, what: &str) -> Vec<(String, Mark)> {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text.to_owned());
        let start = text.find(what).expect("it is there");
        let span = Span::new(id, start..start + what.len());
        excerpt(span, Mark::Primary, None, &sources).lines.into_iter().flat_map(|line| line.parts).collect()
    }

    #[test]
    fn the_line_is_shown_and_no_other() {
        assert_eq!(
            shown("a: 1\nb: two # why\nc: 3\n", "two"),
            [("b: ".into(), Mark::None), ("two".into(), Mark::Primary), (" # why".into(), Mark::None)]
        );
    }

    #[test]
    fn values_of_secrets_are_covered_wherever_the_mark_is() {
        for what in ["hunter2", "ADMIN_PASSWORD", "unter"] {
            let text: String =
                shown("ADMIN_PASSWORD: \"hunter2\"", what).into_iter().map(|part| part.0).collect();
            assert_eq!(text, format!("ADMIN_PASSWORD: \"{COVERED}\""), "{what}");
        }
        assert_eq!(secret("usePassword: true"), None);
        assert_eq!(secret("password = \"s3cret\","), Some("s3cret"));
        assert_eq!(secret("  password: [s3cret]"), Some("s3cret"));
        assert_eq!(secret("url: http://me:s3cret@host:80/a"), Some("me:s3cret"));
        assert_eq!(secret("url: http://host:80/a@b"), None);
    }
}
