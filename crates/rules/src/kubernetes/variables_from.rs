//! Variables that a container takes all at once come from one place.

use super::passed::each;
use crate::facts::{field, pointed};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::{Node, Value};

/// Variables that come from no place.
pub(crate) static CODE: Code = Code {
    id: "PUL0752",
    severity: Severity::Error,
    title: "invalid envFrom source",
    page: include_str!("variables_from.md"),
};

const SOURCES: [&str; 2] = ["configMapRef", "secretRef"];

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    each(cluster, |path, node| {
        if path.last_key() == Some("envFrom") {
            for (at, source) in node.as_list().unwrap_or_default().iter().enumerate() {
                source_of(cluster, &path.index(at), source, found);
            }
        }
    });
}

fn source_of(cluster: &Cluster<'_>, path: &KeyPath, node: &Node, found: &mut Findings) {
    let named = |source: &&&str| node.get(**source).is_some_and(|node| node.value != Value::Null);
    let given: Vec<&&str> = SOURCES.iter().filter(named).collect();
    let finding = |message: &str, help: &str| Diagnostic::new(&CODE, message).help(help);
    match given.as_slice() {
        [] => {
            let finding = finding(
                "the envFrom item has no source; Kubernetes rejects the pod",
                "add configMapRef or secretRef with its name",
            );
            found.push(pointed(cluster, finding, path));
        }
        [source] => {
            let nameless =
                node.get(**source).is_some_and(|node| field(node, "name").is_none_or(str::is_empty));
            if nameless {
                let finding = finding("the source has no name; Kubernetes rejects the pod", "add its name");
                found.push(pointed(cluster, finding, &path.key(**source)));
            }
        }
        _ => {
            let finding = finding(
                "the envFrom item has two sources; Kubernetes rejects the pod",
                "write two items, one with configMapRef and one with secretRef",
            );
            found.push(pointed(cluster, finding, path));
        }
    }
}
