//! Resources are known by name; those of devices and huge pages are asked for as much as they are limited.

use super::pods::blocks;
use crate::facts::{pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::{Node, Quantity, Value};

/// Resource that Kubernetes does not hand out so.
pub(crate) static CODE: Code = Code {
    id: "PUL0721",
    severity: Severity::Error,
    title: "unknown resource name",
    page: include_str!("resource_names.md"),
};

/// What every node has; other names belong to somebody, and have a slash in them.
const COMMON: [&str; 3] = ["cpu", "memory", "ephemeral-storage"];
/// Jobs and init containers of pulsarc's own.
const OTHERS: [&str; 3] = ["initContainer", "pulsar_metadata", "bookkeeper.metadata"];

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster).into_iter().chain(OTHERS) {
        let Some(node) = cluster.root.get(block) else { continue };
        walk(node, &mut KeyPath::parse(block), &mut |path, node| {
            // A claim asks for storage, and is no container.
            let claimed = path.to_string().to_ascii_lowercase().contains("claim");
            if path.last_key() == Some("resources") && !claimed {
                resources(cluster, path, node, found);
            }
        });
    }
}

fn resources(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    for list in ["requests", "limits"] {
        for (name, amount) in node.get(list).and_then(Node::as_record).into_iter().flatten() {
            let at = path.key(list).key(name);
            if amount.value == Value::Null {
                continue;
            }
            let wrong =
                unknown(name).or_else(|| (list == "requests").then(|| uneven(node, name, amount)).flatten());
            if let Some((message, help)) = wrong {
                found.push(pointed(cluster, Diagnostic::new(&CODE, message).help(help), &at));
            }
        }
    }
}

fn unknown(name: &str) -> Option<(String, String)> {
    let known = COMMON.contains(&name) || name.starts_with("hugepages-") || name.contains('/');
    let meant = if name.starts_with("mem") {
        "memory"
    } else if name.starts_with("cpu") || name.starts_with("core") {
        "cpu"
    } else {
        "cpu, memory or ephemeral-storage"
    };
    (!known)
        .then(|| (format!("unknown resource {name}: Kubernetes rejects the pod"), format!("write {meant}")))
}

/// Huge pages and devices are never lent out: what is asked for is what may be used.
fn uneven(node: &Node, name: &str, asked: &Node) -> Option<(String, String)> {
    if COMMON.contains(&name) {
        return None;
    }
    let limit = node.get(KeyPath::parse("limits").key(name));
    if limit.and_then(quantity) == quantity(asked) {
        return None;
    }
    let message = format!("Kubernetes cannot overcommit {name}: it rejects a request without an equal limit");
    Some((message, "write the same amount in requests and limits, or only the limit".to_owned()))
}

fn quantity(node: &Node) -> Option<i128> {
    let text = match &node.value {
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    Quantity::parse(&text).ok().map(|amount| amount.milli())
}
