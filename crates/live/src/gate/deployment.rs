//! Deployments and `DaemonSets`, as `kubectl rollout status` looks at them.

use super::{Readiness, condition, is_observed, number, unobserved};
use crate::stateful_set::{is_on_delete, replicas};
use serde_json::Value;

pub(super) fn readiness(deployment: &Value) -> Readiness {
    if !is_observed(deployment) {
        return unobserved();
    }
    if deployment.pointer("/spec/paused").and_then(Value::as_bool) == Some(true) {
        return Readiness::Manual("it is paused: kubectl rollout resume continues it".to_owned());
    }
    if let Some(progress) =
        condition(deployment, "Progressing").filter(|one| one.reason == "ProgressDeadlineExceeded")
    {
        return Readiness::Failed {
            why: format!("it has exceeded its progress deadline: {}", progress.message),
            advice: "look at its pods with kubectl describe; a longer spec.progressDeadlineSeconds gives it more time"
                .to_owned(),
        };
    }
    let wanted = replicas(deployment);
    let updated = number(deployment, "/status/updatedReplicas");
    let all = number(deployment, "/status/replicas");
    let available = number(deployment, "/status/availableReplicas");
    if updated < wanted {
        let failure = condition(deployment, "ReplicaFailure").filter(|failure| failure.is("True"));
        let why = failure.map_or_else(String::new, |failure| format!("; {}", failure.words()));
        return Readiness::Waiting(format!("{updated} of {wanted} pods updated{why}"));
    }
    if all > updated {
        return Readiness::Waiting(format!("{} old pods have to go", all - updated));
    }
    if available < updated {
        return Readiness::Waiting(format!("{available} of {updated} pods available"));
    }
    Readiness::Ready
}

pub(super) fn of_daemon_set(set: &Value) -> Readiness {
    if !is_observed(set) {
        return unobserved();
    }
    let wanted = number(set, "/status/desiredNumberScheduled");
    let updated = number(set, "/status/updatedNumberScheduled");
    let available = number(set, "/status/numberAvailable");
    let on_delete = is_on_delete(set);
    if !on_delete && updated < wanted {
        return Readiness::Waiting(format!("{updated} of {wanted} pods updated"));
    }
    if available < wanted {
        return Readiness::Waiting(format!("{available} of {wanted} pods available"));
    }
    if updated < wanted {
        let old = wanted - updated;
        return Readiness::Manual(format!(
            "{old} pods have to be deleted, since its update strategy is OnDelete"
        ));
    }
    Readiness::Ready
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn deployment((all, updated, available): (u8, u8, u8), conditions: Value) -> Value {
        let mut deployment = json!({"metadata": {"generation": 1}, "spec": {"replicas": 2},
            "status": {"observedGeneration": 1, "replicas": all, "updatedReplicas": updated,
                "availableReplicas": available}});
        deployment["status"]["conditions"] = conditions;
        deployment
    }

    fn waits(readiness: Readiness) -> String {
        match readiness {
            Readiness::Waiting(why) => why,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_deployment_is_ready_once_its_new_pods_alone_are_available() {
        assert_eq!(readiness(&deployment((2, 2, 2), Value::Null)), Readiness::Ready);
        assert_eq!(waits(readiness(&deployment((3, 2, 2), Value::Null))), "1 old pods have to go");
        assert_eq!(waits(readiness(&deployment((2, 2, 1), Value::Null))), "1 of 2 pods available");
        assert!(waits(readiness(&json!({"metadata": {"generation": 1}}))).contains("has not seen"));
    }

    #[test]
    fn a_quota_is_named_while_pods_are_missing() {
        let failure = json!([{"type": "ReplicaFailure", "status": "True", "reason": "FailedCreate", "message": "exceeded quota"}]);
        let why = waits(readiness(&deployment((1, 1, 1), failure)));
        assert_eq!(why, "1 of 2 pods updated; FailedCreate: exceeded quota");
    }

    #[test]
    fn an_exceeded_deadline_is_final_and_a_pause_is_somebody_elses() {
        let exceeded = json!([{"type": "Progressing", "status": "False", "reason": "ProgressDeadlineExceeded", "message": "m"}]);
        assert!(matches!(readiness(&deployment((2, 1, 1), exceeded)), Readiness::Failed { .. }));
        let mut paused = deployment((2, 1, 1), Value::Null);
        paused["spec"]["paused"] = true.into();
        assert!(matches!(readiness(&paused), Readiness::Manual(_)));
    }

    #[test]
    fn a_daemon_set_waits_for_every_node() {
        let set = |strategy: &str, updated: u8, available: u8| {
            json!({"spec": {"updateStrategy": {"type": strategy}}, "status": {"desiredNumberScheduled": 3,
                "updatedNumberScheduled": updated, "numberAvailable": available}})
        };
        assert_eq!(of_daemon_set(&set("RollingUpdate", 3, 3)), Readiness::Ready);
        assert_eq!(waits(of_daemon_set(&set("RollingUpdate", 1, 3))), "1 of 3 pods updated");
        assert_eq!(waits(of_daemon_set(&set("OnDelete", 0, 2))), "2 of 3 pods available");
        assert!(matches!(of_daemon_set(&set("OnDelete", 0, 3)), Readiness::Manual(_)));
    }
}
