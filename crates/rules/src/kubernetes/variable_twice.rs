//! A variable is set once.

use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;
use std::collections::BTreeMap;

/// Variable twice.
pub(crate) static CODE: Code = Code {
    id: "PUL0705",
    severity: Severity::Error,
    title: "variable twice",
    page: include_str!("variable_twice.md"),
};

/// The lists of variables that users extend.
const LISTS: [&str; 5] = [
    "broker.extraEnvs",
    "proxy.extraEnvs",
    "function_worker.extraEnvs",
    "standalone.extraEnvs",
    "dekaf.deployment.extraEnv",
];

/// Kubernetes takes the last one without a word.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for list in LISTS {
        let items = cluster.root.get(list).and_then(Node::as_list).unwrap_or_default();
        let mut seen: BTreeMap<&str, KeyPath> = BTreeMap::new();
        for (at, item) in items.iter().enumerate() {
            let path = KeyPath::parse(list).index(at).key("name");
            let Some(name) = item.get("name").and_then(Node::as_text) else { continue };
            if let Some(first) = seen.get(name) {
                let told = Diagnostic::new(
                    &CODE,
                    format!("the variable {name} is set twice: Kubernetes takes the last one without a word"),
                )
                .at(&path)
                .span(cluster.root.users_span(&path))
                .label(cluster.root.users_span(first), "it is set here first");
                found.push(told.help("keep one of the two"));
            } else {
                seen.insert(name, path);
            }
        }
    }
}
