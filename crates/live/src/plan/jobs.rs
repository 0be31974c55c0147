//! Jobs that have done their work.

use super::stage::component;
use crate::inventory::Inventory;
use crate::release::Release;
use pulsarc_diff::{Change, Identity, Kind, Work, work_of_job};
use serde_json::Value;

/// Whether a change of a job only concerns where it runs and what it waits for, as far as the comparison knows.
pub(super) fn is_ignored(change: &Change) -> bool {
    change.has(Kind::Ignored)
}

/// Whether a completed job has done the work of another version of it.
///
/// The jobs of the release itself run Pulsar's own commands once, whatever the image. A user's job may be made for what its image
/// does, so another image is other work.
pub(super) fn has_done(before: &Value, after: &Value, release: &str) -> bool {
    match work_of_job(before, after) {
        Work::Same => true,
        Work::OtherImages => is_of_release(after, release),
        Work::Other => false,
    }
}

/// Whether an object has the labels of a component of the release.
fn is_of_release(object: &Value, release: &str) -> bool {
    let label = |key: &str| object.pointer("/metadata/labels").and_then(|labels| labels.get(key)?.as_str());
    label("release") == Some(release) && component(object).is_some()
}

/// Whether a job that does not exist has completed for the last revision, and has gone because of its time to live.
pub(super) fn has_expired(id: &Identity, manifest: &Value, inventory: &Inventory, release: &Release) -> bool {
    let lives_on = manifest.pointer("/spec/ttlSecondsAfterFinished").is_none_or(Value::is_null);
    let Some(last) = inventory.revisions.last().filter(|_| id.kind == "Job" && !lives_on) else {
        return false;
    };
    let mut objects = last.objects.iter().flatten();
    let before = objects.find(|object| Identity::of(object, &release.namespace) == *id);
    last.completed.contains_key(&id.to_string())
        && before.is_some_and(|before| has_done(before, manifest, &release.name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gate::is_complete;
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
        let release = Release { name: "r".to_owned(), namespace: "ns".to_owned() };
        has_expired(&Identity::of(now, "ns"), now, &inventory, &release)
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
    fn another_image_is_other_work_for_a_users_own_job() {
        let with = |image: &str, labels: Value| {
            let mut job = job("init", None);
            job["metadata"]["labels"] = labels;
            job["spec"]["template"]["spec"]["containers"][0]["image"] = json!(image);
            job
        };
        let own = json!({"release": "r", "component": "bookie-init"});
        assert!(has_done(&with("x:1", own.clone()), &with("x:2", own.clone()), "r"));
        assert!(!has_done(&with("x:1", own.clone()), &with("x:2", own), "other"));
        assert!(!has_done(&with("x:1", json!({})), &with("x:2", json!({})), "r"));
    }

    #[test]
    fn a_failed_job_is_not_complete() {
        let with = |kind: &str| json!({"status": {"conditions": [{"type": kind, "status": "True"}]}});
        assert!(is_complete(&with("Complete")));
        assert!(!is_complete(&with("Failed")));
        assert!(!is_complete(&json!({})));
    }
}
