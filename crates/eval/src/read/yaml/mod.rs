//! YAML and JSON as a tree with spans, read as Helm reads them: YAML 1.1, one document, a record at its top.
//!
//! It is no schema: what a text or a number may stand for, the contracts say.

mod comments;
mod compose;
mod parser;
mod resolve;

use crate::codes::{DUPLICATE_KEY, SYNTAX};
use crate::read::{limits, nesting};
use libyaml_safer::{Event, EventData, Mark, Parser, ScalarStyle};
use pulsarc_diag::{Diagnostic, Findings, SourceId, Sources, Span};
use pulsarc_model::Node;
use std::collections::HashMap;
use std::ops::Range;

/// Reads a document; `None` where it cannot be read, with the reason among the findings.
pub(crate) fn read(source: SourceId, sources: &Sources, found: &mut Findings) -> Option<Node> {
    composer(source, sources, found)?.document()
}

/// Reads all documents of a stream; `None` where one cannot be read, with the reason among the findings.
pub(crate) fn read_stream(source: SourceId, sources: &Sources, found: &mut Findings) -> Option<Vec<Node>> {
    composer(source, sources, found)?.stream()
}

fn composer<'t, 'f>(
    source: SourceId,
    sources: &'t Sources,
    found: &'f mut Findings,
) -> Option<compose::Composer<'t, 'f>> {
    let place = Places::of_source(source, sources);
    let events = events(&place, found)?;
    Some(compose::Composer {
        events: events.into_iter(),
        end: 0,
        place,
        anchors: HashMap::new(),
        budget: limits::held().values,
        found,
    })
}

/// A number of more digits, or with a larger exponent, than any number has; none where the document cannot be read.
pub(crate) fn long_number(source: SourceId, sources: &Sources) -> Option<Range<usize>> {
    let place = Places::of_source(source, sources);
    // Nearly no text has one, and then nothing is parsed.
    if nesting::long_numbers(place.text).is_empty() {
        return None;
    }
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit() || b"+-._eE".contains(&byte));
    events(&place, &mut Findings::default())?.iter().find_map(|event| match &event.data {
        EventData::Scalar { value, style: ScalarStyle::Plain, .. }
            if is_number(value) && !nesting::long_numbers(&value.replace('_', "")).is_empty() =>
        {
            Some(place.of(event).range())
        }
        _ => None,
    })
}

/// The comments of a document; none where it cannot be read, which [`read`] tells.
pub(crate) fn comments(source: SourceId, sources: &Sources) -> Comments {
    let place = Places::of_source(source, sources);
    let events = events(&place, &mut Findings::default());
    events.map(|events| comments::of(&events, &place)).unwrap_or_default()
}

/// What the parser sees; `None` where it stops.
fn events(place: &Places<'_>, found: &mut Findings) -> Option<Vec<Event>> {
    if let Some(at) = place.text.find('\0') {
        let span = Span::new(place.source, place.offset + at..place.offset + at + 1);
        found.push(nul(span));
        return None;
    }
    let text = parser::whole(place.text);
    let mut bytes = text.as_bytes();
    let mut parser = Parser::new();
    parser.set_input_string(&mut bytes);
    let mut events: Vec<Event> = Vec::new();
    loop {
        match parser::next(&mut parser) {
            Some(Ok(event)) => {
                let last = matches!(event.data, EventData::StreamEnd);
                events.push(event);
                if last {
                    parser::as_it_ends(&mut events, place);
                    return Some(events);
                }
            }
            Some(Err(error)) => {
                compose::syntax_error(place, &error, found);
                return None;
            }
            None => {
                let end = events.last().map_or((0, 0), |event| (event.end_mark.line, event.end_mark.column));
                let told = Diagnostic::new(&SYNTAX, "this is no YAML: it cannot be read from here on");
                let help = "look at what comes next: a `!tag`, which configurations have no use for, or a quote or bracket";
                found.push(told.span(place.point(end.0, end.1)).help(help));
                return None;
            }
        }
    }
}

/// From the parser's marks to bytes of the source.
pub(crate) struct Places<'t> {
    source: SourceId,
    text: &'t str,
    offset: usize,
    lines: Vec<usize>,
}

impl<'t> Places<'t> {
    /// Those of a source, without the mark of the byte order that may stand before its text.
    fn of_source(source: SourceId, sources: &'t Sources) -> Self {
        let whole = sources.get(source).text.as_ref();
        let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
        Self::new(source, text, whole.len() - text.len())
    }

    fn new(source: SourceId, text: &'t str, offset: usize) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { source, text, offset, lines }
    }

    fn byte(&self, line: u64, column: u64) -> usize {
        let line = usize::try_from(line).unwrap_or_default();
        let column = usize::try_from(column).unwrap_or_default();
        let start = self.lines.get(line).copied().unwrap_or(self.text.len());
        let rest = &self.text[start..];
        start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at)
    }

    /// The line of a byte of the text, counted from 0.
    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The bytes of the text that an event covers.
    fn range(&self, event: &Event) -> (usize, usize) {
        let (start, end) = (&event.start_mark, &event.end_mark);
        (self.byte(start.line, start.column), self.byte(end.line, end.column))
    }

    fn span(&self, start: &Mark, end: &Mark) -> Span {
        let (start, end) = (self.byte(start.line, start.column), self.byte(end.line, end.column));
        Span::new(self.source, self.offset + start..self.offset + end.max(start))
    }

    fn of(&self, event: &Event) -> Span {
        self.span(&event.start_mark, &event.end_mark)
    }

    /// A place on a line, for errors; at the end of the text the last character.
    fn point(&self, line: u64, column: u64) -> Span {
        let last = self.text.char_indices().next_back().map_or(0, |(at, _)| at);
        let start = self.byte(line, column).min(last);
        let end = self.text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
        Span::new(self.source, self.offset + start..self.offset + end)
    }
}

pub use comments::{Comments, Entry, Head};
pub use parser::is_parsing;
pub(crate) use resolve::scalar;

/// Tells a NUL, in YAML and in Nickel.
pub(crate) fn nul(span: Span) -> Diagnostic {
    Diagnostic::new(&SYNTAX, "a NUL character is no text")
        .span(span)
        .help("remove it: the file may be binary, or in another encoding than UTF-8")
}

/// Tells a key that stands twice.
fn duplicate(key: &str, first: Option<Span>, second: Span) -> Diagnostic {
    Diagnostic::new(
        &DUPLICATE_KEY,
        format!("the key `{key}` stands twice in one record: one of the two would be lost"),
    )
    .span(second)
    .label(first, "it stands here first")
    .help("keep one of the two, or move what belongs together under one")
}
