//! A share of the pods is at most all of them.

use super::passed::each;
use super::pods::blocks;
use crate::facts::pointed;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::Node;

/// Share above the whole.
pub(crate) static CODE: Code = Code {
    id: "PUL0753",
    severity: Severity::Error,
    title: "percentage above 100%",
    page: include_str!("shares.md"),
};

const KEY: &str = "maxUnavailable";

/// Kubernetes rejects the budget, or the workload.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        if cluster.is_on(&format!("{block}.pdb.usePolicy")) {
            let path = KeyPath::parse(&format!("{block}.pdb.{KEY}"));
            if let Some(node) = cluster.root.get(&path) {
                share(cluster, &path, node, found);
            }
        }
    }
    each(cluster, |path, node| {
        if path.last_key() == Some(KEY) {
            share(cluster, path, node, found);
        }
    });
}

fn share(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let share = node.as_text().and_then(|text| text.strip_suffix('%')?.parse::<u32>().ok());
    let Some(share) = share.filter(|share| *share > 100) else { return };
    let finding =
        Diagnostic::new(&CODE, format!("{share}% of the pods is more than all pods; Kubernetes rejects it"))
            .help("write 100% or less, or a number of pods");
    found.push(pointed(cluster, finding, path));
}
