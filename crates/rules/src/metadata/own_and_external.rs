//! The `ZooKeeper` is the cluster's own or runs elsewhere.

use super::{EXTERNAL, ZOOKEEPER};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A `ZooKeeper` of its own and another one.
pub(crate) static CODE: Code = Code {
    id: "PUL0203",
    severity: Severity::Error,
    title: "own ZooKeeper beside an external one",
    page: include_str!("own_and_external.md"),
};

/// Which of the two would be used differs from component to component.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_zookeeper() || given(cluster, EXTERNAL).is_none() {
        return;
    }
    let finding = Diagnostic::new(&CODE, "an external ZooKeeper is set, but one is also deployed")
        .advise([write(ZOOKEEPER, false).purpose("to use the external one"), remove(EXTERNAL)]);
    found.push(cluster.point(
        finding,
        &[
            (EXTERNAL, "external ZooKeeper set here"),
            (
                ZOOKEEPER,
                "deployed ZooKeeper \
    switched on here",
            ),
        ],
    ));
}
