//! Where objects of a kind are in the API.

use pulsarc_diff::is_cluster_wide;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A kind of the API, with the plural by which paths name it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Resource {
    /// The group; empty for the core.
    pub group: String,
    /// The version.
    pub version: String,
    /// The kind.
    pub kind: String,
    /// The plural: `statefulsets`.
    pub plural: String,
    /// Whether its objects are in namespaces.
    pub namespaced: bool,
}

/// A kind: group, version, kind, plural.
type Row = (&'static str, &'static str, &'static str, &'static str);

const SECRET: Row = ("", "v1", "Secret", "secrets");
const CONFIG_MAP: Row = ("", "v1", "ConfigMap", "configmaps");
const POD: Row = ("", "v1", "Pod", "pods");
const CLAIM: Row = ("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims");
const STORAGE_CLASS: Row = ("storage.k8s.io", "v1", "StorageClass", "storageclasses");
const REPLICA_SET: Row = ("apps", "v1", "ReplicaSet", "replicasets");
const AUTOSCALER: Row = ("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers");
const LEASE: Row = ("coordination.k8s.io", "v1", "Lease", "leases");
const REVIEW: Row = ("authorization.k8s.io", "v1", "SelfSubjectAccessReview", "selfsubjectaccessreviews");

/// Kinds of Kubernetes and of what a Pulsar cluster uses beside it, so that no request has to discover them: group, version,
/// kind, plural.
const KNOWN: &[Row] = &[
    ("", "v1", "Namespace", "namespaces"),
    ("", "v1", "ServiceAccount", "serviceaccounts"),
    SECRET,
    CONFIG_MAP,
    ("", "v1", "Service", "services"),
    POD,
    ("", "v1", "Node", "nodes"),
    ("", "v1", "Event", "events"),
    ("", "v1", "PersistentVolume", "persistentvolumes"),
    CLAIM,
    STORAGE_CLASS,
    ("rbac.authorization.k8s.io", "v1", "Role", "roles"),
    ("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings"),
    ("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles"),
    ("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings"),
    ("apps", "v1", "StatefulSet", "statefulsets"),
    ("apps", "v1", "Deployment", "deployments"),
    ("apps", "v1", "DaemonSet", "daemonsets"),
    REPLICA_SET,
    ("apps", "v1", "ControllerRevision", "controllerrevisions"),
    ("batch", "v1", "Job", "jobs"),
    ("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets"),
    AUTOSCALER,
    ("networking.k8s.io", "v1", "Ingress", "ingresses"),
    ("networking.k8s.io", "v1", "IngressClass", "ingressclasses"),
    ("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies"),
    ("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses"),
    ("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses"),
    LEASE,
    REVIEW,
    ("cert-manager.io", "v1", "Issuer", "issuers"),
    ("cert-manager.io", "v1", "ClusterIssuer", "clusterissuers"),
    ("cert-manager.io", "v1", "Certificate", "certificates"),
    ("monitoring.coreos.com", "v1", "PodMonitor", "podmonitors"),
    ("operator.victoriametrics.com", "v1beta1", "VMPodScrape", "vmpodscrapes"),
];

impl Resource {
    /// A kind that needs no discovery.
    pub fn known(group: &str, version: &str, kind: &str) -> Option<Self> {
        let row = KNOWN.iter().find(|(of, at, name, _)| (*of, *at, *name) == (group, version, kind))?;
        Some(Self::of_row(*row))
    }

    fn of_row((group, version, kind, plural): Row) -> Self {
        Self {
            group: group.to_owned(),
            version: version.to_owned(),
            kind: kind.to_owned(),
            plural: plural.to_owned(),
            namespaced: !is_cluster_wide(kind)
                && !matches!(kind, "Node" | "RuntimeClass" | "SelfSubjectAccessReview"),
        }
    }

    /// A kind that the table has, in its only version there.
    pub fn of_kind(group: &str, kind: &str) -> Option<Self> {
        let version = KNOWN.iter().find(|(of, _, name, _)| (*of, *name) == (group, kind))?.1;
        Self::known(group, version, kind)
    }

    /// Secrets.
    pub(crate) fn secrets() -> Self {
        Self::of_row(SECRET)
    }

    /// Config maps.
    pub(crate) fn config_maps() -> Self {
        Self::of_row(CONFIG_MAP)
    }

    /// Pods.
    pub(crate) fn pods() -> Self {
        Self::of_row(POD)
    }

    /// Persistent volume claims.
    pub(crate) fn claims() -> Self {
        Self::of_row(CLAIM)
    }

    /// Storage classes.
    pub(crate) fn storage_classes() -> Self {
        Self::of_row(STORAGE_CLASS)
    }

    /// Replica sets.
    pub(crate) fn replica_sets() -> Self {
        Self::of_row(REPLICA_SET)
    }

    /// Horizontal pod autoscalers.
    pub(crate) fn autoscalers() -> Self {
        Self::of_row(AUTOSCALER)
    }

    /// Leases.
    pub(crate) fn leases() -> Self {
        Self::of_row(LEASE)
    }

    /// Questions about the rights of the user.
    pub(crate) fn access_reviews() -> Self {
        Self::of_row(REVIEW)
    }

    /// The path of all its objects, in a namespace if it has one: `/apis/apps/v1/namespaces/pulsar/statefulsets`.
    pub fn path(&self, namespace: Option<&str>) -> String {
        let root = if self.group.is_empty() { "/api".to_owned() } else { format!("/apis/{}", self.group) };
        let namespace = namespace.filter(|_| self.namespaced).map(|name| format!("/namespaces/{name}"));
        format!("{root}/{}{}/{}", self.version, namespace.unwrap_or_default(), self.plural)
    }

    /// As an object names it: `apps/v1`.
    pub fn api_version(&self) -> String {
        if self.group.is_empty() { self.version.clone() } else { format!("{}/{}", self.group, self.version) }
    }
}

/// The group, the version and the kind that an object names.
pub(crate) fn kind_of(object: &Value) -> (&str, &str, &str) {
    let text = |key: &str| object.get(key).and_then(Value::as_str).unwrap_or_default();
    let (group, version) = text("apiVersion").split_once('/').unwrap_or(("", text("apiVersion")));
    (group, version, text("kind"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_those_of_the_api() {
        let path = |group: &str, kind: &str, namespace| {
            Resource::of_kind(group, kind).map(|resource| resource.path(namespace))
        };
        let sets = "/apis/apps/v1/namespaces/pulsar/statefulsets";
        assert_eq!(path("apps", "StatefulSet", Some("pulsar")).as_deref(), Some(sets));
        assert_eq!(path("", "Namespace", Some("pulsar")).as_deref(), Some("/api/v1/namespaces"));
        assert_eq!(path("", "Secret", None).as_deref(), Some("/api/v1/secrets"));
        assert_eq!(path("example.com", "Thing", None), None);
    }
}
