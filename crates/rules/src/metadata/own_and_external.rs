//! The `ZooKeeper` is the cluster's own or runs elsewhere.

use super::{EXTERNAL, ZOOKEEPER};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A `ZooKeeper` of its own and another one.
pub(crate) static CODE: Code = Code {
    id: "PUL0203",
    severity: Severity::Error,
    title: "a ZooKeeper of its own and another one",
    page: include_str!("own_and_external.md"),
};

/// Which of the two would be used differs from component to component.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_zookeeper() || given(cluster, EXTERNAL).is_none() {
        return;
    }
    let told = Diagnostic::new(&CODE, "a ZooKeeper that runs elsewhere is named, and one is deployed too")
        .help(format!("write {ZOOKEEPER}: false to use the one that is named, or leave {EXTERNAL} out"));
    found.push(cluster.point(told, &[(EXTERNAL, "another one is named here"), (ZOOKEEPER, "its own is on")]));
}
