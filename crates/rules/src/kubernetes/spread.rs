//! A spread says over what, how evenly, and what happens otherwise.

use super::pods::blocks;
use crate::facts::{given, is_set, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Spread that Kubernetes rejects.
pub(crate) static CODE: Code = Code {
    id: "PUL0724",
    severity: Severity::Error,
    title: "invalid topology spread constraint",
    page: include_str!("spread.md"),
};

const NEEDED: [&str; 3] = ["maxSkew", "topologyKey", "whenUnsatisfiable"];

/// Kubernetes rejects the pod.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let mut seen: Vec<(Option<String>, Option<String>, String)> = Vec::new();
        for (item, _) in items(cluster, &format!("{block}.topologySpreadConstraints")) {
            let path = |key: &str| format!("{item}.{key}");
            let mut tell = |at: &[(&str, &str)], message: String, help: String| {
                found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), at));
            };
            let missing: Vec<&str> =
                NEEDED.into_iter().filter(|key| given(cluster, &path(key)).is_none()).collect();
            if !missing.is_empty() {
                let missing = missing.join(" and ");
                tell(
                    &[(&item, "")],
                    format!("the constraint has no {missing}; Kubernetes rejects the pod"),
                    format!("add {missing}"),
                );
                continue;
            }
            let (topology, when) =
                (given(cluster, &path("topologyKey")), given(cluster, &path("whenUnsatisfiable")));
            if is_set(cluster, &path("minDomains")) && when.as_deref() != Some("DoNotSchedule") {
                tell(
                    &[(&path("minDomains"), ""), (&path("whenUnsatisfiable"), "no pod waits")],
                    "minDomains needs whenUnsatisfiable: DoNotSchedule; Kubernetes rejects the pod"
                        .to_owned(),
                    "remove it, or write whenUnsatisfiable: DoNotSchedule".to_owned(),
                );
            }
            match seen.iter().find(|(key, whether, _)| *key == topology && *whether == when) {
                Some((.., first)) => tell(
                    &[(&path("topologyKey"), ""), (first, "first one defined here")],
                    "two constraints have the same topologyKey and whenUnsatisfiable; Kubernetes rejects the pod"
                        .to_owned(),
                    "keep one of the two".to_owned(),
                ),
                None => seen.push((topology, when, path("topologyKey"))),
            }
        }
    }
}
