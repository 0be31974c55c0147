//! Nickel's own formatter: the text of a `.ncl` file, laid out as `nickel format` lays it out.
//!
//! It consists of the same parts in the same versions: topiary, Nickel's grammar and its queries. The evaluator's
//! crate deliberately does not enable its own formatter: that would link the parts into everything that evaluates.

use thiserror::Error;
use topiary_core::{FormatterError, Language, Operation, TopiaryQuery, formatter};

/// Why a text cannot be formatted.
#[derive(Debug, Error)]
pub enum Unformattable {
    /// It does not parse, on lines counted from 1.
    #[error("it does not parse at line {0}: `pulsarc check` explains why")]
    Syntax(usize),
    /// The formatter itself failed.
    #[error("the formatter failed: {0}")]
    Formatter(String),
}

/// The text, formatted.
pub fn format(text: &str) -> Result<String, Unformattable> {
    let grammar = tree_sitter_nickel::LANGUAGE.into();
    let query = TopiaryQuery::new(&grammar, topiary_queries::nickel()).map_err(failed)?;
    let language = Language { name: "nickel".to_owned(), query, grammar, indent: None };
    let operation = Operation::Format { skip_idempotence: true, tolerate_parsing_errors: false };
    let mut formatted = Vec::new();
    formatter(&mut text.as_bytes(), &mut formatted, &language, operation).map_err(|error| match error {
        FormatterError::Parsing(span) => Unformattable::Syntax(line(text, span.source_span().offset())),
        other => failed(other),
    })?;
    String::from_utf8(formatted).map_err(|error| Unformattable::Formatter(error.to_string()))
}

/// The line of a byte, counted from 1.
fn line(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}

#[allow(clippy::needless_pass_by_value, reason = "it ends a failed `Result`")]
fn failed(error: FormatterError) -> Unformattable {
    Unformattable::Formatter(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formatted_text_stays_as_it_is() {
        let formatted = format("{a=1,b={c=2}}").expect("it is formatted");
        assert_eq!(formatted, "{ a = 1, b = { c = 2 } }\n");
        assert_eq!(format(&formatted).expect("it is formatted"), formatted);
    }

    #[test]
    fn a_mistake_is_reported_with_its_line() {
        let failed = format("{\n  a = ,\n}\n").expect_err("it does not parse");
        assert!(failed.to_string().contains("line 2"), "{failed}");
    }
}
