//! Pods are spread over nodes by the key of a label that nodes can have.

use super::label_keys;
use crate::facts::{pointed, walk};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity};
use pulsarc_model::Origin;

/// Key that no node has a label of.
pub(crate) static CODE: Code = Code {
    id: "PUL0745",
    severity: Severity::Error,
    title: "invalid node label key",
    page: include_str!("topology_keys.md"),
};

/// The chart's own key. What Kubernetes calls `topologyKey`, in spreads, the contracts see to.
const KEY: &str = "anti_affinity_topology_key";

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    walk(cluster.root, &mut KeyPath::root(), &mut |path, node| {
        let text = node.as_text().filter(|text| node.origin == Origin::User && !text.is_empty());
        let Some(text) = text.filter(|_| path.last_key() == Some(KEY)) else {
            return;
        };
        if let Some(why) = label_keys::wrong(text) {
            let message = format!("invalid node label key {text:?}: {why}");
            let finding = Diagnostic::new(&CODE, message).help(
                "write a label key of your nodes, such as kubernetes.io/hostname or topology.kubernetes.io/zone",
            );
            found.push(pointed(cluster, finding, path));
        }
    });
}
