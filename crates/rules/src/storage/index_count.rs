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

/// The storage in `RocksDB`, which is the image's own choice, refuses to start; others do not look.
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
            "there are {} index directories for {ledgers} ledger directories: bookies need as many of each",
            indexes.len()
        );
        let told = Diagnostic::new(&CODE, message).help(format!("list {ledgers} directories in {INDEXES}"));
        let places = [
            (INDEXES, "the index directories are listed here"),
            (INDEX, "the index has its own disk"),
            (LEDGERS, "the ledgers have several disks"),
        ];
        found.push(cluster.point(told, &places));
    }
}
