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

/// The ordinal in the name of a set's pod: 2 of `pulsar-broker-2`.
pub(crate) fn ordinal(set: &str, pod: &str) -> Option<u64> {
    let digits = pod.strip_prefix(set)?.strip_prefix('-')?;
    digits.bytes().all(|digit| digit.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
}

/// The ordinal of a pod, if it is one of the set's.
pub(crate) fn ordinal_of(set: &Value, pod: &Value) -> Option<u64> {
    if set.pointer("/metadata/namespace") != pod.pointer("/metadata/namespace") {
        return None;
    }
    ordinal(set.pointer("/metadata/name")?.as_str()?, pod.pointer("/metadata/name")?.as_str()?)
}

/// The names of the claims that each pod gets: `journal`.
pub(crate) fn claim_names(set: &Value) -> impl Iterator<Item = &str> {
    let templates = set.pointer("/spec/volumeClaimTemplates").and_then(Value::as_array);
    templates.into_iter().flatten().filter_map(|template| template.pointer("/metadata/name")?.as_str())
}

/// Whether pods keep data that outlives them.
pub(crate) fn has_claims(set: &Value) -> bool {
    set.pointer("/spec/volumeClaimTemplates").and_then(Value::as_array).is_some_and(|all| !all.is_empty())
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

    #[test]
    fn only_a_number_after_the_name_is_an_ordinal() {
        assert_eq!(ordinal("pulsar-broker", "pulsar-broker-12"), Some(12));
        for pod in ["pulsar-broker-a-1", "pulsar-broker-", "pulsar-broker", "pulsar-brokers-1"] {
            assert_eq!(ordinal("pulsar-broker", pod), None, "{pod}");
        }
    }
}
