//! Each mount of a container has a place of its own.

use super::pods::{mount_lists, own, written_blocks};
use crate::facts::{given, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeMap;

/// Mount at a place that is taken.
pub(crate) static CODE: Code = Code {
    id: "PUL0713",
    severity: Severity::Error,
    title: "mount at a place that is taken",
    page: include_str!("mount_paths.md"),
};

/// Kubernetes refuses two mounts at one path, a mount without one, and a way out of the volume.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        for (list, is_own) in mount_lists(cluster, block) {
            let mut taken: BTreeMap<String, Option<String>> = BTreeMap::new();
            if is_own {
                taken.extend(own(cluster, block).into_iter().map(|own| (own.path, None)));
            }
            for (item, _) in items(cluster, &list) {
                let (place, part) = (format!("{item}.mountPath"), format!("{item}.subPath"));
                if let Some(part) = given(cluster, &part).filter(|part| leaves(part)) {
                    let told = Diagnostic::new(
                        &CODE,
                        format!("{part:?} is no path inside the volume: Kubernetes refuses the pod"),
                    )
                    .help("write a relative path without `..`");
                    found.push(cluster.point(told, &[(&format!("{item}.subPath"), "")]));
                }
                let Some(at) = given(cluster, &place) else {
                    let told = Diagnostic::new(&CODE, "a mount without a path: Kubernetes refuses the pod")
                        .help("add its mountPath");
                    found.push(cluster.point(told, &[(&item, "")]));
                    continue;
                };
                let at = at.trim_end_matches('/').to_owned();
                match taken.get(&at) {
                    Some(first) => {
                        let message = match first {
                            Some(_) => format!("two volumes are mounted at {at}: Kubernetes refuses the pod"),
                            None => format!(
                                "{at} is where the container has a volume of its own: Kubernetes refuses the pod"
                            ),
                        };
                        let first = first.clone().unwrap_or_default();
                        let told = Diagnostic::new(&CODE, message).help("mount it elsewhere");
                        found.push(cluster.point(told, &[(&place, ""), (&first, "the first one is here")]));
                    }
                    None => {
                        taken.insert(at, Some(place));
                    }
                }
            }
        }
    }
}

/// Whether a path is none below its volume.
fn leaves(path: &str) -> bool {
    path.starts_with('/') || path.split('/').any(|part| part == "..")
}
