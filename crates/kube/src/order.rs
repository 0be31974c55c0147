//! The order in which objects can be applied to an empty namespace, each after what it needs.

use crate::Object;

/// The kinds in the order in which they are applied. What is not listed comes last.
const KINDS: [&str; 23] = [
    "Namespace",
    "StorageClass",
    "PersistentVolume",
    "PersistentVolumeClaim",
    "ServiceAccount",
    "Role",
    "ClusterRole",
    "RoleBinding",
    "ClusterRoleBinding",
    "Secret",
    "ConfigMap",
    "Issuer",
    "Certificate",
    "NetworkPolicy",
    "Service",
    "PodDisruptionBudget",
    "Job",
    "StatefulSet",
    "Deployment",
    "HorizontalPodAutoscaler",
    "Ingress",
    "PodMonitor",
    "VMPodScrape",
];

/// Puts objects in the order of their kinds, then of their names.
pub fn in_apply_order(objects: &mut [Object]) {
    let rank = |object: &Object| KINDS.iter().position(|kind| *kind == object.kind()).unwrap_or(KINDS.len());
    objects.sort_by(|a, b| {
        (rank(a), a.kind(), a.name(), a.namespace()).cmp(&(rank(b), b.kind(), b.name(), b.namespace()))
    });
}
