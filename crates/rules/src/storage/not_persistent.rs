//! Where several disks are asked for, there are disks.

use super::{COMMON, JOURNALS, LEDGERS};
use crate::facts::persists;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Disks of a component that keeps nothing.
pub(crate) static CODE: Code = Code {
    id: "PUL0601",
    severity: Severity::Error,
    title: "disks of a component that keeps nothing",
    page: include_str!("not_persistent.md"),
};

/// Without persistence there is one volume of the pod's own for each purpose: an arrangement of disks has no disks.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let arrangements = [
        (cluster.runs_bookkeeper(), "bookkeeper", JOURNALS),
        (cluster.runs_bookkeeper(), "bookkeeper", LEDGERS),
        (cluster.runs_bookkeeper(), "bookkeeper", COMMON),
        (cluster.runs_zookeeper(), "zookeeper", "zookeeper.volumes.useSeparateDiskForTxlog"),
    ];
    for (runs, block, switch) in arrangements {
        if !runs || !cluster.is_on(switch) || persists(cluster, block) {
            continue;
        }
        let own = format!("{block}.volumes.persistence");
        let off = [own.as_str(), "volumes.persistence", "persistence"]
            .into_iter()
            .find(|path| !cluster.is_on(path));
        let Some(off) = off else { continue };
        let message = "disks are arranged for a component that keeps nothing on disks: their volumes are not there, and its pods do not start";
        let told = Diagnostic::new(&CODE, message).help(format!("write {off}: true, or {switch}: false"));
        found.push(
            cluster.point(told, &[(switch, "the disks are asked for here"), (off, "persistence is off")]),
        );
    }
}
