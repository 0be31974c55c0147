//! A scrape is over before the next one begins.

use super::pods::blocks;
use pulsarc_component::Cluster;
use pulsarc_diag::advice::write;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Duration;

/// Scrape that takes longer than its interval.
pub(crate) static CODE: Code = Code {
    id: "PUL0703",
    severity: Severity::Error,
    title: "scrape timeout exceeds the interval",
    page: include_str!("scrape_timeout.md"),
};

/// The operator rejects the monitor, and the component is not scraped.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let (interval, timeout) =
            (format!("{block}.podMonitor.interval"), format!("{block}.podMonitor.scrapeTimeout"));
        let read = |path: &str| cluster.text(path).and_then(|text| Duration::parse(&text).ok());
        let (Some(every), Some(longest)) = (read(&interval), read(&timeout)) else { continue };
        if cluster.is_on(&format!("{block}.podMonitor.enabled")) && longest.length() > every.length() {
            let finding = Diagnostic::new(
                &CODE,
                format!(
                    "the scrape timeout {longest} of {block} exceeds the \
            interval {every}; the operator rejects the monitor"
                ),
            )
            .advise([write(&timeout, every.as_str()).purpose("or less")]);
            found.push(
                cluster.point(finding, &[(&timeout, "timeout set here"), (&interval, "interval set here")]),
            );
        }
    }
}
