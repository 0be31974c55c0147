//! Jobs that have done their work.

use crate::inventory::Inventory;
use pulsarc_diff::{Change, Facts, Identity, Kind, compare};
use serde_json::Value;

/// Whether a live job has completed.
pub(super) fn is_complete(job: &Value) -> bool {
    let conditions = job.pointer("/status/conditions").and_then(Value::as_array).into_iter().flatten();
    conditions.into_iter().any(|condition| {
        let is = |key: &str, value: &str| condition.get(key).and_then(Value::as_str) == Some(value);
        is("type", "Complete") && is("status", "True")
    })
}

/// Whether a change of a job only concerns where it runs and what it waits for.
pub(super) fn is_ignored(change: &Change) -> bool {
    !change.fields.is_empty()
        && change.has(Kind::Ignored)
        && change.consequences.iter().all(|one| matches!(one.kind, Kind::Ignored | Kind::InPlace))
}

/// Whether a job that does not exist has completed for the last revision, and has gone because of its time to live.
pub(super) fn has_expired(
    id: &Identity,
    manifest: &Value,
    inventory: &Inventory,
    (namespace, facts): (&str, &Facts),
) -> bool {
    let lives_on = manifest.pointer("/spec/ttlSecondsAfterFinished").is_none_or(Value::is_null);
    let Some(last) = inventory.revisions.last().filter(|_| id.kind == "Job" && !lives_on) else {
        return false;
    };
    if !last.completed.contains_key(&id.to_string()) {
        return false;
    }
    let Some(before) = last.objects.iter().flatten().find(|object| Identity::of(object, namespace) == *id)
    else {
        return false;
    };
    let mut now = manifest.clone();
    // Objects of a revision may be stored with or without the label of the release.
    let mut before = before.clone();
    for object in [&mut now, &mut before] {
        if let Some(labels) = object.pointer_mut("/metadata/labels").and_then(Value::as_object_mut) {
            labels.remove(crate::inventory::applyset::PART_OF);
        }
    }
    compare([&before], [&now], namespace, facts).changes.iter().all(is_ignored)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inventory::Revision;
    use crate::release::Origin;
    use serde_json::json;
    use std::collections::BTreeMap;

    fn job(script: &str, ttl: Option<u32>) -> Value {
        json!({"apiVersion": "batch/v1", "kind": "Job", "metadata": {"name": "init", "namespace": "ns"},
            "spec": {"ttlSecondsAfterFinished": ttl,
                "template": {"spec": {"containers": [{"name": "a", "image": "x:1", "args": [script]}]}}}})
    }

    fn expired(now: &Value, completed: bool) -> bool {
        let completed = completed.then(|| ("Job/init".to_owned(), "uid".to_owned()));
        let revision = Revision {
            number: 1,
            time: 0,
            by: String::new(),
            reason: String::new(),
            fingerprint: String::new(),
            objects: Some(vec![job("init", Some(60))]),
            origin: Origin::default(),
            completed: completed.into_iter().collect::<BTreeMap<_, _>>(),
        };
        let inventory = Inventory { revisions: vec![revision], ..Inventory::default() };
        has_expired(&Identity::of(now, "ns"), now, &inventory, ("ns", &Facts::new()))
    }

    #[test]
    fn a_job_that_completed_and_expired_is_not_created_again() {
        assert!(expired(&job("init", Some(60)), true));
        let waits = "until nslookup a; do\n  sleep 1\ndone\ninit";
        assert!(expired(&job(waits, Some(60)), true), "only what it waits for differs");
        assert!(!expired(&job("other", Some(60)), true));
        assert!(!expired(&job("init", Some(60)), false));
        assert!(!expired(&job("init", None), true), "somebody has deleted it");
    }

    #[test]
    fn a_failed_job_is_not_complete() {
        let with = |kind: &str| json!({"status": {"conditions": [{"type": kind, "status": "True"}]}});
        assert!(is_complete(&with("Complete")));
        assert!(!is_complete(&with("Failed")));
        assert!(!is_complete(&json!({})));
    }
}
