//! Metrics are read by who has no token.

use crate::facts::{Setting, given, setting};
use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};

/// Metrics behind authentication.
pub(crate) static CODE: Code = Code {
    id: "PUL0510",
    severity: Severity::Warning,
    title: "metrics behind authentication",
    page: include_str!("metrics.md"),
};

const KEY: &str = "authenticateMetricsEndpoint";

/// The monitors show no token.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    if !cluster.base.auth.authentication.enabled {
        return;
    }
    let worker = || {
        let path = format!("function_worker.configData.PF_{KEY}");
        given(cluster, &path).map(|text| Setting { path, text })
    };
    let settings = [
        (cluster.runs_broker(), "broker", setting(cluster, "broker", KEY)),
        (cluster.base.components.proxy, "proxy", setting(cluster, "proxy", KEY)),
        (!cluster.is_distributed(), "standalone", setting(cluster, "standalone", KEY)),
        (cluster.runs_function_worker(), "function_worker", worker()),
    ];
    for (_, block, key) in settings.into_iter().filter(|(deployed, ..)| *deployed) {
        let monitor = format!("{block}.podMonitor.enabled");
        let Some(key) = key.filter(Setting::is_true).filter(|_| cluster.is_on(&monitor)) else { continue };
        let told = Diagnostic::new(
            &CODE,
            format!(
                "the metrics of {block} are to be read with a token, and the monitor has none: it gets 401"
            ),
        )
        .help(format!("leave {KEY} out, or write {monitor}: false and scrape with a token of your own"));
        found.push(cluster.point(told, &[(&key.path, ""), (&monitor, "the monitor is on")]));
    }
}
