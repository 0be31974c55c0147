//! What components publish about themselves. This crate knows none of them by name.

use pulsarc_catalogue::Program;
use pulsarc_model::{Departure, Rollout, Stage};
use std::collections::BTreeMap;

/// What a component says about one kind of its pods.
#[derive(Debug, Clone, Copy)]
pub struct ComponentFacts {
    /// The path of its settings, by which it is the same under another name: `bookkeeper`.
    pub block: &'static str,
    /// The path of its image settings: `images.bookie`.
    pub image: &'static str,
    /// The data that its pods persist: "messages".
    pub persists: Option<&'static str>,
    /// What the number of its pods means.
    pub departure: Departure,
    /// When an apply starts its pods.
    pub stage: Stage,
    /// How a controlled rollout restarts its pods; `None` if Kubernetes restarts them.
    pub rollout: Option<Rollout>,
    /// The programs that read its config map.
    pub programs: &'static [Program],
}

/// What components publish, by the `component` label of their pods.
pub type Facts = BTreeMap<String, ComponentFacts>;
