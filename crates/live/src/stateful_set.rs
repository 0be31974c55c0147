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
