//! What comes out of an evaluation.

use pulsarc_diag::{Findings, KeyPath, Sources, Span};
use pulsarc_model::Node;
use std::collections::BTreeMap;

/// The result of the layers.
#[derive(Debug, Default)]
pub struct Evaluated {
    /// The whole configuration, defaults included; as complete as possible if there are mistakes, and `None` if a
    /// layer cannot be read at all.
    pub tree: Option<Node>,
    /// The user's nulls that remove a default, and where each is written.
    pub removed: Removed,
    /// The texts that everything was read from.
    pub sources: Sources,
    /// Everything that was found.
    pub findings: Findings,
}

/// Nulls that remove a default, by the path of the key that has none then.
pub type Removed = BTreeMap<KeyPath, Option<Span>>;

/// A configuration whose layers are merged over the contracts' defaults.
#[derive(Debug)]
pub(crate) struct Merged {
    /// The configuration.
    pub(crate) tree: Node,
    /// The nulls that removed a default.
    pub(crate) removed: Removed,
}
