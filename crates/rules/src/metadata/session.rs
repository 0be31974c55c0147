//! `ZooKeeper` grants the sessions that are asked for.

use crate::facts::setting;
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// A session longer or shorter than `ZooKeeper` grants.
pub(crate) static CODE: Code = Code {
    id: "PUL0209",
    severity: Severity::Warning,
    title: "session timeout outside ZooKeeper's range",
    page: include_str!("session.md"),
};

const ASKED: [&str; 2] = [
    "pulsar_metadata.metadataStoreSessionTimeoutMillis",
    "pulsar_metadata.bookkeeper.metadataStoreSessionTimeoutMillis",
];
/// Milliseconds of a tick, unless it is set.
const TICK: i64 = 2000;

/// From 2 to 20 ticks, unless the bounds are set.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.runs_zookeeper() {
        return;
    }
    let own = |key: &str| setting(cluster, "zookeeper", key).and_then(|setting| setting.whole());
    let tick = own("tickTime").unwrap_or(TICK);
    let least = own("minSessionTimeout").filter(|bound| *bound > 0).unwrap_or(tick.saturating_mul(2));
    let most = own("maxSessionTimeout").filter(|bound| *bound > 0).unwrap_or(tick.saturating_mul(20));
    for path in ASKED {
        let Some(asked) = cluster.integer(path).filter(|asked| *asked < least || *asked > most) else {
            continue;
        };
        let granted = asked.clamp(least, most.max(least));
        let message = format!(
            "ZooKeeper allows sessions of {least} to {most} ms; instead of {asked} it uses {granted}"
        );
        let finding = Diagnostic::new(&CODE, message).help(format!(
            "write {granted}, or set {} in zookeeper.configData",
            if asked > most { "maxSessionTimeout" } else { "minSessionTimeout" }
        ));
        found.push(cluster.point(finding, &[(path, "")]));
    }
}
