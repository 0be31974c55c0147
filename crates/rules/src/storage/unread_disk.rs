//! The disks that are described are used.

use super::{COMMON, INDEX, JOURNALS, LEDGERS};
use crate::facts::{persists, switched_off, written};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Settings of a disk that is not used.
pub(crate) static CODE: Code = Code {
    id: "PUL0605",
    severity: Severity::Warning,
    title: "settings of an unused disk",
    page: include_str!("unread_disk.md"),
};

/// A disk that its switch leaves out.
struct Unread {
    /// Where it is described.
    disk: &'static str,
    /// The switch.
    switch: &'static str,
    /// Whether the disk is used while the switch is on, and not while it is off.
    used_when_on: bool,
}

const DISKS: [Unread; 8] = [
    Unread { disk: "bookkeeper.volumes.common", switch: COMMON, used_when_on: true },
    Unread { disk: "bookkeeper.volumes.index", switch: INDEX, used_when_on: true },
    Unread { disk: "bookkeeper.volumes.journal.multiVolumes", switch: JOURNALS, used_when_on: true },
    Unread { disk: "bookkeeper.volumes.ledgers.multiVolumes", switch: LEDGERS, used_when_on: true },
    Unread { disk: "bookkeeper.volumes.journal", switch: COMMON, used_when_on: false },
    Unread { disk: "bookkeeper.volumes.ledgers", switch: COMMON, used_when_on: false },
    Unread {
        disk: "zookeeper.volumes.datalog",
        switch: "zookeeper.volumes.useSeparateDiskForTxlog",
        used_when_on: true,
    },
    Unread { disk: "bookkeeper.volumes.journal", switch: JOURNALS, used_when_on: false },
];

/// Whoever switches a disk off in so many words has its settings for another day. Switches are no settings of a disk.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for Unread { disk, switch, used_when_on } in DISKS {
        let runs =
            if disk.starts_with("zookeeper") { cluster.runs_zookeeper() } else { cluster.runs_bookkeeper() };
        let block = disk.split('.').next().unwrap_or_default();
        let unread = cluster.is_on(switch) != used_when_on && persists(cluster, block);
        if !runs || !unread || (used_when_on && switched_off(cluster, switch)) {
            continue;
        }
        let list = disk.ends_with("multiVolumes");
        let size = |key: &&str| ["size", "storageClass", "storageClassName"].contains(key);
        let Some(path) = (if list {
            cluster.is_users(disk).then(|| disk.to_owned())
        } else {
            written(cluster, disk).into_iter().find(size).map(|key| format!("{disk}.{key}"))
        }) else {
            continue;
        };
        let (state, other) = if used_when_on { ("off", true) } else { ("on", false) };
        let message = format!("these disk settings have no effect: {switch} is {state}");
        let finding = Diagnostic::new(&CODE, message)
            .advise([write(switch, other), otherwise("remove the disk's settings")]);
        found.push(cluster.point(finding, &[(&path, ""), (switch, "disk layout chosen here")]));
    }
}
