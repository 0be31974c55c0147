//! Bookies have one common disk or several.

use super::{COMMON, JOURNALS, LEDGERS};
use crate::facts::persists;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// One common disk and several.
pub(crate) static CODE: Code = Code {
    id: "PUL0606",
    severity: Severity::Error,
    title: "common disk beside separate disks",
    page: include_str!("common_and_several.md"),
};

/// The several would be directories on no disk of their own.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_bookkeeper() || !persists(cluster, "bookkeeper") || !cluster.is_on(COMMON) {
        return;
    }
    for switch in [JOURNALS, LEDGERS].into_iter().filter(|switch| cluster.is_on(switch)) {
        let finding = Diagnostic::new(
            &CODE,
            "the bookies have both one common disk and separate disks configured; the separate disks are not \
            created",
        )
        .advise([write(COMMON, false), write(switch, false)]);
        found.push(cluster.point(
            finding,
            &[(switch, "separate disks configured here"), (COMMON, "common disk configured here")],
        ));
    }
}
