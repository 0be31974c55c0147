//! The `ZooKeeper` servers that a drain may take leave a majority.

use crate::facts::{given, unavailable};
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A disruption budget that takes `ZooKeeper`'s majority.
pub(crate) static CODE: Code = Code {
    id: "PUL0106",
    severity: Severity::Warning,
    title: "disruption budget breaks ZooKeeper's majority",
    page: include_str!("zookeeper_budget.md"),
};

const BUDGET: &str = "zookeeper.pdb.maxUnavailable";
const SERVERS: &str = "zookeeper.replicaCount";

/// Of one or two servers none can be spared, and a budget of 0 would block every drain: that is left alone. So is an
/// ensemble that spans clusters.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let whole = cluster.runs_zookeeper() && given(cluster, "zookeeper.externalZookeeperServerList").is_none();
    let Some(servers) = cluster.integer(SERVERS).filter(|_| whole) else { return };
    let Some(away) = unavailable(cluster, "zookeeper", servers).filter(|away| *away > 1) else { return };
    let spare = (servers - 1) / 2;
    if away > spare {
        let message = format!(
            "a node drain may evict {away} of {servers} ZooKeeper servers at once; without a majority the whole \
            cluster stops"
        );
        let finding = Diagnostic::new(&CODE, message).advise([write(BUDGET, spare.max(1))]);
        let places = [(BUDGET, "budget set here"), (SERVERS, "number of servers set here")];
        found.push(cluster.point(finding, &places));
    }
}
