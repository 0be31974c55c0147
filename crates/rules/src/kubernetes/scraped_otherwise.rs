//! Metrics are scraped by a monitor or by annotations.

use super::pods::blocks;
use crate::facts::pointed;
use pulsarc_component::Cluster;
use pulsarc_diag::KeyPath;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Node;

/// Metrics that are scraped otherwise.
pub(crate) static CODE: Code = Code {
    id: "PUL0733",
    severity: Severity::Warning,
    title: "metrics scraped twice",
    page: include_str!("scraped_otherwise.md"),
};

/// What Prometheus reads, if it is set up to.
const OWN: [&str; 2] = ["prometheus.io/scrape", "prometheus.io/port"];

/// With a monitor a pod would be scraped twice; without one the annotations are pulsarc's own.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    for block in blocks(cluster) {
        let monitor = format!("{block}.podMonitor.enabled");
        let annotations = KeyPath::parse(block).key("annotations");
        let Some(texts) = cluster.root.get(&annotations).and_then(Node::as_record) else { continue };
        if cluster.root.get(monitor.as_str()).is_none() {
            continue;
        }
        for name in OWN.into_iter().filter(|name| texts.contains_key(*name)) {
            let path = annotations.key(name);
            let (message, help) = if cluster.is_on(&monitor) {
                (
                    "a monitor and annotations both scrape these pods; their metrics are counted twice",
                    format!("remove it, or write {monitor}: false"),
                )
            } else if name == "prometheus.io/port" {
                (
                    "without a monitor pulsarc sets this annotation to the metrics port; a fixed value is wrong \
                    as soon as the port changes",
                    "remove it".to_owned(),
                )
            } else {
                continue;
            };
            found.push(pointed(cluster, Diagnostic::new(&CODE, message).help(help), &path));
        }
    }
}
