//! Restarts of pods that keep what only a new pod gets: one at a time, from the highest ordinal, each ready before the next.

use super::model::Event;
use super::pods;
use super::record;
use super::run::{Pauses, Run};
use super::stop::Stop;
use super::trouble::Troubles;
use crate::api::Dependents;
use crate::gate::{self, pod};
use crate::inventory::{Inventory, restore_key};
use crate::metadata::{is_going, uid};
use crate::plan::{Action, Procedure};
use crate::resource::Resource;
use crate::stateful_set;
use pulsarc_diff::Identity;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Under which kind of key pending restarts are remembered.
const KIND: &str = "restart";

/// The pods that have to restart, by StatefulSet, as they are remembered in the pending revision: an end at any moment loses none
/// of them, and pods that were restarted already have other UIDs.
pub(super) async fn planned(run: &Run<'_>) -> Result<BTreeMap<String, Value>, Stop> {
    let mut planned = BTreeMap::new();
    for step in &run.plan.steps {
        let Action::By(Procedure::KeepPods { restart: true, .. }) = step.action else { continue };
        let (Some(live), Some(wanted)) =
            (run.plan.live.get(&step.object), run.plan.objects.get(&step.object))
        else {
            continue;
        };
        run.check()?;
        let all = pods::selected(run.api, live).await.map_err(|stop| stop.at(&step.object))?;
        planned.insert(key(&step.object), outdated(&all, wanted).into_iter().collect());
    }
    Ok(planned)
}

/// The UIDs of the pods with the former service name or without a claim; of all, if that is not what differs.
fn outdated(all: &[Value], wanted: &Value) -> Vec<String> {
    let service = wanted.pointer("/spec/serviceName");
    let uids = |pods: Vec<&Value>| pods.into_iter().filter_map(uid).map(str::to_owned).collect();
    let differs = |one: &&Value| one.pointer("/spec/subdomain") != service || !has_claims(wanted, one);
    let former: Vec<&Value> = all.iter().filter(differs).collect();
    uids(if former.is_empty() { all.iter().collect() } else { former })
}

/// Whether a pod has the claims that its StatefulSet gives to a new one.
fn has_claims(set: &Value, pod: &Value) -> bool {
    let list = |value: &Value, pointer: &str| {
        value.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let volumes = list(pod, "/spec/volumes");
    list(set, "/spec/volumeClaimTemplates").iter().all(|template| {
        let name = template.pointer("/metadata/name");
        volumes
            .iter()
            .any(|volume| volume.get("name") == name && volume.get("persistentVolumeClaim").is_some())
    })
}

/// The restarts that a pending revision remembers.
pub(super) fn remembered(inventory: &Inventory) -> BTreeMap<String, BTreeSet<String>> {
    let restore = inventory.pending.iter().flat_map(|pending| &pending.restore);
    restore
        .filter(|(key, _)| record::parsed(key).is_some_and(|(kind, _)| kind == KIND))
        .map(|(key, uids)| {
            let uids = uids.as_array().into_iter().flatten().filter_map(Value::as_str);
            (key.clone(), uids.map(str::to_owned).collect())
        })
        .collect()
}

/// The key of a StatefulSet.
pub(super) fn key(set: &Identity) -> String {
    restore_key(KIND, set)
}

/// What comes next in a restart.
#[derive(Debug, PartialEq)]
enum Next<'v> {
    /// Nothing: every pod is new.
    Done,
    /// Somebody else has to delete pods.
    Manual(usize),
    /// Something has to become ready first.
    Wait(String),
    /// A pod is deleted.
    Delete(&'v Value),
}

/// Restarts the pods of a StatefulSet that are still among the old ones.
pub(super) async fn roll(run: &Run<'_>, object: &Identity, old: &BTreeSet<String>) -> Result<(), Stop> {
    let resource = run.resource(object)?;
    let mut troubles = Troubles::default();
    let mut said = String::new();
    for pause in Pauses::new() {
        run.check()?;
        let Some(set) = run.api.get(resource, object).await? else {
            return Err(Stop::new("it no longer exists", "look who deletes it, then apply again").at(object));
        };
        let all = pods::selected(run.api, &set).await?;
        match next(&set, &all, old) {
            Next::Done => return Ok(()),
            Next::Manual(pods) => {
                run.note(format!(
                    "{object}: {pods} pods wait to be deleted before they get what has changed"
                ));
                return Ok(());
            }
            Next::Delete(one) => {
                run.check()?;
                run.api.delete(&Resource::pods(), &pods::identity(one), uid(one), Dependents::Delete).await?;
                run.begin_stage();
            }
            Next::Wait(why) => {
                troubles.look(run, (object, &set), &all).await?;
                troubles.forget_healed();
                if run.is_late() {
                    let advice = "apply again: it restarts the pods that are left";
                    return Err(Stop::new(format!("the restart of its pods waits: {why}"), advice).at(object));
                }
                if said != why {
                    run.report(&Event::Waiting { object: object.clone(), why: why.clone() });
                    said = why;
                }
            }
        }
        run.pause(pause).await?;
    }
    Ok(())
}

fn next<'v>(set: &Value, all: &'v [Value], old: &BTreeSet<String>) -> Next<'v> {
    let text = |pointer: &str| set.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
    let ordinal = |one: &Value| stateful_set::ordinal_of(set, one);
    let partition = stateful_set::partition(set);
    let first = stateful_set::first_updated(set);
    let own: Vec<&Value> = all.iter().filter(|one| ordinal(one).is_some()).collect();
    let is_old = |one: &&&Value| uid(one).is_some_and(|uid| old.contains(uid)) && !is_going(one);
    let left: Vec<&Value> = own.iter().filter(is_old).copied().collect();
    if left.is_empty() {
        return Next::Done;
    }
    if stateful_set::is_on_delete(set) {
        return Next::Manual(left.len());
    }
    let below = left.iter().filter(|one| ordinal(one).is_some_and(|at| at < first)).count();
    if below == left.len() {
        return Next::Manual(below);
    }
    if !gate::is_observed(set) {
        return Next::Wait("the controller has not seen the change".to_owned());
    }
    // The controller replaces the pods itself, in the same order.
    let rolls = text("/status/currentRevision") != text("/status/updateRevision") && partition == 0;
    let wanted = stateful_set::replicas(set);
    let ready = own.iter().filter(|one| pod::serves(one)).count();
    let ready = u64::try_from(ready).unwrap_or(u64::MAX);
    if rolls {
        return Next::Wait(format!("the controller replaces {} pods", left.len()));
    }
    let mut free: Vec<&&Value> = left.iter().filter(|one| ordinal(one) >= Some(first)).collect();
    free.sort_by_key(|one| ordinal(one));
    // The controller stops at the first pod that lacks a claim, and would not create a later one again.
    let stops = free.first().filter(|one| !has_claims(set, one));
    let target = stops.or(free.last());
    match target {
        // A pod that is not ready itself does not have to be waited for.
        Some(target) if ready >= wanted || (ready + 1 >= wanted && !pod::is_ready(target)) => {
            Next::Delete(target)
        }
        Some(_) => Next::Wait(format!("{ready} of {wanted} pods ready, {} still to restart", left.len())),
        None => Next::Done,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn pod(ordinal: u8, uid: &str, ready: bool) -> Value {
        let status = if ready { "True" } else { "False" };
        json!({"metadata": {"name": format!("broker-{ordinal}"), "uid": uid},
            "status": {"conditions": [{"type": "Ready", "status": status}]}})
    }

    fn set(strategy: Value) -> Value {
        let mut set = json!({"metadata": {"name": "broker", "generation": 1}, "spec": {"replicas": 3},
            "status": {"observedGeneration": 1, "currentRevision": "a", "updateRevision": "a"}});
        set["spec"]["updateStrategy"] = strategy;
        set
    }

    fn old() -> BTreeSet<String> {
        ["a", "b", "c"].map(str::to_owned).into()
    }

    fn name<'v>(next: &Next<'v>) -> &'v str {
        match next {
            Next::Delete(pod) => pod["metadata"]["name"].as_str().unwrap_or_default(),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn pods_restart_from_the_highest_one_at_a_time() {
        let rolling = set(json!({"type": "RollingUpdate"}));
        let pods = [pod(0, "a", true), pod(1, "b", true), pod(2, "c", true)];
        assert_eq!(name(&next(&rolling, &pods, &old())), "broker-2");
        let pods = [pod(0, "a", true), pod(1, "b", true), pod(2, "new", false)];
        assert!(matches!(next(&rolling, &pods, &old()), Next::Wait(_)));
        let pods = [pod(0, "a", true), pod(1, "b", true)];
        assert!(matches!(next(&rolling, &pods, &old()), Next::Wait(_)), "a pod is missing");
        let pods = [pod(0, "a", true), pod(1, "b", true), pod(2, "new", true)];
        assert_eq!(name(&next(&rolling, &pods, &old())), "broker-1");
        let pods = [pod(0, "x", true), pod(1, "y", false), pod(2, "new", true)];
        assert_eq!(next(&rolling, &pods, &old()), Next::Done);
    }

    #[test]
    fn pods_without_a_claim_restart_from_the_lowest() {
        let mut claimed = set(json!({"type": "RollingUpdate"}));
        claimed["spec"]["volumeClaimTemplates"] = json!([{"metadata": {"name": "log"}}]);
        let pods = [pod(0, "a", true), pod(1, "b", true), pod(2, "c", true)];
        assert_eq!(name(&next(&claimed, &pods, &old())), "broker-0");
        let mut new = pod(0, "new", true);
        new["spec"]["volumes"] =
            json!([{"name": "log", "persistentVolumeClaim": {"claimName": "log-broker-0"}}]);
        let pods = [new, pod(1, "b", true), pod(2, "c", true)];
        assert_eq!(name(&next(&claimed, &pods, &old())), "broker-1");
        assert_eq!(outdated(&pods[..1], &claimed), ["new"], "of all, if nothing differs");
    }

    #[test]
    fn a_pod_that_is_not_ready_itself_is_restarted() {
        let pods = [pod(0, "a", true), pod(1, "b", true), pod(2, "c", false)];
        assert_eq!(name(&next(&set(Value::Null), &pods, &old())), "broker-2");
    }

    #[test]
    fn pods_of_others_and_below_a_partition_are_left_alone() {
        let pods = [pod(0, "a", true), pod(1, "b", true), pod(2, "c", true)];
        assert_eq!(next(&set(json!({"type": "OnDelete"})), &pods, &old()), Next::Manual(3));
        let partition = |at: u8| set(json!({"rollingUpdate": {"partition": at}}));
        assert_eq!(name(&next(&partition(2), &pods, &old())), "broker-2");
        let rest = [pod(0, "a", true), pod(1, "b", true), pod(2, "new", true)];
        assert_eq!(next(&partition(2), &rest, &old()), Next::Manual(2));
    }

    #[test]
    fn a_rolling_update_of_the_controller_is_not_disturbed() {
        let mut rolling = set(Value::Null);
        rolling["status"]["updateRevision"] = "b".into();
        let pods = [pod(0, "a", true), pod(1, "b", true), pod(2, "c", true)];
        assert!(matches!(next(&rolling, &pods, &old()), Next::Wait(_)));
    }

    #[test]
    fn only_pods_with_the_former_service_restart() {
        let pods = [
            json!({"metadata": {"uid": "a"}, "spec": {"subdomain": "old"}}),
            json!({"metadata": {"uid": "b"}, "spec": {"subdomain": "new"}}),
        ];
        assert_eq!(outdated(&pods, &json!({"spec": {"serviceName": "new"}})), ["a"]);
        assert_eq!(outdated(&pods[1..], &json!({"spec": {"serviceName": "new"}})), ["b"]);
    }
}
