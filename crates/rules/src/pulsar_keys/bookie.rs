//! Settings that end a bookie at startup: the checks of BookKeeper's `ServerConfiguration.validate`, beside those about compaction.

use super::server::Server;
use pulsarc_catalogue::Program;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write_it};
use pulsarc_diag::{Advice, Code, Findings, Severity};

/// A setting that ends a bookie at startup.
pub(crate) static CODE: Code = Code {
    id: "PUL0837",
    severity: Severity::Error,
    title: "setting that ends the bookie at startup",
    page: include_str!("bookie.md"),
};

const ALIGNMENT: &str = "journalAlignmentSize";
const AHEAD: &str = "journalPreAllocSizeMB";
const CHUNK: &str = "skipListArenaChunkSize";
const ALLOCATED: &str = "skipListArenaMaxAllocSize";
const PORT: &str = "bookiePort";
const EACH: &str = "entryLogPerLedgerEnabled";
const TRANSACTIONAL: &str = "useTransactionalCompaction";
const JOURNAL: &str = "journalFormatVersionToWrite";
const INFO: &str = "fileInfoFormatVersionToWrite";
/// Bytes of `journalPreAllocSizeMB`'s unit.
const MIB: i64 = 1 << 20;
/// The block of a disk that journal entries are aligned to, in bytes.
const SECTOR: i64 = 512;

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_bookkeeper() {
        return;
    }
    let bookie =
        Server { cluster, block: "bookkeeper", program: (Program::BookKeeper, "bookie"), code: &CODE };
    alignment(&bookie, found);
    arena(&bookie, found);
    if bookie.whole(PORT) == Some(0) && !bookie.is_on("allowEphemeralPorts") {
        bookie.exits(&[PORT], &format!("{PORT} is 0"), [write_it("3181")], found);
    }
    if bookie.is_on(EACH) && bookie.is_on(TRANSACTIONAL) {
        let why = format!("{EACH} and {TRANSACTIONAL} are both true");
        bookie.exits(&[EACH, TRANSACTIONAL], &why, [bookie.write(TRANSACTIONAL, "false")], found);
    }
    formats(&bookie, found);
}

fn alignment(bookie: &Server<'_, '_>, found: &mut Findings) {
    let Some(bytes) = bookie.whole(ALIGNMENT) else { return };
    if bytes < SECTOR || bytes % SECTOR != 0 {
        let why = format!("{ALIGNMENT} {bytes} is not a multiple of {SECTOR}");
        bookie.exits(&[ALIGNMENT], &why, [write_it("4096").purpose("or another multiple of 512")], found);
    } else if let Some(megabytes) = bookie.whole(AHEAD).filter(|megabytes| bytes > megabytes * MIB) {
        let why = format!("{AHEAD} {megabytes} is less than {ALIGNMENT} {bytes}");
        bookie.exits(&[AHEAD, ALIGNMENT], &why, [bookie.write(AHEAD, "16")], found);
    }
}

fn arena(bookie: &Server<'_, '_>, found: &mut Findings) {
    if let (Some(bytes), Some(most)) = (bookie.whole(CHUNK), bookie.whole(ALLOCATED))
        && bytes < most
    {
        let why = format!("{CHUNK} {bytes} is less than {ALLOCATED} {most}");
        bookie.exits(
            &[CHUNK, ALLOCATED],
            &why,
            [
                bookie.write(CHUNK, &most.to_string()).purpose("or more"),
                otherwise(format!("lower {ALLOCATED}")),
            ],
            found,
        );
    }
}

fn formats(bookie: &Server<'_, '_>, found: &mut Findings) {
    if let (Some(journal), Some(info)) = (bookie.whole(JOURNAL), bookie.whole(INFO))
        && (journal >= 6) != (info >= 1)
    {
        let why = format!("{JOURNAL} {journal} does not fit {INFO} {info}: 6 or more goes with 1 or more");
        let both = |journal, info| Advice {
            edits: [bookie.write(JOURNAL, journal), bookie.write(INFO, info)]
                .into_iter()
                .flat_map(|advice| advice.edits)
                .collect(),
            ..otherwise("")
        };
        let help = [both("6", "1").purpose("to persist the last confirmed entry"), both("5", "0")];
        bookie.exits(&[JOURNAL, INFO], &why, help, found);
    }
}
