//! Each disk of a component has a name and a place of its own.

use super::{COMMON, JOURNALS, LEDGERS};
use crate::facts::{field, given, items, persists};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Two disks in one place.
pub(crate) static CODE: Code = Code {
    id: "PUL0604",
    severity: Severity::Error,
    title: "two disks at one path",
    page: include_str!("same_disk.md"),
};

/// A disk as its component mounts it.
struct Mounted {
    path: String,
    name: Option<String>,
    place: Option<String>,
}

/// Kubernetes rejects two claims of one name, and two mounts in one place.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for disks in [zookeeper(cluster), bookkeeper(cluster)] {
        for (at, disk) in disks.iter().enumerate() {
            let same = |other: &&Mounted| disk.name.is_some() && other.name == disk.name;
            if let (Some(other), Some(name)) = (disks[..at].iter().find(same), &disk.name) {
                tell(
                    cluster,
                    found,
                    &format!("two disks of one component are named {name}"),
                    (disk, other),
                    "name",
                );
            }
            let same = |other: &&Mounted| disk.place.is_some() && other.place == disk.place;
            if let (Some(other), Some(place)) = (disks[..at].iter().find(same), &disk.place) {
                tell(
                    cluster,
                    found,
                    &format!("two disks are mounted at {place}"),
                    (disk, other),
                    "mountPath",
                );
            }
        }
    }
    none(cluster, found);
}

fn tell(cluster: &Cluster<'_>, found: &mut Findings, message: &str, pair: (&Mounted, &Mounted), key: &str) {
    let places = [&pair.0.path, &pair.1.path].map(|path| format!("{path}.{key}"));
    let finding = Diagnostic::new(&CODE, format!("{message}; Kubernetes rejects the pods"))
        .help(format!("give each disk its own {key}"));
    found.push(cluster.point(finding, &[(&places[0], "first disk"), (&places[1], "second disk")]));
}

/// A list of disks without a disk.
fn none(cluster: &Cluster<'_>, found: &mut Findings) {
    for switch in [JOURNALS, LEDGERS] {
        let list = switch.replace("useMultiVolumes", "multiVolumes");
        if cluster.runs_bookkeeper() && cluster.is_on(switch) && items(cluster, &list).is_empty() {
            let finding = Diagnostic::new(
                &CODE,
                "useMultiVolumes is on, but no disk is listed; the bookies have no directory to write to",
            )
            .help(format!("list them in {list}, each with name, size and mountPath"));
            found.push(cluster.point(finding, &[(&list, "empty list"), (switch, "disks configured here")]));
        }
    }
}

fn zookeeper(cluster: &Cluster<'_>) -> Vec<Mounted> {
    let separate = cluster.is_on("zookeeper.volumes.useSeparateDiskForTxlog");
    if !cluster.runs_zookeeper() || !separate {
        return Vec::new();
    }
    ["zookeeper.volumes.data", "zookeeper.volumes.datalog"].map(|path| single(cluster, path, None)).into()
}

fn bookkeeper(cluster: &Cluster<'_>) -> Vec<Mounted> {
    if !cluster.runs_bookkeeper() || !persists(cluster, "bookkeeper") {
        return Vec::new();
    }
    let mut disks = Vec::new();
    if cluster.is_on(COMMON) {
        disks.push(single(cluster, "bookkeeper.volumes.common", Some("/pulsar/data/bookkeeper")));
    } else {
        for (switch, disk, place) in [
            (JOURNALS, "bookkeeper.volumes.journal", "/pulsar/data/bookkeeper/journal"),
            (LEDGERS, "bookkeeper.volumes.ledgers", "/pulsar/data/bookkeeper/ledgers"),
        ] {
            if cluster.is_on(switch) {
                let list = items(cluster, &format!("{disk}.multiVolumes"));
                disks.extend(list.into_iter().map(|(path, item)| Mounted {
                    path,
                    name: field(item, "name").map(str::to_owned),
                    place: field(item, "mountPath").map(normal),
                }));
            } else {
                disks.push(single(cluster, disk, Some(place)));
            }
        }
    }
    let index = "bookkeeper.volumes.index";
    if cluster.is_on("bookkeeper.volumes.index.enabled") {
        let place = given(cluster, &format!("{index}.mountPath"));
        disks.push(single(cluster, index, place.as_deref()));
    }
    disks
}

fn single(cluster: &Cluster<'_>, path: &str, place: Option<&str>) -> Mounted {
    Mounted { path: path.to_owned(), name: given(cluster, &format!("{path}.name")), place: place.map(normal) }
}

fn normal(place: &str) -> String {
    place.trim_end_matches('/').to_owned()
}
