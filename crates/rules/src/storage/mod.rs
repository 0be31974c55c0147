//! Storage: disks and what lies on them, bookies' own limits, packages on a file system, and tiered storage.

mod caches;
mod common_and_several;
mod compaction;
mod frame;
mod index_count;
mod index_lost;
mod index_unused;
mod local;
mod not_persistent;
mod offload;
mod offload_block;
mod offload_image;
mod offload_unread;
mod once_pod;
mod package_claim;
mod package_volume;
mod persistence;
mod provisioner;
mod room;
mod same_disk;
mod thresholds;
mod two_classes;
mod unread_disk;

use crate::Rule;
use crate::facts::{field, given, items, persists};
use pulsarc_component::Cluster;
use pulsarc_model::{Node, Value};

pub(crate) const RULES: &[Rule] = &[
    Rule { code: &not_persistent::CODE, check: not_persistent::check },
    Rule { code: &two_classes::CODE, check: two_classes::check },
    Rule { code: &provisioner::CODE, check: provisioner::check },
    Rule { code: &same_disk::CODE, check: same_disk::check },
    Rule { code: &unread_disk::CODE, check: unread_disk::check },
    Rule { code: &common_and_several::CODE, check: common_and_several::check },
    Rule { code: &persistence::CODE, check: persistence::check },
    Rule { code: &thresholds::CODE, check: thresholds::check },
    Rule { code: &compaction::CODE, check: compaction::check },
    Rule { code: &caches::CODE, check: caches::check },
    Rule { code: &index_count::CODE, check: index_count::check },
    Rule { code: &index_lost::CODE, check: index_lost::check },
    Rule { code: &index_unused::CODE, check: index_unused::check },
    Rule { code: &local::CODE, check: local::check },
    Rule { code: &package_volume::CODE, check: package_volume::check },
    Rule { code: &once_pod::CODE, check: once_pod::check },
    Rule { code: &package_claim::CODE, check: package_claim::check },
    Rule { code: &offload::CODE, check: offload::check },
    Rule { code: &offload_unread::CODE, check: offload_unread::check },
    Rule { code: &offload_block::CODE, check: offload_block::check },
    Rule { code: &offload_image::CODE, check: offload_image::check },
    Rule { code: &frame::CODE, check: frame::check },
    Rule { code: &room::CODE, check: room::check },
];

/// One disk for journal and ledgers.
const COMMON: &str = "bookkeeper.volumes.useSingleCommonVolume";
/// Several disks for the journal.
const JOURNALS: &str = "bookkeeper.volumes.journal.useMultiVolumes";
/// Several disks for the ledgers.
const LEDGERS: &str = "bookkeeper.volumes.ledgers.useMultiVolumes";
/// A disk for the index.
const INDEX: &str = "bookkeeper.volumes.index.enabled";
/// Where the index lies.
const INDEXES: &str = "bookkeeper.indexDirectories";
/// Disks on the nodes.
const LOCAL: &str = "volumes.local_storage";
/// Whether brokers keep packages.
const PACKAGES: &str = "broker.packageManagement.enabled";
/// Whether they lie on a file system.
const FILES: &str = "broker.packageManagement.fileSystemStorage.enabled";
/// How the volume with them may be mounted.
const MODES: &str = "broker.packageManagement.fileSystemStorage.persistentVolumeClaim.spec.accessModes";
/// Tiered storage.
const OFFLOAD: &str = "broker.storageOffload";

/// Every disk of the deployed components, used or not.
fn all_disks(cluster: &Cluster<'_>) -> Vec<&'static str> {
    let bookies = ["journal", "ledgers", "index", "common"].len();
    let disks = [
        "bookkeeper.volumes.journal",
        "bookkeeper.volumes.ledgers",
        "bookkeeper.volumes.index",
        "bookkeeper.volumes.common",
        "zookeeper.volumes.data",
        "zookeeper.volumes.datalog",
    ];
    let (of_bookies, of_zookeeper) = disks.split_at(bookies);
    let deployed = [(cluster.runs_bookkeeper(), of_bookies), (cluster.runs_zookeeper(), of_zookeeper)];
    deployed.into_iter().filter(|(runs, _)| *runs).flat_map(|(_, disks)| disks.iter().copied()).collect()
}

/// The disks that are claimed, but those of the bookies' lists.
fn disks(cluster: &Cluster<'_>) -> Vec<&'static str> {
    let common = cluster.is_on(COMMON);
    let claimed = |disk: &&str| match *disk {
        "bookkeeper.volumes.journal" => !common && !cluster.is_on(JOURNALS),
        "bookkeeper.volumes.ledgers" => !common && !cluster.is_on(LEDGERS),
        "bookkeeper.volumes.common" => common,
        "bookkeeper.volumes.index" => cluster.is_on(INDEX),
        "zookeeper.volumes.datalog" => cluster.is_on("zookeeper.volumes.useSeparateDiskForTxlog"),
        _ => true,
    };
    let kept = |disk: &&str| persists(cluster, disk.split('.').next().unwrap_or_default());
    all_disks(cluster).into_iter().filter(claimed).filter(kept).collect()
}

/// Whether the disk with a setting is one of its node.
fn is_local(cluster: &Cluster<'_>, setting: &str) -> bool {
    let disk = setting.rsplit_once('.').map_or(setting, |(disk, _)| disk);
    cluster.is_on(LOCAL) && cluster.is_on(&format!("{disk}.local_storage"))
}

/// Where the index's own disk is mounted.
fn index_place(cluster: &Cluster<'_>) -> Option<String> {
    given(cluster, "bookkeeper.volumes.index.mountPath")
}

/// The directories of the bookies' indexes, where they do not lie with the ledgers.
fn index_directories(cluster: &Cluster<'_>) -> Vec<String> {
    let listed = match cluster.root.get(INDEXES).map(|node| &node.value) {
        Some(Value::Text(text)) => text.split(',').map(|directory| directory.trim().to_owned()).collect(),
        Some(Value::List(list)) => list.iter().filter_map(Node::as_text).map(str::to_owned).collect(),
        _ => Vec::new(),
    };
    let listed: Vec<String> = listed.into_iter().filter(|directory: &String| !directory.is_empty()).collect();
    match index_place(cluster) {
        _ if !cluster.runs_bookkeeper() => Vec::new(),
        Some(place) if listed.is_empty() && cluster.is_on(INDEX) => vec![place],
        _ => listed,
    }
}

/// Where the bookies' containers have something mounted.
fn mounts(cluster: &Cluster<'_>) -> Vec<String> {
    let mut mounts = Vec::new();
    if cluster.is_on(COMMON) {
        mounts.push("/pulsar/data/bookkeeper".to_owned());
    } else {
        for (several, disk) in [(JOURNALS, "journal"), (LEDGERS, "ledgers")] {
            if cluster.is_on(several) {
                let list = items(cluster, &format!("bookkeeper.volumes.{disk}.multiVolumes"));
                mounts
                    .extend(list.iter().filter_map(|(_, item)| field(item, "mountPath")).map(str::to_owned));
            } else {
                mounts.push(format!("/pulsar/data/bookkeeper/{disk}"));
            }
        }
    }
    mounts.extend(index_place(cluster).filter(|_| cluster.is_on(INDEX)));
    let extra = items(cluster, "bookkeeper.extraVolumeMounts");
    mounts.extend(extra.iter().filter_map(|(_, item)| field(item, "mountPath")).map(str::to_owned));
    mounts
}

/// Whether a directory is a mount's, or below it. Relative ones are below the image's home.
fn within(directory: &str, mount: &str) -> bool {
    let whole =
        if directory.starts_with('/') { directory.to_owned() } else { format!("/pulsar/{directory}") };
    let mount = mount.trim_end_matches('/');
    whole.strip_prefix(mount).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether packages lie on a file system.
fn package_files(cluster: &Cluster<'_>) -> bool {
    cluster.runs_broker() && cluster.is_on(PACKAGES) && cluster.is_on(FILES)
}

/// The modes of the claim that is made for them.
fn modes(cluster: &Cluster<'_>) -> Vec<String> {
    items(cluster, MODES).iter().filter_map(|(_, item)| item.as_text()).map(str::to_owned).collect()
}

/// How many brokers there may be at most, and where that is written.
fn brokers(cluster: &Cluster<'_>) -> Option<(i64, &'static str)> {
    let path = if cluster.is_on("broker.autoscaling.enabled") {
        "broker.autoscaling.maxReplicas"
    } else {
        "broker.replicaCount"
    };
    Some((cluster.integer(path)?, path))
}

/// The driver of tiered storage, if it is one that these values configure.
fn offload_driver(cluster: &Cluster<'_>) -> Option<String> {
    let known = |driver: &String| ["aws-s3", "google-cloud-storage", "azureblob"].contains(&driver.as_str());
    given(cluster, &format!("{OFFLOAD}.driver")).filter(known)
}
