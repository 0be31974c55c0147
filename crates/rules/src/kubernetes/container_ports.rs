//! The ports of containers that users add have numbers, and names that differ.

use super::passed::{above, each};
use crate::facts::{field, pointed};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::{Node, Number, Value};
use std::collections::BTreeSet;

/// Port of a container that cannot be.
pub(crate) static CODE: Code = Code {
    id: "PUL0750",
    severity: Severity::Error,
    title: "invalid container port",
    page: include_str!("container_ports.md"),
};

const NUMBERS: std::ops::RangeInclusive<i64> = 1..=65535;
/// The longest name of a port.
const LONGEST: usize = 15;
/// What asks a container at a port.
const PROBES: [&str; 3] = ["httpGet", "tcpSocket", "grpc"];

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    each(cluster, |path, node| match path.last_key() {
        Some("containerPort" | "hostPort") => number(cluster, path, node, found),
        Some("port") if PROBES.contains(&above(path)) => number(cluster, path, node, found),
        Some("ports") if is_containers(node) => names(cluster, path, node, found),
        _ => {}
    });
}

fn is_containers(ports: &Node) -> bool {
    let ports = ports.as_list().unwrap_or_default();
    ports.iter().any(|port| port.get("containerPort").is_some())
}

fn number(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let Value::Number(Number::Integer(port)) = node.value else { return };
    // A port of the node's own is optional, and 0 says that there is none.
    if NUMBERS.contains(&port) || (port == 0 && path.last_key() == Some("hostPort")) {
        return;
    }
    let finding = Diagnostic::new(&CODE, format!("invalid port {port}: Kubernetes rejects the pod"))
        .help("write a number from 1 to 65535");
    found.push(pointed(cluster, finding, path));
}

fn names(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let mut seen = BTreeSet::new();
    for (at, port) in node.as_list().unwrap_or_default().iter().enumerate() {
        let Some(name) = field(port, "name") else { continue };
        let path = path.index(at).key("name");
        if !is_name(name) {
            let finding = Diagnostic::new(
                &CODE,
                format!("invalid port name {name:?}: Kubernetes rejects the pod"),
            )
            .help(
                "write up to 15 lower case letters, digits and single dashes, with at least one letter: \
            admin-http",
            );
            found.push(pointed(cluster, finding, &path));
        } else if !seen.insert(name) {
            let finding = Diagnostic::new(
                &CODE,
                format!("two ports of the container are named `{name}`; Kubernetes rejects the pod"),
            );
            found.push(pointed(cluster, finding.help("rename one of the two"), &path));
        }
    }
}

/// Whether a text is the name of a service as RFC 6335 has it.
fn is_name(text: &str) -> bool {
    let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty()
        && text.len() <= LONGEST
        && text.chars().all(good)
        && text.chars().any(|c| c.is_ascii_lowercase())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
}

#[cfg(test)]
mod tests {
    use super::is_name;

    #[test]
    fn names_of_ports_are_read_as_kubernetes_reads_them() {
        for good in ["http", "admin-http", "8080-tcp", "a"] {
            assert!(is_name(good), "{good}");
        }
        for bad in ["", "HTTP", "8080", "a--b", "-a", "a-", "a_b", "sixteen-letters-"] {
            assert!(!is_name(bad), "{bad}");
        }
    }
}
