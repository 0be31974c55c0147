//! Which keys the contracts mark as secret, from their table.
//!
//! A test holds the table against the contracts, so that this is what they say, on either way of evaluation.

use super::shapes::below;
use super::table::{CLUSTER, Field, Shape};
use pulsarc_diag::Segment;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What the contracts say of one place of a configuration.
#[derive(Debug, Clone)]
pub(crate) struct Marks {
    shapes: Vec<&'static Shape>,
}

impl Marks {
    /// The root of a cluster.
    pub(crate) fn root() -> Self {
        Self { shapes: vec![&CLUSTER] }
    }

    /// What they say one step further.
    pub(crate) fn below(&self, segment: &Segment) -> Self {
        let shapes: Vec<_> = self.shapes.iter().flat_map(|shape| below(shape, segment)).collect();
        // A list where a record is expected: what stands in it is looked at as if it were the record.
        let stays = shapes.is_empty() && matches!(segment, Segment::Index(_));
        if stays { self.clone() } else { Self { shapes } }
    }

    /// Whether a key is named here, so that its own name says nothing.
    pub(crate) fn names(&self, key: &str) -> bool {
        self.fields().any(|field| field.name == key)
    }

    /// Whether the value here is secret.
    pub(crate) fn is_marked(&self) -> bool {
        self.shapes.iter().any(|shape| is_sensitive(shape))
    }

    /// Whether one of the keys right below is secret: what is beside it, or instead of all, may be one that was
    /// written wrongly.
    pub(crate) fn holds_marked(&self) -> bool {
        self.fields().any(|field| field.shapes.iter().any(is_sensitive))
    }

    fn fields(&self) -> impl Iterator<Item = &'static Field> {
        self.shapes.iter().flat_map(|shape| fields(shape))
    }
}

fn is_sensitive(shape: &Shape) -> bool {
    match shape {
        Shape::Leaf(leaf) => leaf.facts().secret,
        Shape::Nullable(inner) | Shape::List(inner) | Shape::Map(inner) => is_sensitive(inner),
        _ => false,
    }
}

/// The keys of a record.
fn fields(shape: &'static Shape) -> &'static [Field] {
    match shape {
        Shape::Record { fields, .. } => fields,
        Shape::Nullable(inner) => fields(inner),
        _ => &[],
    }
}

/// Whether a key of this name is marked somewhere in the contracts.
pub(crate) fn is_marked_somewhere(name: &str) -> bool {
    static NAMES: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
        let mut names = BTreeSet::new();
        marked_names(&CLUSTER, &mut names);
        names
    });
    NAMES.contains(name)
}

fn marked_names(shape: &'static Shape, names: &mut BTreeSet<&'static str>) {
    match shape {
        Shape::Record { fields, .. } => {
            for field in *fields {
                if field.shapes.iter().any(is_sensitive) {
                    names.insert(field.name);
                }
                field.shapes.iter().for_each(|shape| marked_names(shape, names));
            }
        }
        Shape::Map(inner) | Shape::List(inner) | Shape::Nullable(inner) => marked_names(inner, names),
        Shape::Keyed { item, entry, .. } => {
            marked_names(item, names);
            marked_names(entry, names);
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_diag::KeyPath;

    fn at(path: &str) -> Marks {
        KeyPath::parse(path).segments().iter().fold(Marks::root(), |marks, segment| marks.below(segment))
    }

    #[test]
    fn marks_are_those_of_the_contracts() {
        assert!(at("pulsar_manager.admin.ui_password").is_marked());
        assert!(!at("pulsar_manager.admin.ui_username").is_marked());
        assert!(at("pulsar_manager.admin").holds_marked());
        assert!(at("pulsar_manager").names("admin") && !at("broker.configData").names("dbPassword"));
        assert!(is_marked_somewhere("db_password") && !is_marked_somewhere("ui_username"));
    }
}
