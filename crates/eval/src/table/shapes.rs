//! The table at a path: the shapes below it, and their effect on a record.

use super::facts::{Declared, LeafFacts};
use super::table::{Field, Leaf, Named, Shape};
use pulsarc_diag::Segment;

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

/// What a shape says of a record.
pub(super) enum RecordPart {
    Fields(&'static [Field], bool),
    /// The shape of every entry, and of a map by name what its keys have to be, with the contract that says so.
    Map(&'static Shape, Option<(Leaf, Named)>),
}

impl RecordPart {
    /// Adds what holds at a key; whether the record may have it.
    pub(super) fn below(&self, key: &str, inner: &mut Vec<&'static Shape>) -> bool {
        match self {
            Self::Fields(fields, open) => match fields.iter().find(|field| field.name == key) {
                Some(field) => inner.extend(field.shapes),
                None => return *open,
            },
            Self::Map(shape, _) => inner.push(shape),
        }
        true
    }

    /// The keys that it names.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let fields: &[Field] = match self {
            Self::Fields(fields, _) => fields,
            Self::Map(..) => &[],
        };
        fields.iter().map(|field| field.name)
    }
}

pub(super) fn as_record(shape: &'static Shape) -> Option<RecordPart> {
    match shape {
        Shape::Record { fields, open } => Some(RecordPart::Fields(fields, *open)),
        Shape::Map(inner) => Some(RecordPart::Map(inner, None)),
        Shape::Keyed { key, entry, contract, .. } => Some(RecordPart::Map(entry, Some((*key, *contract)))),
        Shape::TextOrRecord(_) => Some(RecordPart::Fields(&[], true)),
        Shape::Nullable(inner) => as_record(inner),
        Shape::Leaf(_) | Shape::OneOf(_) | Shape::List(_) => None,
    }
}

/// What holds for the items of a list.
pub(super) fn item(shape: &'static Shape) -> Option<&'static Shape> {
    match shape {
        Shape::List(inner) | Shape::Keyed { item: inner, .. } => Some(inner),
        Shape::Nullable(inner) => item(inner),
        _ => None,
    }
}

/// What shapes that all hold at one place declare about its values.
pub(super) fn declared(shapes: &[&'static Shape]) -> Declared {
    let entry = |shape: &&'static Shape| match as_record(shape)? {
        RecordPart::Map(entry, _) => facts(entry),
        RecordPart::Fields(..) => None,
    };
    Declared {
        value: shapes.iter().find_map(|shape| facts(shape)),
        items: shapes.iter().filter_map(|shape| item(shape)).find_map(facts),
        entries: shapes.iter().find_map(entry),
    }
}

/// The single values that a shape accepts.
fn facts(shape: &'static Shape) -> Option<LeafFacts> {
    match shape {
        Shape::Leaf(leaf) => Some(*leaf.facts()),
        Shape::OneOf(choices) => Some(LeafFacts::one_of(choices)),
        Shape::Nullable(inner) => facts(inner),
        _ => None,
    }
}
