//! A container asks for no more than it may use.

use super::pods::blocks;
use crate::facts::walk;
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::{Node, Quantity, Value};

/// Request above the limit.
pub(crate) static CODE: Code = Code {
    id: "PUL0704",
    severity: Severity::Error,
    title: "resource request exceeds the limit",
    page: include_str!("requests.md"),
};

/// Where else containers get their resources: init containers and jobs of pulsarc's own, and objects of the user's.
const OTHERS: [&str; 4] = ["initContainer", "pulsar_metadata", "bookkeeper.metadata", "extraDeploy"];

/// Looks at every `resources` of the deployed components, wherever it stands: containers that the user writes have some
/// too.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster).into_iter().chain(OTHERS) {
        let Some(node) = cluster.root.get(block) else { continue };
        walk(node, &mut KeyPath::parse(block), &mut |path, node| {
            if path.last_key() == Some("resources") {
                resources(cluster, path, node, found);
            }
        });
    }
}

fn resources(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let Some(requests) = node.get("requests").and_then(Node::as_record) else { return };
    for (resource, request) in requests {
        let limit = node.get(KeyPath::parse("limits").key(resource));
        let (Some(asked), Some(allowed)) = (quantity(request), limit.and_then(quantity)) else { continue };
        if asked > allowed {
            let (requests, limits) = (path.key("requests").key(resource), path.key("limits").key(resource));
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "the request of {asked} for {resource} exceeds the limit \
            of {allowed}; Kubernetes rejects the pod"
                ),
            )
            .advise([
                write(&requests, allowed.as_str()).purpose("or less"),
                write(&limits, asked.as_str()).purpose("or more"),
            ]);
            let users = cluster.root.is_users(&requests);
            let primary = if users { &requests } else { &limits };
            let other = if users { &limits } else { &requests };
            let pointed = finding.at(primary).span(cluster.root.users_span(primary));
            let label = cluster
                .root
                .users_span(other)
                .filter(|span| Some(*span) != pointed.span && cluster.root.is_users(other));
            found.push(pointed.label(label, "the other amount"));
        }
    }
}

fn quantity(node: &Node) -> Option<Quantity> {
    match &node.value {
        Value::Text(text) => Quantity::parse(text).ok(),
        Value::Number(number) => Quantity::parse(&number.to_string()).ok(),
        _ => None,
    }
}
