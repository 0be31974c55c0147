//! An autoscaler has a range to scale in.

use super::pods::blocks;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Autoscaling that cannot work.
pub(crate) static CODE: Code = Code {
    id: "PUL0702",
    severity: Severity::Error,
    title: "invalid autoscaling settings",
    page: include_str!("autoscaling.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        if !cluster.is_on(&format!("{block}.autoscaling.enabled")) {
            continue;
        }
        let (fewest, most) =
            (format!("{block}.autoscaling.minReplicas"), format!("{block}.autoscaling.maxReplicas"));
        let (Some(least), Some(largest)) = (cluster.integer(&fewest), cluster.integer(&most)) else {
            continue;
        };
        if least > largest {
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "minReplicas {least} of {block} exceeds maxReplicas \
            {largest}; Kubernetes rejects the autoscaler"
                ),
            )
            .advise([write(&fewest, largest).purpose("or less"), write(&most, least).purpose("or more")]);
            found.push(cluster.point(finding, &[(&fewest, "minimum set here"), (&most, "maximum set here")]));
        }
    }
}
