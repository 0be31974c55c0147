//! What a `StatefulSet` says about its own pods: their numbers, and which of them Kubernetes restarts.

use serde_json::Value;
use std::ops::Range;

/// The ordinals of its pods. Without a number of replicas there is one.
pub(crate) fn ordinals(set: &Value) -> Range<u64> {
    let first = number(set, "/spec/ordinals/start").unwrap_or(0);
    first..first.saturating_add(replicas(set))
}

/// The number of pods that a workload is to have: 1 if it is not set.
pub(crate) fn replicas(workload: &Value) -> u64 {
    number(workload, "/spec/replicas").unwrap_or(1)
}

/// The ordinal from which a rolling update replaces pods.
pub(crate) fn first_updated(set: &Value) -> u64 {
    ordinals(set).start.saturating_add(partition(set))
}

/// How many of its first pods a rolling update leaves out.
pub(crate) fn partition(set: &Value) -> u64 {
    number(set, "/spec/updateStrategy/rollingUpdate/partition").unwrap_or(0)
}

/// Whether pods get a new template only if somebody deletes them.
pub(crate) fn is_on_delete(workload: &Value) -> bool {
    workload.pointer("/spec/updateStrategy/type").and_then(Value::as_str) == Some("OnDelete")
}

/// The ordinal of a pod, if the set has a pod of that name: 2 of `pulsar-broker-2`.
pub(crate) fn ordinal_of(set: &Value, pod: &Value) -> Option<u64> {
    let text =
        |object: &'_ Value, pointer: &str| object.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let name = text(set, "/metadata/name")?;
    let pod_name = text(pod, "/metadata/name")?;
    let digits = pod_name.strip_prefix(&name)?.strip_prefix('-')?;
    let same = text(set, "/metadata/namespace") == text(pod, "/metadata/namespace");
    (same && digits.bytes().all(|digit| digit.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

/// Whether a pod was made of an older template than the set has now.
pub(crate) fn is_outdated(set: &Value, pod: &Value) -> bool {
    let newest =
        set.pointer("/status/updateRevision").and_then(Value::as_str).filter(|newest| !newest.is_empty());
    let own = pod.pointer("/metadata/labels/controller-revision-hash").and_then(Value::as_str);
    newest.is_some() && own != newest
}

fn number(set: &Value, pointer: &str) -> Option<u64> {
    set.pointer(pointer)?.as_u64()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn ordinals_begin_where_the_set_says() {
        assert_eq!(ordinals(&json!({"spec": {}})), 0..1);
        assert_eq!(ordinals(&json!({"spec": {"replicas": 3, "ordinals": {"start": 2}}})), 2..5);
        assert_eq!(ordinals(&json!({"spec": {"replicas": 0}})), 0..0);
    }

    #[test]
    fn a_partition_counts_from_the_first_ordinal() {
        let strategy = json!({"rollingUpdate": {"partition": 1}});
        let set = json!({"spec": {"replicas": 3, "ordinals": {"start": 2}, "updateStrategy": strategy}});
        assert_eq!((partition(&set), first_updated(&set)), (1, 3));
    }
}
