//! Standalone: one process instead of everything distributed.

use pulsarc_tests::objects;

#[test]
fn everything_distributed_is_left_out_and_the_proxy_dials_it() {
    let objects = objects("standalone: {enabled: true}");
    for gone in [
        "StatefulSet/pulsar-broker",
        "StatefulSet/pulsar-bookie",
        "StatefulSet/pulsar-zookeeper",
        "StatefulSet/pulsar-recovery",
    ] {
        assert!(!objects.contains_key(gone), "{gone}");
    }
    assert!(objects.contains_key("Deployment/pulsar-standalone"));
    assert_eq!(
        objects["ConfigMap/pulsar-proxy"]["data"]["brokerServiceURL"],
        "pulsar://pulsar-standalone:6650"
    );
}
