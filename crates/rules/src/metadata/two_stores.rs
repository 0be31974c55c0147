//! There is one metadata store.

use super::{OXIA, ZOOKEEPER};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Two metadata stores.
pub(crate) static CODE: Code = Code {
    id: "PUL0202",
    severity: Severity::Error,
    title: "two metadata stores",
    page: include_str!("two_stores.md"),
};

/// Nothing is kept in both, and components would not agree on one.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    if !(on.zookeeper && on.oxia && cluster.is_distributed()) {
        return;
    }
    let finding = Diagnostic::new(&CODE, "ZooKeeper and Oxia are both on; a cluster has one metadata store")
        .advise([write(ZOOKEEPER, false).purpose("to use Oxia"), write(OXIA, false)]);
    found.push(
        cluster.point(finding, &[(OXIA, "Oxia switched on here"), (ZOOKEEPER, "ZooKeeper switched on here")]),
    );
}
