//! Objects as text: YAML that readers of both versions understand alike, or JSON.
//!
//! Most documents are written straight from their values (`block`); what that is not sure of is `serde_yaml`'s
//! (`marked`), whose bytes both write. `serde_yaml` is used here and nowhere else.

mod block;
mod marked;
mod scalar;

use crate::Object;
use pulsarc_diag::sanitize;

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
pub fn stream(objects: &[&Object], format: Format) -> Result<String, WriteError> {
    match format {
        Format::Yaml => {
            let mut text = String::with_capacity(objects.len() * USUAL_LENGTH);
            for object in objects {
                text.push_str("---\n");
                append_object(&mut text, object)?;
            }
            Ok(text)
        }
        Format::Json => json(&List { api_version: "v1", kind: "List", items: objects }),
    }
}

/// One object in one text.
pub fn object(object: &Object, format: Format) -> Result<String, WriteError> {
    match format {
        Format::Yaml => {
            let mut text = String::with_capacity(USUAL_LENGTH);
            append_object(&mut text, object)?;
            Ok(text)
        }
        Format::Json => json(object),
    }
}

/// Kubernetes' list of objects.
#[derive(serde::Serialize)]
#[serde(rename_all = "camelCase")]
struct List<'o> {
    api_version: &'static str,
    kind: &'static str,
    items: &'o [&'o Object],
}

/// Any value as one JSON document, in which nothing acts on who reads it.
pub fn json<T: serde::Serialize>(value: &T) -> Result<String, WriteError> {
    let text = serde_json::to_string_pretty(value).map_err(|error| WriteError(error.to_string()))?;
    Ok(sanitize::json(&text) + "\n")
}

/// Any value as one YAML document.
pub fn yaml<T: serde::Serialize>(value: &T) -> Result<String, WriteError> {
    let mut text = String::with_capacity(USUAL_LENGTH);
    append(&mut text, value)?;
    Ok(text)
}

/// The bytes of an object's document, mostly.
const USUAL_LENGTH: usize = 2048;

fn append<T: serde::Serialize>(text: &mut String, value: &T) -> Result<(), WriteError> {
    if !block::append(text, value) {
        text.push_str(&marked::document(value)?);
    }
    Ok(())
}

fn append_object(text: &mut String, object: &Object) -> Result<(), WriteError> {
    if !block::append(text, object) {
        text.push_str(&object_slowly(object)?);
    }
    Ok(())
}

/// An object by the slow way alone, which is right by definition: what looks at the fast one compares them.
pub fn object_slowly(object: &Object) -> Result<String, WriteError> {
    marked::document(&object.to_value().map_err(|error| WriteError(error.to_string()))?)
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
    fn escaped_text_is_inert_and_keeps_its_meaning() {
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
            assert!(
                !written.contains(|c: char| sanitize::acts(c) && !matches!(c, '\n' | '\t')),
                "{written:?}"
            );
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
