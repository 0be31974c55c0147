//! The index lies on a disk.

use super::{INDEX, INDEXES, index_directories, index_place, mounts, within};
use crate::facts::persists;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// An index directory that is not kept.
pub(crate) static CODE: Code = Code {
    id: "PUL0611",
    severity: Severity::Warning,
    title: "index directory outside of the volumes",
    page: include_str!("index_lost.md"),
};

/// In the container itself it is gone at the next restart, while the ledgers stay.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_bookkeeper() || !persists(cluster, "bookkeeper") {
        return;
    }
    let mounts = mounts(cluster);
    let lost = index_directories(cluster)
        .into_iter()
        .find(|directory| !mounts.iter().any(|mount| within(directory, mount)));
    if let Some(directory) = lost {
        let message = format!(
            "the index directory {directory} is not on a volume; it is lost with the container, and no ledger \
            can be read"
        );
        let advice = match index_place(cluster) {
            Some(place) if within(&directory, &place) => {
                vec![write(INDEX, true).purpose(format!("to mount a disk at {place}"))]
            }
            _ => vec![
                otherwise("choose a directory on one of the bookies' disks"),
                remove(INDEXES).purpose("to keep the index with the ledgers"),
            ],
        };
        let finding = Diagnostic::new(&CODE, message).advise(advice);
        found.push(cluster.point(
            finding,
            &[(INDEXES, "directories set here"), (INDEX, "separate index disk switched off here")],
        ));
    }
}
