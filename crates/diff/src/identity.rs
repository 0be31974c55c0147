//! Which object of one side is which of the other.

use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;

/// What makes an object the same one. The version of its API is none of it: the server converts between versions.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Identity {
    /// The group of its API; empty for the core.
    pub group: String,
    /// Its kind.
    pub kind: String,
    /// Its namespace; none for what stands outside of any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// Its name.
    pub name: String,
}

/// The objects of one side of a comparison.
pub(crate) type Side<'a> = BTreeMap<Identity, &'a Value>;

/// Kinds of Kubernetes' own, and of what a Pulsar cluster uses beside, that are in no namespace.
const CLUSTER_WIDE: &[&str] = &[
    "APIService",
    "ClusterIssuer",
    "ClusterRole",
    "ClusterRoleBinding",
    "CustomResourceDefinition",
    "IngressClass",
    "MutatingWebhookConfiguration",
    "Namespace",
    "PersistentVolume",
    "PriorityClass",
    "StorageClass",
    "ValidatingWebhookConfiguration",
];

/// Whether objects of a kind are in no namespace.
pub fn is_cluster_wide(kind: &str) -> bool {
    CLUSTER_WIDE.contains(&kind)
}

impl Identity {
    /// The identity of an object; an object without a namespace is in `namespace`.
    pub fn of(object: &Value, namespace: &str) -> Self {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        let kind = text("/kind");
        let own = Some(text("/metadata/namespace")).filter(|own| !own.is_empty()).unwrap_or(namespace);
        Self {
            group: text("/apiVersion").split_once('/').map_or("", |(group, _)| group).to_owned(),
            kind: kind.to_owned(),
            namespace: (!is_cluster_wide(kind)).then(|| own.to_owned()),
            name: text("/metadata/name").to_owned(),
        }
    }
}

impl fmt::Display for Identity {
    /// `StatefulSet/pulsar-broker`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind, self.name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_version_and_a_missing_namespace_make_no_other_object() {
        let one =
            json!({"apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": {"name": "a"}});
        let other = json!({"apiVersion": "policy/v1beta1", "kind": "PodDisruptionBudget",
            "metadata": {"name": "a", "namespace": "ns"}});
        assert_eq!(Identity::of(&one, "ns"), Identity::of(&other, "elsewhere"));
        assert_ne!(Identity::of(&one, "other"), Identity::of(&other, "ns"));
    }
}
