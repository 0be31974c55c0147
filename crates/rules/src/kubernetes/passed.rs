//! Where users write parts of Kubernetes objects that are handed through as they are.

use super::pods::blocks;
use crate::facts::{field, items, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_model::{Node, Origin};

/// The keys of a component's block whose values are Kubernetes' own.
const KEYS: [&str; 14] = [
    "initContainers",
    "extraContainers",
    "extraVolumes",
    "extraVolumeMounts",
    "initContainersExtraVolumeMounts",
    "extraEnvs",
    "extraEnv",
    "securityContext",
    "topologySpreadConstraints",
    "autoscaling",
    "podMonitor",
    "volumes",
    "updateStrategy",
    "service",
];

/// The places whose values are Kubernetes' own and in which the user wrote anything: those below the deployed components'
/// blocks, and the user's own objects of Kubernetes' own kinds. What is in objects of other kinds, nobody here knows.
pub(super) fn places(cluster: &Cluster<'_>) -> Vec<KeyPath> {
    let objects = items(cluster, "extraDeploy");
    let objects = objects.into_iter().filter(|(_, object)| field(object, "apiVersion").is_some_and(is_known));
    let objects = objects.map(|(path, _)| KeyPath::parse(&path));
    blocks(cluster).into_iter().flat_map(|block| of_block(cluster, block)).chain(objects).collect()
}

fn of_block(cluster: &Cluster<'_>, block: &str) -> Vec<KeyPath> {
    let node = cluster.root.get(block).filter(|node| node.origin == Origin::User);
    let Some(entries) = node.and_then(Node::as_record) else { return Vec::new() };
    let is_written = |key: &&&str| entries.get(**key).is_some_and(|entry| entry.origin == Origin::User);
    KEYS.iter().filter(is_written).map(|key| KeyPath::parse(block).key(*key)).collect()
}

/// Whether an API is one of Kubernetes' own: without a domain, or below `k8s.io`.
fn is_known(api: &str) -> bool {
    api.split_once('/').is_none_or(|(group, _)| !group.contains('.') || group.ends_with(".k8s.io"))
}

/// Calls `look` with each value at or below these places, and its path.
pub(super) fn each<'n>(cluster: &Cluster<'n>, mut look: impl FnMut(&KeyPath, &'n Node)) {
    for place in places(cluster) {
        if let Some(node) = cluster.root.get(&place) {
            walk(node, &mut place.clone(), &mut look);
        }
    }
}

/// The nearest key above the last one: a list's, where it is an item's.
pub(super) fn above(path: &KeyPath) -> &str {
    let mut keys = path.segments().iter().rev().skip(1);
    keys.find_map(|segment| match segment {
        Segment::Key(key) => Some(key.as_str()),
        Segment::Index(_) => None,
    })
    .unwrap_or_default()
}

/// Whether a key is somewhere on a path.
pub(super) fn has_segment(path: &KeyPath, key: &str) -> bool {
    path.segments().iter().any(|segment| matches!(segment, Segment::Key(found) if found == key))
}
