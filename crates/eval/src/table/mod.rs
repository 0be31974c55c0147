//! The contracts as a table in the binary, and the check of plain data against it.
//!
//! Layers that are plain data are merged, completed with the table's defaults and checked here, without the
//! contracts: the structure by the table, and a single value that its quick test does not certainly accept by its own
//! contract. A layer that computes with the contracts' defaults is evaluated by the contracts. Tests compare the two.

mod automaton;
mod check;
#[cfg(test)]
mod compile;
mod facts;
#[cfg(test)]
mod generate;
mod keys;
#[cfg(test)]
mod leaf_source;
pub(crate) mod marked;
#[cfg(test)]
mod same;
mod shapes;
#[allow(clippy::module_inception, reason = "the generated data has its own file")]
mod table;

pub use facts::{Declared, Detail, LeafFacts, NumberRange, Pattern, TextFacts};
pub(crate) use keys::keys;

use crate::nickel::{
    cluster::{self, Plain},
    embedded,
};
use crate::outcome::Merged;
use crate::read::layers::{Later, NickelLayer, Stack};
use crate::read::overlay::{Overlay, nulls};
use crate::read::{literal, set, slips};
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment, Sources, Span};
use pulsarc_model::{Node, Value};
use shapes::{RecordPart, as_record, below};
use std::collections::{BTreeMap, BTreeSet};
use table::{CLUSTER, Field, Shape, TEXTS_OF_CONTRACTS};

/// Whether the table is that of the embedded contracts.
pub(crate) fn is_current() -> bool {
    TEXTS_OF_CONTRACTS == embedded::TEXTS_OF_CONTRACTS
}

/// Evaluates the layers against the table; none if one of them cannot be evaluated at all.
pub(crate) fn evaluate(stack: &Stack, sources: &mut Sources, found: &mut Findings) -> Option<Merged> {
    let (data, tags) = merged(stack, sources, found)?;
    let removed = nulls(&data);
    let mut checked = Findings::default();
    let tree = check::cluster(data, tags, sources, &mut checked)?;
    // What is said of a value that a repair made says nothing of what the user wrote.
    let slips: Vec<Span> = found
        .iter()
        .filter(|finding| slips::is_code(finding.code))
        .filter_map(|finding| finding.span)
        .collect();
    let is_slip =
        |finding: &Diagnostic| finding.span.is_some_and(|span| slips.iter().any(|slip| slip.overlaps(span)));
    found.extend(checked.into_iter().filter(|finding| !is_slip(finding)));
    Some(Merged { tree, removed })
}

/// The layers as one tree of plain data, and where tags are in it.
fn merged(stack: &Stack, sources: &mut Sources, found: &mut Findings) -> Option<(Node, BTreeSet<KeyPath>)> {
    let Some(base) = &stack.base else {
        let (mut overlay, mut presets) = (Overlay::new(), Overlay::new());
        for later in &stack.later {
            match later {
                Later::Data(_, node) => overlay.lay_over(node.clone(), found),
                Later::Set(source) => set::apply(*source, sources, &mut overlay, found),
                Later::Nickel(layer) => {
                    let spoken = cluster::as_data(layer, sources, found)?;
                    overlay.lay_over(spoken.plain, found);
                    presets.lay_over(spoken.presets, found);
                }
            }
        }
        return Some((cluster::under(presets, overlay.data, found), BTreeSet::new()));
    };
    let before = sources.count();
    // What a file computes may see what is laid over it.
    let plain = stack.later.is_empty().then(|| plain(base, sources)).flatten();
    let plain = plain.or_else(|| {
        sources.keep_first(before);
        let defaults = defaults(sources)?;
        cluster::computed(base, stack, &defaults, sources, found)
    });
    plain.map(|plain| (plain.node, plain.tags.into_iter().collect()))
}

/// A single layer that is plain data alone, and needs no default for it.
fn plain(base: &NickelLayer, sources: &mut Sources) -> Option<Plain> {
    let mut plain = literal::read(base, sources).or_else(|| cluster::plain(base, sources))?;
    // A record without anything in it has no place to Nickel.
    if plain.node.as_record().is_some_and(BTreeMap::is_empty) {
        plain.node.span = None;
    }
    let is_free = |path: &KeyPath| is_free(path) && plain.node.get(path).is_some_and(has_no_null);
    plain.defaults.iter().all(is_free).then_some(plain)
}

/// The contracts' defaults.
fn defaults(sources: &mut Sources) -> Option<Node> {
    let empty = Node::bare(Value::Record(BTreeMap::new()));
    check::cluster(empty, BTreeSet::new(), sources, &mut Findings::default())
}

/// The contracts' defaults, and those inside of optional records, as if somebody had written each of these records.
pub(crate) fn complete_defaults() -> Option<Node> {
    let mut sources = Sources::default();
    let mut tree = defaults(&mut sources)?;
    let blocks: Vec<KeyPath> = paths().into_iter().filter(is_block).collect();
    // A record that is filled may hold further optional ones.
    loop {
        let is_next = |path: &&KeyPath| tree.get(*path).is_none() && tree.get(path.parent()).is_some();
        let next: Vec<KeyPath> = blocks.iter().filter(is_next).cloned().collect();
        if next.is_empty() {
            return Some(tree);
        }
        for path in &next {
            tree.put(path, Node::bare(Value::Record(BTreeMap::new())));
        }
        let filled = check::cluster(tree, BTreeSet::new(), &mut sources, &mut Findings::default())?;
        if next.iter().any(|path| filled.get(path).is_none()) {
            return Some(filled);
        }
        tree = filled;
    }
}

/// The paths of all keys that the contracts name, in order.
pub(crate) fn paths() -> Vec<KeyPath> {
    fn record(shape: &Shape, path: &mut KeyPath, found: &mut BTreeSet<KeyPath>) {
        let Shape::Record { fields, .. } = shape else { return };
        for field in *fields {
            path.push(Segment::Key(field.name.to_owned()));
            found.insert(path.clone());
            field.shapes.iter().for_each(|shape| record(shape, path, found));
            path.pop();
        }
    }
    let mut found = BTreeSet::new();
    record(&CLUSTER, &mut KeyPath::root(), &mut found);
    found.into_iter().collect()
}

/// Whether a path is that of a block: a record whose keys the contracts name one by one.
pub(crate) fn is_block(path: &KeyPath) -> bool {
    let is_closed =
        |shape: &&Shape| matches!(shape, Shape::Record { open: false, fields } if !fields.is_empty());
    at(path.segments()).iter().any(is_closed)
}

/// What the contracts declare about the values at a path.
pub(crate) fn declared(path: &KeyPath) -> Declared {
    shapes::declared(&at(path.segments()))
}

/// What holds at a path.
fn at(path: &[Segment]) -> Vec<&'static Shape> {
    path.iter().fold(vec![&CLUSTER], |shapes, segment| {
        shapes.iter().flat_map(|shape| below(shape, segment)).collect()
    })
}

/// Whether a key is absent unless somebody writes it.
pub(crate) fn is_optional(path: &KeyPath) -> bool {
    let absent = |field: &&Field| field.optional && field.default.is_none();
    fields(path).is_some_and(|fields| !fields.is_empty() && fields.iter().all(absent))
}

/// Whether a user's own default stands alone at a key, since the contract has none there.
fn is_free(path: &KeyPath) -> bool {
    fields(path).is_some_and(|fields| fields.iter().all(|field| field.default.is_none()))
}

/// What the contracts that name a key say of it; none for a path that ends in no key.
fn fields(path: &KeyPath) -> Option<Vec<&'static Field>> {
    let Some((Segment::Key(key), around)) = path.segments().split_last() else { return None };
    let named = at(around).into_iter().filter_map(as_record).filter_map(|part| match part {
        RecordPart::Fields(fields, _) => fields.iter().find(|field| field.name == key),
        RecordPart::Map(..) => None,
    });
    Some(named.collect())
}

fn has_no_null(node: &Node) -> bool {
    match &node.value {
        Value::Null => false,
        Value::Record(entries) => entries.values().all(has_no_null),
        Value::List(items) => items.iter().all(has_no_null),
        _ => true,
    }
}
