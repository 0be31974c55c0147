//! The typed configuration: what all components share, and each component's own block.

use crate::levels;
use pulsarc_component::{Base, Component, Entry, Origin};
use pulsarc_diag::{Findings, KeyPath, Segment};
use pulsarc_model::{Node, Value, decode_without as typed};
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::fmt;

/// A decoded configuration.
pub struct ClusterSpec {
    pub(crate) base: Base,
    /// Each component with its key in the registry.
    pub(crate) components: Vec<(&'static str, Box<dyn Component>)>,
}

impl fmt::Debug for ClusterSpec {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.components.iter().map(|(key, _)| key)).finish()
    }
}

/// Decodes every block, and reports all mismatches.
pub(crate) fn decode(root: &Node, entries: &[Entry], found: &mut Findings) -> Option<ClusterSpec> {
    let blocks = root.as_record()?;
    let path = KeyPath::root();
    let empty = Node::bare(Value::Record(BTreeMap::new()));
    // What its findings count as is no part of a cluster.
    let mut others = vec![levels::BLOCK];
    // If nothing can be made of a block, its defaults take its place, so that the rest is checked.
    let defaults = OnceCell::new();
    let default = || defaults.get_or_init(pulsarc_eval::default_tree);
    let mut components = Some(Vec::new());
    for entry in entries {
        let component = match entry.origin {
            Origin::Base(make) => Some(make()),
            Origin::Block(decode) => {
                others.push(entry.key);
                let block = blocks.get(entry.key).unwrap_or(&empty);
                let path = path.key(entry.key);
                decode(block, &path, found)
                    .or_else(|| decode(default().child(&Segment::Key(entry.key.to_owned()))?, &path, found))
            }
        };
        components = components.zip(component).map(|(mut all, one)| {
            all.push((entry.key, one));
            all
        });
    }
    let base = typed::<Base>(&others, root, &path, found)
        .or_else(|| typed::<Base>(&others, default(), &path, found));
    base.zip(components).map(|(base, components)| ClusterSpec { base, components })
}
