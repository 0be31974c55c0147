//! Each volume has a name of its own and one source.

use super::pods::{blocks, own};
use crate::facts::{field, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::{Node, Value};
use std::collections::BTreeMap;

/// Volume that cannot be made.
pub(crate) static CODE: Code = Code {
    id: "PUL0714",
    severity: Severity::Error,
    title: "volume that cannot be made",
    page: include_str!("volumes.md"),
};

/// Kubernetes refuses two volumes of one name, and a volume with two sources.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let mut names: BTreeMap<String, Option<String>> =
            own(cluster, block).into_iter().map(|own| (own.volume, None)).collect();
        for (item, node) in items(cluster, &format!("{block}.extraVolumes")) {
            let Some(name) = field(node, "name") else { continue };
            let path = format!("{item}.name");
            if let Some(first) = names.get(name) {
                let message = match first {
                    Some(_) => format!("two volumes are called `{name}`: Kubernetes refuses the pod"),
                    None => {
                        format!("the pod has a volume `{name}` of its own: Kubernetes refuses a second one")
                    }
                };
                let first = first.clone().unwrap_or_default();
                let told = Diagnostic::new(&CODE, message).help("give one of the two another name");
                found.push(cluster.point(told, &[(&path, ""), (&first, "the first one is here")]));
            } else {
                names.insert(name.to_owned(), Some(path));
            }
            let sources = sources(node);
            if sources.len() > 1 {
                let message =
                    format!("`{name}` has {}: a volume comes from one place", sources.join(" and "));
                let told = Diagnostic::new(&CODE, message).help("keep one of them, or make two volumes");
                found.push(cluster.point(told, &[(&item, "")]));
            }
        }
    }
}

/// Where a volume comes from.
fn sources(volume: &Node) -> Vec<&str> {
    let entries = volume.as_record().into_iter().flatten();
    let given = entries.filter(|(key, entry)| key.as_str() != "name" && entry.value != Value::Null);
    given.map(|(key, _)| key.as_str()).collect()
}
