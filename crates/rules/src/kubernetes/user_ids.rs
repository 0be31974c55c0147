//! Users and groups of a pod are numbers that Kubernetes takes.

use super::passed::places;
use crate::facts::{pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Segment, Severity};
use pulsarc_model::{Node, Number, Origin, Value};

/// User or group that cannot be.
pub(crate) static CODE: Code = Code {
    id: "PUL0746",
    severity: Severity::Error,
    title: "invalid user or group ID",
    page: include_str!("user_ids.md"),
};

const KEYS: [&str; 4] = ["runAsUser", "runAsGroup", "fsGroup", "supplementalGroups"];
const NUMBERS: std::ops::RangeInclusive<i64> = 0..=i32::MAX as i64;

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for place in places(cluster) {
        let Some(node) = cluster.root.get(&place) else { continue };
        walk(node, &mut place.clone(), &mut |path, node| number(cluster, path, node, found));
    }
}

fn number(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let Some(key) = key(path).filter(|key| KEYS.contains(key) && node.origin == Origin::User) else { return };
    let Value::Number(number) = &node.value else { return };
    if matches!(number, Number::Integer(whole) if NUMBERS.contains(whole)) {
        return;
    }
    let last = NUMBERS.end();
    let message = format!("invalid user or group ID {number}: Kubernetes rejects the pod");
    let finding = Diagnostic::new(&CODE, message).help(format!("write a number of 0 to {last} for {key}"));
    found.push(pointed(cluster, finding, path));
}

/// The key at a path, or the one of the list that it is an item of.
fn key(path: &KeyPath) -> Option<&str> {
    path.segments().iter().rev().find_map(|segment| match segment {
        Segment::Key(key) => Some(key.as_str()),
        Segment::Index(_) => None,
    })
}
