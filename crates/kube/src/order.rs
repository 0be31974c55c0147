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

/// The place of a kind in that order.
pub fn apply_rank(kind: &str) -> usize {
    KINDS.iter().position(|known| *known == kind).unwrap_or(KINDS.len())
}

/// Puts objects in the order of their kinds, then of their names.
pub fn in_apply_order(objects: &mut Vec<Object>) {
    let mut ranked: Vec<(usize, Object)> =
        objects.drain(..).map(|object| (apply_rank(object.kind()), object)).collect();
    ranked.sort_by(|(rank, a), (others_rank, b)| {
        (rank, a.kind(), a.name(), a.namespace()).cmp(&(others_rank, b.kind(), b.name(), b.namespace()))
    });
    objects.extend(ranked.into_iter().map(|(_, object)| object));
}
