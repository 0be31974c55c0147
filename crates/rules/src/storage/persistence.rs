//! Persistence is on where it is asked for, for bookies and their metadata alike.

use crate::facts::{persists, switched_off};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Persistence that contradicts itself.
pub(crate) static CODE: Code = Code {
    id: "PUL0607",
    severity: Severity::Warning,
    title: "conflicting persistence switches",
    page: include_str!("persistence.md"),
};

/// The switches for everything, the older one last.
const ALL: [&str; 2] = ["volumes.persistence", "persistence"];

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let deployed = [
        (cluster.runs_zookeeper(), "zookeeper.volumes.persistence"),
        (cluster.runs_bookkeeper(), "bookkeeper.volumes.persistence"),
    ];
    let off = ALL.into_iter().find(|path| !cluster.is_on(path));
    if let Some(off) = off {
        let asked = deployed.iter().filter(|(runs, _)| *runs).map(|(_, path)| *path).chain(ALL);
        for path in asked.filter(|path| cluster.is_on(path) && cluster.is_users(path)) {
            let message = format!("this has no effect: {off} is off, so no data is kept");
            let finding = Diagnostic::new(&CODE, message).advise([write(off, true), write(path, false)]);
            found.push(cluster.point(
                finding,
                &[
                    (path, "persistence of this component switched on here"),
                    (
                        off,
                        "persistence switched off \
            here",
                    ),
                ],
            ));
        }
        return;
    }
    mixed(cluster, found);
}

/// Ledgers without their metadata are lost, and so is the other way round.
fn mixed(cluster: &Cluster<'_>, found: &mut Findings) {
    let (zookeeper, bookkeeper) = ("zookeeper.volumes.persistence", "bookkeeper.volumes.persistence");
    if !(cluster.runs_zookeeper() && cluster.runs_bookkeeper())
        || persists(cluster, "zookeeper") == persists(cluster, "bookkeeper")
    {
        return;
    }
    let (off, message) = if persists(cluster, "bookkeeper") {
        (
            zookeeper,
            "bookies persist their data, but ZooKeeper does not; when the ZooKeeper pods restart, all data is \
            lost with its metadata",
        )
    } else {
        (
            bookkeeper,
            "ZooKeeper persists its data, but bookies do not; topics refer to ledgers that are lost with the \
            bookies' pods",
        )
    };
    let own = switched_off(cluster, off);
    let finding = Diagnostic::new(&CODE, message)
        .advise([write(off, true), otherwise("switch off volumes.persistence for a test")]);
    let places = [
        (off, "persistence switched off here"),
        (if off == zookeeper { bookkeeper } else { zookeeper }, "persistence switched on here"),
    ];
    found.push(cluster.point(finding, if own { &places[..1] } else { &places }));
}
