//! What others have changed in one object, from the object itself, what was applied, and who owns its fields.

use crate::api::MANAGER;
use crate::managed::{FieldSet, ManagedFields, ShownPath, is_autoscaler};
use crate::plan::overlay;
use crate::time;
use serde_json::Value;

/// How others' fields are recognized.
#[derive(Debug, Clone, Copy)]
pub(super) struct Since {
    /// When the last apply ended: seconds since 1970, UTC.
    pub(super) applied: u64,
    /// Whether a newer revision was begun: then changes without a known author may be pulsarc's own.
    pub(super) unfinished: bool,
}

/// The object as it would be without the changes of others, from the answer to a dry run of what was applied.
pub(super) fn undisturbed(live: &Value, answer: &Value, since: Since) -> Value {
    let mut object = answer.clone();
    added(live, since).without(&own_fields(answer)).remove_from(&mut object);
    object
}

/// The same without a dry run: what was applied, over what others have not changed.
pub(super) fn undisturbed_by_fields(live: &Value, applied: &Value, since: Since) -> Value {
    let mut object = live.clone();
    added(live, since).without(&own_fields(live)).remove_from(&mut object);
    overlay(&object, applied)
}

/// The fields that others own and have written since.
fn added(live: &Value, since: Since) -> FieldSet {
    let newer = |entry: &ManagedFields| {
        let time = entry.time.as_deref().and_then(time::seconds);
        time.is_some_and(|time| u64::try_from(time).is_ok_and(|time| time >= since.applied))
    };
    let mut fields = FieldSet::default();
    for entry in ManagedFields::of(live).iter().filter(|entry| is_somebody(entry) && newer(entry)) {
        fields.add(&entry.fields);
    }
    fields
}

fn own_fields(object: &Value) -> FieldSet {
    let mut fields = FieldSet::default();
    for entry in ManagedFields::of(object).iter().filter(|entry| entry.manager == MANAGER) {
        fields.add(&entry.fields);
    }
    fields
}

/// Whether an entry is of neither pulsarc nor a controller: these set what nobody decides by hand.
fn is_somebody(entry: &ManagedFields) -> bool {
    entry.manager != MANAGER && entry.subresource.is_none() && !is_controller(&entry.manager)
}

/// Whether a manager is a part of Kubernetes. k3s runs them all in one process.
fn is_controller(manager: &str) -> bool {
    manager.starts_with("kube-") || matches!(manager, "kubelet" | "cloud-controller-manager" | "k3s")
}

/// Who has changed a field, and when, if the API server knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Author {
    /// The manager.
    pub(super) name: Option<String>,
    /// RFC 3339.
    pub(super) time: Option<String>,
}

/// The author of a difference; none if it is not somebody's doing.
pub(super) fn author(path: &str, live: &Value, since: Since) -> Option<Author> {
    let path = ShownPath::parse(path);
    let kept_by_controllers = [["metadata", "finalizers"], ["metadata", "ownerReferences"]];
    if kept_by_controllers.iter().any(|keys| path.starts_with(keys)) {
        return None;
    }
    let entries = ManagedFields::of(live);
    let (own, others): (Vec<&ManagedFields>, Vec<&ManagedFields>) =
        entries.iter().filter(|entry| path.is_in(&entry.fields)).partition(|entry| entry.manager == MANAGER);
    match others.into_iter().max_by(|a, b| a.time.cmp(&b.time)) {
        Some(entry)
            if is_controller(&entry.manager)
                || is_autoscaler(&entry.manager, entry.subresource.as_deref()) =>
        {
            None
        }
        Some(entry) => Some(Author { name: Some(entry.manager.clone()), time: entry.time.clone() }),
        None if since.unfinished || !own.is_empty() => None,
        None => Some(Author::default()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_diff::{Facts, compare};
    use serde_json::json;
    use std::slice::from_ref;

    const SINCE: Since = Since { applied: 1_767_323_045, unfinished: false };

    #[allow(clippy::needless_pass_by_value, reason = "calls read better")]
    fn entry(manager: &str, time: &str, fields: Value) -> Value {
        json!({ "manager": manager, "operation": "Update", "apiVersion": "apps/v1", "time": time,
            "fieldsType": "FieldsV1", "fieldsV1": fields })
    }

    fn scaled(subresource: &str, manager: &str) -> Value {
        let mut entry = entry(manager, "2026-02-01T00:00:00Z", json!({ "f:spec": { "f:replicas": {} } }));
        entry["subresource"] = subresource.into();
        entry
    }

    #[allow(clippy::needless_pass_by_value, reason = "calls read better")]
    fn object(spec: Value, annotations: Value, managed: Value) -> Value {
        json!({ "apiVersion": "apps/v1", "kind": "StatefulSet",
            "metadata": { "name": "a", "namespace": "ns", "uid": "1", "annotations": annotations, "managedFields": managed },
            "spec": spec })
    }

    /// The fields that drifted, each with its author.
    fn drifted(before: &Value, live: &Value, since: Since) -> Vec<(String, Option<String>)> {
        let changes = compare(from_ref(before), from_ref(live), "ns", &Facts::default());
        let fields = changes.changes.into_iter().flat_map(|change| change.fields);
        fields
            .filter_map(|change| author(&change.path, live, since).map(|author| (change.path, author.name)))
            .collect()
    }

    #[test]
    fn changes_additions_and_removals_have_their_authors() {
        let template = |image: &str| json!({ "spec": { "containers": [{ "name": "broker", "image": image }], "nodeSelector": { "a": "b" } } });
        let mut changed = template("new");
        changed["spec"].as_object_mut().expect("a record").remove("nodeSelector");
        let managed = json!([
            entry("pulsarc", "2026-01-01T00:00:00Z", json!({ "f:spec": { "f:minReadySeconds": {} } })),
            entry(
                "kubectl-edit",
                "2026-02-01T00:00:00Z",
                json!({
                    "f:metadata": { "f:annotations": { "f:by": {} } },
                    "f:spec": { "f:template": { "f:spec": { "f:containers": {
                        "k:{\"name\":\"broker\"}": { "f:image": {} } } } } },
                })
            ),
            entry(
                "older",
                "2025-01-01T00:00:00Z",
                json!({ "f:metadata": { "f:annotations": { "f:old": {} } } })
            ),
            entry(
                "kube-controller-manager",
                "2026-02-01T00:00:00Z",
                json!({ "f:metadata": { "f:annotations": { "f:its": {} } } })
            ),
        ]);
        let notes = json!({ "by": "hand", "old": "1", "its": "2" });
        let live = object(json!({ "minReadySeconds": 3, "template": changed }), notes.clone(), managed);
        let answer = object(
            json!({ "minReadySeconds": 3, "template": template("old") }),
            notes,
            json!([entry(
                "pulsarc",
                "2026-03-01T00:00:00Z",
                json!({ "f:spec": { "f:template": { "f:spec": {
                "f:containers": { "k:{\"name\":\"broker\"}": { "f:image": {} } } } } } })
            )]),
        );
        let by = |path: &str, manager: Option<&str>| (path.to_owned(), manager.map(str::to_owned));
        let mut found = drifted(&undisturbed(&live, &answer, SINCE), &live, SINCE);
        found.sort();
        let expected = [
            by("metadata.annotations", Some("kubectl-edit")),
            by("spec.template.spec.containers[broker].image", Some("kubectl-edit")),
            by("spec.template.spec.nodeSelector", None),
        ];
        let shown: Vec<_> = expected.iter().map(|(path, _)| path.clone()).collect();
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].0.starts_with(&shown[0]) && found[0].1 == expected[0].1, "{found:?}");
        assert_eq!(found[1..], expected[1..]);
        // Without a dry run it is the same.
        let applied = json!({ "spec": { "minReadySeconds": 3, "template": template("old") } });
        let mut again = drifted(&undisturbed_by_fields(&live, &applied, SINCE), &live, SINCE);
        again.sort();
        assert_eq!(again, found);
        // While a revision is unfinished, only changes with an author are somebody's.
        let unfinished = Since { unfinished: true, ..SINCE };
        assert_eq!(drifted(&undisturbed(&live, &answer, unfinished), &live, unfinished).len(), 2);
    }

    #[test]
    fn replicas_of_an_autoscaler_are_no_drift_and_those_of_kubectl_are() {
        let replicas = |replicas: u64, managed| object(json!({ "replicas": replicas }), json!({}), managed);
        let before = replicas(3, json!([]));
        for (manager, expected) in [("kube-controller-manager", 0), ("keda-operator", 0), ("kubectl", 1)] {
            let live = replicas(5, json!([scaled("scale", manager)]));
            assert_eq!(drifted(&before, &live, SINCE).len(), expected, "{manager}");
        }
        let own =
            json!([entry("pulsarc", "2026-02-01T00:00:00Z", json!({ "f:spec": { "f:replicas": {} } }))]);
        assert!(drifted(&before, &replicas(5, own), SINCE).is_empty(), "pulsarc's own value is no drift");
    }
}
