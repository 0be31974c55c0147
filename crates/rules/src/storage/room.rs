//! A bookie's disk holds at least one full file of what is written to it.

use crate::facts::{items, persists, setting};
use pulsarc_component::Cluster;
use pulsarc_component::jvm::human;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Quantity;

/// A disk smaller than a journal file or entry log.
pub(crate) static CODE: Code = Code {
    id: "PUL0622",
    severity: Severity::Warning,
    title: "disk smaller than a bookie's file",
    page: include_str!("room.md"),
};

const VOLUMES: &str = "bookkeeper.volumes";
const MIB: i128 = 1 << 20;
/// `journalMaxSizeMB` in the `bookkeeper.conf` of Pulsar's image.
const JOURNAL: i64 = 2048;
/// `logSizeLimit` in the `bookkeeper.conf` of Pulsar's image.
const ENTRY_LOG: i64 = 1 << 30;
/// `diskUsageThreshold` in the `bookkeeper.conf` of Pulsar's image.
const FULL: f64 = 0.95;

/// A file that grows to `size` bytes before the next one begins, and the setting that says so.
struct File {
    name: &'static str,
    size: i128,
    key: String,
}

/// A disk, and what is written to it.
struct Disk<'f> {
    /// The path of its size.
    path: String,
    /// The files that grow on it.
    files: Vec<&'f File>,
    /// The bytes that a bookie uses of one byte of it before it stops writing there.
    share: f64,
    consequence: &'static str,
}

/// Told only where the user set one of the two sizes.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_bookkeeper() || !persists(cluster, "bookkeeper") {
        return;
    }
    let file = |name, key: &str, default: i64, unit: i128| {
        let set = setting(cluster, "bookkeeper", key);
        let size = set.as_ref().and_then(crate::facts::Setting::whole).unwrap_or(default);
        let key = set.map_or_else(|| format!("bookkeeper.configData.{key}"), |set| set.path);
        File { name, size: i128::from(size) * unit, key }
    };
    let journal = file("journal file", "journalMaxSizeMB", JOURNAL, MIB);
    let log = file("entry log", "logSizeLimit", ENTRY_LOG, 1);
    for disk in disks(cluster, &journal, &log) {
        tell(cluster, &disk, found);
    }
}

fn disks<'f>(cluster: &Cluster<'_>, journal: &'f File, log: &'f File) -> Vec<Disk<'f>> {
    let full = setting(cluster, "bookkeeper", "diskUsageThreshold");
    let share = full.and_then(|full| full.decimal()).unwrap_or(FULL);
    let read_only = "the bookie turns read-only before the first entry log is complete";
    if cluster.is_on(&format!("{VOLUMES}.useSingleCommonVolume")) {
        let path = format!("{VOLUMES}.common.size");
        return vec![Disk { path, files: vec![journal, log], share, consequence: read_only }];
    }
    let paths = |disk: &str| -> Vec<String> {
        let disk = format!("{VOLUMES}.{disk}");
        if cluster.is_on(&format!("{disk}.useMultiVolumes")) {
            let parts = items(cluster, &format!("{disk}.multiVolumes"));
            parts.into_iter().map(|(part, _)| format!("{part}.size")).collect()
        } else {
            vec![format!("{disk}.size")]
        }
    };
    let stops = "the disk is full before the journal rotates, and the bookie stops";
    let journals = paths("journal").into_iter();
    let journals = journals.map(|path| Disk { path, files: vec![journal], share: 1.0, consequence: stops });
    let ledgers = paths("ledgers").into_iter();
    let ledgers = ledgers.map(|path| Disk { path, files: vec![log], share, consequence: read_only });
    journals.chain(ledgers).collect()
}

#[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, reason = "a share of a disk")]
fn tell(cluster: &Cluster<'_>, disk: &Disk<'_>, found: &mut Findings) {
    let size = cluster.text(&disk.path).and_then(|text| Quantity::parse(&text).ok());
    let Some(size) = size.map(|size| size.units()) else { return };
    let needed: i128 = disk.files.iter().map(|file| file.size).sum();
    let usable = (size as f64 * disk.share) as i128;
    let users = cluster.is_users(&disk.path) || disk.files.iter().any(|file| cluster.is_users(&file.key));
    if usable > needed || !users {
        return;
    }
    let files: Vec<String> =
        disk.files.iter().map(|file| format!("one {} of {}", file.name, human(file.size))).collect();
    let message = format!(
        "a disk of {} has {} of usable space, which {} fills; {}",
        human(size),
        human(usable),
        files.join(" and "),
        disk.consequence
    );
    let keys: Vec<&str> = disk.files.iter().map(|file| file.key.as_str()).collect();
    let help = format!("write {}: {} or more, or lower {}", disk.path, human(needed * 2), keys.join(" and "));
    let mut places = vec![(disk.path.as_str(), "disk size set here")];
    places.extend(keys.iter().map(|key| (*key, "file size set here")));
    found.push(cluster.point(Diagnostic::new(&CODE, message).help(help), &places));
}
