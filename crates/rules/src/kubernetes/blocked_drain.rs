//! A disruption budget lets at least one pod go.

use super::pods::blocks;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Disruption budget that blocks every drain.
pub(crate) static CODE: Code = Code {
    id: "PUL0709",
    severity: Severity::Warning,
    title: "disruption budget blocks every node drain",
    page: include_str!("blocked_drain.md"),
};

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let path = format!("{block}.pdb.maxUnavailable");
        let none = cluster.text(&path).is_some_and(|text| text == "0" || text == "0%");
        if none && cluster.is_on(&format!("{block}.pdb.usePolicy")) {
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "the disruption budget of {block} allows no eviction; nodes that run its pods cannot be \
                drained"
                ),
            )
            .advise([otherwise("write 1"), write(format!("{block}.pdb.usePolicy"), false)]);
            found.push(cluster.point(finding, &[(&path, "budget set here")]));
        }
    }
}
