//! Documents written straight from their values as YAML's block style, without a tree in between: what most of the time of
//! a build went into otherwise.
//!
//! It writes what `serde_yaml` writes, byte by byte, or nothing: whatever it is not sure of (a text with control
//! characters, a fraction, a key that is not a text) it leaves to `marked`.

mod serializer;

use super::scalar::{Chomp, Style, style};
use serde::Serialize;
use std::fmt::{self, Display, Write as _};

/// Writes a value as one document at the end of a text; where this is not sure how, the text stays as it was.
pub(super) fn append<T: Serialize>(text: &mut String, value: &T) -> bool {
    let before = text.len();
    let written = value.serialize(Place { text, indent: 0, after: After::Nothing }).is_ok();
    if !written {
        text.truncate(before);
    }
    written
}

/// Libyaml writes longer keys with a `?`; marks are counted with them.
const LONGEST_KEY: usize = 100;

/// It is not sure how a value is written.
#[derive(Debug)]
struct Unsure;

impl Display for Unsure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("this is written another way")
    }
}

impl std::error::Error for Unsure {}

impl serde::ser::Error for Unsure {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

/// What stands before a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    /// It is the document.
    Nothing,
    /// Its key and a colon.
    Key,
    /// Its dash and a space.
    Dash,
    /// It is a key itself.
    Before,
}

/// Where a value is written: at the end of the text, in a mapping or sequence that is indented so far.
struct Place<'t> {
    text: &'t mut String,
    indent: usize,
    after: After,
}

impl<'t> Place<'t> {
    /// A text without a form of its own.
    fn word(self, word: impl Display) -> Result<(), Unsure> {
        match self.after {
            After::Key => self.text.push(' '),
            After::Dash => {}
            After::Nothing | After::Before => return Err(Unsure),
        }
        writeln!(self.text, "{word}").map_err(|_| Unsure)
    }

    fn text(self, text: &str) -> Result<(), Unsure> {
        let style = style(text).ok_or(Unsure)?;
        match self.after {
            After::Nothing => return Err(Unsure),
            After::Before if matches!(style, Style::Literal(_)) || text.len() > LONGEST_KEY => {
                return Err(Unsure);
            }
            After::Key => self.text.push(' '),
            After::Before | After::Dash => {}
        }
        match style {
            Style::Plain => self.text.push_str(text),
            Style::Double => {
                self.text.push('"');
                self.text.push_str(text);
                self.text.push('"');
            }
            Style::Single => {
                self.text.push('\'');
                for (at, piece) in text.split('\'').enumerate() {
                    self.text.push_str(if at > 0 { "''" } else { "" });
                    self.text.push_str(piece);
                }
                self.text.push('\'');
            }
            Style::Literal(chomp) => {
                self.text.push_str(if chomp == Chomp::Strip { "|-" } else { "|" });
                for line in text.lines() {
                    self.text.push('\n');
                    if !line.is_empty() {
                        indent(self.text, self.indent + 2);
                        self.text.push_str(line);
                    }
                }
            }
        }
        if self.after != After::Before {
            self.text.push('\n');
        }
        Ok(())
    }

    /// The entries of a mapping or the items of a sequence in this place.
    fn parts(self, indent: usize) -> Result<Parts<'t>, Unsure> {
        match self.after {
            After::Before => Err(Unsure),
            after => Ok(Parts { text: self.text, indent, after, is_empty: true }),
        }
    }

    fn entries(self) -> Result<Parts<'t>, Unsure> {
        let indent = if self.after == After::Nothing { 0 } else { self.indent + 2 };
        self.parts(indent)
    }

    fn items(self) -> Result<Parts<'t>, Unsure> {
        // Items of a key's are not indented.
        let indent = if self.after == After::Dash { self.indent + 2 } else { self.indent };
        self.parts(indent)
    }
}

fn indent(text: &mut String, by: usize) {
    const SPACES: &str = "                                ";
    let mut rest = by;
    while rest > 0 {
        let some = rest.min(SPACES.len());
        text.push_str(&SPACES[..some]);
        rest -= some;
    }
}

/// The entries or items that have been written so far.
struct Parts<'t> {
    text: &'t mut String,
    indent: usize,
    after: After,
    is_empty: bool,
}

impl Parts<'_> {
    /// Begins another.
    fn next(&mut self) {
        match (self.is_empty, self.after) {
            (true, After::Key) => {
                self.text.push('\n');
                indent(self.text, self.indent);
            }
            // The first stands where the whole does.
            (true, _) => {}
            (false, _) => indent(self.text, self.indent),
        }
        self.is_empty = false;
    }

    fn key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsure> {
        self.next();
        key.serialize(Place { text: self.text, indent: self.indent, after: After::Before })?;
        self.text.push(':');
        Ok(())
    }

    fn value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsure> {
        value.serialize(Place { text: self.text, indent: self.indent, after: After::Key })
    }

    fn item<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsure> {
        self.next();
        self.text.push_str("- ");
        item.serialize(Place { text: self.text, indent: self.indent, after: After::Dash })
    }

    fn end(self, empty: &str) {
        if self.is_empty {
            self.text.push_str(if self.after == After::Key { " " } else { "" });
            self.text.push_str(empty);
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::marked;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn document<T: Serialize>(value: &T) -> Option<String> {
        let mut text = String::new();
        append(&mut text, value).then_some(text)
    }

    /// Texts as they are in configurations, and texts made to be mistaken.
    fn texts() -> impl Strategy<Value = String> {
        prop_oneof![
            "[a-z][a-z0-9-]{0,12}",
            "[-+.~0-9a-fxoEeinf_:, ]{0,8}",
            "[]\\[{}#&*!|>'\"%@`?:,. a-]{0,6}",
            "[ a:#'-]{0,6}(\n[ a:#'-]{0,4}){0,4}",
            "(null|NULL|~|true|False|yes|y|off|\\.inf|-\\.INF|\\.nan|---|\\.\\.\\.|=|<<|0o17|0x1F|1_0|::x|##\\[a|inf|nan)[ a]?",
            "(-Xms[0-9]+[mg] ){1,3}-XX:Max[a-z]*=[0-9]+",
            "\\PC{0,6}",
            "[\t\r\u{0}-\u{1f}\u{7f}-\u{a0}\u{feff}a]{0,4}",
        ]
    }

    fn values() -> impl Strategy<Value = Value> {
        let leaves = prop_oneof![
            6 => texts().prop_map(Value::from),
            1 => any::<bool>().prop_map(Value::from),
            1 => any::<i64>().prop_map(Value::from),
            1 => Just(Value::Null),
            1 => Just(json!({})),
            1 => Just(json!([])),
        ];
        leaves.prop_recursive(4, 24, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
                proptest::collection::vec((texts(), inner), 0..4)
                    .prop_map(|entries| Value::Object(entries.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(20_000))]

        #[test]
        fn it_writes_what_serde_yaml_writes_or_nothing(value in values()) {
            if let Some(text) = document(&value) {
                prop_assert_eq!(text, marked::document(&value).expect("it is written"));
            }
        }

        #[test]
        fn one_text_is_written_alike_wherever_it_stands(text in texts()) {
            for value in [json!({ "key": text }), json!([text]), json!({ &*text: 1 }), json!([[{ "a": [text, 1] }]])] {
                if let Some(written) = document(&value) {
                    prop_assert_eq!(written, marked::document(&value).expect("it is written"));
                }
            }
        }
    }

    #[test]
    fn configuration_values_are_written_this_way() {
        let texts = [
            "pulsar-broker",
            "512Mi",
            "-Xms128m -Xmx256m",
            "/pulsar/conf",
            "10.0.0.1",
            "http://a:8080",
            "{\"a\": 1}",
            "",
            "8080",
            "true",
            "on",
            "a: b",
            "it's",
            "multi\nline\n\nmore",
            "ends\n",
            "./bin",
            "--flag",
            "*",
        ];
        for text in texts {
            let value = json!({ text: [{ "name": text, "empty": {}, "none": [] }, [text, 7, false, null]] });
            let written = document(&value).filter(|_| !text.contains('\n'));
            assert_eq!(written.is_some(), !text.contains('\n'), "{text}");
            let value = json!({ "key": [{ "name": text, "lines": { "a": text } }] });
            assert_eq!(document(&value), marked::document(&value).ok(), "{text}");
        }
    }
}
