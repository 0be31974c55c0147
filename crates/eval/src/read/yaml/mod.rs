//! YAML and JSON as a tree with spans, read as Helm reads them: YAML 1.1, one document, a record at its top.
//!
//! It is not a schema: the contracts decide what a text or a number means.

mod comments;
mod compose;
mod json;
pub(crate) mod number;
mod parser;

use crate::codes::{DUPLICATE_KEY, SYNTAX, TOO_LARGE};
use crate::limits;
use json::Json;
use libyaml_safer::{Event, EventData, Mark, Parser};
use pulsarc_diag::{Diagnostic, Findings, SourceId, Sources, Span};
use pulsarc_model::{Node, Origin, Value};
use std::collections::{BTreeMap, HashMap};

/// Reads a document; `None` if it cannot be read, with the reason among the findings.
pub(crate) fn read(source: SourceId, sources: &Sources, found: &mut Findings) -> Option<Node> {
    let place = Places::of_source(source, sources);
    match json::read(source, place.text, place.offset, found) {
        Json::Value(node) => Some(node),
        Json::Refused => None,
        Json::Other => composer(place, found)?.document(),
    }
}

/// Reads all documents of a stream; `None` if one cannot be read, with the reason among the findings.
pub(crate) fn read_stream(source: SourceId, sources: &Sources, found: &mut Findings) -> Option<Vec<Node>> {
    let place = Places::of_source(source, sources);
    match json::read(source, place.text, place.offset, found) {
        Json::Value(node) => Some(vec![node]),
        Json::Refused => None,
        Json::Other => composer(place, found)?.stream(),
    }
}

/// Reads data that a Nickel file imports: several documents are a list, and none is an empty record, as it is for an
/// input.
pub(crate) fn read_import(source: SourceId, sources: &Sources, found: &mut Findings) -> Option<Node> {
    let mut documents = read_stream(source, sources, found)?;
    let whole = || Span::new(source, 0..sources.get(source).text.len());
    match documents.len() {
        1 => documents.pop(),
        0 => Some(Node { span: Some(whole()), ..empty() }),
        _ => Some(Node { value: Value::List(documents), span: Some(whole()), ..empty() }),
    }
}

/// A record without entries.
fn empty() -> Node {
    Node { value: Value::Record(BTreeMap::new()), span: None, key_span: None, origin: Origin::User }
}

fn composer<'t, 'f>(place: Places<'t>, found: &'f mut Findings) -> Option<compose::Composer<'t, 'f>> {
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

/// The comments of a document; `None` if it cannot be read, which [`read`] reports.
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
                let end = events.last().map_or(0, |event| place.byte(&event.end_mark));
                let finding = Diagnostic::new(&SYNTAX, "invalid YAML: the rest of the file cannot be read");
                let help =
                    "check what follows: a `!tag`, which configurations cannot use, or a quote or bracket";
                found.push(finding.span(place.point(end)).help(help));
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
    /// The offset of the text after a byte order mark.
    fn of_source(source: SourceId, sources: &'t Sources) -> Self {
        let whole = sources.get(source).text.as_ref();
        let text = whole.strip_prefix('\u{feff}').unwrap_or(whole);
        Self::new(source, text, whole.len() - text.len())
    }

    fn new(source: SourceId, text: &'t str, offset: usize) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { source, text, offset, lines }
    }

    /// The byte of a mark: the parser counts them. It has been given a line's end more than the text may have.
    fn byte(&self, mark: &Mark) -> usize {
        let at = usize::try_from(mark.index).unwrap_or(usize::MAX).min(self.text.len());
        (0..=at).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or_default()
    }

    /// The line of a byte of the text, counted from 0.
    fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The bytes of the text that an event covers.
    fn range(&self, event: &Event) -> (usize, usize) {
        (self.byte(&event.start_mark), self.byte(&event.end_mark))
    }

    fn of(&self, event: &Event) -> Span {
        let (start, end) = self.range(event);
        Span::new(self.source, self.offset + start..self.offset + end.max(start))
    }

    /// A place for errors: the character that begins at a byte, or the last one of the text.
    fn point(&self, at: usize) -> Span {
        let last = self.text.char_indices().next_back().map_or(0, |(at, _)| at);
        let start = at.min(last);
        let end = self.text[start..].chars().next().map_or(start, |c| start + c.len_utf8());
        Span::new(self.source, self.offset + start..self.offset + end)
    }
}

pub use comments::{Comments, Entry, Head};
pub(crate) use number::{Dialect, Unfit, scalar, surprise};

/// Reports maps and lists that are nested too deeply.
fn too_deep(span: Span) -> Diagnostic {
    let deepest = limits::held().depth;
    Diagnostic::new(&TOO_LARGE, format!("maps and lists are nested more than {deepest} levels deep"))
        .span(span)
        .help("look for an unclosed bracket, or raise the limit with --max-depth")
}

/// Reports a file with too many values, naming the alias that repeats some.
fn too_many(alias: Option<&str>, span: Span) -> Diagnostic {
    let most = limits::held().values;
    let message = match alias {
        Some(name) => format!("with the alias `*{name}` the file has more than {most} values"),
        None => format!("the file has more than {most} values, counting those that aliases repeat"),
    };
    Diagnostic::new(&TOO_LARGE, message)
        .span(span)
        .help("write out the repeated values, or raise the limit with --max-values")
}

/// Reports a NUL, in YAML and in Nickel.
pub(crate) fn nul(span: Span) -> Diagnostic {
    Diagnostic::new(&SYNTAX, "text cannot contain a NUL character")
        .span(span)
        .help("remove it: the file may be binary or not in UTF-8")
}

/// Reports a duplicate key.
fn duplicate(key: &str, first: Option<Span>, second: Span) -> Diagnostic {
    Diagnostic::new(&DUPLICATE_KEY, format!("duplicate key `{key}`; only one of its values would be used"))
        .span(second)
        .label(first, "first set here")
        .help("keep one of the two, or merge their contents under one key")
}
