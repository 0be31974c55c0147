//! The list of an ensemble's servers is read, and has the cluster's own in it.

use super::server_list::is_read;
use super::{SERVER_LIST, ZOOKEEPER};
use crate::facts::given;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A list of `ZooKeeper` servers without the cluster's own.
pub(crate) static CODE: Code = Code {
    id: "PUL0211",
    severity: Severity::Warning,
    title: "ZooKeeper server list without the cluster's own servers",
    page: include_str!("server_list_use.md"),
};

/// A pod finds its number by its own name in the list.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let Some(list) = given(cluster, SERVER_LIST).filter(|_| cluster.is_distributed()) else { return };
    if !cluster.base.components.zookeeper {
        let finding =
            Diagnostic::new(&CODE, "the ZooKeeper server list has no effect: no ZooKeeper is deployed").help(
                "to use an external ZooKeeper, write its host:port list in \
            pulsar_metadata.userProvidedZookeepers",
            );
        found.push(cluster.point(finding, &[(SERVER_LIST, ""), (ZOOKEEPER, "ZooKeeper switched off here")]));
        return;
    }
    let component = given(cluster, "zookeeper.component").unwrap_or_default();
    let own = format!("{}-", cluster.names.of(&component));
    if is_read(&list) && !list.split(',').any(|entry| entry.trim().starts_with(&own)) {
        let message =
            "the list lacks this cluster's own servers; they do not find their IDs and do not start";
        let finding = Diagnostic::new(&CODE, message)
            .help(format!("list them as {own}0.{}:2888:3888 and so on", cluster.names.headless(&component)));
        found.push(cluster.point(finding, &[(SERVER_LIST, "")]));
    }
}
