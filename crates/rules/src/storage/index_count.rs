//! There is an index directory for each ledger directory.

use super::{INDEX, INDEXES, LEDGERS, index_directories};
use crate::facts::{items, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Unequal numbers of index and ledger directories.
pub(crate) static CODE: Code = Code {
    id: "PUL0610",
    severity: Severity::Warning,
    title: "unequal numbers of index and ledger directories",
    page: include_str!("index_count.md"),
};

/// The storage in `RocksDB`, which is the image's own choice, rejects to start; others do not look.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let indexes = index_directories(cluster);
    let rocksdb = setting(cluster, "bookkeeper", "ledgerStorageClass")
        .is_none_or(|class| class.text.contains("DbLedgerStorage"));
    if indexes.is_empty() || !rocksdb {
        return;
    }
    let several = cluster.is_on(LEDGERS);
    let ledgers = if several { items(cluster, "bookkeeper.volumes.ledgers.multiVolumes").len() } else { 1 };
    if ledgers != indexes.len() && ledgers > 0 {
        let message = format!(
            "the number of index directories, {}, differs from the number of ledger directories, {ledgers}; the bookies exit at startup",
            indexes.len()
        );
        let finding =
            Diagnostic::new(&CODE, message).help(format!("list {ledgers} directories in {INDEXES}"));
        let places = [
            (INDEXES, "index directories set here"),
            (INDEX, "separate index disk switched on here"),
            (LEDGERS, "several ledger disks switched on here"),
        ];
        found.push(cluster.point(finding, &places));
    }
}
