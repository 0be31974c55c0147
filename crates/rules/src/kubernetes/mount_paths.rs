//! Each mount of a container has a place of its own.

use super::pods::{List, Part, lists, parts, twice, written_blocks};
use crate::emitted::Emitted;
use crate::facts::{field, given};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::Node;
use std::collections::{BTreeMap, BTreeSet};

/// Mount at a place that is taken.
pub(crate) static CODE: Code = Code {
    id: "PUL0713",
    severity: Severity::Error,
    title: "conflicting mount path",
    page: include_str!("mount_paths.md"),
};

/// Kubernetes rejects two mounts at one path, a mount without one, and a way out of the volume.
pub(crate) fn check(emitted: &Emitted<'_>, found: &mut Findings) {
    let cluster = emitted.cluster;
    for pods in emitted.pods() {
        let users = containers(cluster, pods.block);
        for (container, is_init) in pods.containers() {
            let whole = users.get(container.name.as_str());
            let mut seen = BTreeSet::new();
            let places = container.volume_mounts.iter().flatten().map(|mount| trimmed(&mount.mount_path));
            let taken: BTreeSet<&str> =
                places.filter(|place| !place.is_empty() && !seen.insert(*place)).collect();
            for place in taken {
                let lists = lists(cluster, pods.block, Part::Mount).into_iter();
                let lists: Vec<List<'_>> = lists.filter(|list| list.is_mounted_in(whole, is_init)).collect();
                two_mounts(cluster, place, &lists, found);
            }
        }
    }
    for block in written_blocks(cluster) {
        for (item, _) in parts(cluster, block, Part::Mount) {
            own_path(cluster, &item, found);
        }
    }
}

/// The containers that users write whole, by name.
fn containers(cluster: &Cluster<'_>, block: &str) -> BTreeMap<String, KeyPath> {
    let written = parts(cluster, block, Part::Container).into_iter();
    written
        .filter_map(|(item, node)| Some((field(node, "name")?.to_owned(), KeyPath::parse(&item))))
        .collect()
}

fn trimmed(place: &str) -> &str {
    place.trim_end_matches('/')
}

fn two_mounts(cluster: &Cluster<'_>, place: &str, lists: &[List<'_>], found: &mut Findings) {
    let at = |(_, mount): &(String, &Node)| field(mount, "mountPath").map(trimmed) == Some(place);
    let users: Vec<String> = lists
        .iter()
        .flat_map(|list| list.items().filter(at).collect::<Vec<_>>())
        .map(|(item, _)| format!("{item}.mountPath"))
        .collect();
    let finding = |message: String| Diagnostic::new(&CODE, message).help("mount it at another path");
    let both = finding(format!("two volumes are mounted at {place}; Kubernetes rejects the pod"));
    let own =
        finding(format!("the container already mounts a volume at {place}; Kubernetes rejects the pod"));
    twice(cluster, &users, &both, &own, found);
}

/// What is wrong with a mount that has no place, or that leaves its volume.
fn own_path(cluster: &Cluster<'_>, item: &str, found: &mut Findings) {
    let (place, part) = (format!("{item}.mountPath"), format!("{item}.subPath"));
    if let Some(text) = given(cluster, &part).filter(|text| leaves(text)) {
        let finding = Diagnostic::new(
            &CODE,
            format!("invalid path inside the volume {text:?}: Kubernetes rejects the pod"),
        )
        .help("write a relative path without `..`");
        found.push(cluster.point(finding, &[(&part, "")]));
    }
    if given(cluster, &place).is_none() {
        let finding = Diagnostic::new(&CODE, "the mount has no mountPath; Kubernetes rejects the pod")
            .help("add a mountPath");
        found.push(cluster.point(finding, &[(item, "")]));
    }
}

/// Whether a path is none below its volume.
fn leaves(path: &str) -> bool {
    path.starts_with('/') || path.split('/').any(|part| part == "..")
}
