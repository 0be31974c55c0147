//! Layers of data: later ones win, records merge, lists are replaced, and a null removes the contracts' default.

use crate::outcome::Removed;
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment, Span};
use pulsarc_model::{Node, Origin, Value, WRONG_TYPE};
use std::collections::BTreeMap;

/// Data in layers, merged.
pub(crate) struct Overlay {
    /// The data. A `null` stays in it, so that its key is checked like any other.
    pub(crate) data: Node,
}

impl Overlay {
    /// No data.
    pub(crate) fn new() -> Self {
        let data =
            Node { value: Value::Record(BTreeMap::new()), span: None, key_span: None, origin: Origin::User };
        Self { data }
    }

    /// Merges a record over existing values.
    pub(crate) fn lay_over(&mut self, node: Node, found: &mut Findings) {
        // The whole has no key, though an assignment has one for each record on its way.
        let node = Node { key_span: None, ..node };
        merge(&mut self.data, node, &mut KeyPath::root(), found);
    }
}

/// The nulls in data, but for those in lists, which remove nothing.
pub(crate) fn nulls(node: &Node) -> Removed {
    fn below(node: &Node, path: &mut KeyPath, found: &mut Removed) {
        for (key, entry) in node.as_record().into_iter().flatten() {
            path.push(Segment::Key(key.clone()));
            if entry.value == Value::Null && entry.origin == Origin::User {
                let written = entry.span.filter(|span| !span.range().is_empty());
                found.insert(path.clone(), written.or(entry.key_span));
            }
            below(entry, path, found);
            path.pop();
        }
    }
    let mut found = Removed::new();
    below(node, &mut KeyPath::root(), &mut found);
    found
}

/// A map over a list would lose the list silently, and is mostly meant to add to it.
pub(crate) fn map_over_list(over: Option<Span>, list: Option<Span>) -> Diagnostic {
    Diagnostic::new(&WRONG_TYPE, "cannot merge a map into a list")
        .span(over)
        .label(list, "list set here")
        .help("write the list as a map by name as well, or write the whole list again here")
}

fn merge(base: &mut Node, over: Node, path: &mut KeyPath, found: &mut Findings) {
    let Value::Record(entries) = over.value else {
        *base = over;
        return;
    };
    if let Value::List(_) = base.value {
        let list = base.key_span.or(base.span);
        found.push(map_over_list(over.key_span.or(over.span), list).at(path.clone()));
    }
    if !matches!(base.value, Value::Record(_)) {
        base.value = Value::Record(BTreeMap::new());
        base.span = over.span;
    }
    base.key_span = over.key_span.or(base.key_span);
    let Value::Record(below) = &mut base.value else { return };
    for (key, node) in entries {
        path.push(Segment::Key(key.clone()));
        match (&node.value, below.get_mut(&key)) {
            (Value::Record(_), Some(there)) if there.value != Value::Null => merge(there, node, path, found),
            (Value::Record(_), _) => {
                let mut fresh = Node {
                    value: Value::Record(BTreeMap::new()),
                    span: node.span,
                    key_span: node.key_span,
                    origin: Origin::User,
                };
                merge(&mut fresh, node, path, found);
                below.insert(key, fresh);
            }
            _ => drop(below.insert(key, node)),
        }
        path.pop();
    }
}
