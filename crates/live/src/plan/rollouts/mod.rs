//! Which pods an apply restarts itself, and what it does and calls for each.

pub(super) mod controlled;
mod ensemble;
pub(super) mod model;
mod steps;

pub(crate) use ensemble::{Size as EnsembleSize, Step as EnsembleStep};
pub use model::{Rollout, RolloutChoices, RolloutMode};

use super::model::{Action, Choices, Procedure, Step};
use super::procedures::changes;
use super::stage::{Stages, component};
use crate::inventory::{Inventory, restore_key};
use crate::release::Wanted;
use crate::stateful_set;
use controlled::is_controlled;
use pulsarc_diff::{Changes, Consequence, Identity, Kind};
use pulsarc_model::Role;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Under which kind of key a pending revision remembers a StatefulSet whose pods an apply restarts itself.
pub(crate) const ROLLOUT: &str = "rollout";

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

/// Makes the changes say that a rollout changes the size of an ensemble step by step, in place of the dangers of a single step.
pub(super) fn explain(changes: &mut Changes, rollouts: &[Rollout]) {
    for rollout in rollouts.iter().filter(|rollout| !rollout.sizes.is_empty()) {
        let sizes: Vec<String> = rollout.sizes.iter().map(u64::to_string).collect();
        let why = format!(
            "the rollout goes to {} servers, one at a time; each time every server restarts with the new list before the next step",
            sizes.join(", then ")
        );
        let safe = Consequence { why: Some(why), ..Consequence::plain(Kind::InPlace) };
        for change in changes.changes.iter_mut().filter(|change| change.object == rollout.workload) {
            for field in change.fields.iter_mut().filter(|field| field.path == "spec.replicas") {
                let dangers = std::mem::replace(&mut field.consequences, vec![safe.clone()]);
                change.consequences.retain(|one| !dangers.contains(one));
                change.consequences.push(safe.clone());
            }
            change.consequences.sort();
        }
    }
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
        let is_ensemble = rollout.role == Role::ZooKeeper;
        let sizes = if is_ensemble { ensemble::sizes(live, object) } else { Vec::new() };
        let size = EnsembleSize::of(live).map_or(0, |size| size.servers);
        (!pods.is_empty() || !sizes.is_empty() || left_held).then(|| {
            let choices = self.choices.rollout;
            Rollout {
                steps: steps::of(rollout.role, (&id, &pods), (size, &sizes), (choices, holds)),
                workload: id,
                role: rollout.role,
                stage: stages.stage(object),
                pods,
                sizes,
                holds,
                choices,
                endpoint: rollout.endpoint,
            }
        })
    }

    /// Whether an earlier run has begun to restart the pods itself.
    fn is_begun(&self, set: &Identity) -> bool {
        self.inventory
            .pending
            .as_ref()
            .is_some_and(|pending| pending.restore.contains_key(&restore_key(ROLLOUT, set)))
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

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_diff::{ComponentFacts, Facts, compare};
    use pulsarc_model::{Departure, Endpoint, Members, Stage};
    use serde_json::json;

    fn facts() -> Facts {
        let endpoint = Endpoint::plain("clientPort", 2181);
        let voters = ComponentFacts {
            block: "zookeeper",
            image: "images.zookeeper",
            persists: Some("the metadata"),
            departure: Departure { members: Members::Voters, ..Departure::UNNOTICED },
            stage: Stage::Metadata,
            rollout: Some(pulsarc_model::Rollout { role: Role::ZooKeeper, endpoint }),
            programs: &[],
        };
        Facts::from([("zk".to_owned(), voters)])
    }

    fn ensemble_of(servers: u64) -> Value {
        let list: Vec<String> = (0..servers).map(|at| format!("zk-{at}")).collect();
        let container =
            json!({"name": "zk", "env": [{"name": "ZOOKEEPER_SERVERS", "value": list.join(",")}]});
        json!({"apiVersion": "apps/v1", "kind": "StatefulSet",
            "metadata": {"name": "zk", "namespace": "ns", "labels": {"component": "zk"}},
            "spec": {"replicas": servers, "updateStrategy": {"type": "OnDelete"},
                "volumeClaimTemplates": [{"metadata": {"name": "data"}}],
                "template": {"metadata": {"labels": {"component": "zk"}}, "spec": {"containers": [container]}}}})
    }

    fn rollout(sizes: Vec<u64>, id: &Identity) -> Rollout {
        let own = facts()["zk"].rollout.expect("it has one");
        Rollout {
            workload: id.clone(),
            role: own.role,
            stage: Stage::Metadata,
            pods: Vec::new(),
            sizes,
            steps: Vec::new(),
            holds: false,
            choices: RolloutChoices::default(),
            endpoint: own.endpoint,
        }
    }

    #[test]
    fn an_ensemble_that_changes_step_by_step_needs_no_acceptance() {
        for (from, to) in [(3, 5), (5, 3)] {
            let mut changes = compare(&[ensemble_of(from)], &[ensemble_of(to)], "ns", &facts());
            let id = changes.changes[0].object.clone();
            assert!(changes.changes[0].has(Kind::Stepwise), "in one step it is not safe");
            explain(&mut changes, &[rollout(Vec::new(), &id)]);
            assert!(changes.changes[0].has(Kind::Stepwise), "a rollout without steps changes nothing");
            explain(&mut changes, &[rollout(ensemble::sizes(&ensemble_of(from), &ensemble_of(to)), &id)]);
            assert!(!changes.changes[0].worst().is_dangerous(), "{:?}", changes.changes[0].consequences);
        }
    }
}
