//! Beside Oxia no `ZooKeeper` is named.

use super::{EXTERNAL, OXIA, runs_oxia};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Oxia and a `ZooKeeper` elsewhere.
pub(crate) static CODE: Code = Code {
    id: "PUL0204",
    severity: Severity::Error,
    title: "Oxia beside an external ZooKeeper",
    page: include_str!("oxia_beside_external.md"),
};

/// Oxia would be used, and the servers never dialled.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !runs_oxia(cluster) || given(cluster, EXTERNAL).is_none() {
        return;
    }
    let finding = Diagnostic::new(&CODE, "an external ZooKeeper is set, but Oxia is the metadata store")
        .advise([remove(EXTERNAL), write(OXIA, false)]);
    found.push(
        cluster.point(finding, &[(EXTERNAL, "external ZooKeeper set here"), (OXIA, "Oxia switched on here")]),
    );
}
