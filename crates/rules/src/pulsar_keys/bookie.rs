//! Settings that end a bookie at startup: the checks of BookKeeper's `ServerConfiguration.validate`, beside those about compaction.

use crate::facts::{Setting, setting};
use pulsarc_catalogue::{Program, effective_default, key};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A setting that ends a bookie at startup.
pub(crate) static CODE: Code = Code {
    id: "PUL0837",
    severity: Severity::Error,
    title: "setting that ends the bookie at startup",
    page: include_str!("bookie.md"),
};

const BLOCK: &str = "bookkeeper";
/// Bytes of `journalPreAllocSizeMB`'s unit.
const MIB: i64 = 1 << 20;
/// The block of a disk that journal entries are aligned to, in bytes.
const SECTOR: i64 = 512;

/// A key with the value that holds.
struct Held<'c> {
    key: &'static str,
    written: Option<Setting>,
    default: &'c str,
}

impl Held<'_> {
    fn text(&self) -> &str {
        self.written.as_ref().map_or(self.default, |setting| setting.text.as_str())
    }

    fn number(&self) -> Option<i64> {
        self.text().parse().ok()
    }

    fn is_true(&self) -> bool {
        self.text().eq_ignore_ascii_case("true")
    }
}

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_bookkeeper() {
        return;
    }
    let line = cluster.release(cluster.image_of(BLOCK)).line();
    let held = |name: &'static str| Held {
        key: name,
        written: setting(cluster, BLOCK, name),
        default: key(line, Program::BookKeeper, name).map(effective_default).unwrap_or_default(),
    };
    let mut wrong = |keys: &[&Held<'_>], why: String, help: &str| {
        let written: Vec<&Setting> = keys.iter().filter_map(|held| held.written.as_ref()).collect();
        if written.iter().any(|setting| cluster.is_users(&setting.path)) {
            let places: Vec<(&str, &str)> =
                written.iter().map(|setting| (setting.path.as_str(), "set here")).collect();
            let message = format!("{why}; the bookie exits at startup");
            found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &places));
        }
    };

    let (alignment, ahead) = (held("journalAlignmentSize"), held("journalPreAllocSizeMB"));
    if let Some(bytes) = alignment.number() {
        if bytes < SECTOR || bytes % SECTOR != 0 {
            let why = format!("{} {bytes} is not a multiple of {SECTOR}", alignment.key);
            wrong(&[&alignment], why, "write a multiple of 512, such as 4096");
        } else if let Some(megabytes) = ahead.number().filter(|megabytes| bytes > megabytes * MIB) {
            let why = format!("{} {megabytes} is less than {} {bytes}", ahead.key, alignment.key);
            wrong(&[&ahead, &alignment], why, "write `journalPreAllocSizeMB: \"16\"`");
        }
    }
    let (chunk, most) = (held("skipListArenaChunkSize"), held("skipListArenaMaxAllocSize"));
    if let (Some(bytes), Some(allocated)) = (chunk.number(), most.number())
        && bytes < allocated
    {
        let why = format!("{} {bytes} is less than {} {allocated}", chunk.key, most.key);
        wrong(&[&chunk, &most], why, "raise skipListArenaChunkSize, or lower skipListArenaMaxAllocSize");
    }
    let (port, ephemeral) = (held("bookiePort"), held("allowEphemeralPorts"));
    if port.number() == Some(0) && !ephemeral.is_true() {
        wrong(&[&port], format!("{} is 0", port.key), "write a port such as 3181");
    }
    let (each, transactional) = (held("entryLogPerLedgerEnabled"), held("useTransactionalCompaction"));
    if each.is_true() && transactional.is_true() {
        let why = format!("{} and {} are both true", each.key, transactional.key);
        wrong(&[&each, &transactional], why, "write `useTransactionalCompaction: \"false\"`");
    }
    let (journal, info) = (held("journalFormatVersionToWrite"), held("fileInfoFormatVersionToWrite"));
    if let (Some(journal_version), Some(info_version)) = (journal.number(), info.number())
        && (journal_version >= 6) != (info_version >= 1)
    {
        let why = format!(
            "{} {journal_version} does not fit {} {info_version}: 6 or more goes with 1 or more",
            journal.key, info.key
        );
        wrong(&[&journal, &info], why, "write 6 and 1, which persist the last confirmed entry, or 5 and 0");
    }
}
