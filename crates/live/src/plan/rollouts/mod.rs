//! Which pods an apply restarts itself, and what it does and calls for each.

pub(super) mod model;
mod steps;

pub use model::{Rollout, RolloutChoices, RolloutMode};

use super::model::{Action, Choices, Procedure, Step};
use super::procedures::changes;
use super::stage::{Stages, component};
use crate::inventory::Inventory;
use crate::release::Wanted;
use crate::stateful_set;
use pulsarc_diff::{Changes, Facts, Identity};
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The key of a StatefulSet whose pods an apply restarts itself, in what a pending revision remembers.
pub(crate) fn key(set: &Identity) -> String {
    format!("rollout/{}/{}", set.namespace.as_deref().unwrap_or_default(), set.name)
}

/// Whether pulsarc restarts the pods of a wanted object, as far as its strategy and the choices decide.
pub(super) fn is_controlled(object: &Value, facts: &Facts, choices: &Choices) -> bool {
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

/// What the rollouts of a plan follow from.
pub(super) struct Basis<'a> {
    pub(super) wanted: &'a Wanted,
    pub(super) inventory: &'a Inventory,
    pub(super) choices: &'a Choices,
    pub(super) steps: &'a [Step],
    pub(super) changes: &'a Changes,
    pub(super) live: &'a BTreeMap<Identity, Value>,
    pub(super) pods: &'a [Value],
}

/// The rollouts, by stage.
pub(super) fn rollouts(basis: &Basis<'_>) -> Vec<Rollout> {
    let stages = Stages::of(&basis.wanted.facts, basis.wanted.objects.iter());
    let mut found: Vec<Rollout> =
        basis.wanted.objects.iter().filter_map(|object| basis.rollout(object, &stages)).collect();
    found.sort_by(|one, other| (one.stage, &one.workload).cmp(&(other.stage, &other.workload)));
    found
}

impl Basis<'_> {
    fn rollout(&self, object: &Value, stages: &Stages<'_>) -> Option<Rollout> {
        let id = self.wanted.identity(object);
        let begun = self.choices.rollout.mode == RolloutMode::Auto && self.is_begun(&id);
        if !begun && !is_controlled(object, &self.wanted.facts, self.choices) {
            return None;
        }
        let rollout = self.wanted.facts.get(component(object)?)?.rollout?;
        let live = self.live.get(&id)?;
        let pods = self.pods(&id, live)?;
        let holds = !stateful_set::is_on_delete(object);
        let left_held = holds && stateful_set::is_on_delete(live) && begun;
        (!pods.is_empty() || left_held).then(|| {
            let choices = self.choices.rollout;
            Rollout {
                steps: steps::of(rollout.role, &pods, choices, holds.then_some(&id)),
                workload: id,
                role: rollout.role,
                stage: stages.stage(object),
                pods,
                holds,
                choices,
                endpoint: rollout.endpoint,
            }
        })
    }

    /// Whether an earlier run has begun to restart the pods itself.
    fn is_begun(&self, set: &Identity) -> bool {
        self.inventory.pending.as_ref().is_some_and(|pending| pending.restore.contains_key(&key(set)))
    }

    /// The pods that have to restart, the highest ordinal first; none if the StatefulSet is created again with its pods.
    fn pods(&self, id: &Identity, live: &Value) -> Option<Vec<String>> {
        let step = self.steps.iter().find(|step| step.object == *id);
        let all = match step.map(|step| &step.action) {
            Some(Action::Create | Action::Delete | Action::By(Procedure::WithPods | Procedure::Recreate)) => {
                return None;
            }
            Some(Action::By(Procedure::KeepPods { restart: true, .. })) => true,
            Some(Action::Update | Action::By(Procedure::KeepPods { .. })) => {
                let change = self.changes.changes.iter().find(|change| change.object == *id);
                change.is_some_and(|change| changes(change, "spec.template"))
            }
            None => false,
        };
        let mut own: Vec<(u64, &Value)> =
            self.pods.iter().filter_map(|pod| Some((stateful_set::ordinal_of(live, pod)?, pod))).collect();
        own.retain(|(_, pod)| all || stateful_set::is_outdated(live, pod));
        own.sort_by_key(|(ordinal, _)| Reverse(*ordinal));
        Some(own.into_iter().map(|(ordinal, _)| format!("{}-{ordinal}", id.name)).collect())
    }
}
