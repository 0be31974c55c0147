//! Brokers have bookies.

use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Brokers without bookies.
pub(crate) static CODE: Code = Code {
    id: "PUL0110",
    severity: Severity::Error,
    title: "brokers without bookies",
    page: include_str!("no_bookies.md"),
};

/// Bookies elsewhere are found through a metadata store elsewhere; in a store of the cluster's own there are none.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let own_store = on.zookeeper || on.oxia;
    if !cluster.runs_broker() || on.bookkeeper || !own_store {
        return;
    }
    if setting(cluster, "broker", "bookkeeperMetadataServiceUri").is_some() {
        return;
    }
    let finding = Diagnostic::new(&CODE, "brokers are deployed without bookies; nothing can store messages")
        .help(
            "write components.bookkeeper: true; external bookies are found through \
        pulsar_metadata.userProvidedZookeepers",
        );
    let places = [
        ("components.bookkeeper", "bookies switched off here"),
        ("components.broker", "brokers switched on here"),
    ];
    found.push(cluster.point(finding, &places));
}
