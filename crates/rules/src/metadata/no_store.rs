//! There is a metadata store.

use super::{EXTERNAL, OXIA, ZOOKEEPER};
use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// No metadata store.
pub(crate) static CODE: Code = Code {
    id: "PUL0201",
    severity: Severity::Error,
    title: "no metadata store",
    page: include_str!("no_store.md"),
};

/// A store that the brokers' own settings name counts too.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let needed = cluster.runs_broker() || cluster.runs_bookkeeper() || cluster.runs_function_worker();
    let named = setting(cluster, "broker", "metadataStoreUrl").is_some()
        || setting(cluster, "bookkeeper", "metadataServiceUri").is_some();
    if !needed || on.oxia || cluster.has_zookeeper() || named {
        return;
    }
    let finding = Diagnostic::new(
        &CODE,
        "no metadata store: ZooKeeper and Oxia are off, and no external ZooKeeper is set",
    )
    .advise([
        write(ZOOKEEPER, true),
        write(OXIA, true),
        otherwise(format!("list your own servers in {EXTERNAL}")),
    ]);
    let places = [
        (ZOOKEEPER, "ZooKeeper switched off here"),
        (OXIA, "Oxia switched off here"),
        (EXTERNAL, "no external server set"),
    ];
    found.push(cluster.point(finding, &places));
}
