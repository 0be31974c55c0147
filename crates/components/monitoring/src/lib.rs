//! Monitoring: one pod monitor for each component that is scraped, for the operator that the configuration names.
//!
//! The monitoring stack itself is another project's and is not deployed by pulsarc.

use pulsarc_component::roster::ScrapeTarget;
use pulsarc_component::shapes::PodMonitorSpec;
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Topology, meta};
use pulsarc_kube::Object;
use pulsarc_kube::pod_monitor::{Endpoint, PodMonitor, Relabeling, Scrape, VmPodScrape};

/// The component's place in the registry.
pub fn entry() -> Entry {
    Entry::of_base("monitoring", || Box::new(Monitoring))
}

/// The monitors of all components.
#[derive(Debug, Clone, Copy)]
pub struct Monitoring;

impl Component for Monitoring {
    fn describe(&self, _: &Base, _: &mut Topology) {}

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        let scraped =
            cluster.topology.deployed().filter_map(|record| Some((record, record.scrape.as_ref()?)));
        let monitored = scraped.filter(|(_, scrape)| scrape.monitor.enabled);
        monitored.map(|(record, scrape)| monitor(cluster, record, scrape)).collect()
    }
}

fn monitor(cluster: &Cluster<'_>, record: &ComponentRecord, target: &ScrapeTarget) -> Object {
    let mut metadata = meta::metadata(cluster, cluster.names.of(target.name), None);
    metadata.labels.get_or_insert_default().extend(cluster.base.pod_monitor.custom_labels.clone());
    let spec = Scrape {
        job_label: target.name.to_owned(),
        endpoints: vec![Endpoint {
            port: target.port.to_owned(),
            interval: target.monitor.interval.clone(),
            scrape_timeout: target.monitor.scrape_timeout.clone(),
            relabelings: relabelings(),
            metric_relabelings: metric_relabelings(&target.monitor),
        }],
        selector: meta::selector(cluster, &record.component),
    };
    if cluster.base.scraped_by_victoria_metrics() {
        VmPodScrape { metadata, spec }.into()
    } else {
        PodMonitor { metadata, spec }.into()
    }
}

/// The pods' own labels, and the names by which Pulsar's dashboards know namespace, job and pod.
fn relabelings() -> Vec<Relabeling> {
    let text = |text: &str| Some(text.to_owned());
    let replace = |source: &str, target: &str| Relabeling {
        action: text("replace"),
        source_labels: vec![source.to_owned()],
        target_label: text(target),
        ..Relabeling::default()
    };
    vec![
        Relabeling {
            action: text("labelmap"),
            regex: text("__meta_kubernetes_pod_label_(.+)"),
            ..Relabeling::default()
        },
        replace("__meta_kubernetes_namespace", "kubernetes_namespace"),
        replace("__meta_kubernetes_pod_label_component", "job"),
        replace("__meta_kubernetes_pod_name", "kubernetes_pod_name"),
    ]
}

/// Drops the `_created` series where that is wanted (all but the excluded), then does what the user says.
fn metric_relabelings(monitor: &PodMonitorSpec) -> Vec<Relabeling> {
    let drop = monitor.drop_underscore_created_metrics.as_ref().filter(|drop| drop.enabled).map(|drop| {
        let kept = drop.exclude_patterns.as_deref().filter(|patterns| !patterns.is_empty());
        let regex = kept.map_or_else(
            || ".*_created$".to_owned(),
            |patterns| format!("(?!{}).*_created$", patterns.join("|")),
        );
        Relabeling {
            action: Some("drop".to_owned()),
            source_labels: vec!["__name__".to_owned()],
            regex: Some(regex),
            ..Relabeling::default()
        }
    });
    drop.into_iter().chain(monitor.metric_relabelings.clone().into_iter().flatten()).collect()
}
