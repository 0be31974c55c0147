//! Claims: bound, or as far as they get without a pod.

use super::{Readiness, text};
use serde_json::Value;

pub(super) fn readiness(claim: &Value, classes: Option<&[Value]>) -> Readiness {
    match text(claim, "/status/phase") {
        Some("Bound") => Readiness::Ready,
        Some("Lost") => Readiness::Failed {
            why: "its volume no longer exists".to_owned(),
            advice: "restore the volume, or delete the claim if its data is not needed".to_owned(),
        },
        _ if waits_for_pod(claim, classes) => Readiness::Ready,
        _ => Readiness::Waiting(match text(claim, "/spec/storageClassName") {
            Some(class) => format!("no volume is bound yet (StorageClass {class})"),
            None => "no volume is bound yet, and it names no StorageClass".to_owned(),
        }),
    }
}

/// Whether its class binds a claim only once a pod uses it.
fn waits_for_pod(claim: &Value, classes: Option<&[Value]>) -> bool {
    let name = text(claim, "/spec/storageClassName");
    let of = |class: &&Value| name.is_some() && text(class, "/metadata/name") == name;
    let class = classes.into_iter().flatten().find(of);
    class.is_some_and(|class| text(class, "/volumeBindingMode") == Some("WaitForFirstConsumer"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_claim_is_ready_if_it_is_bound_or_waits_for_a_pod() {
        let class = |name: &str, mode: &str| json!({"metadata": {"name": name}, "volumeBindingMode": mode});
        let classes = [class("late", "WaitForFirstConsumer"), class("early", "Immediate")];
        let claim = |class: Option<&str>, phase: &str| json!({"spec": {"storageClassName": class}, "status": {"phase": phase}});
        let of = |class, phase| readiness(&claim(class, phase), Some(&classes));
        assert_eq!(of(Some("early"), "Bound"), Readiness::Ready);
        assert_eq!(of(Some("late"), "Pending"), Readiness::Ready);
        assert!(matches!(of(Some("early"), "Pending"), Readiness::Waiting(_)));
        assert!(matches!(of(None, "Pending"), Readiness::Waiting(_)));
        assert!(matches!(of(Some("late"), "Lost"), Readiness::Failed { .. }));
        assert!(matches!(readiness(&claim(Some("late"), "Pending"), None), Readiness::Waiting(_)));
    }
}
