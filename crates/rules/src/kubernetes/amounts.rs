//! Amounts inside containers and volumes that users write are ones that Kubernetes reads.

use super::passed::places;
use crate::facts::{pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_model::{Node, Quantity};

/// Amount that Kubernetes cannot read.
pub(crate) static CODE: Code = Code {
    id: "PUL0720",
    severity: Severity::Error,
    title: "invalid resource quantity",
    page: include_str!("amounts.md"),
};

/// Kubernetes rejects the pod. The components' own resources are the contracts' business.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for place in places(cluster) {
        let Some(node) = cluster.root.get(&place) else { continue };
        walk(node, &mut place.clone(), &mut |path, node| amount(cluster, path, node, found));
    }
}

fn amount(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let Some(text) = node.as_text().filter(|text| is_amount(path) && Quantity::parse(text).is_err()) else {
        return;
    };
    let finding = Diagnostic::new(&CODE, format!("invalid amount {text:?}: Kubernetes rejects the pod"))
        .help(
            "write a number with a suffix such as k, M, G, Ki, Mi, Gi, or m for thousandths: 500m, 2, 512Mi",
        );
    found.push(pointed(cluster, finding, path));
}

/// Whether an amount is at a path: below `requests` or `limits` of a container's resources, or a folder's size.
fn is_amount(path: &KeyPath) -> bool {
    let key = |at: usize| match path.segments().iter().rev().nth(at) {
        Some(Segment::Key(key)) => key.as_str(),
        _ => "",
    };
    let resources = key(2) == "resources" && ["requests", "limits"].contains(&key(1));
    resources || (key(0) == "sizeLimit" && key(1) == "emptyDir")
}
