//! Why a value could not be decoded, in a user's words.

use crate::{MISSING, WRONG_TYPE};
use pulsarc_diag::{Code, Segment};
use serde::de;
use std::fmt;

/// Why a value could not be decoded. The path is collected on the way out, innermost step first.
#[derive(Debug)]
pub(super) struct Problem {
    pub(super) code: Option<&'static Code>,
    pub(super) message: String,
    pub(super) help: Option<String>,
    /// The key that was probably meant.
    pub(super) suggestion: Option<String>,
    /// The key that the record at the path lacks.
    pub(super) absent: Option<&'static str>,
    pub(super) path: Vec<Segment>,
}

impl Problem {
    pub(super) fn below(mut self, segment: Segment) -> Self {
        self.path.push(segment);
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Problem {}

impl de::Error for Problem {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self {
            code: None,
            message: message.to_string(),
            help: None,
            suggestion: None,
            absent: None,
            path: Vec::new(),
        }
    }

    fn invalid_type(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self {
            code: Some(&WRONG_TYPE),
            ..Self::custom(format!("expected {expected}, got {}", in_words(unexpected)))
        }
    }

    fn invalid_value(unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        // Of a number beyond a type, serde names the type in Rust's words.
        let range = match expected.to_string().as_str() {
            "i32" => format!("a whole number from {} to {}", i32::MIN, i32::MAX),
            "u16" => format!("a whole number from 0 to {}", u16::MAX),
            "u32" => format!("a whole number from 0 to {}", u32::MAX),
            "u64" => "a whole number from 0 on".to_owned(),
            other => other.to_owned(),
        };
        Self {
            code: Some(&WRONG_TYPE),
            ..Self::custom(format!("expected {range}, got {}", in_words(unexpected)))
        }
    }

    fn missing_field(field: &'static str) -> Self {
        let help = format!("add `{field}`");
        Self {
            code: Some(&MISSING),
            help: Some(help),
            absent: Some(field),
            ..Self::custom(format!("`{field}` is missing"))
        }
    }
}

fn in_words(unexpected: de::Unexpected<'_>) -> String {
    match unexpected {
        de::Unexpected::Bool(truth) => format!("`{truth}`"),
        de::Unexpected::Signed(number) => format!("the number {number}"),
        de::Unexpected::Float(number) => format!("the number {number}"),
        de::Unexpected::Str(text) => format!("the text {text:?}"),
        de::Unexpected::Seq => "a list".to_owned(),
        de::Unexpected::Map => "a map".to_owned(),
        de::Unexpected::Unit => "null".to_owned(),
        other => other.to_string(),
    }
}
