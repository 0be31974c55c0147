//! An autoscaler reads metrics that are there.

use super::pods::blocks;
use crate::facts::{given, is_set, items};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Metric that the autoscaler cannot read.
pub(crate) static CODE: Code = Code {
    id: "PUL0727",
    severity: Severity::Error,
    title: "invalid autoscaler metric",
    page: include_str!("metrics.md"),
};

/// What describes a metric of each type.
const PARTS: [(&str, &str); 5] = [
    ("Resource", "resource"),
    ("ContainerResource", "containerResource"),
    ("Pods", "pods"),
    ("Object", "object"),
    ("External", "external"),
];

/// A metric without its description is rejected. One that is a share of a request needs the request: a warning.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let switch = format!("{block}.autoscaling.enabled");
        if !cluster.is_on(&switch) {
            continue;
        }
        let metrics = items(cluster, &format!("{block}.autoscaling.metrics"));
        // Without any, Kubernetes takes 80% of the CPU that is asked for.
        let mut shares =
            if metrics.is_empty() { vec![("cpu".to_owned(), switch.clone())] } else { Vec::new() };
        for (item, _) in &metrics {
            let kind = given(cluster, &format!("{item}.type")).unwrap_or_default();
            let Some((_, part)) = PARTS.iter().find(|(name, _)| *name == kind) else { continue };
            if !is_set(cluster, &format!("{item}.{part}")) {
                let message =
                    format!("a metric of type {kind} needs `{part}`; Kubernetes rejects the autoscaler");
                let finding = Diagnostic::new(&CODE, message).help(format!("add `{part}`"));
                found.push(cluster.point(finding, &[(item, "")]));
                continue;
            }
            let target = given(cluster, &format!("{item}.{part}.target.type"));
            if kind == "Resource" && target.as_deref() == Some("Utilization") {
                shares
                    .extend(given(cluster, &format!("{item}.{part}.name")).map(|name| (name, item.clone())));
            }
        }
        for (resource, item) in shares {
            let [asked, limit] =
                ["requests", "limits"].map(|list| format!("{block}.resources.{list}.{resource}"));
            // A limit alone is taken for the request too.
            if !is_set(cluster, &asked) && !is_set(cluster, &limit) {
                let message = format!(
                    "the autoscaler compares the {resource} usage of {block} with its request, which is not \
                    set; it never scales"
                );
                let mut finding = Diagnostic::new(&CODE, message).help(format!("write {asked}"));
                finding.severity = Severity::Warning;
                found.push(cluster.point(finding, &[(&item, ""), (&switch, "autoscaler switched on here")]));
            }
        }
    }
}
