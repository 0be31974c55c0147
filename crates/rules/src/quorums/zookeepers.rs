//! An odd number of `ZooKeeper` servers, more than one where the rest of the cluster is.

use super::{BOOKIES, BROKERS};
use crate::facts::given;
use crate::metadata::server_list::is_read;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A number of `ZooKeeper` servers that serves no purpose.
pub(crate) static CODE: Code = Code {
    id: "PUL0107",
    severity: Severity::Warning,
    title: "ineffective number of ZooKeeper servers",
    page: include_str!("zookeepers.md"),
};

const SERVERS: &str = "zookeeper.replicaCount";
const LIST: &str = "zookeeper.externalZookeeperServerList";

/// Where a list says the whole ensemble, its entries count; observers have no vote.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let list = given(cluster, LIST);
    if !cluster.runs_zookeeper() || list.as_deref().is_some_and(|list| !is_read(list)) {
        return;
    }
    let listed = list.map(|list| {
        let voters = list.split(',').filter(|entry| !entry.trim().is_empty() && !entry.contains(":observer"));
        i64::try_from(voters.count()).unwrap_or(i64::MAX)
    });
    let path = if listed.is_some() { LIST } else { SERVERS };
    let Some(servers) = listed.or_else(|| cluster.integer(SERVERS)) else { return };
    let replicated = |path: &str| cluster.integer(path).is_some_and(|replicas| replicas > 1);
    let several =
        (cluster.runs_broker() && replicated(BROKERS)) || (cluster.runs_bookkeeper() && replicated(BOOKIES));
    let (message, (least, more)) = match servers {
        2 => (
            "2 ZooKeeper servers tolerate no failure: both are needed for a majority, which is less reliable \
            than one server".to_owned(),
            (3, Some((1, "for tests"))),
        ),
        1 if several => (
            "several brokers or bookies depend on 1 ZooKeeper server; while it is down, the whole cluster stops"
                .to_owned(),
            (3, None),
        ),
        even if even > 2 && even % 2 == 0 => (
            format!("{even} ZooKeeper servers tolerate no more failures than {}", even - 1),
            (even - 1, Some((even + 1, ""))),
        ),
        _ => return,
    };
    let finding = Diagnostic::new(&CODE, message);
    // A list of servers is not changed by a number.
    let finding = if path == LIST {
        finding.help(format!("list {least} servers"))
    } else {
        let more = more.map(|(servers, why)| write(path, servers).purpose(why));
        finding.advise(std::iter::once(write(path, least)).chain(more))
    };
    found.push(cluster.point(finding, &[(path, "number of servers set here")]));
}
