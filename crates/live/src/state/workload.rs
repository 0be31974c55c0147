//! The state of a workload, from its object and its pods.

use super::model::WorkloadStatus;
use super::pods::{self, Newest};
use crate::gate::{self, Readiness, Surroundings};
use crate::metadata::is_going;
use crate::stateful_set;
use pulsarc_diff::Identity;
use pulsarc_model::Stage;
use serde_json::Value;
use std::collections::BTreeMap;

/// Whether objects of a kind have pods.
pub(super) fn has_pods(group: &str, kind: &str) -> bool {
    gate::WORKLOADS.contains(&(group, kind))
}

/// The state of a workload.
pub(super) struct WorkloadState {
    /// As it is shown.
    pub(super) shown: WorkloadStatus,
    /// Whether it is as far as an apply brings it.
    pub(super) ready: bool,
}

/// The state of a workload that exists.
pub(super) fn state(id: Identity, stage: Stage, object: &Value, all_pods: &[Value]) -> WorkloadState {
    let own = pods::of_workload(object, all_pods);
    let newest = newest(object, &own);
    let readiness = gate::readiness(object, Surroundings { classes: None, addresses: false });
    let (ready, problem) = match readiness {
        Readiness::Ready => (true, None),
        Readiness::Manual(rest) => (true, Some(rest)),
        Readiness::Failed { why, .. } => (false, Some(why)),
        Readiness::Waiting(why) => {
            let trouble =
                own.iter().find_map(|pod| Some(format!("{}: {}", name(pod), gate::pod::trouble(pod)?.why)));
            (false, Some(trouble.unwrap_or(why)))
        }
    };
    let shown = WorkloadStatus {
        stage,
        object: id,
        wanted: wanted(object),
        ready: ready_pods(object),
        image: image(object),
        problem,
        pods: own.iter().map(|pod| pods::state(pod, &newest)).collect(),
    };
    WorkloadState { shown, ready }
}

/// The state of a workload that does not exist.
pub(super) fn absent(id: Identity, stage: Stage) -> WorkloadState {
    let problem = Some("it does not exist".to_owned());
    let shown =
        WorkloadStatus { stage, object: id, wanted: 0, ready: 0, image: None, problem, pods: Vec::new() };
    WorkloadState { shown, ready: false }
}

/// Which pods have the newest template: all, if the controller counts no other.
fn newest(object: &Value, pods: &[&Value]) -> Newest {
    let text =
        |pointer: &str| object.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty());
    match kind(object) {
        "StatefulSet" => text("/status/updateRevision")
            .map_or(Newest::All, |hash| Newest::Labelled("controller-revision-hash", hash.to_owned())),
        "Deployment" if is_mixed(object) => {
            newest_hash(object, pods).map_or(Newest::All, |hash| Newest::Labelled(HASH, hash))
        }
        "DaemonSet" if is_mixed(object) => object
            .pointer("/metadata/generation")
            .map_or(Newest::All, |at| Newest::Labelled("pod-template-generation", at.to_string())),
        _ => Newest::All,
    }
}

/// Whether a Deployment or a `DaemonSet` has pods of an older template.
fn is_mixed(object: &Value) -> bool {
    let (updated, all) = match kind(object) {
        "Deployment" => ("/status/updatedReplicas", "/status/replicas"),
        "DaemonSet" => ("/status/updatedNumberScheduled", "/status/currentNumberScheduled"),
        _ => return false,
    };
    number(object, updated) != number(object, all)
}

/// The label of a Deployment's pods with the hash of their template.
const HASH: &str = "pod-template-hash";

/// The hash of the newest template of a Deployment: that of as many pods as the controller counts, of two such the one whose pods
/// are younger. No right to read replica sets is needed for it.
fn newest_hash(deployment: &Value, pods: &[&Value]) -> Option<String> {
    let updated = number(deployment, "/status/updatedReplicas");
    let mut hashes: BTreeMap<&str, (u64, &str)> = BTreeMap::new();
    for pod in pods.iter().filter(|pod| !is_going(pod)) {
        let Some(hash) = pod.pointer("/metadata/labels").and_then(|labels| labels.get(HASH)?.as_str()) else {
            continue;
        };
        let made = pod.pointer("/metadata/creationTimestamp").and_then(Value::as_str).unwrap_or_default();
        let (count, youngest) = hashes.entry(hash).or_default();
        *count += 1;
        *youngest = made.max(youngest);
    }
    let newest = hashes.into_iter().max_by_key(|(_, (count, youngest))| (*count == updated, *youngest))?;
    // No pod has it yet, if the count of none is right.
    if newest.1.0 == updated { Some(newest.0.to_owned()) } else { Some(String::new()) }
}

fn kind(object: &Value) -> &str {
    object.get("kind").and_then(Value::as_str).unwrap_or_default()
}

fn number(object: &Value, pointer: &str) -> u64 {
    object.pointer(pointer).and_then(Value::as_u64).unwrap_or_default()
}

/// The pods that are wanted at once; of a job, how many have to complete.
fn wanted(object: &Value) -> u64 {
    match kind(object) {
        "DaemonSet" => number(object, "/status/desiredNumberScheduled"),
        "Job" => object.pointer("/spec/completions").and_then(Value::as_u64).unwrap_or(1),
        _ => stateful_set::replicas(object),
    }
}

fn ready_pods(object: &Value) -> u64 {
    match kind(object) {
        "DaemonSet" => number(object, "/status/numberReady"),
        "Job" => number(object, "/status/succeeded"),
        _ => number(object, "/status/readyReplicas"),
    }
}

/// The image of the first container.
fn image(object: &Value) -> Option<String> {
    object.pointer("/spec/template/spec/containers/0/image")?.as_str().map(str::to_owned)
}

fn name(object: &Value) -> &str {
    object.pointer("/metadata/name").and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn id(kind: &str) -> Identity {
        Identity {
            group: "apps".to_owned(),
            kind: kind.to_owned(),
            namespace: Some("ns".to_owned()),
            name: "a".to_owned(),
        }
    }

    #[allow(clippy::needless_pass_by_value, reason = "calls read better")]
    fn object(kind: &str, spec: Value, status: Value) -> Value {
        let version = if kind == "Job" { "batch/v1" } else { "apps/v1" };
        json!({ "apiVersion": version, "kind": kind, "metadata": { "namespace": "ns", "name": "a", "generation": 4 },
            "spec": spec, "status": status })
    }

    fn pod(name: &str, label: &str, hash: &str) -> Value {
        json!({ "metadata": { "name": name, "namespace": "ns", "creationTimestamp": format!("2026-01-01T00:00:0{}Z", name.len()),
            "labels": { "app": "a", label: hash } } })
    }

    fn current(object: &Value, pods: &[Value]) -> Vec<bool> {
        let state = state(id(kind(object)), Stage::Rest, object, pods);
        state.shown.pods.iter().map(|pod| pod.current).collect()
    }

    #[test]
    fn pods_of_an_older_template_are_known_by_their_hash() {
        let selector = json!({ "selector": { "matchLabels": { "app": "a" } } });
        let set = object("StatefulSet", selector.clone(), json!({ "updateRevision": "new" }));
        let hash = "controller-revision-hash";
        assert_eq!(current(&set, &[pod("a-0", hash, "old"), pod("a-1", hash, "new")]), [false, true]);

        let deployment = |replicas: u64, updated: u64| {
            object(
                "Deployment",
                selector.clone(),
                json!({ "replicas": replicas, "updatedReplicas": updated }),
            )
        };
        let pods = [pod("a-x", HASH, "old"), pod("a-y", HASH, "old"), pod("a-z", HASH, "new")];
        assert_eq!(current(&deployment(3, 1), &pods), [false, false, true]);
        assert_eq!(current(&deployment(3, 3), &pods), [true, true, true]);
        // As many of each: the younger ones are the new.
        assert_eq!(
            current(&deployment(2, 1), &[pod("a-x", HASH, "old"), pod("a-zz", HASH, "new")]),
            [false, true]
        );
        // The first new pod is not there yet.
        assert_eq!(
            current(&deployment(2, 0), &[pod("a-x", HASH, "old"), pod("a-y", HASH, "old")]),
            [false, false]
        );

        let daemons = json!({ "currentNumberScheduled": 2, "updatedNumberScheduled": 1 });
        let daemon_set = object("DaemonSet", selector.clone(), daemons);
        let pods = [pod("a-x", "pod-template-generation", "3"), pod("a-y", "pod-template-generation", "4")];
        assert_eq!(current(&daemon_set, &pods), [false, true]);
    }

    #[test]
    fn pods_are_counted_by_kind() {
        let count = |kind: &str, spec: Value, status: Value| {
            let state = state(id(kind), Stage::Rest, &object(kind, spec, status), &[]);
            (state.shown.wanted, state.shown.ready)
        };
        assert_eq!(count("StatefulSet", json!({ "replicas": 3 }), json!({ "readyReplicas": 2 })), (3, 2));
        assert_eq!(count("Deployment", json!({}), json!({})), (1, 0));
        assert_eq!(count("Job", json!({ "completions": 2 }), json!({ "succeeded": 2 })), (2, 2));
        let daemons = json!({ "desiredNumberScheduled": 5, "numberReady": 4 });
        assert_eq!(count("DaemonSet", json!({}), daemons), (5, 4));
    }

    #[test]
    fn a_pod_that_cannot_start_is_the_problem_of_its_workload() {
        let selector = json!({ "replicas": 2, "selector": { "matchLabels": { "app": "a" } } });
        let set = object("StatefulSet", selector, json!({ "readyReplicas": 1, "observedGeneration": 4 }));
        let mut broken = pod("a-1", "x", "y");
        broken["status"] = json!({ "phase": "Pending", "containerStatuses": [
            { "name": "broker", "state": { "waiting": { "reason": "ImagePullBackOff", "message": "no such image" } } }] });
        let state = state(id("StatefulSet"), Stage::Brokers, &set, &[broken]);
        let problem = state.shown.problem.unwrap_or_default();
        assert!(
            !state.ready && problem.starts_with("a-1: ") && problem.contains("no such image"),
            "{problem}"
        );
        assert!(!absent(id("StatefulSet"), Stage::Rest).ready);
    }
}
