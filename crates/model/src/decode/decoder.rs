//! A [`Node`] as what serde reads: strict about types, and precise about the place of a mistake.

use super::problem::Problem;
use crate::{Node, Number, Origin, UNKNOWN_KEY, Value};
use pulsarc_diag::{Segment, suggest};
use serde::de::value::StringDeserializer;
use serde::de::{self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor};
use std::collections::{BTreeMap, btree_map};
use std::fmt;

/// Reads a node for serde.
#[derive(Clone, Copy)]
pub(super) struct Decoder<'a> {
    node: &'a Node,
    /// The keys that its record may have: for the suggestion where this key is not one of them.
    siblings: &'static [&'static str],
    /// Whether a number is welcome as text, as in Kubernetes' quantities.
    text_wanted: bool,
    /// The keys of its record that are nobody's here.
    left_out: &'a [&'a str],
}

impl<'a> Decoder<'a> {
    fn at(node: &'a Node) -> Self {
        Self::without(&[], node)
    }

    /// Of a record without some of its keys.
    pub(super) fn without(left_out: &'a [&'a str], node: &'a Node) -> Self {
        Self { node, siblings: &[], text_wanted: false, left_out }
    }

    fn entries(&self, record: &'a BTreeMap<String, Node>, fields: &'static [&'static str]) -> Entries<'a> {
        Entries { record: record.iter(), value: None, fields, left_out: self.left_out }
    }

    fn mismatch<T>(self, expected: &dyn de::Expected) -> Result<T, Problem> {
        let unexpected = match &self.node.value {
            Value::Null => de::Unexpected::Unit,
            Value::Bool(truth) => de::Unexpected::Bool(*truth),
            Value::Number(Number::Integer(number)) => de::Unexpected::Signed(*number),
            Value::Number(Number::Decimal(number)) => de::Unexpected::Float(*number),
            Value::Text(text) => de::Unexpected::Str(text),
            Value::List(_) => de::Unexpected::Seq,
            Value::Record(_) => de::Unexpected::Map,
        };
        Err(de::Error::invalid_type(unexpected, expected))
    }
}

/// Names what is expected in a user's words; serde's own words are Rust's.
struct Words(&'static str);

impl de::Expected for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl<'de> Deserializer<'de> for Decoder<'_> {
    type Error = Problem;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(truth) => visitor.visit_bool(*truth),
            Value::Number(Number::Integer(number)) => visitor.visit_i64(*number),
            Value::Number(Number::Decimal(number)) => visitor.visit_f64(*number),
            Value::Text(text) => visitor.visit_str(text),
            Value::List(_) => self.deserialize_seq(visitor),
            Value::Record(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Bool(truth) => visitor.visit_bool(*truth),
            _ => self.mismatch(&Words("true or false")),
        }
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Number(Number::Integer(number)) => visitor.visit_i64(*number),
            _ => self.mismatch(&Words("a whole number")),
        }
    }

    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Number(Number::Integer(number)) => visitor.visit_i64(*number),
            Value::Number(Number::Decimal(number)) => visitor.visit_f64(*number),
            _ => self.mismatch(&Words("a number")),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Text(text) => visitor.visit_str(text),
            Value::Number(number) if self.text_wanted => visitor.visit_string(number.to_string()),
            Value::Number(_) | Value::Bool(_) => {
                let mut problem = self.mismatch::<()>(&Words("text")).err();
                if let Some(problem) = &mut problem {
                    problem.help = Some("put it in quotes".to_owned());
                }
                problem.map_or_else(|| visitor.visit_unit(), Err)
            }
            _ => self.mismatch(&Words("text")),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Problem> {
        visitor.visit_newtype_struct(Self { text_wanted: name == "Quantity", ..self })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::List(list) => visitor.visit_seq(Items { list, next: 0 }),
            _ => self.mismatch(&Words("a list")),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Record(record) => visitor.visit_map(self.entries(record, &[])),
            _ => self.mismatch(&Words("a map")),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Record(record) => visitor.visit_map(self.entries(record, fields)),
            _ => self.mismatch(&Words("a map")),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Problem> {
        match &self.node.value {
            Value::Text(text) if variants.contains(&text.as_str()) => {
                let tag: StringDeserializer<Problem> = text.clone().into_deserializer();
                visitor.visit_enum(tag)
            }
            Value::Text(text) => Err(Problem {
                help: Some(format!("write one of {}", variants.join(", "))),
                ..de::Error::custom(format!("{text:?} is not one of the allowed values"))
            }),
            _ => self.mismatch(&Words("text")),
        }
    }

    /// Reached for a field that the type does not have.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Problem> {
        Err(Problem { code: Some(&UNKNOWN_KEY), ..de::Error::custom("unknown key") })
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i128 u8 u128 f32 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

struct Items<'a> {
    list: &'a [Node],
    next: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Problem;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Problem> {
        while self.list.get(self.next).is_some_and(is_hole) {
            self.next += 1;
        }
        let Some(node) = self.list.get(self.next) else { return Ok(None) };
        let index = self.next;
        self.next += 1;
        seed.deserialize(Decoder::at(node)).map(Some).map_err(|problem| problem.below(Segment::Index(index)))
    }
}

struct Entries<'a> {
    record: btree_map::Iter<'a, String, Node>,
    value: Option<(&'a str, &'a Node)>,
    fields: &'static [&'static str],
    left_out: &'a [&'a str],
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Problem;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Problem> {
        let left_out = self.left_out;
        let Some((key, node)) = self.record.find(|(key, _)| !left_out.contains(&key.as_str())) else {
            return Ok(None);
        };
        self.value = Some((key, node));
        let name: StringDeserializer<Problem> = key.clone().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Problem> {
        let Some((key, node)) = self.value.take() else {
            return Err(de::Error::custom("a value without its key"));
        };
        let decoder = Decoder { siblings: self.fields, ..Decoder::at(node) };
        seed.deserialize(decoder).map_err(|mut problem| {
            if problem.path.is_empty() && problem.code == Some(&UNKNOWN_KEY) {
                problem.message = format!("unknown key `{key}`");
                problem.suggestion =
                    suggest::nearest(key, decoder.siblings.iter().copied()).map(str::to_owned);
                problem.help = Some(format!("remove it, or write one of {}", decoder.siblings.join(", ")));
            }
            problem.below(Segment::Key(key.to_owned()))
        })
    }
}

/// An item that was taken out: see [`super::decode_without`].
fn is_hole(node: &Node) -> bool {
    node.value == Value::Null && node.span.is_none() && node.origin == Origin::Default
}
