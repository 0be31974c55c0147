//! `StatefulSets`: generation, revision, update strategy and partition.

use super::{Readiness, is_observed, number, unobserved};
use crate::stateful_set::{is_on_delete, partition, replicas};
use serde_json::Value;

pub(super) fn readiness(set: &Value) -> Readiness {
    if !is_observed(set) {
        return unobserved();
    }
    let wanted = replicas(set);
    let counted = number(set, "/status/replicas");
    let ready = number(set, "/status/readyReplicas");
    // Without `minReadySeconds` a ready pod is available at once.
    let settles = number(set, "/spec/minReadySeconds") > 0;
    let available = if settles { number(set, "/status/availableReplicas") } else { ready };
    // A set that adopts pods has one revision only, and none of the pods may be of it.
    let updated = number(set, "/status/updatedReplicas");
    let (on_delete, partition) = (is_on_delete(set), partition(set));
    let to_update = if on_delete { 0 } else { wanted.saturating_sub(partition) };
    if counted > wanted {
        return Readiness::Waiting(format!("{} of {counted} pods have to go", counted - wanted));
    }
    // Pods that do not exist yet are not the old ones.
    if updated < to_update && updated < counted {
        return Readiness::Waiting(format!("{updated} of {to_update} pods updated"));
    }
    if ready < wanted {
        return Readiness::Waiting(format!("{ready} of {wanted} pods ready"));
    }
    if available < wanted {
        return Readiness::Waiting(format!("{available} of {wanted} pods ready long enough"));
    }
    let old = wanted.saturating_sub(updated);
    if on_delete && old > 0 {
        let (pods, wait) = if old == 1 { ("pod", "waits") } else { ("pods", "wait") };
        return Readiness::Manual(format!(
            "{old} {pods} {wait} to be deleted, since its update strategy is OnDelete"
        ));
    }
    if old > 0 {
        return Readiness::Manual(format!(
            "{old} pods keep the former template, since its partition is {partition}"
        ));
    }
    Readiness::Ready
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    /// A set of three pods: replicas, ready, updated.
    fn set(strategy: Value, (all, ready, updated): (u8, u8, u8), is_new: bool) -> Value {
        let mut set = json!({
            "metadata": {"generation": 2},
            "spec": {"replicas": 3},
            "status": {"observedGeneration": 2, "replicas": all, "readyReplicas": ready, "updatedReplicas": updated,
                "currentRevision": if is_new { "b" } else { "a" }, "updateRevision": "b"},
        });
        set["spec"]["updateStrategy"] = strategy;
        set
    }

    fn waits(set: &Value) -> String {
        match readiness(set) {
            Readiness::Waiting(why) => why,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_rolling_update_is_ready_once_every_pod_is_new_and_ready() {
        let rolling = || json!({"type": "RollingUpdate"});
        assert_eq!(readiness(&set(rolling(), (3, 3, 3), true)), Readiness::Ready);
        assert_eq!(waits(&set(Value::Null, (3, 3, 0), true)), "0 of 3 pods updated", "adopted pods");
        assert_eq!(waits(&set(rolling(), (3, 3, 1), false)), "1 of 3 pods updated");
        assert_eq!(waits(&set(rolling(), (3, 2, 3), true)), "2 of 3 pods ready");
        assert_eq!(waits(&set(rolling(), (1, 0, 1), true)), "0 of 3 pods ready");
        assert_eq!(waits(&set(rolling(), (5, 5, 5), true)), "2 of 5 pods have to go");
    }

    #[test]
    fn a_change_that_the_controller_has_not_seen_is_waited_for() {
        let mut set = set(Value::Null, (3, 3, 3), true);
        set["status"]["observedGeneration"] = 1.into();
        assert!(waits(&set).contains("has not seen"));
        set["status"] = Value::Null;
        assert!(waits(&set).contains("has not seen"));
    }

    #[test]
    fn pods_with_on_delete_are_reported_and_not_waited_for() {
        let on_delete = || json!({"type": "OnDelete"});
        match readiness(&set(on_delete(), (3, 3, 1), false)) {
            Readiness::Manual(why) => assert!(why.starts_with("2 pods wait to be deleted"), "{why}"),
            other => panic!("{other:?}"),
        }
        assert_eq!(readiness(&set(on_delete(), (3, 3, 3), false)), Readiness::Ready);
        assert_eq!(waits(&set(on_delete(), (3, 2, 1), false)), "2 of 3 pods ready");
    }

    #[test]
    fn pods_below_a_partition_are_not_waited_for() {
        let partition = |at: u8| json!({"type": "RollingUpdate", "rollingUpdate": {"partition": at}});
        assert_eq!(waits(&set(partition(1), (3, 3, 1), false)), "1 of 2 pods updated");
        assert!(matches!(readiness(&set(partition(1), (3, 3, 2), false)), Readiness::Manual(_)));
        assert!(matches!(readiness(&set(partition(5), (3, 3, 0), false)), Readiness::Manual(_)));
    }

    #[test]
    fn pods_have_to_be_ready_for_a_while_if_that_is_set() {
        let mut set = set(Value::Null, (3, 3, 3), true);
        set["spec"]["minReadySeconds"] = 10.into();
        set["status"]["availableReplicas"] = 1.into();
        assert_eq!(waits(&set), "1 of 3 pods ready long enough");
    }

    #[test]
    fn no_pods_are_ready_pods() {
        let none = json!({"metadata": {"generation": 1}, "spec": {"replicas": 0}, "status": {"observedGeneration": 1}});
        assert_eq!(readiness(&none), Readiness::Ready);
    }
}
