//! A variable that takes its value from elsewhere says from where, in words that Kubernetes has.

use super::pods::{Part, parts, written_blocks};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// Variable from nowhere.
pub(crate) static CODE: Code = Code {
    id: "PUL0748",
    severity: Severity::Error,
    title: "invalid source of an environment variable",
    page: include_str!("variable_source.md"),
};

const SOURCES: [&str; 5] = ["fieldRef", "resourceFieldRef", "configMapKeyRef", "secretKeyRef", "fileKeyRef"];
const FIELDS: [&str; 9] = [
    "metadata.name",
    "metadata.namespace",
    "metadata.uid",
    "spec.nodeName",
    "spec.serviceAccountName",
    "status.hostIP",
    "status.hostIPs",
    "status.podIP",
    "status.podIPs",
];
/// A map of the pod's, of which one entry is taken: `metadata.labels['app']`.
const MAPS: [&str; 2] = ["metadata.labels", "metadata.annotations"];
const AMOUNTS: [&str; 3] = ["cpu", "memory", "ephemeral-storage"];

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in written_blocks(cluster) {
        for (item, variable) in parts(cluster, block, Part::Variable) {
            if variable.get("valueFrom").and_then(Node::as_record).is_some() {
                source(cluster, &format!("{item}.valueFrom"), found);
            }
        }
    }
}

fn source(cluster: &Cluster<'_>, path: &str, found: &mut Findings) {
    let mut tell = |at: &str, message: String, help: &str| {
        found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &[(at, "")]));
    };
    let named = |source: &str| cluster.root.get(format!("{path}.{source}").as_str());
    if SOURCES.iter().all(|source| named(source).is_none()) {
        tell(
            path,
            "valueFrom is empty; Kubernetes rejects the pod".to_owned(),
            "write one of fieldRef, resourceFieldRef, configMapKeyRef or secretKeyRef, or use value instead",
        );
    }
    let field = format!("{path}.fieldRef.fieldPath");
    if let Some(text) = given(cluster, &field).filter(|text| !is_field(text)) {
        tell(
            &field,
            format!("invalid fieldPath {text:?}: Kubernetes rejects the pod"),
            "write metadata.name, metadata.namespace, spec.nodeName, status.podIP, status.hostIP or \
            metadata.labels['NAME']",
        );
    }
    let amount = format!("{path}.resourceFieldRef.resource");
    if let Some(text) = given(cluster, &amount).filter(|text| !is_amount(text)) {
        tell(
            &amount,
            format!("invalid resource {text:?}: Kubernetes rejects the pod"),
            "write limits. or requests. followed by cpu, memory or ephemeral-storage: limits.memory",
        );
    }
    for source in ["configMapKeyRef", "secretKeyRef"] {
        let key = format!("{path}.{source}.key");
        if let Some(text) = given(cluster, &key).filter(|text| !is_key(text)) {
            tell(
                &key,
                format!("invalid key of a secret or config map {text:?}: Kubernetes rejects the pod"),
                "write letters, digits, dashes, underscores and dots",
            );
        }
    }
}

fn is_field(text: &str) -> bool {
    let entry = |map: &str| {
        let rest = text.strip_prefix(map).and_then(|rest| rest.strip_prefix("['"));
        rest.and_then(|rest| rest.strip_suffix("']")).is_some_and(|key| !key.is_empty())
    };
    FIELDS.contains(&text) || MAPS.into_iter().any(entry)
}

fn is_amount(text: &str) -> bool {
    let parts = text.split_once('.');
    parts.is_some_and(|(bound, name)| {
        ["limits", "requests"].contains(&bound) && (AMOUNTS.contains(&name) || name.starts_with("hugepages-"))
    })
}

fn is_key(text: &str) -> bool {
    text.len() <= 253 && text.chars().all(|c| c.is_ascii_alphanumeric() || ['-', '_', '.'].contains(&c))
}

#[cfg(test)]
mod tests {
    use super::{is_amount, is_field, is_key};

    #[test]
    fn sources_are_read_as_kubernetes_reads_them() {
        assert!(is_field("metadata.name") && is_field("metadata.labels['app']"));
        assert!(
            !is_field("metadata.labels") && !is_field("status.phase") && !is_field("metadata.labels['']")
        );
        assert!(is_amount("limits.memory") && is_amount("requests.hugepages-2Mi"));
        assert!(!is_amount("memory") && !is_amount("limits.disk"));
        assert!(is_key("tls.key") && !is_key("two words"));
    }
}
