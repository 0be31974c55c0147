//! ZooKeeper: its servers know each other, and their disks follow the switches.

use pulsarc_tests::objects;

#[test]
fn the_servers_are_listed_by_their_pods_names() {
    let objects = objects("zookeeper: {replicaCount: 3}");
    let env = &objects["StatefulSet/pulsar-zookeeper"]["spec"]["template"]["spec"]["containers"][0]["env"][0];
    assert_eq!(env["value"], "pulsar-zookeeper-0,pulsar-zookeeper-1,pulsar-zookeeper-2");
}

#[test]
fn a_disk_that_is_not_kept_is_a_volume_of_the_pod() {
    let spec = &objects("zookeeper: {volumes: {persistence: false}}")["StatefulSet/pulsar-zookeeper"]["spec"];
    assert!(spec["volumeClaimTemplates"].is_null());
    let volumes = spec["template"]["spec"]["volumes"].to_string();
    assert!(volumes.contains("pulsar-zookeeper-data\""), "{volumes}");
}

#[test]
fn with_tls_clients_and_probes_use_the_secure_port() {
    let objects = objects(
        "tls: {enabled: true, zookeeper: {enabled: true}}\ncerts: {internal_issuer: {enabled: true}}",
    );
    assert_eq!(objects["ConfigMap/pulsar-broker"]["data"]["metadataStoreUrl"], "zk:pulsar-zookeeper:2281");
    let probe = objects["StatefulSet/pulsar-zookeeper"]["spec"]["template"]["spec"]["containers"][0]["readinessProbe"].to_string();
    assert!(probe.contains("openssl s_client") && probe.contains("2281"), "{probe}");
}
