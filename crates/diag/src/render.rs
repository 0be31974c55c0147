//! Diagnostics as text, with the lines they are about: the one place that renders them.

use crate::sanitize::{self, Drawn, Escaped, Terminal};
use crate::{Diagnostic, Severity, SourceId, Sources, Span};
use codespan_reporting::diagnostic::{Diagnostic as Report, Label as DrawnLabel, Severity as DrawnSeverity};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::{Buffer, WriteColor};
use codespan_reporting::term::{self, Config};
use std::collections::BTreeMap;
use std::ops::Range;

/// Whether colours are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    /// As terminal escapes.
    Always,
    /// Plain text.
    Never,
}

/// Every diagnostic as text, each with its source lines and its advice.
pub fn text(diagnostics: &[Diagnostic], sources: &Sources, color: Color) -> Escaped<Terminal> {
    let mut buffer = match color {
        Color::Always => Buffer::ansi(),
        Color::Never => Buffer::no_color(),
    };
    let drawn = diagnostics.iter().filter(|diagnostic| drawable(diagnostic, sources)).flat_map(places);
    let texts = Texts::of(sources, drawn);
    for diagnostic in diagnostics {
        draw(diagnostic, sources, &texts, &mut buffer);
    }
    // Each part was sanitized before it was drawn; the colours are the renderer's.
    Escaped::trusted(String::from_utf8_lossy(buffer.as_slice()).into_owned())
}

fn draw(diagnostic: &Diagnostic, sources: &Sources, texts: &Texts<'_>, to: &mut dyn WriteColor) {
    let severity = match diagnostic.severity {
        Severity::Note => DrawnSeverity::Note,
        Severity::Warning => DrawnSeverity::Warning,
        Severity::Error => DrawnSeverity::Error,
    };
    let mut labels = Vec::new();
    let mut notes = Vec::new();
    // A line that no terminal can show is named, not drawn.
    let drawable = drawable(diagnostic, sources);
    if let (false, Some(span)) = (drawable, diagnostic.span) {
        let at = sources.locate(span.source, span.range().start);
        let name = &sources.get(span.source).name;
        notes.push(sanitize::text(&format!("at: {name}:{}:{}, in a very long line", at.line, at.column)));
    }
    if let (true, Some(span)) = (drawable, diagnostic.span) {
        labels.push(DrawnLabel::primary(span.source, texts.range(span)));
    }
    for label in diagnostic.labels.iter().filter(|_| drawable) {
        labels.push(
            DrawnLabel::secondary(label.span.source, texts.range(label.span))
                .with_message(sanitize::line(&label.text)),
        );
    }
    // The path helps where no line of the user's can be shown.
    if let (None, Some(path)) = (diagnostic.span, &diagnostic.path) {
        notes.push(sanitize::line(&format!("at: {path}")));
    }
    if let Some(help) = diagnostic.help_paragraph(sources) {
        notes.push(sanitize::text(&format!("help: {help}")));
    }
    let drawn = Report::new(severity)
        .with_code(diagnostic.code.id)
        .with_message(sanitize::line(&diagnostic.message))
        .with_labels(labels)
        .with_notes(notes);
    let drawn_whole = term::emit_to_write_style(to, &Config::default(), texts, &drawn);
    if drawn_whole.is_err() {
        let _ = writeln!(
            to,
            "{}[{}]: {}",
            diagnostic.severity,
            diagnostic.code,
            sanitize::text(&diagnostic.message)
        );
    }
}

/// The longest line that is drawn, in bytes.
const LONGEST: usize = 4_000;

fn drawable(diagnostic: &Diagnostic, sources: &Sources) -> bool {
    places(diagnostic).all(|span| longest_line(span, sources) <= LONGEST)
}

fn places(diagnostic: &Diagnostic) -> impl Iterator<Item = Span> {
    diagnostic.span.into_iter().chain(diagnostic.labels.iter().map(|label| label.span))
}

/// The longer one of the lines that a place begins and ends on, in bytes.
fn longest_line(span: Span, sources: &Sources) -> usize {
    let text = sources.get(span.source).text.as_bytes();
    let length = |at: usize| {
        let (before, after) = text.split_at(at.min(text.len()));
        let ends = |byte: &&u8| **byte != b'\n';
        // What is longer than is drawn is not counted to its end for each finding.
        before.iter().rev().take(LONGEST + 1).take_while(ends).count()
            + after.iter().take(LONGEST + 1).take_while(ends).count()
    };
    length(span.range().start).max(length(span.range().end))
}

/// The texts of a run as they are drawn: each is made inert when it is first asked for.
struct Texts<'a> {
    sources: &'a Sources,
    drawn: BTreeMap<SourceId, Option<Drawn>>,
}

impl<'a> Texts<'a> {
    fn of(sources: &'a Sources, places: impl Iterator<Item = Span>) -> Self {
        let mut drawn = BTreeMap::new();
        for span in places {
            drawn.entry(span.source).or_insert_with(|| Drawn::of(&sources.get(span.source).text));
        }
        Self { sources, drawn }
    }

    fn drawn(&self, id: SourceId) -> Option<&Drawn> {
        self.drawn.get(&id).and_then(Option::as_ref)
    }

    /// Where a place is in what is drawn.
    fn range(&self, span: Span) -> Range<usize> {
        let within = |range: Range<usize>, length: usize| range.start.min(length)..range.end.min(length);
        let range = within(span.range(), self.sources.get(span.source).text.len());
        self.drawn(span.source).map_or(range.clone(), |drawn| drawn.range(&range))
    }
}

impl<'a> Files<'a> for Texts<'a> {
    type FileId = SourceId;
    type Name = String;
    type Source = &'a str;

    fn name(&'a self, id: SourceId) -> Result<String, Error> {
        Ok(sanitize::line(&self.sources.get(id).name))
    }

    fn source(&'a self, id: SourceId) -> Result<&'a str, Error> {
        Ok(self.drawn(id).map_or(self.sources.get(id).text.as_ref(), |drawn| drawn.text.as_str()))
    }

    fn line_index(&'a self, id: SourceId, byte: usize) -> Result<usize, Error> {
        let byte = self.drawn(id).map_or(byte, |drawn| drawn.source(byte));
        Ok(self.sources.locate(id, byte).line - 1)
    }

    /// The column in the source itself, whatever is drawn before it.
    fn column_number(&'a self, id: SourceId, _line: usize, byte: usize) -> Result<usize, Error> {
        let byte = self.drawn(id).map_or(byte, |drawn| drawn.source(byte));
        Ok(self.sources.locate(id, byte).column)
    }

    fn line_range(&'a self, id: SourceId, line: usize) -> Result<Range<usize>, Error> {
        let source = self.sources.get(id);
        let starts = source.line_starts();
        let start = *starts.get(line).ok_or(Error::LineTooLarge { given: line, max: starts.len() })?;
        let range = start..starts.get(line + 1).copied().unwrap_or(source.text.len());
        Ok(self.drawn(id).map_or(range.clone(), |drawn| drawn.range(&range)))
    }
}
