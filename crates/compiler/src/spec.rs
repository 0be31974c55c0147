//! The typed configuration: what all components share, and each component's own block.

use crate::levels;
use pulsarc_component::{Base, Cluster, Component, Entry, Origin};
use pulsarc_diag::{Findings, KeyPath};
use pulsarc_model::{Node, Value, decode_without as typed};
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
    let blocks = root.as_record()?;
    let path = KeyPath::root();
    let empty = Node::bare(Value::Record(BTreeMap::new()));
    // What its findings count as is no part of a cluster.
    let mut others = vec![levels::BLOCK];
    let mut components = Some(Vec::new());
    for entry in entries {
        let component = match entry.origin {
            Origin::Base(make) => Some(make()),
            Origin::Block(decode) => {
                others.push(entry.key);
                let block = blocks.get(entry.key).unwrap_or(&empty);
                decode(block, &path.key(entry.key), found)
            }
        };
        components = components.zip(component).map(|(mut all, one)| {
            all.push(one);
            all
        });
    }
    let base = typed::<Base>(&others, root, &path, found);
    base.zip(components).map(|(base, components)| ClusterSpec { base, components })
}
