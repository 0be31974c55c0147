//! Monitors: one for each component that is scraped, of the kind that the configuration names.

use pulsarc_tests::objects;

#[test]
fn the_monitoring_stack_decides_the_kind() {
    let victoria = objects("{}");
    let prometheus = objects("victoria-metrics-k8s-stack: {enabled: false}");
    assert!(
        victoria.contains_key("VMPodScrape/pulsar-broker")
            && !victoria.contains_key("PodMonitor/pulsar-broker")
    );
    assert!(
        prometheus.contains_key("PodMonitor/pulsar-broker")
            && !prometheus.contains_key("VMPodScrape/pulsar-broker")
    );
}

#[test]
fn the_created_series_are_dropped_but_those_that_are_kept() {
    let objects = objects(
        "broker: {podMonitor: {dropUnderscoreCreatedMetrics: {enabled: true, excludePatterns: [a_, b_]}}}",
    );
    let regex = &objects["VMPodScrape/pulsar-broker"]["spec"]["podMetricsEndpoints"][0]["metricRelabelConfigs"]
        [0]["regex"];
    assert_eq!(regex, "(?!a_|b_).*_created$");
}

#[test]
fn a_component_that_is_off_has_no_monitor() {
    let off = objects("components: {autorecovery: false}");
    assert!(!off.contains_key("VMPodScrape/pulsar-autorecovery"));
}
