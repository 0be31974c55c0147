//! Where users write parts of Kubernetes objects that are handed through as they are.

use super::pods::blocks;
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;

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

/// The places below the deployed components' blocks whose values are Kubernetes' own.
pub(super) fn places(cluster: &Cluster<'_>) -> Vec<KeyPath> {
    let of_block = |block: &&'static str| KEYS.map(|key| KeyPath::parse(&format!("{block}.{key}")));
    blocks(cluster).iter().flat_map(of_block).collect()
}
