//! What of the users' values differs from what would be without them.
//!
//! It compares values, and knows nothing of what they mean; whether the difference says the same as the whole is proved
//! by evaluating both.

use crate::anchors::Anchor;
use crate::literal::spelt;
use crate::margin::{self, Margin, Said};
use crate::part::{Part, Shape};
use crate::sameness::{CONFIG_DATA, Reading, same};
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_eval::Data;
use pulsarc_model::{Node, Value};
use std::collections::BTreeSet;

/// The users' values that are not there without them.
#[derive(Debug)]
pub(crate) struct Difference {
    /// What is said of the whole.
    pub(crate) head: Vec<String>,
    /// The values.
    pub(crate) entries: Vec<(String, Part)>,
    /// The values that several places share, by their names, in the order in which they are used.
    pub(crate) shared: Vec<(String, Part)>,
    /// The values that were left out, since they are the same without.
    pub(crate) left_out: Vec<KeyPath>,
}

/// What a difference starts from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start<'d> {
    /// What there is without the values.
    pub(crate) without: &'d Node,
    /// The anchors that are written once.
    pub(crate) anchors: &'d [Anchor],
}

/// The difference between the layers and `without`. What is at or below a path of `kept` stays as it was written.
pub(crate) fn difference(
    data: &Data,
    merged: &Node,
    start: Start<'_>,
    kept: &BTreeSet<KeyPath>,
) -> Difference {
    let Start { without, anchors } = start;
    let mut comparison = Comparison {
        margin: Margin::of(data),
        kept,
        anchors,
        path: KeyPath::root(),
        shared: Vec::new(),
        left_out: Vec::new(),
    };
    let layers: Vec<&Node> = data.documents.iter().map(|document| &document.node).collect();
    let (mut entries, after) = match &merged.value {
        Value::Record(_) => comparison.entries(merged, Some(without), &layers, Reading::Typed),
        _ => (Vec::new(), Vec::new()),
    };
    let mut head = comparison.margin.heads(data);
    match entries.last_mut() {
        Some((_, last)) => last.below.extend(after),
        None => head.extend(after),
    }
    Difference { head, entries, shared: comparison.shared, left_out: comparison.left_out }
}

struct Comparison<'k> {
    margin: Margin,
    kept: &'k BTreeSet<KeyPath>,
    anchors: &'k [Anchor],
    path: KeyPath,
    shared: Vec<(String, Part)>,
    left_out: Vec<KeyPath>,
}

impl Comparison<'_> {
    /// The entries of a record that differ, and what stands after those that do not.
    fn entries(
        &mut self,
        merged: &Node,
        without: Option<&Node>,
        layers: &[&Node],
        reading: Reading,
    ) -> (Vec<(String, Part)>, Vec<String>) {
        let (mut parts, mut after) = (Vec::<(String, Part)>::new(), Vec::new());
        let Value::Record(record) = &merged.value else { return (parts, after) };
        for key in margin::order(record, layers) {
            let default = without.and_then(|without| without.as_record()?.get(key));
            let below: Vec<&Node> = layers.iter().filter_map(|layer| layer.as_record()?.get(key)).collect();
            // The contract has such a record: what only looks like one in another object is left alone.
            let is_config =
                key == CONFIG_DATA && default.is_some_and(|default| default.as_record().is_some());
            let reading = if is_config { Reading::Text } else { reading };
            self.path.push(Segment::Key(key.to_owned()));
            match self.entry(&record[key], default, &below, reading) {
                Some(part) => parts.push((key.to_owned(), part)),
                None => after.extend(self.margin.after(&below)),
            }
            self.path.pop();
        }
        (parts, after)
    }

    fn entry(
        &mut self,
        merged: &Node,
        without: Option<&Node>,
        layers: &[&Node],
        reading: Reading,
    ) -> Option<Part> {
        let kept = self.kept.contains(&self.path);
        let (without, reading) = if kept { (None, Reading::Typed) } else { (without, reading) };
        if let Some(part) = (!kept).then(|| self.shared(merged, without, layers)).flatten() {
            return Some(part);
        }
        if let Value::Record(_) = &merged.value {
            let before = self.left_out.len();
            let (mut entries, after) = self.entries(merged, without, layers, reading);
            if entries.is_empty() && without.is_some_and(|without| without.as_record().is_some()) {
                // An empty record is a value that is left out, too.
                if self.left_out.len() == before {
                    self.left_out.push(self.path.clone());
                }
                return None;
            }
            let said = self.margin.about(layers);
            if let Some((_, last)) = entries.last_mut() {
                last.below.extend(after);
            }
            return Some(said.about(Shape::Record(entries)));
        }
        let nothing = Node::bare(Value::Null);
        let same = match &merged.value {
            Value::Null if !kept => same(merged, without.unwrap_or(&nothing), reading),
            _ => without.is_some_and(|without| same(merged, without, reading)),
        };
        if same {
            self.left_out.push(self.path.clone());
            return None;
        }
        let said = self.margin.about(layers);
        let shape = self.shape(merged, reading);
        Some(said.about(shape))
    }

    /// A value that is an anchor's, by the name of that; what is said of it in the file is said once, where it is defined.
    fn shared(&mut self, merged: &Node, without: Option<&Node>, layers: &[&Node]) -> Option<Part> {
        let anchor = self.anchors.iter().find(|anchor| anchor.uses.contains(&self.path))?;
        let definition = anchor.node(merged)?;
        if !self.shared.iter().any(|(name, _)| *name == anchor.name) {
            let shape = self.shape(&definition, anchor.reading);
            let part = Part { above: Vec::new(), beside: None, below: Vec::new(), value: shape };
            self.shared.push((anchor.name.clone(), part));
        }
        let said = self.margin.about(layers);
        let rest = anchor.rest(merged);
        if rest.is_empty() {
            return Some(said.about(Shape::Shared(anchor.name.clone())));
        }
        let own = Node { value: Value::Record(rest), ..merged.clone() };
        let (entries, after) = self.entries(&own, without, layers, anchor.reading);
        let mut part = said.about(match entries.as_slice() {
            [] => Shape::Shared(anchor.name.clone()),
            _ => Shape::Extended(anchor.name.clone(), entries),
        });
        part.below.extend(after);
        Some(part)
    }

    /// A value as it stands.
    fn shape(&mut self, node: &Node, reading: Reading) -> Shape {
        match &node.value {
            Value::Null => Shape::Null,
            Value::Bool(truth) => Shape::Bool(*truth),
            Value::Number(number) => Shape::Number(*number),
            Value::Text(text) => match spelt(text).filter(|_| reading == Reading::Text) {
                Some(Value::Bool(truth)) => Shape::Bool(truth),
                Some(Value::Number(number)) => Shape::Number(number),
                _ => Shape::Text(text.clone()),
            },
            Value::List(items) => {
                let items = items.iter().map(|item| {
                    let said = self.margin.about_item(item);
                    let shape = self.shape(item, Reading::Typed);
                    said.about(shape)
                });
                Shape::List(items.collect())
            }
            Value::Record(entries) => {
                let entries = margin::order(entries, &[node]).into_iter().map(|key| {
                    let said = self.margin.about(&[&entries[key]]);
                    let shape = self.shape(&entries[key], Reading::Typed);
                    (key.to_owned(), said.about(shape))
                });
                Shape::Record(entries.collect())
            }
        }
    }
}

impl Said {
    fn about(self, value: Shape) -> Part {
        Part { above: self.above, beside: self.beside, below: self.below, value }
    }
}
