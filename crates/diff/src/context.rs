//! What rules read: the two sides, one object on both, and one difference of it.

use crate::facts::{ComponentFacts, Facts};
use crate::identity::{Identity, Side};
use crate::tree::Tree;
use crate::{releases, workload};
use pulsarc_catalogue::Version;
use serde_json::Value;
use std::collections::BTreeSet;

/// Both sides, and what components say about themselves.
pub(crate) struct Sides<'a> {
    pub(crate) old: &'a Side<'a>,
    pub(crate) new: &'a Side<'a>,
    pub(crate) facts: &'a Facts,
    /// The workloads whose pods restart.
    pub(crate) restarting: BTreeSet<Identity>,
}

impl<'a> Sides<'a> {
    /// What the component of an object says about itself.
    pub(crate) fn facts_of(&self, object: &Value) -> Option<&'a ComponentFacts> {
        self.facts.get(workload::component(object)?)
    }

    /// What an object's pods keep, if they keep anything.
    pub(crate) fn keeps(&self, object: &Value) -> Option<&'static str> {
        let store = self.facts_of(object).and_then(|facts| facts.persists);
        store.or_else(|| workload::has_claims(object).then_some("the data in its volume claims"))
    }

    /// The release line of Pulsar that a component runs on a side; 4.0 if no image says it.
    pub(crate) fn line_of(side: &Side<'_>, object: &Value) -> Version {
        let component = workload::component(object);
        let own = side.values().filter(|other| workload::component(other) == component);
        own.chain(side.values()).find_map(|other| releases::line(other)).unwrap_or(Version::V4_0)
    }
}

/// An object that both sides have.
pub(crate) struct Pair<'a> {
    pub(crate) sides: &'a Sides<'a>,
    pub(crate) id: &'a Identity,
    pub(crate) before: &'a Value,
    pub(crate) after: &'a Value,
}

impl Pair<'_> {
    /// Its namespace, as a command names it.
    pub(crate) fn namespace(&self) -> &str {
        self.id.namespace.as_deref().unwrap_or_default()
    }
}

/// A field that differs.
pub(crate) struct Difference<'a> {
    /// The way to it: keys, `[items]` among them.
    pub(crate) path: Vec<&'a str>,
    pub(crate) old: Option<&'a Tree>,
    pub(crate) new: Option<&'a Tree>,
}

impl<'a> Difference<'a> {
    /// The old text, if it is one.
    pub(crate) fn old_text(&self) -> Option<&'a str> {
        text(self.old)
    }

    /// The new text, if it is one.
    pub(crate) fn new_text(&self) -> Option<&'a str> {
        text(self.new)
    }
}

fn text(tree: Option<&Tree>) -> Option<&str> {
    match tree {
        Some(Tree::Leaf(leaf)) => leaf.value.as_str(),
        _ => None,
    }
}
