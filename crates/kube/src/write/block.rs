//! Documents written straight from their values as YAML's block style, without a tree in between: what most of the time of
//! a build went into otherwise.
//!
//! It writes what `serde_yaml` writes, byte by byte, or nothing: whatever it is not sure of (a text with control
//! characters, a fraction, a key that is no text) it leaves to [`super::marked`].

use super::scalar::{Chomp, Style, style};
use serde::Serialize;
use serde::ser::{
    Impossible, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple, SerializeTupleStruct, Serializer,
};
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

impl SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Unsure> {
        self.key(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Unsure> {
        self.value(value)
    }

    fn end(self) -> Result<(), Unsure> {
        Self::end(self, "{}");
        Ok(())
    }
}

impl SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Result<(), Unsure> {
        self.key(key)?;
        self.value(value)
    }

    fn end(self) -> Result<(), Unsure> {
        Self::end(self, "{}");
        Ok(())
    }
}

impl SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsure> {
        self.item(item)
    }

    fn end(self) -> Result<(), Unsure> {
        Self::end(self, "[]");
        Ok(())
    }
}

impl SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsure> {
        self.item(item)
    }

    fn end(self) -> Result<(), Unsure> {
        SerializeSeq::end(self)
    }
}

impl SerializeTupleStruct for Parts<'_> {
    type Ok = ();
    type Error = Unsure;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, item: &T) -> Result<(), Unsure> {
        self.item(item)
    }

    fn end(self) -> Result<(), Unsure> {
        SerializeSeq::end(self)
    }
}

/// Numbers without a fraction, which both ways write alike.
macro_rules! words {
    ($($method:ident($type:ty))*) => {
        $(fn $method(self, value: $type) -> Result<(), Unsure> { self.word(value) })*
    };
}

impl<'t> Serializer for Place<'t> {
    type Ok = ();
    type Error = Unsure;
    type SerializeSeq = Parts<'t>;
    type SerializeTuple = Parts<'t>;
    type SerializeTupleStruct = Parts<'t>;
    type SerializeTupleVariant = Impossible<(), Unsure>;
    type SerializeMap = Parts<'t>;
    type SerializeStruct = Parts<'t>;
    type SerializeStructVariant = Impossible<(), Unsure>;

    words! {
        serialize_bool(bool)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
    }

    fn serialize_f32(self, _: f32) -> Result<(), Unsure> {
        Err(Unsure)
    }

    fn serialize_f64(self, _: f64) -> Result<(), Unsure> {
        Err(Unsure)
    }

    fn serialize_char(self, value: char) -> Result<(), Unsure> {
        self.text(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Unsure> {
        self.text(value)
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Unsure> {
        Err(Unsure)
    }

    fn serialize_none(self) -> Result<(), Unsure> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Unsure> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Unsure> {
        self.word("null")
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Unsure> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<(), Unsure> {
        self.text(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Unsure> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Unsure> {
        Err(Unsure)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'t>, Unsure> {
        self.items()
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'t>, Unsure> {
        self.items()
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Parts<'t>, Unsure> {
        self.items()
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Unsure> {
        Err(Unsure)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'t>, Unsure> {
        self.entries()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'t>, Unsure> {
        self.entries()
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Unsure> {
        Err(Unsure)
    }
}

#[cfg(test)]
mod tests {
    use super::super::marked;
    use super::*;
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
    fn what_configurations_hold_is_written_this_way() {
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
