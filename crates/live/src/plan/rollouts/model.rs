//! Rollouts, as data.

use pulsarc_diff::Identity;
use pulsarc_model::{Role, Stage};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;

/// Who restarts the pods of Pulsar's components.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RolloutMode {
    /// pulsarc where `updateStrategy.type` is `OnDelete`, and where an earlier run has begun a controlled rollout; else Kubernetes.
    #[default]
    Auto,
    /// pulsarc, whatever the update strategy.
    Controlled,
    /// Kubernetes.
    Kubernetes,
}

/// How pods are restarted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct RolloutChoices {
    /// Who restarts them.
    pub mode: RolloutMode,
    /// How many brokers may be restarted at once.
    pub max_parallel: NonZeroU32,
    /// After how many pods of a component the apply stops, for a look at them.
    pub pause_after: Option<NonZeroU32>,
    /// Whether bundles are moved back to each replaced broker.
    pub rebalance: bool,
}

impl Default for RolloutChoices {
    fn default() -> Self {
        Self { mode: RolloutMode::Auto, max_parallel: NonZeroU32::MIN, pause_after: None, rebalance: false }
    }
}

/// The pods of a StatefulSet that an apply restarts itself.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rollout {
    /// The StatefulSet.
    pub workload: Identity,
    /// What its pods are to Pulsar.
    pub role: Role,
    /// The stage.
    pub stage: Stage,
    /// The pods that restart, the highest ordinal first. Which of them is the leader, and so the last, is asked before each one.
    pub pods: Vec<String>,
    /// The sizes that an ensemble goes through, one server more or less each time; none if its size stays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sizes: Vec<u64>,
    /// Everything that is done and called, a sentence each, in order.
    pub steps: Vec<String>,
    /// Whether the StatefulSet gets the update strategy `OnDelete` until its pods are new.
    pub holds: bool,
    /// How.
    #[serde(skip)]
    pub choices: RolloutChoices,
    /// Where each pod answers.
    #[serde(skip)]
    pub endpoint: pulsarc_model::Endpoint,
}
