//! Layers over the table's defaults: what the contracts would make of a configuration that they accept.

use super::accept::Leaf;
use super::table::{CLUSTER, Default, FILES, Field, Shape, TEXTS_OF_CONTRACTS, Written};
use crate::engine;
use crate::read::layers::{Later, Overlay, Stack};
use crate::read::literal;
use pulsarc_diag::{Findings, KeyPath, Segment, SourceId, Sources, Span};
use pulsarc_model::{Node, Number, Origin, Value};
use std::collections::BTreeMap;

/// Evaluates the layers against the contract of a cluster, where the table is enough for that.
pub(crate) fn evaluate(stack: &Stack, sources: &mut Sources) -> Option<Node> {
    if TEXTS_OF_CONTRACTS != engine::TEXTS_OF_CONTRACTS {
        return None;
    }
    let before = sources.count();
    let tree = attempted(stack, sources);
    if tree.is_none() {
        sources.keep_first(before);
    }
    tree
}

fn attempted(stack: &Stack, sources: &mut Sources) -> Option<Node> {
    let mut found = Findings::default();
    let mut overlay = Overlay::new();
    let plain = match &stack.base {
        None => None,
        // What a file computes may see what is laid over it.
        Some(_) if !stack.later.is_empty() => return None,
        Some(base) => {
            let plain = literal::read(base, sources).or_else(|| engine::plain(base, sources))?;
            overlay.data = plain.node;
            // A record without anything in it has no place to Nickel.
            if overlay.data.as_record().is_some_and(BTreeMap::is_empty) {
                overlay.data.span = None;
            }
            Some((plain.tags, plain.defaults))
        }
    };
    for later in &stack.later {
        match later {
            Later::Data(_, node) => overlay.lay_over(node.clone(), &mut found),
            Later::Set(source) => overlay.assign(*source, sources, &mut found),
            Later::Nickel(_) => return None,
        }
    }
    if !found.is_empty() {
        return None;
    }
    if let Some((tags, defaults)) = plain {
        let is_free = |path: &KeyPath| is_free(path) && overlay.data.get(path).is_some_and(has_no_null);
        if !tags.iter().all(is_choice) || !defaults.iter().all(is_free) {
            return None;
        }
    }
    let mut filling = Filling { sources, files: [None; FILES.len()] };
    filling.node(&[&CLUSTER], overlay.data, Speaker::User)
}

/// What holds at a path.
fn at(path: &[Segment]) -> Vec<&'static Shape> {
    path.iter().fold(vec![&CLUSTER], |shapes, segment| {
        shapes.iter().flat_map(|shape| below(shape, segment)).collect()
    })
}

/// Whether a key takes one of some texts, so that a tag may stand there.
fn is_choice(path: &KeyPath) -> bool {
    let shapes = at(path.segments());
    !shapes.is_empty() && shapes.iter().all(|shape| takes_tags(shape))
}

/// Whether a user's own default stands alone at a key, since the contract has none there.
fn is_free(path: &KeyPath) -> bool {
    let Some((Segment::Key(key), around)) = path.segments().split_last() else { return false };
    at(around).into_iter().filter_map(as_record).all(|part| match part {
        RecordPart::Fields(fields, _) => {
            fields.iter().all(|field| field.name != key || field.default.is_none())
        }
        RecordPart::Map(..) => true,
    })
}

fn has_no_null(node: &Node) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Record(entries) => entries.values().all(has_no_null),
        Value::List(items) => items.iter().all(has_no_null),
        _ => true,
    }
}

fn takes_tags(shape: &Shape) -> bool {
    match shape {
        Shape::OneOf(_) => true,
        Shape::Nullable(inner) => takes_tags(inner),
        _ => false,
    }
}

/// What holds one step below a shape.
pub(super) fn below(shape: &'static Shape, segment: &Segment) -> Vec<&'static Shape> {
    match (shape, segment) {
        (Shape::Record { fields, .. }, Segment::Key(key)) => {
            fields.iter().filter(|field| field.name == key).flat_map(|field| field.shapes).collect()
        }
        (Shape::Map(inner) | Shape::Keyed { entry: inner, .. }, Segment::Key(_))
        | (Shape::List(inner) | Shape::Keyed { item: inner, .. }, Segment::Index(_)) => vec![inner],
        (Shape::Nullable(inner), _) => below(inner, segment),
        _ => Vec::new(),
    }
}

/// Who says a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Speaker {
    /// The user: it has to be accepted, and a null takes its key out.
    User,
    /// The user, within a list, where a null takes nothing out.
    UserInList,
    /// A contract: it is accepted, and a null is a value like any other.
    Contract,
}

/// What becomes of a key's value.
enum Entry {
    /// It takes the key out.
    Null,
    /// This.
    Value(Node),
}

/// A tree in the making.
struct Filling<'a> {
    sources: &'a mut Sources,
    /// The contracts' files that are among the sources already.
    files: [Option<SourceId>; FILES.len()],
}

impl Filling<'_> {
    /// The value that becomes of `node` under all of `shapes`; none where one of them may refuse it.
    fn node(&mut self, shapes: &[&'static Shape], mut node: Node, said_by: Speaker) -> Option<Node> {
        if node.span.is_none() && node.key_span.is_none() {
            node.origin = Origin::Default;
        }
        match std::mem::replace(&mut node.value, Value::Null) {
            Value::Record(entries) => {
                let entries = self.record(shapes, entries, said_by)?;
                if entries.values().any(|entry| entry.origin == Origin::User) {
                    node.origin = Origin::User;
                }
                node.value = Value::Record(entries);
            }
            Value::List(items) => {
                node.value = Value::List(items);
                let accepted =
                    said_by == Speaker::Contract || shapes.iter().all(|shape| takes_list(shape, &node.value));
                let Value::List(items) = std::mem::replace(&mut node.value, Value::Null) else { return None };
                if !accepted {
                    return None;
                }
                let inner: Vec<&'static Shape> = shapes.iter().filter_map(|shape| item(shape)).collect();
                let said_by = if said_by == Speaker::User { Speaker::UserInList } else { said_by };
                let items = items.into_iter().map(|item| self.node(&inner, item, said_by));
                node.value = Value::List(items.collect::<Option<_>>()?);
            }
            single => {
                if said_by != Speaker::Contract && !shapes.iter().all(|shape| takes(shape, &single)) {
                    return None;
                }
                node.value = single;
            }
        }
        Some(node)
    }

    fn record(
        &mut self,
        shapes: &[&'static Shape],
        entries: BTreeMap<String, Node>,
        said_by: Speaker,
    ) -> Option<BTreeMap<String, Node>> {
        let mut parts = Vec::with_capacity(shapes.len());
        for shape in shapes {
            match as_record(shape) {
                Some(part) => parts.push(part),
                // What a contract says by itself it accepts, whatever its shape.
                None if said_by == Speaker::Contract => {}
                None => return None,
            }
        }
        // Almost always there is one: the keys of both sides stand in their order, and are gone through side by side.
        if let [RecordPart::Fields(fields, open)] = parts[..] {
            return self.fields(fields, open, entries, said_by);
        }
        let mut filled = BTreeMap::new();
        let mut nulls = Vec::new();
        for (key, node) in entries {
            let mut inner = Vec::new();
            for part in &parts {
                part.below(&key, &mut inner)?;
            }
            match self.entry(&inner, node, said_by)? {
                Entry::Null => nulls.push(key),
                Entry::Value(node) => {
                    filled.insert(key, node);
                }
            }
        }
        for part in &parts {
            let RecordPart::Fields(fields, _) = part else { continue };
            for field in *fields {
                if filled.contains_key(field.name) || nulls.iter().any(|key| key == field.name) {
                    continue;
                }
                let shapes = || {
                    let mut inner = Vec::new();
                    parts.iter().try_for_each(|part| part.below(field.name, &mut inner))?;
                    Some(inner)
                };
                if let Some(node) = self.default(field, shapes)? {
                    filled.insert(field.name.to_owned(), node);
                }
            }
        }
        Some(filled)
    }

    /// A record under one shape.
    fn fields(
        &mut self,
        fields: &'static [Field],
        open: bool,
        entries: BTreeMap<String, Node>,
        said_by: Speaker,
    ) -> Option<BTreeMap<String, Node>> {
        let mut filled = Vec::with_capacity(fields.len().max(entries.len()));
        let mut rest = fields.iter().peekable();
        for (key, node) in entries {
            while let Some(field) = rest.next_if(|field| field.name < key.as_str()) {
                let node = self.default(field, || Some(field.shapes.iter().collect()))?;
                filled.extend(node.map(|node| (field.name.to_owned(), node)));
            }
            let inner: Vec<&'static Shape> = match rest.next_if(|field| field.name == key) {
                Some(field) => field.shapes.iter().collect(),
                None if open => Vec::new(),
                None => return None,
            };
            if let Entry::Value(node) = self.entry(&inner, node, said_by)? {
                filled.push((key, node));
            }
        }
        for field in rest {
            let node = self.default(field, || Some(field.shapes.iter().collect()))?;
            filled.extend(node.map(|node| (field.name.to_owned(), node)));
        }
        // They are in their order already, so that the map is made without a search.
        Some(filled.into_iter().collect())
    }

    /// What becomes of a key's value.
    fn entry(&mut self, shapes: &[&'static Shape], node: Node, said_by: Speaker) -> Option<Entry> {
        if node.value == Value::Null && said_by != Speaker::Contract {
            return (said_by != Speaker::UserInList).then_some(Entry::Null);
        }
        self.node(shapes, node, said_by).map(Entry::Value)
    }

    /// What holds at a key that nobody has set: perhaps nothing; none where it has to be set.
    #[allow(clippy::option_option, reason = "as everywhere here the outer one is the doubt")]
    fn default(
        &mut self,
        field: &'static Field,
        shapes: impl FnOnce() -> Option<Vec<&'static Shape>>,
    ) -> Option<Option<Node>> {
        let Some(default) = &field.default else { return field.optional.then_some(None) };
        let node = self.written(default);
        // A single value of a contract's is accepted, whatever holds there.
        if !matches!(node.value, Value::Record(_) | Value::List(_)) {
            return Some(Some(node));
        }
        self.node(&shapes()?, node, Speaker::Contract).map(Some)
    }

    /// A default as data.
    fn written(&mut self, default: &Default) -> Node {
        let value = match &default.value {
            Written::Null => Value::Null,
            Written::Bool(truth) => Value::Bool(*truth),
            Written::Integer(whole) => Value::Number(Number::Integer(*whole)),
            Written::Decimal(decimal) => Value::Number(Number::Decimal(*decimal)),
            Written::Text(text) => Value::Text((*text).to_owned()),
            Written::List(items) => Value::List(items.iter().map(|item| self.written(item)).collect()),
            Written::Record(entries) => Value::Record(
                entries.iter().map(|(key, entry)| ((*key).to_owned(), self.written(entry))).collect(),
            ),
        };
        let span = default.place.map(|(file, start, end)| {
            Span::new(self.source(usize::from(file)), start as usize..end as usize)
        });
        Node { value, span, key_span: None, origin: Origin::Default }
    }

    fn source(&mut self, file: usize) -> SourceId {
        *self.files[file].get_or_insert_with(|| engine::add_embedded(FILES[file], self.sources))
    }
}

/// What a shape says of a record.
enum RecordPart {
    Fields(&'static [Field], bool),
    Map(&'static Shape, Option<Leaf>),
}

impl RecordPart {
    /// Adds what holds at a key; none where the key is refused.
    fn below(&self, key: &str, inner: &mut Vec<&'static Shape>) -> Option<()> {
        match self {
            Self::Fields(fields, open) => match fields.iter().find(|field| field.name == key) {
                Some(field) => inner.extend(field.shapes),
                None if *open => {}
                None => return None,
            },
            Self::Map(shape, names) => {
                let is_name = |names: Leaf| names.accepts(&Value::Text(key.to_owned()));
                if !names.is_none_or(is_name) {
                    return None;
                }
                inner.push(shape);
            }
        }
        Some(())
    }
}

fn as_record(shape: &'static Shape) -> Option<RecordPart> {
    match shape {
        Shape::Record { fields, open } => Some(RecordPart::Fields(fields, *open)),
        Shape::Map(inner) => Some(RecordPart::Map(inner, None)),
        Shape::Keyed { key, entry, .. } => Some(RecordPart::Map(entry, Some(*key))),
        Shape::TextOrRecord => Some(RecordPart::Fields(&[], true)),
        Shape::Nullable(inner) => as_record(inner),
        Shape::Leaf(_) | Shape::OneOf(_) | Shape::List(_) | Shape::Opaque => None,
    }
}

/// What holds for the items of a list.
fn item(shape: &'static Shape) -> Option<&'static Shape> {
    match shape {
        Shape::List(inner) | Shape::Keyed { item: inner, .. } => Some(inner),
        Shape::Nullable(inner) => item(inner),
        _ => None,
    }
}

fn takes_list(shape: &Shape, value: &Value) -> bool {
    match shape {
        Shape::List(_) | Shape::Keyed { .. } => true,
        Shape::Nullable(inner) => takes_list(inner, value),
        Shape::Leaf(leaf) => leaf.accepts(value),
        _ => false,
    }
}

/// Whether a shape surely accepts a single value.
fn takes(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        // A number with a dot and nothing after it is a whole number to Nickel.
        (_, Value::Number(Number::Decimal(decimal))) if !decimal.is_finite() || decimal.fract() == 0.0 => {
            false
        }
        // Only in a list is there still a null, and nothing that takes its place.
        (_, Value::Null) => false,
        (Shape::Leaf(leaf), _) => leaf.accepts(value),
        (Shape::OneOf(choices), Value::Text(text)) => choices.contains(&text.as_str()),
        (Shape::TextOrRecord, Value::Text(_)) => true,
        (Shape::Nullable(inner), _) => takes(inner, value),
        _ => false,
    }
}
