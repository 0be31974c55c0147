//! Workloads: the objects that create pods, with their number, component and claims.

use crate::identity::Identity;
use serde::{Serialize, Serializer};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::fmt;

/// How many pods a workload has: a number, or the range that an autoscaler keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Pods {
    /// The fewest.
    pub least: u64,
    /// The most.
    pub most: u64,
}

impl Pods {
    /// A number of pods.
    pub fn exactly(pods: u64) -> Self {
        Self { least: pods, most: pods }
    }

    /// Those of two workloads.
    pub(crate) fn and(self, other: Self) -> Self {
        Self { least: self.least + other.least, most: self.most + other.most }
    }
}

impl fmt::Display for Pods {
    /// `1 pod`, `3 pods`, `2 to 8 pods`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.least, self.most) {
            (1, 1) => f.write_str("1 pod"),
            (least, most) if least == most => write!(f, "{least} pods"),
            (least, most) => write!(f, "{least} to {most} pods"),
        }
    }
}

impl Serialize for Pods {
    /// A number, or `{"least", "most"}`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.least == self.most {
            return serializer.serialize_u64(self.least);
        }
        BTreeMap::from([("least", self.least), ("most", self.most)]).serialize(serializer)
    }
}

/// The number of pods of a workload; one by default.
pub(crate) fn pods(object: &Value) -> u64 {
    object.pointer("/spec/replicas").and_then(Value::as_u64).unwrap_or(1)
}

/// The pods that a workload has among other objects, an autoscaler perhaps.
pub(crate) fn pods_among(id: &Identity, object: &Value, all: &BTreeMap<Identity, &Value>) -> Pods {
    let scales = |other: &Identity, scaler: &Value| {
        let target =
            |key| scaler.pointer("/spec/scaleTargetRef").and_then(|target| target.get(key)?.as_str());
        other.kind == "HorizontalPodAutoscaler"
            && other.namespace == id.namespace
            && target("kind") == Some(&id.kind)
            && target("name") == Some(&id.name)
    };
    let Some((_, scaler)) = all.iter().find(|(other, scaler)| scales(other, scaler)) else {
        return Pods::exactly(pods(object));
    };
    let bound = |key| scaler.pointer("/spec").and_then(|spec| spec.get(key)?.as_u64()).unwrap_or(1);
    Pods { least: bound("minReplicas"), most: bound("maxReplicas").max(bound("minReplicas")) }
}

/// The component in an object's label.
pub(crate) fn component(object: &Value) -> Option<&str> {
    let labels = object.pointer("/metadata/labels")?;
    ["component", "app.kubernetes.io/component"].iter().find_map(|key| labels.get(key)?.as_str())
}

/// Whether each pod has a claim of its own.
pub(crate) fn has_claims(object: &Value) -> bool {
    let claims = object.pointer("/spec/volumeClaimTemplates").and_then(Value::as_array);
    claims.is_some_and(|claims| !claims.is_empty())
}

/// A claim template by its name.
pub(crate) fn claim_of<'a>(object: &'a Value, name: &str) -> Option<&'a Value> {
    let mut claims = object.pointer("/spec/volumeClaimTemplates")?.as_array()?.iter();
    claims.find(|claim| claim.pointer("/metadata/name").and_then(Value::as_str) == Some(name))
}

/// Whether a kind of object keeps a number of pods running.
pub(crate) fn is_workload(kind: &str) -> bool {
    matches!(kind, "StatefulSet" | "Deployment" | "DaemonSet")
}

/// The labels of its pods.
pub(crate) fn pod_labels(object: &Value) -> Option<&Map<String, Value>> {
    object.pointer("/spec/template/metadata/labels")?.as_object()
}

/// Whether a selector of labels matches the pods of a workload.
pub(crate) fn selects(selector: Option<&Value>, object: &Value) -> bool {
    let (Some(selector), Some(labels)) = (selector, pod_labels(object)) else { return false };
    let equal = selector.get("matchLabels").and_then(Value::as_object);
    let expressions = selector.get("matchExpressions").and_then(Value::as_array);
    let holds = |expression: &Value| {
        let label = expression.get("key").and_then(Value::as_str).and_then(|key| labels.get(key));
        let values = expression.get("values").and_then(Value::as_array);
        let listed = label.is_some_and(|label| values.is_some_and(|values| values.contains(label)));
        match expression.get("operator").and_then(Value::as_str) {
            Some("In") => listed,
            Some("NotIn") => !listed,
            Some("Exists") => label.is_some(),
            _ => label.is_none(),
        }
    };
    equal.into_iter().flatten().all(|(key, value)| labels.get(key) == Some(value))
        && expressions.into_iter().flatten().all(holds)
}

/// A part of an object by the keys of a path, `[name]` for an item of a list.
pub(crate) fn part<'a>(object: &'a Value, path: &[&str]) -> Option<&'a Value> {
    path.iter().try_fold(object, |value, key| {
        match key.strip_prefix('[').and_then(|key| key.strip_suffix(']')) {
            Some(name) => {
                let mut items = value.as_array()?.iter();
                let named = |item: &&Value| item.get("name").and_then(Value::as_str) == Some(name);
                items.find(named).or_else(|| value.get(name.parse::<usize>().ok()?))
            }
            None => value.get(key),
        }
    })
}

/// Whether its pods restart by themselves when their template changes.
pub(crate) fn rolls(object: &Value) -> bool {
    let strategy = object.pointer("/spec/updateStrategy/type").and_then(Value::as_str);
    strategy != Some("OnDelete")
}

/// Whether its pods read a config map or a secret.
pub(crate) fn reads(object: &Value, kind: &str, name: &str) -> bool {
    let template = object.pointer("/spec/template/spec").unwrap_or(&Value::Null);
    refers(template, kind, name)
}

fn refers(value: &Value, kind: &str, name: &str) -> bool {
    let keys: &[&str] = if kind == "Secret" {
        &["secretRef", "secretKeyRef", "secret"]
    } else {
        &["configMapRef", "configMapKeyRef", "configMap"]
    };
    match value {
        Value::Object(fields) => fields.iter().any(|(key, value)| {
            let named =
                ["name", "secretName"].iter().any(|key| value.get(key).and_then(Value::as_str) == Some(name));
            (keys.contains(&key.as_str()) && named) || refers(value, kind, name)
        }),
        Value::Array(items) => items.iter().any(|item| refers(item, kind, name)),
        _ => false,
    }
}
