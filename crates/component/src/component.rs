//! The trait that a component implements, and its entry in the registry.

use crate::{Base, Cluster, Topology};
use pulsarc_diag::{Code, Findings, KeyPath};
use pulsarc_kube::Object;
use pulsarc_model::{Node, decode};
use serde::de::DeserializeOwned;

/// A component of a cluster, decoded from its block of the configuration.
pub trait Component {
    /// Tells the others what they need of it: addresses, ports, whether it serves TLS. Called for every component,
    /// also for one that is switched off, before any check or emission.
    fn describe(&self, base: &Base, topology: &mut Topology);

    /// Tells what is wrong with it, alone or together with the others.
    fn check(&self, cluster: &Cluster<'_>, found: &mut Findings) {
        let _ = (cluster, found);
    }

    /// Its objects; none where it is switched off.
    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object>;
}

/// A component's place in the registry.
pub struct Entry {
    /// The key of its block in the configuration, which is also the name of its contract file.
    pub key: &'static str,
    /// Where it is made from.
    pub origin: Origin,
    /// The codes of its own checks.
    pub codes: &'static [&'static Code],
}

/// What a component is made from.
pub enum Origin {
    /// A block of its own.
    Block(fn(&Node, &KeyPath, &mut Findings) -> Option<Box<dyn Component>>),
    /// A part of the [`Base`], which all components read.
    Base(fn() -> Box<dyn Component>),
}

impl Entry {
    /// The entry of a component with a block of its own, whose spec is `T`.
    pub const fn of<T: Component + DeserializeOwned + 'static>(
        key: &'static str,
        codes: &'static [&'static Code],
    ) -> Self {
        Self { key, origin: Origin::Block(decoded::<T>), codes }
    }

    /// The entry of a component that reads the [`Base`] alone.
    pub const fn of_base(
        key: &'static str,
        make: fn() -> Box<dyn Component>,
        codes: &'static [&'static Code],
    ) -> Self {
        Self { key, origin: Origin::Base(make), codes }
    }
}

fn decoded<T: Component + DeserializeOwned + 'static>(
    node: &Node,
    path: &KeyPath,
    found: &mut Findings,
) -> Option<Box<dyn Component>> {
    decode::<T>(node, path, found).map(|spec| Box::new(spec) as Box<dyn Component>)
}
