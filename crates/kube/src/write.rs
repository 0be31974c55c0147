//! Objects as text: YAML that readers of both versions understand alike, or JSON.
//!
//! `serde_yaml` is used here and nowhere else.

use crate::Object;
use pulsarc_diag::inert;
use serde_yaml::Value;
use std::fmt::Write as _;

/// A document that cannot be written.
#[derive(Debug)]
pub struct WriteError(String);

impl std::fmt::Display for WriteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "an object cannot be written: {}", self.0)
    }
}

impl std::error::Error for WriteError {}

/// The form of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Documents apart by `---`.
    Yaml,
    /// One `List` of all objects.
    Json,
}

/// All objects in one text.
pub fn stream(objects: &[Object], format: Format) -> Result<String, WriteError> {
    match format {
        Format::Yaml => objects.iter().map(|object| Ok(format!("---\n{}", yaml(object)?))).collect(),
        Format::Json => {
            let list = serde_json::json!({ "apiVersion": "v1", "kind": "List", "items": objects });
            json(&list)
        }
    }
}

/// One object in one text.
pub fn object(object: &Object, format: Format) -> Result<String, WriteError> {
    match format {
        Format::Yaml => yaml(object),
        Format::Json => json(object),
    }
}

/// Any value as one JSON document, in which nothing acts on who reads it.
pub fn json<T: serde::Serialize>(value: &T) -> Result<String, WriteError> {
    let text = serde_json::to_string_pretty(value).map_err(|error| WriteError(error.to_string()))?;
    Ok(inert::json(&text) + "\n")
}

/// Any value as one YAML document.
pub fn yaml<T: serde::Serialize>(value: &T) -> Result<String, WriteError> {
    let told = |error: serde_yaml::Error| WriteError(error.to_string());
    // serde_yaml cannot be told to quote. A control character at a text's end makes it: it can stand in double quotes
    // alone, where its escape is then taken away. The first whose escape the document does not hold anyway is used.
    for marker in ('\u{1}'..='\u{6}').chain('\u{e}'..='\u{1a}') {
        let mut value = serde_yaml::to_value(value).map_err(told)?;
        let marked = mark(&mut value, marker);
        let written = serde_yaml::to_string(&value).map_err(told)?;
        if let Some(text) = unmarked(written, &format!("\\x{:02X}", u32::from(marker)), marked) {
            return Ok(text);
        }
    }
    Err(WriteError("it holds too many control characters".to_owned()))
}

/// A document with escapes in the place of what a reader would not see or a runner would obey: all of it stands in
/// double quotes, so that it says the same.
fn seen(document: String) -> String {
    let acts = |c: char| inert::acts(c) && !matches!(c, '\n' | '\t');
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

/// Whether a text acts on who reads the document, which quotes and escapes keep it from.
fn acts(text: &str) -> bool {
    let is_plain = |byte: u8| (b' '..=b'~').contains(&byte) || matches!(byte, b'\n' | b'\t');
    let has_command = || {
        text.lines()
            .any(|line| line.trim_start().starts_with("::") || line.contains("##[") || line.contains("##vso"))
    };
    // Most texts are looked at byte by byte alone.
    (!text.bytes().all(is_plain) && text.contains(|c| inert::acts(c) && !matches!(c, '\n' | '\t')))
        || ((text.contains("::") || text.contains("##")) && has_command())
}

/// The text without the marks; none where what looks like one stands in it more often than was marked.
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

/// Whether a reader of YAML 1.1 takes a plain text for a number, a date or a time, a boolean or a merge.
/// `serde_yaml` quotes what YAML 1.2 takes for something else, and 1.1's booleans.
fn reads_as_something_else(text: &str) -> bool {
    let numeric = |c: char| c.is_ascii_hexdigit() || "_.:,+-xXoObBTtZz ".contains(c);
    let mut rest = text.chars();
    let starts_like_a_number = match rest.next() {
        Some('+' | '-' | '.') => rest.next().is_some_and(|c| c.is_ascii_digit() || c == '.'),
        Some(c) => c.is_ascii_digit(),
        None => false,
    };
    let boolean = text.len() <= 5
        && ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word));
    boolean || (starts_like_a_number && text.chars().all(numeric)) || matches!(text, "=" | "<<")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn texts_that_look_like_other_things_are_quoted() {
        let texts = [
            "on",
            "off",
            "yes",
            "No",
            "y",
            "N",
            "true",
            "null",
            "~",
            "1_000",
            "017",
            "0o17",
            "1e3",
            "0x1F",
            "12:30:45",
            "1:30",
            "2001-01-01",
            "2001-12-14t21:59:43.10-05:00",
            "+12",
            "-.5",
            "1.10",
            "=",
            "<<",
            "",
            "0b11",
            "8080",
            ".inf",
            ".nan",
        ];
        for text in texts {
            let written = yaml(&BTreeMap::from([("key", text)])).expect("it is written");
            let quoted = written.starts_with("key: '") || written.starts_with("key: \"");
            assert!(quoted, "{text}: {written}");
            let back: BTreeMap<String, String> = serde_yaml::from_str(&written).expect("it is read");
            assert_eq!(back["key"], text);
        }
    }

    #[test]
    fn plain_texts_stay_plain() {
        for text in ["pulsar-broker", "512Mi", "bin/pulsar", "Always", "a: b".trim_end_matches(": b")] {
            assert_eq!(
                yaml(&BTreeMap::from([("key", text)])).expect("it is written"),
                format!("key: {text}\n")
            );
        }
    }

    #[test]
    fn nothing_acts_on_who_reads_it_and_all_says_the_same() {
        for text in [
            "a\u{1b}[31m",
            "a\u{202e}b",
            "a\u{e0041}",
            "x\n::error::y\n",
            "##[group]x",
            "a\tb",
            "\u{9b}",
            "r\r\n",
        ] {
            let value = BTreeMap::from([(text, text), ("plain", "multi\nline\n")]);
            let written = yaml(&value).expect("it is written");
            let back: BTreeMap<String, String> = serde_yaml::from_str(&written).expect("it is read");
            assert_eq!(back[text], text, "{written}");
            assert!(!written.contains(|c: char| inert::acts(c) && !matches!(c, '\n' | '\t')), "{written:?}");
            assert!(!written.lines().any(|line| line.trim_start().starts_with("::")), "{written}");
            assert!(!written.contains("##["), "{written}");
        }
    }

    #[test]
    fn a_text_that_looks_like_the_marker_survives() {
        let texts =
            BTreeMap::from([("a", "2001-01-01"), ("b", "\\x01\""), ("c", "\u{1}"), ("2001-01-02", "x")]);
        let written = yaml(&texts).expect("it is written");
        assert!(written.contains("\"2001-01-01\""), "{written}");
        let back: BTreeMap<String, String> = serde_yaml::from_str(&written).expect("it is read");
        assert!(texts.iter().all(|(key, text)| back[*key] == *text), "{back:?}");
    }
}
