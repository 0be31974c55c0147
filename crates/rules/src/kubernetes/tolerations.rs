//! A toleration says one thing.

use super::label_keys;
use super::pods::blocks;
use crate::facts::{given, is_set, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Toleration that Kubernetes rejects.
pub(crate) static CODE: Code = Code {
    id: "PUL0723",
    severity: Severity::Error,
    title: "invalid toleration",
    page: include_str!("tolerations.md"),
};

/// Jobs have tolerations too.
const OTHERS: [&str; 2] = ["pulsar_metadata", "auth.authentication.jwt.generateSecrets"];

/// Kubernetes rejects the pod.
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
                    &[(&path("value"), ""), (&path("operator"), "the operator Exists matches any value")],
                    "the operator Exists takes no value; Kubernetes rejects the pod",
                    "remove the value, or write operator: Equal",
                );
            }
            if !exists && given(cluster, &path("key")).is_none() {
                tell(
                    &[(&item, "")],
                    "a toleration without a key needs the operator Exists; Kubernetes rejects the pod",
                    "add the key of the taint, or write operator: Exists",
                );
            }
            if let Some(why) = given(cluster, &path("key")).and_then(|key| label_keys::wrong(&key)) {
                tell(
                    &[(&path("key"), "")],
                    &format!("invalid taint key: {why}"),
                    "write the key as `kubectl describe node` prints it under Taints",
                );
            }
            if given(cluster, &path("value")).is_some_and(|value| !label_keys::is_value(&value)) {
                tell(
                    &[(&path("value"), "")],
                    "invalid taint value: Kubernetes rejects the pod",
                    "write at most 63 letters, digits, dashes, underscores and dots, with a letter or digit at both ends",
                );
            }
            let effect = given(cluster, &path("effect"));
            if is_set(cluster, &path("tolerationSeconds")) && effect.as_deref() != Some("NoExecute") {
                tell(
                    &[(&path("tolerationSeconds"), ""), (&path("effect"), "effect set here")],
                    "tolerationSeconds needs the effect NoExecute; Kubernetes rejects the pod",
                    "remove it, or write effect: NoExecute",
                );
            }
        }
    }
}
