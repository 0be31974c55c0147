//! A container that may do everything cannot be kept from doing more.

use super::passed::each;
use crate::facts::pointed;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::{Node, Value};

/// Rights that contradict each other.
pub(crate) static CODE: Code = Code {
    id: "PUL0751",
    severity: Severity::Error,
    title: "privilege escalation forbidden and required",
    page: include_str!("escalation.md"),
};

const KEY: &str = "allowPrivilegeEscalation";
/// A capability with which a process can take all others.
const EVERYTHING: &str = "CAP_SYS_ADMIN";

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    each(cluster, |path, node| {
        if path.last_key() != Some("securityContext") || !is(node, KEY, false) {
            return;
        }
        let rival = if is(node, "privileged", true) {
            "privileged: true"
        } else if adds_everything(node) {
            "the capability CAP_SYS_ADMIN"
        } else {
            return;
        };
        let finding =
            Diagnostic::new(&CODE, format!("{KEY}: false contradicts {rival}; Kubernetes rejects the pod"))
                .help("remove one of the two");
        found.push(pointed(cluster, finding, &path.key(KEY)));
    });
}

fn is(node: &Node, key: &str, value: bool) -> bool {
    node.get(key).is_some_and(|node| node.value == Value::Bool(value))
}

fn adds_everything(node: &Node) -> bool {
    let added = node.get("capabilities.add").and_then(Node::as_list).unwrap_or_default();
    added.iter().any(|capability| capability.as_text() == Some(EVERYTHING))
}
