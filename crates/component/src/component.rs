//! The trait that a component implements, and its entry in the registry.

use crate::pod_settings::{self, WithPodSettings};
use crate::roster::Configuration;
use crate::{Base, Cluster, Topology};
use pulsarc_diag::{Findings, KeyPath};
use pulsarc_kube::Object;
use pulsarc_model::{Node, decode};
use serde::de::DeserializeOwned;

/// A component of a cluster, decoded from its block of the configuration.
pub trait Component: Send + Sync {
    /// Publishes what others need: its records in the roster, and the addresses and ports that other components dial.
    /// Called for every component, even for one that is switched off, before any rule or emission.
    fn describe(&self, base: &Base, topology: &mut Topology);

    /// Emits its objects; none if it is switched off.
    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object>;
}

/// A component's place in the registry.
pub struct Entry {
    /// The key of its block in the configuration, which is also the name of its contract file.
    pub key: &'static str,
    /// Where it is made from.
    pub origin: Origin,
    /// How the keys in its `configData` reach its programs, for findings before anything can be decoded.
    pub configuration: Option<Configuration>,
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
    pub const fn of<T: Component + DeserializeOwned + 'static>(key: &'static str) -> Self {
        Self { key, origin: Origin::Block(decoded::<T>), configuration: None }
    }

    /// The entry of a component whose block has [`PodSettings`](crate::pod_settings::PodSettings) beside its own.
    pub const fn of_pods<T: Component + WithPodSettings + 'static>(key: &'static str) -> Self {
        Self { key, origin: Origin::Block(decoded_with_pods::<T>), configuration: None }
    }

    /// The entry of a component that reads the [`Base`] alone.
    pub const fn of_base(key: &'static str, make: fn() -> Box<dyn Component>) -> Self {
        Self { key, origin: Origin::Base(make), configuration: None }
    }

    /// The entry of a component whose `configData` holds keys of Pulsar's.
    #[must_use]
    pub const fn configured_by(self, configuration: Configuration) -> Self {
        Self { configuration: Some(configuration), ..self }
    }
}

fn decoded_with_pods<T: Component + WithPodSettings + 'static>(
    node: &Node,
    path: &KeyPath,
    found: &mut Findings,
) -> Option<Box<dyn Component>> {
    pod_settings::decode::<T>(node, path, found).map(|spec| Box::new(spec) as Box<dyn Component>)
}

fn decoded<T: Component + DeserializeOwned + 'static>(
    node: &Node,
    path: &KeyPath,
    found: &mut Findings,
) -> Option<Box<dyn Component>> {
    decode::<T>(node, path, found).map(|spec| Box::new(spec) as Box<dyn Component>)
}
