//! Each volume has a name of its own and one source.

use super::pods::{Part, parts, twice, written_blocks};
use crate::emitted::Emitted;
use crate::facts::field;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::{Node, Value};
use std::collections::BTreeSet;

/// Volume that cannot be made.
pub(crate) static CODE: Code = Code {
    id: "PUL0714",
    severity: Severity::Error,
    title: "invalid volume",
    page: include_str!("volumes.md"),
};

/// Kubernetes rejects two volumes of one name, and a volume with two sources.
pub(crate) fn check(emitted: &Emitted<'_>, found: &mut Findings) {
    let cluster = emitted.cluster;
    for pods in emitted.pods() {
        let mut seen = BTreeSet::new();
        let twice: BTreeSet<&str> = pods.volumes().filter(|name| !seen.insert(*name)).collect();
        for name in twice {
            two_volumes(cluster, pods.block, name, found);
        }
    }
    for block in written_blocks(cluster) {
        for (item, node) in parts(cluster, block, Part::Volume) {
            let sources = sources(node);
            if sources.len() > 1 {
                let message = format!(
                    "the volume `{}` has {}; exactly one source is allowed",
                    field(node, "name").unwrap_or_default(),
                    sources.join(" and ")
                );
                let finding = Diagnostic::new(&CODE, message).help("keep one source, or define two volumes");
                found.push(cluster.point(finding, &[(&item, "")]));
            }
        }
    }
}

fn two_volumes(cluster: &Cluster<'_>, block: &str, name: &str, found: &mut Findings) {
    let users = parts(cluster, block, Part::Volume).into_iter();
    let users: Vec<String> = users
        .filter(|(_, volume)| field(volume, "name") == Some(name))
        .map(|(item, _)| format!("{item}.name"))
        .collect();
    let finding = |message: String| Diagnostic::new(&CODE, message).help("rename one of the two");
    let both = finding(format!("two volumes are named `{name}`; Kubernetes rejects the pod"));
    let own = finding(format!("the pod already has a volume `{name}`; Kubernetes rejects a second one"));
    twice(cluster, &users, &both, &own, found);
}

/// Where a volume comes from.
fn sources(volume: &Node) -> Vec<&str> {
    let entries = volume.as_record().into_iter().flatten();
    let given = entries.filter(|(key, entry)| key.as_str() != "name" && entry.value != Value::Null);
    given.map(|(key, _)| key.as_str()).collect()
}
