//! A disk that is claimed has a size.

use super::pods::blocks;
use crate::facts::{persists, pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::{Node, Quantity, Value};

/// Disk without a size.
pub(crate) static CODE: Code = Code {
    id: "PUL0755",
    severity: Severity::Error,
    title: "disk without a size",
    page: include_str!("disk_size.md"),
};

/// Kubernetes rejects the claim.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster).into_iter().filter(|block| persists(cluster, block)) {
        sizes(cluster, &format!("{block}.volumes"), found);
    }
    if cluster.base.components.dekaf && cluster.is_on("dekaf.persistence.enabled") {
        sizes(cluster, "dekaf.persistence", found);
    }
}

fn sizes(cluster: &Cluster<'_>, below: &str, found: &mut Findings) {
    let path = KeyPath::parse(below);
    let Some(node) = cluster.root.get(&path) else { return };
    walk(node, &mut path.clone(), &mut |path, node| {
        if path.last_key() == Some("size") && is_nothing(node) {
            let finding = Diagnostic::new(&CODE, "the disk has no size; Kubernetes rejects its claim")
                .help("write its size, such as 20Gi");
            found.push(pointed(cluster, finding, path));
        }
    });
}

fn is_nothing(node: &Node) -> bool {
    let text = match &node.value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return false,
    };
    let nothing = Quantity::parse("0").ok();
    Quantity::parse(&text).ok().zip(nothing).is_some_and(|(size, nothing)| size <= nothing)
}
