//! A spread counts the pods that it spreads.

use crate::facts::items;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::{Node, Value};

/// Spread that counts no pods.
pub(crate) static CODE: Code = Code {
    id: "PUL0725",
    severity: Severity::Warning,
    title: "topology spread without a selector",
    page: include_str!("spread_selector.md"),
};

/// A spread without a selector, or with one for other pods, does nothing.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for record in cluster.topology.deployed() {
        let (block, component) = (record.block, &record.component);
        let labels = cluster.labels.template(Some(component));
        for (item, node) in items(cluster, &format!("{block}.topologySpreadConstraints")) {
            let selector = node.get("labelSelector").filter(|selector| selector.value != Value::Null);
            let path = format!("{item}.labelSelector");
            let wanted = selector.and_then(|selector| selector.get("matchLabels")).and_then(Node::as_record);
            let other = wanted
                .into_iter()
                .flatten()
                .find(|(key, value)| labels.get(*key).map(String::as_str) != value.as_text());
            let (message, at) = match (selector, other) {
                (None, _) => (
                    "the constraint has no labelSelector and counts no pods; nothing is spread".to_owned(),
                    item.clone(),
                ),
                (Some(_), Some((key, value))) => (
                    format!(
                        "the pods have no label {key}: {}, so the constraint counts none of them; nothing is \
                        spread",
                        value.as_text().unwrap_or_default()
                    ),
                    path.clone(),
                ),
                (Some(_), None) => continue,
            };
            let finding = Diagnostic::new(&CODE, message).help(format!(
                "write labelSelector: {{ matchLabels: {{ release: {}, component: {component} }} }}",
                cluster.names.release()
            ));
            found.push(cluster.point(finding, &[(&at, "")]));
        }
    }
}
