//! Who restarts the pods of a StatefulSet.

use super::model::RolloutMode;
use crate::plan::model::Choices;
use crate::plan::stage::component;
use crate::stateful_set;
use pulsarc_diff::Facts;
use serde_json::Value;

/// Whether pulsarc restarts the pods of a wanted object, as far as its strategy and the choices decide.
pub(in crate::plan) fn is_controlled(object: &Value, facts: &Facts, choices: &Choices) -> bool {
    let is_set = object.get("kind").and_then(Value::as_str) == Some("StatefulSet");
    let rollout = component(object).and_then(|own| facts.get(own)?.rollout);
    is_set
        && rollout.is_some()
        && match choices.rollout.mode {
            RolloutMode::Auto => stateful_set::is_on_delete(object),
            RolloutMode::Controlled => true,
            RolloutMode::Kubernetes => false,
        }
}
