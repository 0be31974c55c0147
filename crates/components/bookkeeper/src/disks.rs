//! The bookies' disks: journal and ledgers, each one or several, or one disk for both; and one for the index.

use crate::{BookKeeper, Disks};
use pulsarc_component::Cluster;
use pulsarc_component::shapes::{Disk, MultiVolume, Volumes};
use pulsarc_component::storage::{claim, claim_of, disk_name, empty_dir, storage_class};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{PersistentVolumeClaim, VolumeMount};

/// Where a single disk of journal and ledgers is mounted.
const COMMON: &str = "/pulsar/data/bookkeeper";

/// A disk that is used.
enum Used<'a> {
    /// As a whole, with where it is mounted.
    Single(&'a Disk, &'a str),
    /// One of the several in its place.
    Part(&'a Disk, &'a MultiVolume),
}

fn used(disks: &Disks) -> Vec<Used<'_>> {
    let mut used = Vec::new();
    if disks.use_single_common_volume {
        used.push(Used::Single(&disks.common, COMMON));
    } else {
        for (disk, path) in [
            (&disks.journal, "/pulsar/data/bookkeeper/journal"),
            (&disks.ledgers, "/pulsar/data/bookkeeper/ledgers"),
        ] {
            if disk.use_multi_volumes {
                used.extend(disk.multi_volumes.iter().map(|part| Used::Part(disk, part)));
            } else {
                used.push(Used::Single(disk, path));
            }
        }
    }
    if disks.index.enabled {
        used.push(Used::Single(&disks.index, &disks.index.mount_path));
    }
    used
}

impl Used<'_> {
    fn name(&self) -> &str {
        match self {
            Self::Single(disk, _) => &disk.name,
            Self::Part(_, part) => &part.name,
        }
    }

    fn path(&self) -> &str {
        match self {
            Self::Single(_, path) => path,
            Self::Part(_, part) => &part.mount_path,
        }
    }
}

/// The mounts of a bookie's disks.
pub(crate) fn mounts(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Vec<VolumeMount> {
    let mount = |used: &Used<'_>| VolumeMount {
        name: disk_name(cluster, &bookkeeper.pods.component, used.name()),
        mount_path: used.path().to_owned(),
        ..VolumeMount::default()
    };
    used(&bookkeeper.volumes).iter().map(mount).collect()
}

/// The claims of the disks, where they are kept.
pub(crate) fn claims(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Vec<PersistentVolumeClaim> {
    if !bookkeeper.persists(cluster) {
        return Vec::new();
    }
    let claimed = |used: &Used<'_>| match used {
        Used::Single(disk, _) => claim(cluster, &bookkeeper.pods.component, disk),
        Used::Part(disk, part) => {
            let name = disk_name(cluster, &bookkeeper.pods.component, &part.name);
            let class = part.storage_class_name.clone().filter(|class| !class.is_empty());
            claim_of(name, &part.size, class, disk.selector.as_ref())
        }
    };
    used(&bookkeeper.volumes).iter().map(claimed).collect()
}

/// Replaces the disks if nothing is persisted.
pub(crate) fn empty_dirs(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Volumes {
    if bookkeeper.persists(cluster) {
        return Vec::new();
    }
    used(&bookkeeper.volumes)
        .iter()
        .map(|used| empty_dir(disk_name(cluster, &bookkeeper.pods.component, used.name())))
        .collect()
}

/// The storage classes that are made for the disks. That of a disk which several replace is made too: their
/// `storageClassName` may name it.
pub(crate) fn storage_classes(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Vec<Object> {
    if !bookkeeper.persists(cluster) {
        return Vec::new();
    }
    let disks = &bookkeeper.volumes;
    let single = disks.use_single_common_volume;
    let candidates = [
        (single, &disks.common),
        (!single, &disks.journal),
        (!single, &disks.ledgers),
        (disks.index.enabled, &disks.index),
    ];
    let wanted = candidates.into_iter().filter(|(used, _)| *used);
    wanted.filter_map(|(_, disk)| storage_class(cluster, &bookkeeper.pods.component, disk)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn mounted(changes: &[(&str, Value)]) -> Vec<(String, String)> {
        let disk = |name: &str| json!({ "name": name, "size": "1Gi" });
        let mut volumes = json!({
            "journal": disk("journal"), "ledgers": disk("ledgers"), "common": disk("common"),
            "index": { "name": "index", "size": "1Gi", "mountPath": "/index" },
        });
        for (pointer, value) in changes {
            let (record, key) = pointer.rsplit_once('/').unwrap_or_default();
            if let Some(map) = volumes.pointer_mut(record).and_then(Value::as_object_mut) {
                map.insert(key.to_owned(), value.clone());
            }
        }
        let disks: Option<Disks> = serde_json::from_value(volumes).ok();
        let pairs = disks.iter().flat_map(used).map(|used| (used.name().to_owned(), used.path().to_owned()));
        pairs.collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|(name, path)| ((*name).to_owned(), (*path).to_owned())).collect()
    }

    #[test]
    fn several_journals_work_with_one_ledger_disk() {
        let parts = json!([
            { "name": "j0", "size": "1Gi", "mountPath": "/j0" },
            { "name": "j1", "size": "1Gi", "mountPath": "/j1" },
        ]);
        let several = [("/journal/multiVolumes", parts), ("/journal/useMultiVolumes", json!(true))];
        let expected = [("j0", "/j0"), ("j1", "/j1"), ("ledgers", "/pulsar/data/bookkeeper/ledgers")];
        assert_eq!(mounted(&several), pairs(&expected));
    }

    #[test]
    fn a_common_disk_serves_both_and_the_index_keeps_its_own() {
        let common = [("/useSingleCommonVolume", json!(true)), ("/index/enabled", json!(true))];
        assert_eq!(mounted(&common), pairs(&[("common", COMMON), ("index", "/index")]));
    }
}
