//! What users add to pods: containers, volumes, mounts and variables, wherever in a component's block they are.

use crate::facts::{at_each, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{Diagnostic, Findings, KeyPath};
use pulsarc_model::Node;

/// A list by which users extend pods, known by its key. The contracts of all components use the same ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Containers.
    Container,
    /// Volumes.
    Volume,
    /// Mounts, in the component's own containers or in those that users add.
    Mount,
    /// Variables, in the component's own containers or in those that users add.
    Variable,
}

/// The list of mounts of a container that users write whole.
const MOUNTS_OF_CONTAINER: &str = "volumeMounts";
/// The list of mounts in the init containers of pulsarc's own.
const MOUNTS_OF_INIT: &str = "initContainersExtraVolumeMounts";
/// The list of containers that run to their end before the others start.
pub(super) const INIT_CONTAINERS: &str = "initContainers";

impl Part {
    fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Container => &[INIT_CONTAINERS, "extraContainers"],
            Self::Volume => &["extraVolumes"],
            Self::Mount => &["extraVolumeMounts", MOUNTS_OF_INIT, MOUNTS_OF_CONTAINER],
            Self::Variable => &["extraEnvs", "extraEnv", "env"],
        }
    }
}

/// A list that the user wrote.
pub(super) struct List<'a> {
    /// Where.
    pub path: KeyPath,
    /// Its items.
    items: &'a [Node],
}

impl<'a> List<'a> {
    /// The items, each with its path.
    pub fn items(&self) -> impl Iterator<Item = (String, &'a Node)> {
        self.items.iter().enumerate().map(|(at, item)| (self.path.index(at).to_string(), item))
    }

    /// Whether an emitted container has the items of a list of mounts: one that the user wrote whole has its own, and
    /// pulsarc's have those that the component's block adds to them.
    pub fn is_mounted_in(&self, container: Option<&KeyPath>, is_init: bool) -> bool {
        match (container, self.path.last_key()) {
            (Some(container), Some(MOUNTS_OF_CONTAINER)) => self.path.parent() == *container,
            (None, Some(key)) if key != MOUNTS_OF_CONTAINER => (key == MOUNTS_OF_INIT) == is_init,
            _ => false,
        }
    }
}

/// The blocks of the pods that are deployed.
pub(crate) fn blocks(cluster: &Cluster<'_>) -> Vec<&'static str> {
    cluster.topology.deployed().map(|record| record.block).collect()
}

/// Those of them in which the user wrote anything: defaults of the contracts break no rule.
pub(super) fn written_blocks(cluster: &Cluster<'_>) -> Vec<&'static str> {
    blocks(cluster).into_iter().filter(|block| cluster.is_users(block)).collect()
}

/// The lists of a kind that the user wrote in a block, one for each container in the case of mounts and variables.
pub(super) fn lists<'a>(cluster: &Cluster<'a>, block: &str, part: Part) -> Vec<List<'a>> {
    let mut lists = Vec::new();
    let Some(node) = cluster.root.get(block) else { return lists };
    walk(node, &mut KeyPath::parse(block), &mut |path, node| {
        let items = path.last_key().filter(|key| part.keys().contains(key)).and_then(|_| node.as_list());
        lists.extend(items.map(|items| List { path: path.clone(), items }));
    });
    lists
}

/// The items of all lists of a kind in a block, each with its path.
pub(super) fn parts<'a>(cluster: &Cluster<'a>, block: &str, part: Part) -> Vec<(String, &'a Node)> {
    lists(cluster, block, part).iter().flat_map(|list| list.items().collect::<Vec<_>>()).collect()
}

/// Reports what a pod has twice, `users` being the paths of the user's: each but the first of several (`both`), or
/// the only one, which is beside pulsarc's own (`own`).
pub(super) fn twice(
    cluster: &Cluster<'_>,
    users: &[String],
    both: &Diagnostic,
    own: &Diagnostic,
    found: &mut Findings,
) {
    match users {
        [first, others @ ..] if !others.is_empty() => {
            let first = (first.as_str(), "first defined here");
            found.extend(others.iter().map(|path| cluster.point(both.clone(), &[(path, ""), first])));
        }
        _ => at_each(cluster, own, users, found),
    }
}
