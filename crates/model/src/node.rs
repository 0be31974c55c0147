//! A configuration after evaluation: plain data, each value with the text it came from.

use crate::Number;
use pulsarc_diag::{KeyPath, Segment, Span};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Who said that a value is what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The user, in a file, on standard input or by `--set`.
    User,
    /// The contract: the user left it out.
    Default,
}

/// A value and where it was written.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// The text of the value: the user's literal, or the contract's default.
    pub span: Option<Span>,
    /// The text of its key, where the user wrote one.
    pub key_span: Option<Span>,
    /// Who set it. A record counts as the user's where anything in it is.
    pub origin: Origin,
}

/// Plain data. Enum tags of Nickel are texts here.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number, exact where it is whole.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// A record, ordered by key.
    Record(BTreeMap<String, Node>),
}

/// A path that can be followed as it is: nothing is taken apart or copied for it, since rules follow thousands.
pub trait Steps {
    /// The value that the path leads to, if there is one.
    fn lead_from<'n>(&self, node: &'n Node) -> Option<&'n Node>;
}

impl Steps for &KeyPath {
    fn lead_from<'n>(&self, node: &'n Node) -> Option<&'n Node> {
        self.segments().iter().try_fold(node, |node, segment| node.child(segment))
    }
}

impl Steps for KeyPath {
    fn lead_from<'n>(&self, node: &'n Node) -> Option<&'n Node> {
        (&self).lead_from(node)
    }
}

/// As [`KeyPath::parse`] reads it.
impl Steps for &str {
    fn lead_from<'n>(&self, node: &'n Node) -> Option<&'n Node> {
        let (mut node, mut rest) = (node, *self);
        // Steps are short: a search made for long texts would take longer to begin than to find.
        while !rest.is_empty() {
            let end = rest.bytes().position(|byte| byte == b'.').unwrap_or(rest.len());
            let (part, after) = rest.split_at(end);
            rest = after.get(1..).unwrap_or_default();
            node = match &node.value {
                _ if part.is_empty() => node,
                Value::Record(record) => record.get(part)?,
                Value::List(list) => list.get(part.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(node)
    }
}

impl Steps for &String {
    fn lead_from<'n>(&self, node: &'n Node) -> Option<&'n Node> {
        self.as_str().lead_from(node)
    }
}

impl Steps for String {
    fn lead_from<'n>(&self, node: &'n Node) -> Option<&'n Node> {
        self.as_str().lead_from(node)
    }
}

impl Node {
    /// A value that no text represents.
    pub fn bare(value: Value) -> Self {
        Self { value, span: None, key_span: None, origin: Origin::Default }
    }

    /// The value at a path below this one.
    #[allow(
        clippy::needless_pass_by_value,
        reason = "a path is a text or a reference: as short to write as can be"
    )]
    pub fn get(&self, path: impl Steps) -> Option<&Self> {
        path.lead_from(self)
    }

    /// The value one step below this one.
    pub fn child(&self, segment: &Segment) -> Option<&Self> {
        match (&self.value, segment) {
            (Value::Record(record), Segment::Key(key)) => record.get(key),
            (Value::List(list), Segment::Index(index)) => list.get(*index),
            // A record may have keys that look like numbers.
            (Value::Record(record), Segment::Index(index)) => record.get(&index.to_string()),
            _ => None,
        }
    }

    /// The value one step below this one, to change it.
    pub fn child_mut(&mut self, segment: &Segment) -> Option<&mut Self> {
        match (&mut self.value, segment) {
            (Value::Record(record), Segment::Key(key)) => record.get_mut(key),
            (Value::List(list), Segment::Index(index)) => list.get_mut(*index),
            (Value::Record(record), Segment::Index(index)) => record.get_mut(&index.to_string()),
            _ => None,
        }
    }

    /// The nearest text on the way to `path` that the user wrote: the value itself, its key, or the value around it.
    pub fn users_span(&self, path: &KeyPath) -> Option<Span> {
        let mut found = None;
        let mut node = self;
        for segment in path.segments() {
            let Some(child) = node.child(segment) else { break };
            if child.origin != Origin::User {
                break;
            }
            let whole = matches!(child.value, Value::Record(_) | Value::List(_));
            // A record's own text may be a whole file: its key says enough.
            found =
                if whole { child.key_span.or(child.span) } else { child.span.or(child.key_span) }.or(found);
            node = child;
        }
        found
    }

    /// Whether the user set the value at `path`, or anything in it.
    pub fn is_users(&self, path: &KeyPath) -> bool {
        self.get(path).is_some_and(|node| node.origin == Origin::User)
    }

    /// The record's entries, if it is one.
    pub fn as_record(&self) -> Option<&BTreeMap<String, Self>> {
        match &self.value {
            Value::Record(record) => Some(record),
            _ => None,
        }
    }

    /// The list's items, if it is one.
    pub fn as_list(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(list) => Some(list),
            _ => None,
        }
    }

    /// The text, if it is one.
    pub fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The text, number or boolean as it would be written, if it is one.
    pub fn as_words(&self) -> Option<Cow<'_, str>> {
        match &self.value {
            Value::Text(text) => Some(text.into()),
            Value::Number(number) => Some(number.to_string().into()),
            Value::Bool(truth) => Some(if *truth { "true" } else { "false" }.into()),
            Value::Null | Value::List(_) | Value::Record(_) => None,
        }
    }

    /// The value at a path below this one, to change it.
    pub fn get_mut(&mut self, path: &KeyPath) -> Option<&mut Self> {
        path.segments().iter().try_fold(self, |node, segment| node.child_mut(segment))
    }

    /// Puts a value at a path whose parent is a record; nothing happens if it is not.
    pub fn put(&mut self, path: &KeyPath, node: Self) {
        let Some(key) = path.last_key() else { return };
        if let Some(Self { value: Value::Record(entries), .. }) = self.get_mut(&path.parent()) {
            entries.insert(key.to_owned(), node);
        }
    }

    /// Forgets the places in this value: they are those of other texts.
    pub fn forget_places(&mut self) {
        (self.span, self.key_span) = (None, None);
        match &mut self.value {
            Value::Record(entries) => entries.values_mut().for_each(Self::forget_places),
            Value::List(items) => items.iter_mut().for_each(Self::forget_places),
            _ => {}
        }
    }

    /// Removes what is at a path; nothing happens where nothing does.
    pub fn remove(&mut self, path: &[Segment]) {
        match (path, &mut self.value) {
            ([Segment::Key(key)], Value::Record(record)) => {
                record.remove(key);
            }
            ([Segment::Index(index)], Value::List(list)) if *index < list.len() => {
                list.remove(*index);
            }
            ([Segment::Key(key), rest @ ..], Value::Record(record)) => {
                if let Some(child) = record.get_mut(key) {
                    child.remove(rest);
                }
            }
            ([Segment::Index(index), rest @ ..], Value::List(list)) => {
                if let Some(child) = list.get_mut(*index) {
                    child.remove(rest);
                }
            }
            _ => {}
        }
    }
}

impl Value {
    /// What kind of value it is, in a user's words.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "text",
            Self::List(_) => "a list",
            Self::Record(_) => "a map",
        }
    }
}
