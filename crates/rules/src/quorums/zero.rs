//! What others need runs at least once.

use super::{BOOKIES, BROKERS};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A component without a pod that others need.
pub(crate) static CODE: Code = Code {
    id: "PUL0108",
    severity: Severity::Error,
    title: "required component without replicas",
    page: include_str!("zero.md"),
};

const PROXIES: &str = "proxy.replicaCount";

/// A cluster that is put to rest, with all at 0, is left alone; bookies are counted against the ensemble elsewhere.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let on = &cluster.base.components;
    let pods =
        |deployed: bool, path: &str| deployed && cluster.integer(path).is_some_and(|replicas| replicas > 0);
    let brokers = pods(cluster.runs_broker(), BROKERS);
    let bookies = pods(cluster.runs_bookkeeper(), BOOKIES);
    let proxies = pods(on.proxy && cluster.is_distributed(), PROXIES);
    let workers = pods(cluster.runs_function_worker(), "function_worker.replicaCount");
    let scaled = cluster.is_on("broker.autoscaling.enabled");
    let needed = [
        (
            cluster.runs_zookeeper(),
            "zookeeper.replicaCount",
            brokers || bookies,
            "brokers and bookies find no metadata store",
            true,
        ),
        (
            cluster.runs_broker() && !scaled,
            BROKERS,
            proxies || workers,
            "proxies and function workers find no broker",
            true,
        ),
        (
            on.autorecovery && cluster.is_distributed(),
            "autorecovery.replicaCount",
            bookies,
            "the copies of a lost bookie are never restored",
            false,
        ),
        (
            cluster.runs_function_worker(),
            "function_worker.replicaCount",
            brokers,
            "functions never start",
            false,
        ),
    ];
    for (deployed, path, missed, why, fatal) in needed {
        if deployed && missed && cluster.integer(path) == Some(0) {
            let mut finding = Diagnostic::new(&CODE, format!("0 replicas; {why}")).help("write 1 or more");
            if !fatal {
                finding.severity = Severity::Warning;
            }
            found.push(cluster.point(finding, &[(path, "")]));
        }
    }
}
