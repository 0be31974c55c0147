//! The pods of a workload.

use super::stop::Stop;
use crate::api::Api;
use crate::resource::Resource;
use crate::stateful_set;
use pulsarc_diff::Identity;
use serde_json::Value;

/// The pods that a workload's selector finds.
pub(super) async fn selected(api: &Api, workload: &Value) -> Result<Vec<Value>, Stop> {
    let Some(selector) = selector(workload) else { return Ok(Vec::new()) };
    let namespace = workload.pointer("/metadata/namespace").and_then(Value::as_str);
    Ok(api.list(&Resource::pods(), namespace, Some(&selector)).await?)
}

/// A workload's selector as a query; none if it selects nothing or everything.
fn selector(workload: &Value) -> Option<String> {
    let selector = workload.pointer("/spec/selector")?;
    let labels = selector.get("matchLabels").and_then(Value::as_object);
    let equal =
        labels.into_iter().flatten().filter_map(|(key, value)| Some(format!("{key}={}", value.as_str()?)));
    let expressions = selector.get("matchExpressions").and_then(Value::as_array);
    let terms: Vec<String> = equal.chain(expressions.into_iter().flatten().filter_map(term)).collect();
    (!terms.is_empty()).then(|| terms.join(","))
}

fn term(expression: &Value) -> Option<String> {
    let key = expression.get("key")?.as_str()?;
    let values = expression.get("values").and_then(Value::as_array);
    let values: Vec<&str> = values.into_iter().flatten().filter_map(Value::as_str).collect();
    match expression.get("operator")?.as_str()? {
        "In" => Some(format!("{key} in ({})", values.join(","))),
        "NotIn" => Some(format!("{key} notin ({})", values.join(","))),
        "Exists" => Some(key.to_owned()),
        "DoesNotExist" => Some(format!("!{key}")),
        _ => None,
    }
}

/// The UID of the controller that owns an object.
pub(super) fn owner(object: &Value) -> Option<&str> {
    let owners = object.pointer("/metadata/ownerReferences")?.as_array()?;
    let controls = |owner: &&Value| owner.get("controller").and_then(Value::as_bool) == Some(true);
    owners.iter().find(controls)?.get("uid")?.as_str()
}

/// The identity of a pod.
pub(super) fn identity(pod: &Value) -> Identity {
    let text = |pointer: &str| pod.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    Identity {
        group: String::new(),
        kind: "Pod".to_owned(),
        namespace: text("/metadata/namespace"),
        name: text("/metadata/name").unwrap_or_default(),
    }
}

/// The label of a pod that names the template it was made of.
fn template<'a>(pod: &'a Value, label: &str) -> Option<&'a str> {
    pod.pointer("/metadata/labels")?.get(label)?.as_str()
}

/// The pods whose trouble concerns the newest template of a workload. An old pod that will be replaced whatever becomes of it is
/// none.
pub(super) fn concerned<'v>(workload: &Value, pods: &'v [Value]) -> Vec<&'v Value> {
    let text = |pointer: &str| workload.pointer(pointer).and_then(Value::as_str);
    match text("/kind") {
        Some("StatefulSet") => {
            let replaces_all = text("/spec/podManagementPolicy") == Some("Parallel")
                && !stateful_set::is_on_delete(workload);
            let is_replaced = |pod: &Value| replaces_all && stateful_set::is_outdated(workload, pod);
            pods.iter().filter(|pod| !is_replaced(pod)).collect()
        }
        Some("Deployment") => {
            let created = |pod: &&Value| {
                pod.pointer("/metadata/creationTimestamp").and_then(Value::as_str).map(str::to_owned)
            };
            let newest = pods.iter().max_by_key(created).and_then(|pod| template(pod, "pod-template-hash"));
            let any = workload.pointer("/status/updatedReplicas").and_then(Value::as_u64).unwrap_or(0) > 0;
            pods.iter().filter(|pod| any && template(pod, "pod-template-hash") == newest).collect()
        }
        _ => pods.iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_selector_is_a_query() {
        let set = json!({"spec": {"selector": {"matchLabels": {"app": "pulsar", "component": "broker"},
            "matchExpressions": [{"key": "tier", "operator": "In", "values": ["a", "b"]}, {"key": "old", "operator": "DoesNotExist"}]}}});
        assert_eq!(selector(&set).as_deref(), Some("app=pulsar,component=broker,tier in (a,b),!old"));
        assert_eq!(selector(&json!({"spec": {"selector": {}}})), None, "it would select every pod");
    }

    #[test]
    fn old_pods_concern_a_set_that_waits_for_them() {
        let pod = |hash: &str| json!({"metadata": {"labels": {"controller-revision-hash": hash}}});
        let pods = [pod("old"), pod("new")];
        let set = |policy: &str, strategy: &str| {
            json!({"kind": "StatefulSet", "spec": {"podManagementPolicy": policy, "updateStrategy": {"type": strategy}},
                "status": {"updateRevision": "new"}})
        };
        let number = |policy: &str, strategy: &str| concerned(&set(policy, strategy), &pods).len();
        assert_eq!(number("Parallel", "RollingUpdate"), 1);
        assert_eq!(number("OrderedReady", "RollingUpdate"), 2);
        assert_eq!(number("Parallel", "OnDelete"), 2);
    }

    #[test]
    fn only_pods_of_the_newest_template_concern_a_deployment() {
        let pod = |hash: &str, time: &str| json!({"metadata": {"creationTimestamp": time, "labels": {"pod-template-hash": hash}}});
        let pods = [pod("new", "2026-01-02T00:00:00Z"), pod("old", "2026-01-01T00:00:00Z")];
        let deployment = |updated: u8| json!({"kind": "Deployment", "status": {"updatedReplicas": updated}});
        assert_eq!(concerned(&deployment(1), &pods), [&pods[0]]);
        assert!(concerned(&deployment(0), &pods).is_empty());
    }
}
