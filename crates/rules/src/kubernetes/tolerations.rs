//! A toleration says one thing.

use super::label_keys;
use super::pods::blocks;
use crate::facts::{given, is_set, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Toleration that Kubernetes refuses.
pub(crate) static CODE: Code = Code {
    id: "PUL0723",
    severity: Severity::Error,
    title: "toleration that Kubernetes refuses",
    page: include_str!("tolerations.md"),
};

/// Jobs have tolerations too.
const OTHERS: [&str; 2] = ["pulsar_metadata", "auth.authentication.jwt.generateSecrets"];

/// Kubernetes refuses the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster).into_iter().chain(OTHERS) {
        for (item, _) in items(cluster, &format!("{block}.tolerations")) {
            let path = |key: &str| format!("{item}.{key}");
            let exists = given(cluster, &path("operator")).as_deref() == Some("Exists");
            let mut tell = |at: &[(&str, &str)], message: &str, help: &str| {
                found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), at));
            };
            if exists && given(cluster, &path("value")).is_some() {
                tell(
                    &[(&path("value"), ""), (&path("operator"), "any value will do")],
                    "with the operator Exists any value of the taint is tolerated, and none may be given: Kubernetes refuses the pod",
                    "remove the value, or write operator: Equal",
                );
            }
            if !exists && given(cluster, &path("key")).is_none() {
                tell(
                    &[(&item, "")],
                    "a toleration without a key is for all taints, and needs the operator Exists: Kubernetes refuses the pod",
                    "add the key of the taint, or write operator: Exists",
                );
            }
            if let Some(why) = given(cluster, &path("key")).and_then(|key| label_keys::wrong(&key)) {
                tell(
                    &[(&path("key"), "")],
                    &format!("a taint cannot have this key: {why}"),
                    "write the key as kubectl describe node shows it among the taints",
                );
            }
            if given(cluster, &path("value")).is_some_and(|value| !label_keys::is_value(&value)) {
                tell(
                    &[(&path("value"), "")],
                    "a taint cannot have this value: Kubernetes refuses the pod",
                    "write at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends",
                );
            }
            let effect = given(cluster, &path("effect"));
            if is_set(cluster, &path("tolerationSeconds")) && effect.as_deref() != Some("NoExecute") {
                tell(
                    &[(&path("tolerationSeconds"), ""), (&path("effect"), "the effect is here")],
                    "seconds count for the effect NoExecute alone: Kubernetes refuses the pod",
                    "remove them, or write effect: NoExecute",
                );
            }
        }
    }
}
