//! Labels that selectors are made of are pulsarc's.

use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// Label that a selector is made of.
pub(crate) static CODE: Code = Code {
    id: "PUL0712",
    severity: Severity::Error,
    title: "reserved selector label",
    page: include_str!("labels.md"),
};

const OWN: [&str; 4] = ["app", "release", "component", "cluster"];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let labels = cluster.root.get("labels").and_then(Node::as_record);
    for key in labels.into_iter().flatten().map(|(key, _)| key).filter(|key| OWN.contains(&key.as_str())) {
        let path = KeyPath::parse("labels").key(key);
        let finding = Diagnostic::new(
            &CODE,
            format!("services select their pods by the label `{key}`; with another value they find no pods"),
        )
        .at(&path)
        .span(cluster.root.users_span(&path));
        found.push(finding.help("rename the label"));
    }
}
