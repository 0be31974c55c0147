//! A metadata prefix is read: the store is `ZooKeeper`.

use super::{OXIA, runs_oxia};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::remove_it;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A metadata prefix without `ZooKeeper`.
pub(crate) static CODE: Code = Code {
    id: "PUL0213",
    severity: Severity::Warning,
    title: "metadata prefix without ZooKeeper",
    page: include_str!("prefix_on_oxia.md"),
};

const PREFIX: &str = "metadataPrefix";

/// Oxia's namespaces have fixed names.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if runs_oxia(cluster) && given(cluster, PREFIX).is_some() {
        let finding = Diagnostic::new(&CODE, "this has no effect: metadata in Oxia has no prefix")
            .advise([remove_it().purpose("; each cluster has its own Oxia")]);
        found.push(cluster.point(finding, &[(PREFIX, ""), (OXIA, "Oxia switched on here")]));
    }
}
