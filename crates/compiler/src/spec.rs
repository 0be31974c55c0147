//! The typed configuration: what all components share, and each component's own block.

use crate::levels;
use pulsarc_component::{Base, Cluster, Component, Entry, Origin};
use pulsarc_diag::{Findings, KeyPath};
use pulsarc_model::{Node, Value, decode as typed};
use std::collections::BTreeMap;

/// A decoded configuration.
pub struct ClusterSpec {
    pub(crate) base: Base,
    pub(crate) components: Vec<Box<dyn Component>>,
}

impl ClusterSpec {
    /// Runs every component's checks, and the rules of the whole cluster.
    pub(crate) fn check(&self, cluster: &Cluster<'_>, found: &mut Findings) {
        for component in &self.components {
            component.check(cluster, found);
        }
        pulsarc_rules::check(cluster, found);
    }
}

/// Decodes every block, and tells all that does not fit.
pub(crate) fn decode(root: &Node, entries: &[Entry], found: &mut Findings) -> Option<ClusterSpec> {
    let mut blocks: BTreeMap<String, Node> = root.as_record()?.clone();
    // What its findings count as is no part of a cluster.
    blocks.remove(levels::BLOCK);
    let path = KeyPath::root();
    let mut components = Some(Vec::new());
    for entry in entries {
        let component = match entry.origin {
            Origin::Base(make) => Some(make()),
            Origin::Block(decode) => {
                let empty = || Node::bare(Value::Record(BTreeMap::new()));
                let block = blocks.remove(entry.key).unwrap_or_else(empty);
                decode(&block, &path.key(entry.key), found)
            }
        };
        components = components.zip(component).map(|(mut all, one)| {
            all.push(one);
            all
        });
    }
    let rest =
        Node { value: Value::Record(blocks), span: root.span, key_span: root.key_span, origin: root.origin };
    let base = typed::<Base>(&rest, &path, found);
    base.zip(components).map(|(base, components)| ClusterSpec { base, components })
}
