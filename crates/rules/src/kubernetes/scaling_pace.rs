//! An autoscaler's pace is one that it can keep.

use super::pods::blocks;
use crate::facts::{pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::{Node, Number, Value};

/// Pace of scaling that Kubernetes rejects.
pub(crate) static CODE: Code = Code {
    id: "PUL0754",
    severity: Severity::Error,
    title: "invalid scaling policy",
    page: include_str!("scaling_pace.md"),
};

/// A key of `behavior`, from where to where it goes, and what it counts.
const RANGES: [(&str, i64, i64, &str); 3] = [
    ("stabilizationWindowSeconds", 0, 3600, "seconds"),
    ("periodSeconds", 1, 1800, "seconds"),
    ("value", 1, i64::MAX, "pods or percent"),
];

/// Kubernetes rejects the autoscaler.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let path = KeyPath::parse(&format!("{block}.autoscaling.behavior"));
        let Some(node) = cluster.root.get(&path) else { continue };
        if cluster.is_on(&format!("{block}.autoscaling.enabled")) {
            walk(node, &mut path.clone(), &mut |path, node| pace(cluster, path, node, found));
        }
    }
}

fn pace(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let range = RANGES.iter().find(|(key, ..)| path.last_key() == Some(key));
    let (Some((key, least, most, unit)), Value::Number(Number::Integer(given))) = (range, &node.value) else {
        return;
    };
    if (*least..=*most).contains(given) {
        return;
    }
    let allowed = if *most == i64::MAX {
        format!("{least} or more")
    } else {
        format!("a number from {least} to {most}")
    };
    let finding =
        Diagnostic::new(&CODE, format!("invalid {key} {given} ({unit}): Kubernetes rejects the autoscaler"))
            .help(format!("write {allowed}"));
    found.push(pointed(cluster, finding, path));
}
