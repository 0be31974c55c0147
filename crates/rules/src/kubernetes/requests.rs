//! A container asks for no more than it may use.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_diag::{KeyPath, Segment};
use pulsarc_model::{Node, Quantity, Value};

/// Request above the limit.
pub(crate) static CODE: Code = Code {
    id: "PUL0704",
    severity: Severity::Error,
    title: "request above the limit",
    page: include_str!("requests.md"),
};

/// Looks at every `resources` of the configuration, wherever it stands: containers that the user writes have some too.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    walk(cluster.root, &mut KeyPath::root(), &mut |path, node| resources(cluster, path, node, found));
}

fn walk(node: &Node, path: &mut KeyPath, look: &mut impl FnMut(&KeyPath, &Node)) {
    if path.last_key() == Some("resources") {
        look(path, node);
    }
    let below: Vec<(Segment, &Node)> = match &node.value {
        Value::Record(entries) => {
            entries.iter().map(|(key, entry)| (Segment::Key(key.clone()), entry)).collect()
        }
        Value::List(items) => items.iter().enumerate().map(|(at, item)| (Segment::Index(at), item)).collect(),
        _ => Vec::new(),
    };
    for (segment, child) in below {
        path.push(segment);
        walk(child, path, look);
        path.pop();
    }
}

fn resources(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let Some(requests) = node.get("requests").and_then(Node::as_record) else { return };
    for (resource, request) in requests {
        let limit = node.get(KeyPath::parse("limits").key(resource));
        let (Some(asked), Some(allowed)) = (quantity(request), limit.and_then(quantity)) else { continue };
        if asked > allowed {
            let (requests, limits) = (path.key("requests").key(resource), path.key("limits").key(resource));
            let told = Diagnostic::new(&CODE, format!("{asked} of {resource} is asked for, and {allowed} is the limit: Kubernetes refuses the pod"))
                .help(format!("write a request of {allowed} or less, or a limit of {asked} or more"));
            let users = cluster.root.is_users(&requests);
            let primary = if users { &requests } else { &limits };
            let other = if users { &limits } else { &requests };
            let pointed = told.at(primary).span(cluster.root.users_span(primary));
            let label = cluster
                .root
                .users_span(other)
                .filter(|span| Some(*span) != pointed.span && cluster.root.is_users(other));
            found.push(pointed.label(label, "the other of the two is set here"));
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
