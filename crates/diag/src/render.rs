//! Diagnostics as text, with the lines they are about: the one place that renders them.

use crate::{Diagnostic, Severity, SourceId, Sources, Span};
use codespan_reporting::diagnostic::{Diagnostic as Drawn, Label as DrawnLabel, Severity as DrawnSeverity};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::termcolor::{Buffer, WriteColor};
use codespan_reporting::term::{self, Config};
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
pub fn text(diagnostics: &[Diagnostic], sources: &Sources, color: Color) -> String {
    let mut buffer = match color {
        Color::Always => Buffer::ansi(),
        Color::Never => Buffer::no_color(),
    };
    for diagnostic in diagnostics {
        draw(diagnostic, sources, &mut buffer);
    }
    String::from_utf8_lossy(buffer.as_slice()).into_owned()
}

fn draw(diagnostic: &Diagnostic, sources: &Sources, to: &mut dyn WriteColor) {
    let severity = match diagnostic.severity {
        Severity::Note => DrawnSeverity::Note,
        Severity::Warning => DrawnSeverity::Warning,
        Severity::Error => DrawnSeverity::Error,
    };
    let mut labels = Vec::new();
    let mut notes = Vec::new();
    // A line that no terminal can show is named, not drawn.
    let drawable = places(diagnostic).all(|span| longest_line(span, sources) <= LONGEST);
    if let (false, Some(span)) = (drawable, diagnostic.span) {
        let at = sources.locate(span.source, span.range().start);
        let name = &sources.get(span.source).name;
        notes.push(printable(&format!("at: {name}:{}:{}, in a very long line", at.line, at.column)));
    }
    if let (true, Some(span)) = (drawable, diagnostic.span) {
        labels.push(DrawnLabel::primary(span.source, span.range()));
    }
    for label in diagnostic.labels.iter().filter(|_| drawable) {
        labels.push(
            DrawnLabel::secondary(label.span.source, label.span.range()).with_message(printable(&label.text)),
        );
    }
    // The path helps where no line of the user's can be shown.
    if let (None, Some(path)) = (diagnostic.span, &diagnostic.path) {
        notes.push(printable(&format!("at: {path}")));
    }
    if let Some(help) = &diagnostic.help {
        notes.push(printable(&format!("help: {help}")));
    }
    let drawn = Drawn::new(severity)
        .with_code(diagnostic.code.id)
        .with_message(printable(&diagnostic.message))
        .with_labels(labels)
        .with_notes(notes);
    let drawn_whole = term::emit_to_write_style(to, &Config::default(), &Texts(sources), &drawn);
    if drawn_whole.is_err() {
        let _ =
            writeln!(to, "{}[{}]: {}", diagnostic.severity, diagnostic.code, printable(&diagnostic.message));
    }
}

/// The longest line that is drawn, in bytes.
const LONGEST: usize = 4_000;

fn places(diagnostic: &Diagnostic) -> impl Iterator<Item = Span> {
    diagnostic.span.into_iter().chain(diagnostic.labels.iter().map(|label| label.span))
}

/// The longer one of the lines that a place begins and ends on, in bytes.
fn longest_line(span: Span, sources: &Sources) -> usize {
    let text = sources.get(span.source).text.as_bytes();
    let length = |at: usize| {
        let (before, after) = text.split_at(at.min(text.len()));
        let ends = |byte: &&u8| **byte != b'\n';
        before.iter().rev().take_while(ends).count() + after.iter().take_while(ends).count()
    };
    length(span.range().start).max(length(span.range().end))
}

/// Text that does nothing to a terminal: control characters other than the line's end are escaped.
pub fn printable(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let inert = !c.is_control() || c == '\n' || c == '\t';
            if inert { vec![c] } else { c.escape_default().collect() }
        })
        .collect()
}

struct Texts<'a>(&'a Sources);

impl<'a> Files<'a> for Texts<'a> {
    type FileId = SourceId;
    type Name = String;
    type Source = &'a str;

    fn name(&'a self, id: SourceId) -> Result<String, Error> {
        Ok(printable(&self.0.get(id).name))
    }

    fn source(&'a self, id: SourceId) -> Result<&'a str, Error> {
        Ok(&self.0.get(id).text)
    }

    fn line_index(&'a self, id: SourceId, byte: usize) -> Result<usize, Error> {
        Ok(self.0.locate(id, byte).line - 1)
    }

    fn line_range(&'a self, id: SourceId, line: usize) -> Result<Range<usize>, Error> {
        let source = self.0.get(id);
        let starts = source.line_starts();
        let start = *starts.get(line).ok_or(Error::LineTooLarge { given: line, max: starts.len() })?;
        Ok(start..starts.get(line + 1).copied().unwrap_or(source.text.len()))
    }
}
