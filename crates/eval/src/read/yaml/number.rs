//! Plain scalars as Helm reads them: sigs.k8s.io/yaml over go-yaml, which follows YAML 1.1. JSON and TOML have some
//! of these. A number keeps every digit, or is rejected: none is silently rounded.

use crate::codes::{OUT_OF_RANGE, TOO_LARGE};
use crate::read::numbers;
use pulsarc_diag::{Code, Diagnostic, Span};
use pulsarc_model::{Number, Value};

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// YAML: a number that is too large becomes text.
    Yaml,
    /// JSON, or TOML.
    Json,
}

/// Why a number cannot be taken as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unfit {
    /// It has digits that would be lost.
    Digits(String),
    /// It is larger than any.
    Size,
}

impl Unfit {
    pub(crate) fn code(&self) -> &'static Code {
        match self {
            Self::Digits(_) => &OUT_OF_RANGE,
            Self::Size => &TOO_LARGE,
        }
    }

    /// What is wrong.
    pub(crate) fn message(&self) -> String {
        match self {
            Self::Digits(written) => {
                format!("`{written}` has more digits than 64 bits hold; Kubernetes would change the number")
            }
            Self::Size => "this number is too large or too long".to_owned(),
        }
    }

    /// What to write instead.
    pub(crate) fn help(&self) -> String {
        match self {
            Self::Digits(written) => {
                format!("write \"{written}\" in quotes to keep every digit, or write fewer digits")
            }
            Self::Size => {
                "write a number of at most 400 digits, or quote it as text of any length".to_owned()
            }
        }
    }

    /// The finding at the number's place.
    pub(crate) fn finding(&self, span: Span) -> Diagnostic {
        Diagnostic::new(self.code(), self.message()).span(span).help(self.help())
    }

    /// A number near it, so that the rest can be looked at.
    pub(crate) fn nearest(&self) -> Value {
        let number: Option<f64> = match self {
            Self::Digits(written) => written.replace('_', "").parse().ok(),
            Self::Size => None,
        };
        Value::Number(Number::Decimal(number.filter(|number| number.is_finite()).unwrap_or(f64::MAX)))
    }
}

/// The value of a plain scalar of YAML.
pub(crate) fn scalar(text: &str) -> Result<Value, Unfit> {
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => Value::Null,
        _ => match word(text) {
            Some(truth) => Value::Bool(truth),
            None => return number(text),
        },
    })
}

/// The value that YAML 1.1 reads from a word.
fn word(text: &str) -> Option<bool> {
    match text {
        "true" | "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" | "y" | "Y" => Some(true),
        "false" | "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" | "n" | "N" => Some(false),
        _ => None,
    }
}

/// What YAML makes of a plain scalar that other readers, and most people, take for something else: in words, if it is
/// one of those.
pub(crate) fn surprise(text: &str) -> Option<String> {
    if let Some(truth) =
        word(text).filter(|_| !text.eq_ignore_ascii_case("true") && !text.eq_ignore_ascii_case("false"))
    {
        return Some(format!("YAML 1.1, which Helm uses, reads `{text}` as {truth}"));
    }
    match scalar(text) {
        Ok(Value::Number(number)) if number.to_string() != text => {
            Some(format!("YAML 1.1, which Helm uses, reads `{text}` as the number {number}"))
        }
        _ => None,
    }
}

/// Decimal, `0x`, `0o`, `0b` and `017` for octal, each with `_` between digits, and decimals with a point or exponent.
/// Dates and `12:30:45` are texts.
fn number(text: &str) -> Result<Value, Unfit> {
    let as_text = || Ok(Value::Text(text.to_owned()));
    if !text.starts_with(|first: char| first.is_ascii_digit() || matches!(first, '+' | '-' | '.')) {
        return as_text();
    }
    let plain = text.replace('_', "");
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain.strip_prefix('+').unwrap_or(&plain)),
    };
    let octal =
        || digits.strip_prefix('0').filter(|rest| rest.bytes().all(|byte| (b'0'..b'8').contains(&byte)));
    let (radix, rest) = match (digits.get(..2), octal()) {
        (Some("0x"), _) => (16, &digits[2..]),
        (Some("0o"), _) => (8, &digits[2..]),
        (Some("0b"), _) => (2, &digits[2..]),
        (_, Some(rest)) if !rest.is_empty() => (8, rest),
        _ => return decimal(text, &plain),
    };
    // A second sign is none.
    if rest.is_empty() || !rest.chars().all(|digit| digit.is_digit(radix)) {
        return as_text();
    }
    match i64::from_str_radix(&format!("{sign}{rest}"), radix) {
        Ok(whole) => Ok(Value::Number(Number::Integer(whole))),
        Err(_) => Err(Unfit::Digits(text.to_owned())),
    }
}

fn decimal(text: &str, plain: &str) -> Result<Value, Unfit> {
    let shape =
        plain.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'e' | b'E' | b'+' | b'-'));
    let number: Option<f64> =
        (shape && plain.bytes().any(|byte| byte.is_ascii_digit())).then(|| plain.parse().ok()).flatten();
    match number {
        Some(number) if number.is_finite() => value(plain, Dialect::Yaml),
        _ => Ok(Value::Text(text.to_owned())),
    }
}

/// The value of a decimal number.
pub(crate) fn value(written: &str, dialect: Dialect) -> Result<Value, Unfit> {
    match Number::exact(written) {
        Some(number) => Ok(Value::Number(number)),
        None if dialect == Dialect::Json && numbers::is_long(written.trim_start_matches(['+', '-'])) => {
            Err(Unfit::Size)
        }
        None => Err(Unfit::Digits(written.chars().take(60).collect())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scalars_have_the_types_that_helm_reads() {
        let integer = |number| Value::Number(Number::Integer(number));
        let text = |text: &str| Value::Text(text.to_owned());
        for (written, value) in [
            ("yes", Value::Bool(true)),
            ("off", Value::Bool(false)),
            ("n", Value::Bool(false)),
            ("~", Value::Null),
            ("017", integer(15)),
            ("-017", integer(-15)),
            ("0o17", integer(15)),
            ("0x1F", integer(31)),
            ("1_000", integer(1000)),
            ("-3", integer(-3)),
            ("0", integer(0)),
            ("1e3", integer(1000)),
            ("256.0", integer(256)),
            ("4.10", Value::Number(Number::Decimal(4.1))),
            ("2001-01-01", text("2001-01-01")),
            ("12:30:45", text("12:30:45")),
            ("1.2.3", text("1.2.3")),
            ("099", integer(99)),
            ("512Mi", text("512Mi")),
            ("-Xmx1g", text("-Xmx1g")),
            ("-0x-8000000000000000", text("-0x-8000000000000000")),
            ("0x", text("0x")),
            ("-", text("-")),
            (".inf", text(".inf")),
            ("12e4567890", text("12e4567890")),
            ("-9223372036854775808", integer(i64::MIN)),
            ("é", text("é")),
            ("0é", text("0é")),
        ] {
            assert_eq!(scalar(written), Ok(value), "{written}");
        }
        for written in ["9223372036854775808", "0xFFFFFFFFFFFFFFFFFF", "0.12345678901234567890", "1e-999"] {
            assert!(matches!(scalar(written), Err(Unfit::Digits(_))), "{written}");
        }
    }

    #[test]
    fn surprising_values_are_explained() {
        for written in ["yes", "off", "0755", "1_000", "0x1F", "1000.0"] {
            assert!(surprise(written).is_some(), "{written}");
        }
        for written in ["true", "FALSE", "17", "0.5", "abc", "12:30:45", ""] {
            assert_eq!(surprise(written), None, "{written}");
        }
    }
}
