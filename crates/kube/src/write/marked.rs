//! Documents by `serde_yaml`, whatever is in them, with quotes where it would not put any.

use super::WriteError;
use super::scalar::{acts, reads_as_something_else};
use pulsarc_diag::sanitize;
use serde::Serialize;
use serde_yaml::Value;
use std::fmt::Write as _;

/// A value as one document.
pub(super) fn document<T: Serialize>(value: &T) -> Result<String, WriteError> {
    let failed = |error: serde_yaml::Error| WriteError(error.to_string());
    // By way of JSON's tree, which every value can be anyway: one way less to write each of Kubernetes' types.
    let whole = serde_json::to_value(value).map_err(|error| WriteError(error.to_string()))?;
    // serde_yaml cannot be told to quote. A control character at a text's end makes it: it can stand in double quotes
    // alone, where its escape is then taken away. The first whose escape the document does not hold anyway is used.
    for marker in ('\u{1}'..='\u{6}').chain('\u{e}'..='\u{1a}') {
        let mut value = serde_yaml::to_value(&whole).map_err(failed)?;
        let marked = mark(&mut value, marker);
        let written = serde_yaml::to_string(&value).map_err(failed)?;
        if let Some(text) = unmarked(written, &format!("\\x{:02X}", u32::from(marker)), marked) {
            return Ok(text);
        }
    }
    Err(WriteError("it holds too many control characters".to_owned()))
}

/// The text without the marks; none if what looks like one is in it more often than was marked.
fn unmarked(written: String, escape: &str, marked: usize) -> Option<String> {
    if marked == 0 {
        return Some(written);
    }
    let mut pieces = 0;
    let text: String = written.split(escape).inspect(|_| pieces += 1).collect();
    (pieces == marked + 1).then(|| seen(text))
}

/// Marks the texts that need quotes, keys too; how many there are.
fn mark(value: &mut Value, marker: char) -> usize {
    match value {
        Value::String(text) if reads_as_something_else(text) || acts(text) => {
            text.push(marker);
            1
        }
        Value::Sequence(items) => items.iter_mut().map(|item| mark(item, marker)).sum(),
        Value::Mapping(entries) => {
            let is_odd = |key: &Value| !matches!(key, Value::String(text) if !reads_as_something_else(text) && !acts(text));
            if !entries.keys().any(is_odd) {
                return entries.values_mut().map(|value| mark(value, marker)).sum();
            }
            let mut marked = 0;
            for (mut key, mut value) in std::mem::take(entries) {
                marked += mark(&mut key, marker) + mark(&mut value, marker);
                entries.insert(key, value);
            }
            marked
        }
        _ => 0,
    }
}

/// A document with escapes instead of what a reader would not see or a runner would obey: all of it is in double
/// quotes, so that it says the same.
fn seen(document: String) -> String {
    let acts = |c: char| sanitize::acts(c) && !matches!(c, '\n' | '\t');
    if !document.contains(acts) && !document.contains("##") {
        return document;
    }
    let mut text = String::with_capacity(document.len());
    for c in document.chars() {
        let _ = match u32::from(c) {
            _ if !acts(c) => text.write_char(c),
            code @ ..=0xff => write!(text, "\\x{code:02X}"),
            code @ ..=0xffff => write!(text, "\\u{code:04X}"),
            code => write!(text, "\\U{code:08X}"),
        };
    }
    text.replace("##[", "#\\x23[").replace("##vso", "#\\x23vso")
}
