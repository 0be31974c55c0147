//! What a rollout does and calls, in words, before it begins.

mod bookie;
mod zookeeper;

use super::model::RolloutChoices;
use pulsarc_diff::Identity;
use pulsarc_model::Role;

/// Everything that is done, a sentence each, in order. `sizes` is that of an ensemble now, and those that it goes through.
pub(super) fn of(
    role: Role,
    (id, pods): (&Identity, &[String]),
    sizes: (u64, &[u64]),
    (choices, holds): (RolloutChoices, bool),
) -> Vec<String> {
    let mut steps = Vec::new();
    if holds {
        steps.push(format!(
            "set spec.updateStrategy.type of {id} to OnDelete, so that Kubernetes restarts no pod meanwhile"
        ));
    }
    match role {
        Role::ZooKeeper => steps.extend(zookeeper::steps(id, pods, sizes)),
        Role::Bookie => steps.extend(bookie::steps(pods)),
        _ => steps.extend(of_role(role, pods, choices)),
    }
    if let Some(pods) = choices.pause_after.filter(|most| (most.get() as usize) < pods.len()) {
        steps.push(format!("stop after {pods} pods; apply again to continue"));
    }
    if holds {
        steps.push(format!("set spec.updateStrategy of {id} as configured"));
    }
    steps
}

fn of_role(_role: Role, pods: &[String], _choices: RolloutChoices) -> Vec<String> {
    pods.iter().map(|pod| format!("delete {pod}, and wait until its replacement is ready")).collect()
}
