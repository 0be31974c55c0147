//! A configuration store has a host, and a `ZooKeeper` beside it.

use super::{OXIA, runs_oxia};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::{otherwise, remove};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A configuration store that is not used.
pub(crate) static CODE: Code = Code {
    id: "PUL0212",
    severity: Severity::Warning,
    title: "unused configuration store",
    page: include_str!("configuration_store.md"),
};

const HOST: &str = "pulsar_metadata.configurationStore";
/// Settings that count with a host alone.
const DETAILS: [&str; 2] =
    ["pulsar_metadata.configurationStorePort", "pulsar_metadata.configurationStoreMetadataPrefix"];

/// The shared store is a `ZooKeeper`; without a host the cluster's own store is used, whatever port is written.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.is_distributed() {
        return;
    }
    let host = given(cluster, HOST);
    if host.is_some() && runs_oxia(cluster) {
        let finding = Diagnostic::new(
            &CODE,
            "the shared configuration store is a ZooKeeper, but this cluster keeps its metadata in Oxia",
        )
        .advise([remove(HOST), otherwise("use ZooKeeper")]);
        found.push(
            cluster
                .point(finding, &[(HOST, "configuration store set here"), (OXIA, "Oxia switched on here")]),
        );
    }
    for path in DETAILS {
        if host.is_none()
            && cluster.is_users(path)
            && given(cluster, path).is_some()
            && given(cluster, path).as_deref() != Some("2181")
        {
            let finding = Diagnostic::new(&CODE, "this has no effect: no configuration store is set")
                .help(format!("write its host in {HOST}"));
            found.push(cluster.point(finding, &[(path, "")]));
        }
    }
}
