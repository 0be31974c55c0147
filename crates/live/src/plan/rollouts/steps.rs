//! What a rollout does and calls, in words, before it begins.

mod broker;
mod worker;

use super::model::RolloutChoices;
use pulsarc_diff::Identity;
use pulsarc_model::Role;

/// Everything that is done, a sentence each, in order. `held` is the StatefulSet whose update strategy is changed meanwhile.
pub(super) fn of(
    role: Role,
    pods: &[String],
    choices: RolloutChoices,
    held: Option<&Identity>,
) -> Vec<String> {
    let mut steps = Vec::new();
    if let Some(set) = held {
        steps.push(format!(
            "set spec.updateStrategy.type of {set} to OnDelete, so that Kubernetes restarts no pod meanwhile"
        ));
    }
    steps.extend(of_role(role, pods, choices));
    if let Some(pods) = choices.pause_after.filter(|most| (most.get() as usize) < pods.len()) {
        steps.push(format!("stop after {pods} pods; apply again to continue"));
    }
    if let Some(set) = held {
        steps.push(format!("set spec.updateStrategy of {set} as configured"));
    }
    steps
}

fn of_role(role: Role, pods: &[String], choices: RolloutChoices) -> Vec<String> {
    match role {
        Role::Broker => broker::steps(pods, choices),
        Role::FunctionWorker => worker::steps(pods),
        Role::Proxy => worker::of_proxies(pods),
        _ => {
            pods.iter().map(|pod| format!("delete {pod}, and wait until its replacement is ready")).collect()
        }
    }
}
