//! What a rollout does and calls, in words, before it begins.

mod bookie;
mod broker;
mod worker;
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
        Role::Broker => steps.extend(broker::steps(pods, choices)),
        Role::FunctionWorker => steps.extend(worker::steps(pods)),
        Role::Proxy => steps.extend(worker::of_proxies(pods)),
    }
    if let Some(pods) = choices.pause_after.filter(|most| (most.get() as usize) < pods.len()) {
        steps.push(format!("stop after {pods} pods; apply again to continue"));
    }
    if holds {
        steps.push(format!("set spec.updateStrategy of {id} as configured"));
    }
    steps
}
