//! Who may not be root is not.

use super::passed::places;
use crate::facts::pointed;
use crate::facts::walk;
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Value;

/// Root that may not be root.
pub(crate) static CODE: Code = Code {
    id: "PUL0734",
    severity: Severity::Error,
    title: "root user despite runAsNonRoot",
    page: include_str!("root_user.md"),
};

/// The node rejects to start the container.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for place in places(cluster) {
        let Some(node) = cluster.root.get(&place) else { continue };
        walk(node, &mut place.clone(), &mut |path, node| {
            let is_on = node.get("runAsNonRoot").is_some_and(|node| node.value == Value::Bool(true));
            let is_root = node.get(KeyPath::root().key("runAsUser")).is_some_and(
                |node| matches!(&node.value, Value::Number(number) if number.to_string() == "0"),
            );
            if path.last_key() == Some("securityContext") && is_on && is_root {
                let finding = Diagnostic::new(
                    &CODE,
                    "runAsUser 0 is root, which runAsNonRoot forbids; no container starts",
                )
                .help("write another user, such as 10000, or remove runAsNonRoot")
                .label(cluster.root.users_span(&path.key("runAsNonRoot")), "root forbidden here");
                found.push(pointed(cluster, finding, &path.key("runAsUser")));
            }
        });
    }
}
