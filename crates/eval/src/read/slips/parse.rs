//! Whether Nickel can parse a text, and the place at which it cannot in plain words.

use super::Slip;
use super::words::{Kind, Words};
use crate::codes::SYNTAX;
use crate::read::outline;
use nickel_lang_core::ast::AstAlloc;
use nickel_lang_core::error::{ParseError, ParseErrors};
use nickel_lang_core::files::Files;
use nickel_lang_core::parser::lexer::Lexer;
use nickel_lang_core::parser::{ErrorTolerantParser, TermParser};
use nickel_lang_core::position::RawSpan;
use std::ops::Range;

/// The result of parsing a text.
pub(super) enum Parse {
    Fine,
    Failed(ParseErrors),
    /// It asks too much of the parser, which whoever reads it next reports.
    TooMuch,
}

impl Parse {
    pub(super) fn of(text: &str) -> Self {
        if text.contains('\0') || outline::outline(text).excess.is_some() {
            return Self::TooMuch;
        }
        let file = Files::empty().add("", text);
        let alloc = AstAlloc::new();
        match TermParser::new().parse_strict(&alloc, file, Lexer::new(text)) {
            Ok(_) => Self::Fine,
            Err(errors) => Self::Failed(errors),
        }
    }

    /// Whether the text can be parsed.
    pub(super) fn is_ok(&self) -> bool {
        matches!(self, Self::Fine)
    }

    /// The place at which parsing fails, if it does.
    pub(super) fn failure(&self, text: &str) -> Option<Slip> {
        let Self::Failed(errors) = self else { return None };
        let words = Words::of(text);
        errors.errors.first().map(|error| explained(error, &words))
    }
}

fn explained(error: &ParseError, words: &Words<'_>) -> Slip {
    let slip = |span: &RawSpan, message: &str, help: &str| {
        Slip::new(&SYNTAX, span.start.to_usize()..span.end.to_usize(), message, help)
    };
    match error {
        ParseError::UnexpectedEOF(..) => Slip::new(
            &SYNTAX,
            words.text.len()..words.text.len(),
            "the file ends before its last value is complete",
            "check the last lines for a missing value, quote or bracket",
        ),
        ParseError::UnexpectedToken(span, _) | ParseError::ExtraToken(span) => {
            unexpected(span.start.to_usize()..span.end.to_usize(), words)
        }
        ParseError::UnmatchedCloseBrace(span) => slip(span, "this brace closes nothing", "remove it"),
        ParseError::InvalidEscapeSequence(span)
        | ParseError::InvalidAsciiEscapeCode(span)
        | ParseError::InvalidUnicodeEscapeCode(span) => slip(
            span,
            "a text in double quotes has no such escape",
            "write two backslashes for one, or put the text between m%\" and \"%, which knows no escapes",
        ),
        ParseError::StringDelimiterMismatch { closing_delimiter, .. } => slip(
            closing_delimiter,
            "this end of a text has more `%` than its start",
            "write as many `%` at the end of the text as at its start",
        ),
        ParseError::TypedFieldWithoutDefinition { field_span, .. } => slip(
            field_span,
            "this key has a type but no value",
            "write its value after `=`, such as `enabled = true`",
        ),
        ParseError::InvalidContract(span) => {
            slip(span, "this value is where a contract belongs", "write the value after `=`")
        }
        ParseError::InvalidImportFormat { span } => slip(
            span,
            "this format cannot be imported",
            "write 'Json, 'Yaml, 'Toml or 'Text after `as`, or leave the format to the file's ending",
        ),
        _ => slip_of_other(error, words),
    }
}

/// A word that does not fit. Where it begins a line, the cause is at the end of the line before it.
fn unexpected(range: Range<usize>, words: &Words<'_>) -> Slip {
    let at = words.all.partition_point(|word| word.range.end <= range.start);
    let written = words.text.get(range.clone()).unwrap_or_default();
    if words.is_first(at) && at > 0 {
        let before = words.range(at - 1);
        let last = words.slice(at - 1);
        return Slip::new(
            &SYNTAX,
            before,
            format!("something is missing between `{}` and `{written}`", shortened(last)),
            "check the end of this line for a missing comma, quote, bracket or value",
        );
    }
    let name = if words.kind(at) == Some(Kind::Close) { "this bracket" } else { "this" };
    Slip::new(
        &SYNTAX,
        range,
        format!("{name} does not fit here: `{}`", shortened(written)),
        "look before it for a missing comma, quote or bracket; text needs double quotes",
    )
}

fn shortened(text: &str) -> &str {
    let line = text.lines().next().unwrap_or_default();
    line.char_indices().nth(40).map_or(line, |(end, _)| &line[..end])
}

fn slip_of_other(error: &ParseError, words: &Words<'_>) -> Slip {
    let (span, message) = match error {
        ParseError::DuplicateIdentInRecordPattern { ident, .. }
        | ParseError::DuplicateIdentInLetBlock { ident, .. } => {
            (ident.pos.into_opt(), format!("the name `{}` is defined twice", ident.label()))
        }
        ParseError::RecursiveLetPattern(span) | ParseError::PatternInLetBlock(span) => {
            (Some(*span), "this `let` cannot take a record apart".to_owned())
        }
        ParseError::MultipleFieldDecls { ident, other_span, .. } => {
            (Some(*other_span), format!("the key `{}` is included and written as well", ident.label()))
        }
        _ => (None, "this expression cannot be read".to_owned()),
    };
    let whole = 0..words.text.len().min(1);
    let range = span.map_or(whole, |span| span.start.to_usize()..span.end.to_usize());
    Slip::new(&SYNTAX, range, message, "write a record of keys and values: { key = value, other = value }")
}
