//! The state of a workload, from its object and its pods.

use super::model::{PodStatus, WorkloadStatus};
use super::pods::{self, Newest};
use pulsarc_diff::Identity;
use pulsarc_model::Stage;
use serde_json::Value;

/// The kinds that have pods.
pub(super) const KINDS: [(&str, &str); 4] =
    [("apps", "StatefulSet"), ("apps", "Deployment"), ("apps", "DaemonSet"), ("batch", "Job")];

/// Whether objects of a kind have pods.
pub(super) fn has_pods(group: &str, kind: &str) -> bool {
    KINDS.contains(&(group, kind))
}

/// The state of a workload that exists.
pub(super) fn state(
    id: Identity,
    stage: Stage,
    object: &Value,
    all_pods: &[Value],
    replica_sets: &[Value],
) -> WorkloadStatus {
    let newest = newest(object, replica_sets);
    let own = pods::of_workload(object, all_pods);
    let pods: Vec<PodStatus> = own.iter().map(|pod| pods::state(pod, &newest)).collect();
    let (wanted, ready) = (wanted(object), ready(object));
    let problem = problem(object, &pods, (wanted, ready));
    WorkloadStatus { stage, object: id, wanted, ready, image: image(object), problem, pods }
}

/// The state of a workload that does not exist.
pub(super) fn absent(id: Identity, stage: Stage) -> WorkloadStatus {
    let problem = Some("it does not exist".to_owned());
    WorkloadStatus { stage, object: id, wanted: 0, ready: 0, image: None, problem, pods: Vec::new() }
}

/// The hash of the newest template: no pod is old if the controller counts none.
fn newest(object: &Value, replica_sets: &[Value]) -> Newest {
    let text =
        |pointer: &str| object.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty());
    match kind(object) {
        "StatefulSet" => text("/status/updateRevision")
            .map_or(Newest::All, |hash| Newest::Labelled("controller-revision-hash", hash.to_owned())),
        "Deployment" if is_mixed(object) => newest_replica_set(object, replica_sets)
            .map_or(Newest::All, |hash| Newest::Labelled("pod-template-hash", hash.to_owned())),
        "DaemonSet" if is_mixed(object) => object
            .pointer("/metadata/generation")
            .map_or(Newest::All, |at| Newest::Labelled("pod-template-generation", at.to_string())),
        _ => Newest::All,
    }
}

/// Whether a Deployment or a DaemonSet has pods of an older template.
pub(super) fn is_mixed(object: &Value) -> bool {
    let (updated, all) = match kind(object) {
        "Deployment" => ("/status/updatedReplicas", "/status/replicas"),
        "DaemonSet" => ("/status/updatedNumberScheduled", "/status/currentNumberScheduled"),
        _ => return false,
    };
    number(object, updated) != number(object, all)
}

/// The hash of the replica set with the revision that its Deployment names.
fn newest_replica_set<'a>(deployment: &Value, replica_sets: &'a [Value]) -> Option<&'a str> {
    let revision = |object: &Value| {
        let annotations = object.pointer("/metadata/annotations")?;
        Some(annotations.get("deployment.kubernetes.io/revision")?.as_str()?.to_owned())
    };
    let (uid, wanted) = (deployment.pointer("/metadata/uid")?, revision(deployment)?);
    let owned = |set: &&Value| {
        let owners = set.pointer("/metadata/ownerReferences").and_then(Value::as_array);
        owners.into_iter().flatten().any(|owner| owner.get("uid") == Some(uid))
    };
    let set = replica_sets.iter().filter(owned).find(|set| revision(set).as_ref() == Some(&wanted))?;
    set.pointer("/metadata/labels")?.get("pod-template-hash")?.as_str()
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
        _ => object.pointer("/spec/replicas").and_then(Value::as_u64).unwrap_or(1),
    }
}

fn ready(object: &Value) -> u64 {
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

fn problem(object: &Value, pods: &[PodStatus], (wanted, ready): (u64, u64)) -> Option<String> {
    let _ = (object, pods);
    (ready < wanted).then(|| format!("{ready} of {wanted} pods ready"))
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

    fn object(kind: &str, spec: Value, status: Value) -> Value {
        json!({ "kind": kind, "metadata": { "namespace": "ns", "name": "a", "uid": "u", "generation": 4,
            "annotations": { "deployment.kubernetes.io/revision": "7" } }, "spec": spec, "status": status })
    }

    fn pod(name: &str, label: &str, hash: &str) -> Value {
        json!({ "metadata": { "name": name, "namespace": "ns", "labels": { "app": "a", label: hash } } })
    }

    fn current(object: &Value, pods: &[Value], sets: &[Value]) -> Vec<bool> {
        let status = state(id(kind(object)), Stage::Rest, object, pods, sets);
        status.pods.iter().map(|pod| pod.current).collect()
    }

    #[test]
    fn pods_of_an_older_template_are_known_by_their_hash() {
        let selector = json!({ "selector": { "matchLabels": { "app": "a" } } });
        let set = object("StatefulSet", selector.clone(), json!({ "updateRevision": "new" }));
        let hash = "controller-revision-hash";
        assert_eq!(current(&set, &[pod("a-0", hash, "old"), pod("a-1", hash, "new")], &[]), [false, true]);

        let deployment =
            object("Deployment", selector.clone(), json!({ "replicas": 2, "updatedReplicas": 1 }));
        let replica_set = |revision: &str, hash: &str| {
            json!({ "metadata": { "ownerReferences": [{ "uid": "u" }], "labels": { "pod-template-hash": hash },
                "annotations": { "deployment.kubernetes.io/revision": revision } } })
        };
        let pods = [pod("a-x", "pod-template-hash", "old"), pod("a-y", "pod-template-hash", "new")];
        let sets = [replica_set("6", "old"), replica_set("7", "new")];
        assert_eq!(current(&deployment, &pods, &sets), [false, true]);
        let settled = object("Deployment", selector.clone(), json!({ "replicas": 2, "updatedReplicas": 2 }));
        assert_eq!(current(&settled, &pods, &[]), [true, true]);

        let daemons = json!({ "currentNumberScheduled": 2, "updatedNumberScheduled": 1 });
        let daemon_set = object("DaemonSet", selector, daemons);
        let pods = [pod("a-x", "pod-template-generation", "3"), pod("a-y", "pod-template-generation", "4")];
        assert_eq!(current(&daemon_set, &pods, &[]), [false, true]);
    }

    #[test]
    fn pods_are_counted_by_kind() {
        let count = |kind: &str, spec: Value, status: Value| {
            let status = state(id(kind), Stage::Rest, &object(kind, spec, status), &[], &[]);
            (status.wanted, status.ready)
        };
        assert_eq!(count("StatefulSet", json!({ "replicas": 3 }), json!({ "readyReplicas": 2 })), (3, 2));
        assert_eq!(count("Deployment", json!({}), json!({})), (1, 0));
        assert_eq!(count("Job", json!({ "completions": 2 }), json!({ "succeeded": 2 })), (2, 2));
        let daemons = json!({ "desiredNumberScheduled": 5, "numberReady": 4 });
        assert_eq!(count("DaemonSet", json!({}), daemons), (5, 4));
        assert!(absent(id("StatefulSet"), Stage::Rest).problem.is_some());
    }
}
