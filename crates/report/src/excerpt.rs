//! The lines that a finding is about, with what it is about marked.
//!
//! Only these lines are shown, since a page is passed on: what is beside them is nobody's business. What is secret in
//! them is covered in the sources already.

use pulsarc_diag::{Diagnostic, Sources, Span, sanitize, shown};

/// The lines of one place that are shown at most.
const LINES: usize = 8;
/// How a text is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// Not at all.
    None,
    /// What the finding is about.
    Primary,
    /// An additional place that is part of it.
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
            parts: parts(shown, within(start), within(end), mark),
        });
        at += line.len();
    }
    Excerpt { file: sanitize::line(&source.name), line: place.line, column: place.column, lines, label }
}

/// The place at or before a byte where a character begins.
fn boundary(text: &str, byte: usize) -> usize {
    (0..=byte.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

/// A line before, in and after its mark.
fn parts(line: &str, start: usize, end: usize, mark: Mark) -> Vec<(String, Mark)> {
    let pieces = [(&line[..start], Mark::None), (&line[start..end], mark), (&line[end..], Mark::None)];
    let filled = pieces.iter().filter(|(piece, _)| !piece.is_empty());
    filled.map(|(piece, mark)| (sanitize::text(&shown(piece)), *mark)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts_of(text: &str, what: &str) -> Vec<(String, Mark)> {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", text.to_owned());
        let start = text.find(what).expect("it is there");
        let span = Span::new(id, start..start + what.len());
        excerpt(span, Mark::Primary, None, &sources).lines.into_iter().flat_map(|line| line.parts).collect()
    }

    #[test]
    fn the_line_is_shown_and_no_other() {
        assert_eq!(
            parts_of("a: 1\nb: two # why\nc: 3\n", "two"),
            [("b: ".into(), Mark::None), ("two".into(), Mark::Primary), (" # why".into(), Mark::None)]
        );
    }

    #[test]
    fn a_redacted_value_is_described_by_a_word() {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", "a: s3cret # why");
        sources.hide(Span::new(id, 3..9));
        let excerpt = excerpt(Span::new(id, 0..1), Mark::Primary, None, &sources);
        let text: String = excerpt.lines[0].parts.iter().map(|(text, _)| text.as_str()).collect();
        assert_eq!(text, "a: <hidden> # why");
    }
}
