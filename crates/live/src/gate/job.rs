//! Jobs: complete or failed.

use super::{Readiness, condition, number, text};
use serde_json::Value;

pub(super) fn readiness(job: &Value) -> Readiness {
    if super::is_complete(job) {
        return Readiness::Ready;
    }
    if let Some(failed) = condition(job, "Failed").filter(|failed| failed.is("True")) {
        return Readiness::Failed {
            why: format!("the job has failed: {}", failed.words()),
            advice: format!("mend what its log reports, delete the job, and apply again: {}", delete(job)),
        };
    }
    if job.pointer("/spec/suspend").and_then(Value::as_bool) == Some(true) {
        return Readiness::Manual("the job is suspended".to_owned());
    }
    let wanted = job.pointer("/spec/completions").and_then(Value::as_u64).unwrap_or(1);
    let (done, failed) = (number(job, "/status/succeeded"), number(job, "/status/failed"));
    let failures = if failed == 0 { String::new() } else { format!("; {failed} have failed") };
    Readiness::Waiting(format!("{done} of {wanted} pods have completed{failures}"))
}

fn delete(job: &Value) -> String {
    let name = |pointer: &str| text(job, pointer).unwrap_or_default();
    format!("kubectl delete job {} -n {}", name("/metadata/name"), name("/metadata/namespace"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn job(condition: &str, status: &str) -> Value {
        let condition = json!({"type": condition, "status": status, "reason": "BackoffLimitExceeded", "message": "too often"});
        json!({"status": {"conditions": [condition], "failed": 7}})
    }

    #[test]
    fn a_job_completes_or_fails_with_its_reason() {
        assert_eq!(readiness(&job("Complete", "True")), Readiness::Ready);
        match readiness(&job("Failed", "True")) {
            Readiness::Failed { why, .. } => {
                assert_eq!(why, "the job has failed: BackoffLimitExceeded: too often");
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_job_that_runs_is_waited_for() {
        for running in [job("Failed", "False"), job("FailureTarget", "True")] {
            let waits = Readiness::Waiting("0 of 1 pods have completed; 7 have failed".to_owned());
            assert_eq!(readiness(&running), waits);
        }
        assert!(matches!(readiness(&json!({"spec": {"suspend": true}})), Readiness::Manual(_)));
    }
}
