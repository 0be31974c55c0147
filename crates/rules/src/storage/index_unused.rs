//! The index's own disk has the index on it.

use super::{INDEX, INDEXES, index_directories, index_place, within};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, remove};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A disk of the index without an index.
pub(crate) static CODE: Code = Code {
    id: "PUL0612",
    severity: Severity::Warning,
    title: "index disk without the index",
    page: include_str!("index_unused.md"),
};

/// It is mounted and stays empty.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(place) = index_place(cluster).filter(|_| cluster.is_on(INDEX)) else { return };
    let directories = index_directories(cluster);
    if !directories.is_empty() && !directories.iter().any(|directory| within(directory, &place)) {
        let finding = Diagnostic::new(
            &CODE,
            format!("the index disk is mounted at {place}, but the index directories are elsewhere"),
        )
        .advise([remove(INDEXES), otherwise(format!("list directories below {place}"))]);
        found.push(
            cluster
                .point(finding, &[(INDEXES, "directories set here"), (INDEX, "index disk switched on here")]),
        );
    }
}
