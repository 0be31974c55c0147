//! Where several disks are asked for, there are disks.

use super::{COMMON, JOURNALS, LEDGERS};
use crate::facts::persists;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Disks of a component that keeps nothing.
pub(crate) static CODE: Code = Code {
    id: "PUL0601",
    severity: Severity::Error,
    title: "volume settings without persistence",
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
        let message = "volume settings have no effect: persistence is off, so the volumes are missing and the \
        pods do not start";
        let finding = Diagnostic::new(&CODE, message).advise([write(off, true), write(switch, false)]);
        found.push(
            cluster
                .point(finding, &[(switch, "disks configured here"), (off, "persistence switched off here")]),
        );
    }
}
