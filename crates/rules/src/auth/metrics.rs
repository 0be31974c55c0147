//! Metrics are read by who has no token.

use crate::facts::{Setting, given, setting};
use pulsarc_component::Cluster;
use pulsarc_component::roster::PlainKeys;
use pulsarc_diag::advice::{remove, write};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Metrics behind authentication.
pub(crate) static CODE: Code = Code {
    id: "PUL0510",
    severity: Severity::Warning,
    title: "metrics endpoint behind authentication",
    page: include_str!("metrics.md"),
};

const KEY: &str = "authenticateMetricsEndpoint";

/// The monitors show no token.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.auth.authentication.enabled {
        return;
    }
    for record in cluster.topology.deployed() {
        let block = record.block;
        let worker = || {
            let path = format!("{block}.configData.PF_{KEY}");
            given(cluster, &path).map(|text| Setting { path, text })
        };
        let key = match record.configuration.map(|configuration| configuration.plain_keys) {
            Some(PlainKeys::ConfFile) => setting(cluster, block, KEY),
            Some(PlainKeys::Ignored) => worker(),
            Some(PlainKeys::SeveralFiles) | None => None,
        };
        let monitor = format!("{block}.podMonitor.enabled");
        let Some(key) = key.filter(Setting::is_true).filter(|_| cluster.is_on(&monitor)) else { continue };
        let finding = Diagnostic::new(
            &CODE,
            format!(
                "the metrics of {block} require a token, and the monitor has none; every scrape fails with 401"
            ),
        )
        .advise([remove(KEY), write(&monitor, false).purpose("and scrape with a token of your own").display_only()]);
        found.push(cluster.point(finding, &[(&key.path, ""), (&monitor, "monitor switched on here")]));
    }
}
