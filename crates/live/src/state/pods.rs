//! The state of pods, and which pods belong to a workload.

use super::model::PodStatus;
use crate::gate::pod::{containers, is_ready};
use crate::metadata::is_going;
use serde_json::{Map, Value};

/// Which pods of a workload run its newest template.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Newest {
    /// All of them.
    All,
    /// Those with this value of a label: the hash of the template.
    Labelled(&'static str, String),
}

impl Newest {
    /// Whether a pod runs the newest template.
    fn has(&self, pod: &Value) -> bool {
        match self {
            Self::All => true,
            Self::Labelled(key, value) => {
                let label = pod.pointer("/metadata/labels").and_then(|labels| labels.get(key));
                label.and_then(Value::as_str) == Some(value)
            }
        }
    }
}

/// The pods that a workload's selector finds in its namespace, by name; numbers in names count as numbers.
pub(super) fn of_workload<'a>(workload: &Value, pods: &'a [Value]) -> Vec<&'a Value> {
    let none = Map::new();
    let labels = workload.pointer("/spec/selector/matchLabels").and_then(Value::as_object).unwrap_or(&none);
    let namespace = workload.pointer("/metadata/namespace");
    let matches = |pod: &&Value| {
        let own = pod.pointer("/metadata/labels");
        let has = |key: &String, value: &Value| own.and_then(|own| own.get(key)) == Some(value);
        !labels.is_empty()
            && pod.pointer("/metadata/namespace") == namespace
            && labels.iter().all(|(key, value)| has(key, value))
    };
    let mut found: Vec<&Value> = pods.iter().filter(matches).collect();
    found.sort_by_key(|pod| {
        let name = pod.pointer("/metadata/name").and_then(Value::as_str).unwrap_or_default();
        let ordinal = name.rsplit_once('-').and_then(|(start, end)| Some((start, end.parse::<u64>().ok()?)));
        ordinal.map_or((name, 0), |(start, ordinal)| (start, ordinal))
    });
    found
}

/// The state of a pod.
pub(super) fn state(pod: &Value, newest: &Newest) -> PodStatus {
    let text = |pointer: &str| pod.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    PodStatus {
        name: text("/metadata/name").unwrap_or_default(),
        phase: phase(pod),
        ready: is_ready(pod),
        restarts: containers(pod).filter_map(|status| status.get("restartCount")?.as_u64()).sum(),
        node: text("/spec/nodeName"),
        current: newest.has(pod),
    }
}

/// What kubectl shows as the status of a pod: the reason that it does not run, else its phase.
fn phase(pod: &Value) -> String {
    let text = |pointer: &str| pod.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty());
    if is_going(pod) {
        return "Terminating".to_owned();
    }
    let reason = |status: &Value| {
        let text = |pointer: &str| status.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
        let exit = status.pointer("/state/terminated/exitCode").and_then(Value::as_i64);
        text("/state/waiting/reason")
            // A pod whose init containers still run says so of every other container.
            .filter(|reason| !matches!(reason.as_str(), "PodInitializing" | "ContainerCreating"))
            .or_else(|| text("/state/terminated/reason").filter(|_| exit.is_some_and(|code| code != 0)))
    };
    if let Some(reason) = containers(pod).find_map(reason) {
        return reason;
    }
    if let Some(reason) = text("/status/reason") {
        return reason.to_owned();
    }
    let phase = text("/status/phase").unwrap_or("Unknown");
    let conditions = pod.pointer("/status/conditions").and_then(Value::as_array);
    let unscheduled = conditions.into_iter().flatten().find(|condition| {
        let text = |key: &str| condition.get(key).and_then(Value::as_str);
        text("type") == Some("PodScheduled") && text("status") == Some("False")
    });
    let why = unscheduled.and_then(|condition| condition.get("reason")?.as_str());
    if phase == "Pending" { why.unwrap_or(phase).to_owned() } else { phase.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[allow(clippy::needless_pass_by_value, reason = "calls read better")]
    fn pod(name: &str, status: Value) -> Value {
        json!({
            "metadata": { "name": name, "namespace": "ns", "labels": { "component": "broker", "controller-revision-hash": "b-1" } },
            "spec": { "nodeName": "n1" }, "status": status,
        })
    }

    #[test]
    fn a_pod_that_does_not_run_says_why() {
        let of = |status: Value| phase(&pod("a", status));
        assert_eq!(of(json!({ "phase": "Running" })), "Running");
        assert_eq!(of(json!({})), "Unknown");
        let waiting = |list: &str, reason: &str| json!({ "phase": "Pending", list: [{ "state": { "waiting": { "reason": reason } } }] });
        assert_eq!(of(waiting("containerStatuses", "ImagePullBackOff")), "ImagePullBackOff");
        assert_eq!(of(waiting("initContainerStatuses", "CrashLoopBackOff")), "CrashLoopBackOff");
        assert_eq!(of(waiting("containerStatuses", "ContainerCreating")), "Pending");
        let ended = |code: i64, reason: &str| {
            json!({ "phase": "Running",
                "containerStatuses": [{ "state": { "terminated": { "exitCode": code, "reason": reason } } }] })
        };
        assert_eq!(of(ended(137, "OOMKilled")), "OOMKilled");
        assert_eq!(of(ended(0, "Completed")), "Running");
        assert_eq!(of(json!({ "phase": "Failed", "reason": "Evicted" })), "Evicted");
        let unscheduled = json!({ "phase": "Pending", "conditions": [
            { "type": "PodScheduled", "status": "False", "reason": "Unschedulable" }] });
        assert_eq!(of(unscheduled), "Unschedulable");
        let mut going = pod("a", json!({ "phase": "Running" }));
        going["metadata"]["deletionTimestamp"] = "2026-01-01T00:00:00Z".into();
        assert_eq!(phase(&going), "Terminating");
    }

    #[test]
    fn a_pod_counts_the_restarts_of_all_containers() {
        let status = json!({ "phase": "Running", "conditions": [{ "type": "Ready", "status": "True" }],
            "initContainerStatuses": [{ "restartCount": 1 }], "containerStatuses": [{ "restartCount": 2 }] });
        let state = state(&pod("a", status), &Newest::Labelled("controller-revision-hash", "b-2".to_owned()));
        assert_eq!((state.restarts, state.ready, state.current), (3, true, false));
        assert_eq!(state.node.as_deref(), Some("n1"));
    }

    #[test]
    fn pods_are_found_by_the_selector_and_sorted_by_number() {
        let workload = json!({ "metadata": { "namespace": "ns" },
            "spec": { "selector": { "matchLabels": { "component": "broker" } } } });
        let mut all: Vec<Value> = [10, 2, 0].map(|at| pod(&format!("broker-{at}"), json!({}))).into();
        let mut other = pod("other", json!({}));
        other["metadata"]["labels"]["component"] = "proxy".into();
        let mut elsewhere = pod("elsewhere", json!({}));
        elsewhere["metadata"]["namespace"] = "other".into();
        all.extend([other, elsewhere]);
        let names: Vec<&str> = of_workload(&workload, &all)
            .into_iter()
            .filter_map(|pod| pod.pointer("/metadata/name")?.as_str())
            .collect();
        assert_eq!(names, ["broker-0", "broker-2", "broker-10"]);
        assert!(of_workload(&json!({ "metadata": { "namespace": "ns" } }), &all).is_empty());
    }
}
