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

/// Kinds of Kubernetes and of what a Pulsar cluster uses beside it, so that no request has to discover them: group, version,
/// kind, plural.
const KNOWN: &[(&str, &str, &str, &str)] = &[
    ("", "v1", "Namespace", "namespaces"),
    ("", "v1", "ServiceAccount", "serviceaccounts"),
    ("", "v1", "Secret", "secrets"),
    ("", "v1", "ConfigMap", "configmaps"),
    ("", "v1", "Service", "services"),
    ("", "v1", "Pod", "pods"),
    ("", "v1", "Node", "nodes"),
    ("", "v1", "Event", "events"),
    ("", "v1", "PersistentVolume", "persistentvolumes"),
    ("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims"),
    ("storage.k8s.io", "v1", "StorageClass", "storageclasses"),
    ("rbac.authorization.k8s.io", "v1", "Role", "roles"),
    ("rbac.authorization.k8s.io", "v1", "RoleBinding", "rolebindings"),
    ("rbac.authorization.k8s.io", "v1", "ClusterRole", "clusterroles"),
    ("rbac.authorization.k8s.io", "v1", "ClusterRoleBinding", "clusterrolebindings"),
    ("apps", "v1", "StatefulSet", "statefulsets"),
    ("apps", "v1", "Deployment", "deployments"),
    ("apps", "v1", "DaemonSet", "daemonsets"),
    ("apps", "v1", "ControllerRevision", "controllerrevisions"),
    ("batch", "v1", "Job", "jobs"),
    ("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets"),
    ("autoscaling", "v2", "HorizontalPodAutoscaler", "horizontalpodautoscalers"),
    ("networking.k8s.io", "v1", "Ingress", "ingresses"),
    ("networking.k8s.io", "v1", "IngressClass", "ingressclasses"),
    ("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies"),
    ("scheduling.k8s.io", "v1", "PriorityClass", "priorityclasses"),
    ("node.k8s.io", "v1", "RuntimeClass", "runtimeclasses"),
    ("coordination.k8s.io", "v1", "Lease", "leases"),
    ("authorization.k8s.io", "v1", "SelfSubjectAccessReview", "selfsubjectaccessreviews"),
    ("cert-manager.io", "v1", "Issuer", "issuers"),
    ("cert-manager.io", "v1", "ClusterIssuer", "clusterissuers"),
    ("cert-manager.io", "v1", "Certificate", "certificates"),
    ("monitoring.coreos.com", "v1", "PodMonitor", "podmonitors"),
    ("operator.victoriametrics.com", "v1beta1", "VMPodScrape", "vmpodscrapes"),
];

impl Resource {
    /// A kind that needs no discovery.
    pub fn known(group: &str, version: &str, kind: &str) -> Option<Self> {
        let known =
            |&&(of, at, name, _): &&(&str, &str, &str, &str)| (of, at, name) == (group, version, kind);
        let (group, version, kind, plural) = KNOWN.iter().find(known)?;
        let text = |text: &&str| (*text).to_owned();
        Some(Self {
            group: text(group),
            version: text(version),
            kind: text(kind),
            plural: text(plural),
            namespaced: !is_cluster_wide(kind)
                && !matches!(*kind, "Node" | "RuntimeClass" | "SelfSubjectAccessReview"),
        })
    }

    /// A kind that the table has, in its only version there.
    pub fn of_kind(group: &str, kind: &str) -> Option<Self> {
        let version = KNOWN.iter().find(|(of, _, name, _)| (*of, *name) == (group, kind))?.1;
        Self::known(group, version, kind)
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
