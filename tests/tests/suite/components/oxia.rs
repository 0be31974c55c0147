//! Oxia as the metadata store instead of ZooKeeper.

use pulsarc_tests::objects;

#[test]
fn brokers_and_bookies_dial_its_namespaces() {
    let objects = objects("components: {zookeeper: false, oxia: true}");
    assert_eq!(
        objects["ConfigMap/pulsar-broker"]["data"]["metadataStoreUrl"],
        "oxia://pulsar-oxia-svc:6648/broker"
    );
    assert_eq!(
        objects["ConfigMap/pulsar-bookie"]["data"]["metadataServiceUri"],
        "metadata-store:oxia://pulsar-oxia-svc:6648/bookkeeper"
    );
    assert!(!objects.contains_key("StatefulSet/pulsar-zookeeper"));
}
