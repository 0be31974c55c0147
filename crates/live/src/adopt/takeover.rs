//! The fields of old managers, merged into those of pulsarc.

use crate::api::MANAGER;
use crate::managed::{FieldSet, ManagedFields, Operation, is_deploying_tool};
use serde_json::Value;

/// An annotation by which a manager marks the objects that it owns.
const MARKS: [&str; 3] = [
    "meta.helm.sh/release-name",
    "kubectl.kubernetes.io/last-applied-configuration",
    "argocd.argoproj.io/tracking-id",
];

/// The annotation with which `kubectl rollout restart` restarts pods. It stays its owner's: an apply that removed it would restart
/// all pods again, and one that removes all other annotations removes it too, unless somebody owns it.
const RESTARTED: [&str; 5] =
    ["spec", "template", "metadata", "annotations", "kubectl.kubernetes.io/restartedAt"];

/// The managers that an object has after its takeover.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Takeover {
    /// The managers whose fields pulsarc takes.
    pub(super) managers: Vec<String>,
    /// The fields of pulsarc.
    pub(super) fields: FieldSet,
    others: Vec<ManagedFields>,
    api_version: String,
}

impl Takeover {
    /// The takeover of an object; none if there is nothing to take.
    pub(super) fn of(live: &Value) -> Option<Self> {
        let api_version = live.get("apiVersion").and_then(Value::as_str).unwrap_or_default();
        let (taken, others): (Vec<ManagedFields>, Vec<ManagedFields>) =
            ManagedFields::of(live).into_iter().partition(|entry| is_own(entry) || is_old(entry));
        if taken.iter().all(is_own) {
            return None;
        }
        let restarts = taken.iter().filter(|entry| !is_own(entry) && entry.fields.has_path(&RESTARTED));
        let restarts = restarts
            .map(|entry| ManagedFields { fields: FieldSet::of_path(&RESTARTED), ..entry.clone() })
            .collect::<Vec<_>>();
        let mut fields = FieldSet::default();
        let mut renamed = false;
        for entry in &taken {
            if entry.api_version == api_version {
                fields.add(&entry.fields);
            } else {
                // Most fields have the same name in each version of a kind.
                let known = entry.fields.within(live);
                renamed |= !entry.fields.without(&known).is_empty();
                fields.add(&known);
            }
        }
        if renamed {
            fields.add(&unowned(live, &fields, &others));
        }
        let never = [&["status"][..], &RESTARTED];
        for path in never {
            fields = fields.without_path(path);
        }
        let mut managers: Vec<String> =
            taken.into_iter().map(|entry| entry.manager).filter(|manager| manager != MANAGER).collect();
        managers.sort();
        managers.dedup();
        let others = others.into_iter().chain(restarts).collect();
        Some(Self { managers, fields, others, api_version: api_version.to_owned() })
    }

    /// The managed fields of the object afterwards; `now` is RFC 3339.
    pub(super) fn managed_fields(&self, now: &str) -> Value {
        let own = ManagedFields {
            manager: MANAGER.to_owned(),
            operation: Operation::Apply,
            api_version: self.api_version.clone(),
            time: Some(now.to_owned()),
            subresource: None,
            fields: self.fields.clone(),
        };
        std::iter::once(&own).chain(&self.others).map(ManagedFields::to_json).collect()
    }
}

/// What pulsarc has applied, as an apply of its own would leave it.
pub(super) fn is_own(entry: &ManagedFields) -> bool {
    entry.manager == MANAGER && entry.operation == Operation::Apply && entry.subresource.is_none()
}

/// Whether the fields of an entry are taken over: those of the tools that deploy, by their names or by their marks, and what pulsarc
/// has written otherwise than by an apply. What controllers and autoscalers write by subresources stays theirs.
fn is_old(entry: &ManagedFields) -> bool {
    let marks = |mark: &&str| entry.fields.has_path(&["metadata", "annotations", mark]);
    entry.subresource.is_none()
        && entry.fields != FieldSet::of_path(&RESTARTED)
        && (entry.manager.eq_ignore_ascii_case(MANAGER)
            || is_deploying_tool(&entry.manager)
            || MARKS.iter().any(marks))
}

/// The fields of an object that neither these fields nor other managers have: what fields of another version of the API have
/// become.
fn unowned(live: &Value, fields: &FieldSet, others: &[ManagedFields]) -> FieldSet {
    let is_free =
        |path: &[&str]| !fields.has_path(path) && !others.iter().any(|entry| entry.fields.has_path(path));
    let mut found = FieldSet::default();
    for (part, value) in live.as_object().into_iter().flatten() {
        if matches!(part.as_str(), "apiVersion" | "kind" | "metadata" | "status") {
            continue;
        }
        let keys = value.as_object().into_iter().flatten().map(|(key, _)| vec![part.as_str(), key.as_str()]);
        let paths: Vec<Vec<&str>> =
            if value.is_object() { keys.collect() } else { vec![vec![part.as_str()]] };
        for path in paths.iter().filter(|path| is_free(path)) {
            found.add(&FieldSet::of_path(path));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[allow(clippy::needless_pass_by_value, reason = "calls read better")]
    fn entry(manager: &str, operation: &str, fields: Value) -> Value {
        json!({ "manager": manager, "operation": operation, "apiVersion": "apps/v1",
            "time": "2026-01-02T03:04:05Z", "fieldsType": "FieldsV1", "fieldsV1": fields })
    }

    #[allow(clippy::needless_pass_by_value, reason = "calls read better")]
    fn object(managed: Value) -> Value {
        json!({ "apiVersion": "apps/v1", "kind": "StatefulSet", "metadata": { "name": "a", "managedFields": managed },
            "spec": { "replicas": 3, "template": { "metadata": {} }, "metrics": [1] } })
    }

    /// The managers after a takeover: name, operation and fields.
    fn after(live: &Value) -> Vec<(String, String, Value)> {
        let managed = Takeover::of(live).expect("there is something to take").managed_fields("now");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let entries = managed.as_array().cloned().unwrap_or_default();
        entries
            .into_iter()
            .map(|entry| (text(&entry["manager"]), text(&entry["operation"]), entry["fieldsV1"].clone()))
            .collect()
    }

    #[test]
    fn all_deploying_tools_become_one_apply_of_pulsarc() {
        for manager in [
            "helm",
            "Helm",
            "helm3",
            "helm-controller",
            "kubectl",
            "kubectl-client-side-apply",
            "kubectl-edit",
            "argocd-controller",
            "before-first-apply",
        ] {
            for operation in ["Update", "Apply"] {
                let live = object(json!([
                    entry(manager, operation, json!({ "f:spec": { "f:replicas": {} } })),
                    entry("pulsarc", "Apply", json!({ "f:spec": { "f:template": {} } })),
                    entry("pulsarc", "Update", json!({ "f:metadata": { "f:labels": { "f:a": {} } } })),
                    entry("keda", "Update", json!({ "f:spec": { "f:other": {} } })),
                ]));
                let expected = [
                    (
                        "pulsarc".to_owned(),
                        "Apply".to_owned(),
                        json!({
                            "f:metadata": { "f:labels": { "f:a": {} } },
                            "f:spec": { "f:replicas": {}, "f:template": {} },
                        }),
                    ),
                    ("keda".to_owned(), "Update".to_owned(), json!({ "f:spec": { "f:other": {} } })),
                ];
                assert_eq!(after(&live), expected, "{manager} {operation}");
                let names = Takeover::of(&live).expect("it is taken").managers;
                assert_eq!(names, [manager]);
            }
        }
    }

    #[test]
    fn whoever_owns_the_mark_of_a_tool_is_that_tool() {
        let marked = json!({ "f:metadata": { "f:annotations": { "f:meta.helm.sh/release-name": {} } } });
        let live = object(json!([entry("terraform-provider", "Update", marked)]));
        assert_eq!(Takeover::of(&live).expect("it is taken").managers, ["terraform-provider"]);
    }

    #[test]
    fn subresources_and_what_is_pulsarcs_stay() {
        let mut status = entry("kubectl", "Update", json!({ "f:spec": { "f:replicas": {} } }));
        status["subresource"] = "scale".into();
        let own = entry("pulsarc", "Apply", json!({ "f:spec": {} }));
        assert_eq!(Takeover::of(&object(json!([status.clone(), own]))), None);
        assert_eq!(Takeover::of(&object(json!([]))), None);
        let live =
            object(json!([status, entry("helm", "Update", json!({ "f:spec": { "f:template": {} } }))]));
        assert_eq!(after(&live).len(), 2);
    }

    #[test]
    fn a_restart_stays_its_owners_and_the_status_nobodys() {
        let annotation = |others: Value| {
            let mut annotations = json!({ "f:kubectl.kubernetes.io/restartedAt": {} });
            annotations
                .as_object_mut()
                .expect("a map")
                .extend(others.as_object().cloned().unwrap_or_default());
            json!({ "f:spec": { "f:template": { "f:metadata": { "f:annotations": annotations } } } })
        };
        let mut fields = annotation(json!({ ".": {} }));
        fields["f:status"] = json!({ "f:x": {} });
        let live = object(json!([entry("kubectl-rollout", "Update", fields)]));
        let own = json!({ "f:spec": { "f:template": { "f:metadata": { "f:annotations": {} } } } });
        let rest = annotation(json!({}));
        let expected = [
            ("pulsarc".to_owned(), "Apply".to_owned(), own),
            ("kubectl-rollout".to_owned(), "Update".to_owned(), rest.clone()),
        ];
        assert_eq!(after(&live), expected);
        assert_eq!(Takeover::of(&object(json!([entry("kubectl-rollout", "Update", rest)]))), None);
    }

    #[test]
    fn fields_of_another_version_become_those_of_this_one() {
        let mut old = entry("helm", "Update", json!({ "f:spec": { "f:replicas": {}, "f:renamed": {} } }));
        old["apiVersion"] = "apps/v1beta2".into();
        let template = entry("keda", "Update", json!({ "f:spec": { "f:template": { "f:metadata": {} } } }));
        let taken = after(&object(json!([old, template])));
        // `metrics` is what `renamed` has become: nobody else has it.
        assert_eq!(taken[0].2, json!({ "f:spec": { "f:metrics": {}, "f:replicas": {} } }));
    }
}
