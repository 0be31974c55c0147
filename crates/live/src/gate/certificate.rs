//! Certificates and issuers of cert-manager.

use super::{Readiness, condition, number, text};
use serde_json::Value;

/// What is said of an object that no controller has ever looked at.
pub(crate) const UNSEEN: &str = "cert-manager has not looked at it yet";

pub(super) fn readiness(object: &Value) -> Readiness {
    let Some(ready) = condition(object, "Ready") else { return Readiness::Waiting(UNSEEN.to_owned()) };
    if seen(object) < number(object, "/metadata/generation") {
        return super::unobserved();
    }
    if ready.is("True") {
        return Readiness::Ready;
    }
    let failed = condition(object, "Issuing").filter(|issuing| issuing.is("False") && has_failed(object));
    Readiness::Waiting(failed.unwrap_or(ready).words())
}

/// The generation that the `Ready` condition is about. Older releases of cert-manager do not say.
fn seen(object: &Value) -> u64 {
    let all = object.pointer("/status/conditions").and_then(Value::as_array);
    let ready = all.into_iter().flatten().find(|one| text(one, "/type") == Some("Ready"));
    ready.and_then(|ready| ready.get("observedGeneration")?.as_u64()).unwrap_or(u64::MAX)
}

fn has_failed(certificate: &Value) -> bool {
    number(certificate, "/status/failedIssuanceAttempts") > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn with(conditions: Value) -> Value {
        let mut object = json!({"metadata": {"generation": 2}, "status": {"failedIssuanceAttempts": 1}});
        object["status"]["conditions"] = conditions;
        object
    }

    #[test]
    fn a_certificate_is_ready_if_its_condition_is_about_this_generation() {
        let ready = |status: &str, seen: Value| {
            with(
                json!([{"type": "Ready", "status": status, "observedGeneration": seen, "reason": "DoesNotExist", "message": "m"}]),
            )
        };
        assert_eq!(readiness(&ready("True", json!(2))), Readiness::Ready);
        assert_eq!(readiness(&ready("True", Value::Null)), Readiness::Ready);
        assert!(matches!(readiness(&ready("True", json!(1))), Readiness::Waiting(_)));
        assert_eq!(readiness(&ready("False", json!(2))), Readiness::Waiting("DoesNotExist: m".to_owned()));
    }

    #[test]
    fn a_failed_issuance_says_why() {
        let failed = with(json!([
            {"type": "Ready", "status": "False", "reason": "DoesNotExist", "message": "Issuing certificate"},
            {"type": "Issuing", "status": "False", "reason": "Failed", "message": "no such CA"},
        ]));
        assert_eq!(readiness(&failed), Readiness::Waiting("Failed: no such CA".to_owned()));
    }

    #[test]
    fn without_cert_manager_nothing_is_known() {
        assert_eq!(readiness(&json!({})), Readiness::Waiting(UNSEEN.to_owned()));
    }
}
