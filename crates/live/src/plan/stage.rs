//! When an object is applied.

use pulsarc_diff::Facts;
use pulsarc_model::Stage;
use serde_json::Value;
use std::collections::BTreeSet;

/// The stages of a release's objects.
pub(crate) struct Stages<'a> {
    facts: &'a Facts,
    /// The service accounts with rights that only jobs use: such a job prepares the release, it does not initialize Pulsar.
    preparing: BTreeSet<String>,
}

impl<'a> Stages<'a> {
    /// The stages of these objects.
    pub(crate) fn of<'v>(facts: &'a Facts, objects: impl Iterator<Item = &'v Value> + Clone) -> Self {
        let kind = |object: &&Value, kinds: &[&str]| {
            object.get("kind").and_then(Value::as_str).is_some_and(|kind| kinds.contains(&kind))
        };
        let bound = objects.clone().filter(|object| kind(object, &["RoleBinding", "ClusterRoleBinding"]));
        let subjects = bound.filter_map(|binding| binding.get("subjects")?.as_array()).flatten();
        let accounts = subjects.filter_map(|subject| subject.get("name")?.as_str());
        let running: BTreeSet<&str> = objects
            .filter(|object| kind(object, &["StatefulSet", "Deployment", "DaemonSet"]))
            .filter_map(account)
            .collect();
        let preparing = accounts.filter(|account| !running.contains(account)).map(str::to_owned).collect();
        Self { facts, preparing }
    }

    /// The stage of one of them.
    pub(crate) fn stage(&self, object: &Value) -> Stage {
        match object.get("kind").and_then(Value::as_str).unwrap_or_default() {
            "Namespace"
            | "CustomResourceDefinition"
            | "StorageClass"
            | "PersistentVolume"
            | "PersistentVolumeClaim"
            | "PriorityClass"
            | "IngressClass"
            | "RuntimeClass"
            | "ServiceAccount"
            | "Role"
            | "RoleBinding"
            | "ClusterRole"
            | "ClusterRoleBinding"
            | "ResourceQuota"
            | "LimitRange" => Stage::Foundation,
            "ConfigMap" | "Secret" | "Issuer" | "ClusterIssuer" | "Certificate" | "NetworkPolicy" => {
                Stage::Configuration
            }
            "Job" if account(object).is_some_and(|account| self.preparing.contains(account)) => {
                Stage::Configuration
            }
            "Job" => Stage::Initialization,
            "StatefulSet" | "Deployment" | "DaemonSet" | "Service" | "PodDisruptionBudget" => {
                component(object).and_then(|own| self.facts.get(own)).map_or(Stage::Rest, |facts| facts.stage)
            }
            _ => Stage::Rest,
        }
    }
}

/// The component in an object's label.
pub(crate) fn component(object: &Value) -> Option<&str> {
    let labels = object.pointer("/metadata/labels")?;
    ["component", "app.kubernetes.io/component"].iter().find_map(|key| labels.get(key)?.as_str())
}

/// The service account of an object's pods.
fn account(object: &Value) -> Option<&str> {
    object.pointer("/spec/template/spec/serviceAccountName")?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_job_with_rights_that_only_jobs_have_prepares() {
        let pods = |kind: &str, name: &str, account: &str| {
            json!({"kind": kind, "metadata": {"name": name, "labels": {"component": name}},
                "spec": {"template": {"spec": {"serviceAccountName": account}}}})
        };
        let binding = json!({"kind": "RoleBinding", "subjects": [{"name": "cleanup"}, {"name": "bookie"}]});
        let objects = [
            pods("Job", "cleanup", "cleanup"),
            pods("Job", "init", "bookie"),
            pods("StatefulSet", "bookie", "bookie"),
            binding,
        ];
        let facts = Facts::new();
        let stages = Stages::of(&facts, objects.iter());
        let found: Vec<Stage> = objects.iter().map(|object| stages.stage(object)).collect();
        let wanted = [Stage::Configuration, Stage::Initialization, Stage::Rest, Stage::Foundation];
        assert_eq!(found, wanted);
    }
}
