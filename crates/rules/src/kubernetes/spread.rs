//! A spread says over what, how evenly, and what happens otherwise.

use super::pods::blocks;
use crate::facts::{given, is_set, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Spread that Kubernetes refuses.
pub(crate) static CODE: Code = Code {
    id: "PUL0724",
    severity: Severity::Error,
    title: "spread that Kubernetes refuses",
    page: include_str!("spread.md"),
};

const NEEDED: [&str; 3] = ["maxSkew", "topologyKey", "whenUnsatisfiable"];

/// Kubernetes refuses the pod.
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
                    format!("a spread without {missing}: Kubernetes refuses the pod"),
                    format!("add {missing}"),
                );
                continue;
            }
            let (topology, when) =
                (given(cluster, &path("topologyKey")), given(cluster, &path("whenUnsatisfiable")));
            if is_set(cluster, &path("minDomains")) && when.as_deref() != Some("DoNotSchedule") {
                tell(
                    &[(&path("minDomains"), ""), (&path("whenUnsatisfiable"), "no pod waits")],
                    "minDomains counts for DoNotSchedule alone: Kubernetes refuses the pod".to_owned(),
                    "remove it, or write whenUnsatisfiable: DoNotSchedule".to_owned(),
                );
            }
            match seen.iter().find(|(key, whether, _)| *key == topology && *whether == when) {
                Some((.., first)) => tell(
                    &[(&path("topologyKey"), ""), (first, "the first one is here")],
                    "two spreads over the same nodes with the same whenUnsatisfiable: Kubernetes refuses the pod"
                        .to_owned(),
                    "keep one of the two".to_owned(),
                ),
                None => seen.push((topology, when, path("topologyKey"))),
            }
        }
    }
}
