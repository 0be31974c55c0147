//! The strict decoder: a [`Node`] becomes a typed value, and everything that does not fit is reported with its path.
//!
//! It is stricter than serde's own formats: integers are exact, a text is never taken for a number, and an unknown
//! key is an error also in types that would ignore it (those of Kubernetes). It goes on after an error: what does not
//! fit is reported, taken out, and the rest decoded again, so that one run tells all.

use crate::{MISSING, Node, Number, Origin, UNKNOWN_KEY, Value, WRONG_TYPE};
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Segment, suggest};
use serde::de::value::StringDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
};
use std::collections::{BTreeMap, btree_map};
use std::fmt;

/// More mistakes than this in one block are not told one by one.
const MOST_RETRIES: usize = 500;

/// The typed value of `node`, which is at `path` in the configuration; `None` where too much is wrong to make one.
pub fn decode<T: DeserializeOwned>(node: &Node, path: &KeyPath, found: &mut Findings) -> Option<T> {
    decode_without(&[], node, path, found)
}

/// The same, as if the record `node` had none of some keys.
pub fn decode_without<T: DeserializeOwned>(
    keys: &[&str],
    node: &Node,
    path: &KeyPath,
    found: &mut Findings,
) -> Option<T> {
    let mut pruned: Option<Node> = None;
    let mut taken_out: Vec<Vec<Segment>> = Vec::new();
    for _ in 0..MOST_RETRIES {
        let result = T::deserialize(Decoder {
            node: pruned.as_ref().unwrap_or(node),
            siblings: &[],
            text_wanted: false,
            left_out: keys,
        });
        match result {
            Ok(value) => return Some(value),
            Err(problem) => {
                let inner: Vec<Segment> = problem.path.iter().rev().cloned().collect();
                let absent = problem.absent.map(|field| {
                    inner.iter().cloned().chain([Segment::Key(field.to_owned())]).collect::<Vec<_>>()
                });
                // A value that is absent because it was wrong has a diagnostic already.
                if !absent.is_some_and(|absent| taken_out.contains(&absent)) {
                    found.push(told(node, path, &inner, problem));
                }
                if inner.is_empty() {
                    return None;
                }
                take_out(pruned.get_or_insert_with(|| node.clone()), &inner);
                taken_out.push(inner);
            }
        }
    }
    None
}

/// Takes a value out. An item leaves a hole, so that the other items keep their numbers.
fn take_out(node: &mut Node, path: &[Segment]) {
    let Some((last, around)) = path.split_last() else { return };
    let hole = around.iter().try_fold(&mut *node, |at, segment| at.child_mut(segment));
    match (hole.map(|at| &mut at.value), last) {
        (Some(Value::List(items)), Segment::Index(index)) if *index < items.len() => {
            items[*index] = Node::bare(Value::Null);
        }
        _ => node.remove(path),
    }
}

fn is_hole(node: &Node) -> bool {
    node.value == Value::Null && node.span.is_none() && node.origin == Origin::Default
}

fn told(node: &Node, path: &KeyPath, inner: &[Segment], problem: Problem) -> Diagnostic {
    let mut whole = path.clone();
    let mut at = node;
    let mut span = node.key_span.or(node.span);
    for segment in inner {
        whole.push(segment.clone());
        if let Some(child) = at.child(segment) {
            at = child;
            span = if problem.code == Some(&UNKNOWN_KEY) {
                child.key_span.or(child.span)
            } else {
                child.span.or(child.key_span)
            }
            .or(span);
        }
    }
    whole = problem.absent.map_or_else(|| whole.clone(), |field| whole.key(field));
    let mut diagnostic =
        Diagnostic::new(problem.code.unwrap_or(&WRONG_TYPE), problem.message).at(whole).span(span);
    diagnostic.help = problem.help;
    match problem.suggestion {
        Some(meant) => diagnostic.suggest(meant),
        None => diagnostic,
    }
}

/// Why a value could not be decoded. The path is collected on the way out, innermost step first.
#[derive(Debug)]
struct Problem {
    code: Option<&'static Code>,
    message: String,
    help: Option<String>,
    /// The key that was probably meant.
    suggestion: Option<String>,
    /// The key that the record at the path lacks.
    absent: Option<&'static str>,
    path: Vec<Segment>,
}

impl Problem {
    fn below(mut self, segment: Segment) -> Self {
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

#[derive(Clone, Copy)]
struct Decoder<'a> {
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
        Self { node, siblings: &[], text_wanted: false, left_out: &[] }
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

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Deserialize;

    #[derive(Debug, Deserialize, PartialEq)]
    struct Spec {
        replicas: u16,
        name: Option<String>,
        #[serde(default)]
        items: Vec<i32>,
    }

    fn record(entries: Vec<(&str, Value)>) -> Node {
        let entries = entries.into_iter().map(|(key, value)| (key.to_owned(), Node::bare(value)));
        Node::bare(Value::Record(entries.collect::<BTreeMap<_, _>>()))
    }

    fn tell(node: &Node) -> (Option<Spec>, Vec<String>) {
        let mut found = Findings::default();
        let spec = decode(node, &KeyPath::parse("broker"), &mut found);
        (
            spec,
            found
                .iter()
                .map(|d| format!("{} {}: {}", d.code, d.path.clone().unwrap_or_default(), d.message))
                .collect(),
        )
    }

    #[test]
    fn a_decimal_is_not_a_whole_number() {
        let (_, told) = tell(&record(vec![("replicas", Value::Number(Number::Decimal(1.7)))]));
        assert_eq!(told, ["PUL0003 broker.replicas: expected a whole number, got the number 1.7"]);
    }

    #[test]
    fn a_negative_number_is_not_rounded_to_zero() {
        let (spec, told) = tell(&record(vec![("replicas", Value::Number(Number::Integer(-1)))]));
        assert_eq!(spec, None);
        assert_eq!(told.len(), 1, "{told:?}");
    }

    #[test]
    fn omitted_values_are_valid() {
        let node = record(vec![
            ("replicas", Value::Number(Number::Integer(3))),
            ("name", Value::Bool(true)),
            ("another", Value::Null),
        ]);
        let mut found = Findings::default();
        let spec = decode_without::<Spec>(&["name", "another"], &node, &KeyPath::root(), &mut found);
        assert_eq!(spec, Some(Spec { replicas: 3, name: None, items: Vec::new() }));
        assert!(found.is_empty());
    }

    #[test]
    fn every_mistake_is_reported_once() {
        let item = |value| Node::bare(value);
        let items = Value::List(vec![
            item(Value::Text("a".into())),
            item(Value::Number(Number::Integer(1))),
            item(Value::Bool(true)),
        ]);
        let (spec, told) = tell(&record(vec![
            ("replicas", Value::Number(Number::Integer(3))),
            ("items", items),
            ("nmae", Value::Text("x".into())),
            ("name", Value::Bool(true)),
        ]));
        assert_eq!(spec, Some(Spec { replicas: 3, name: None, items: vec![1] }));
        assert_eq!(told.len(), 4, "{told:?}");
        assert!(told.contains(&"PUL0002 broker.nmae: unknown key `nmae`".to_owned()), "{told:?}");
        assert!(told.iter().any(|t| t.starts_with("PUL0003 broker.items.2:")), "{told:?}");
    }
}
