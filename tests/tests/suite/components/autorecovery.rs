//! Autorecovery: it reads the bookies' metadata and is scraped on its own port.

use pulsarc_tests::objects;

#[test]
fn it_finds_the_ledgers_metadata_and_listens_on_its_own_port() {
    let objects = objects("autorecovery: {ports: {http: 9000}}");
    let data = &objects["ConfigMap/pulsar-recovery"]["data"];
    assert_eq!(data["metadataServiceUri"], "zk+hierarchical://pulsar-zookeeper:2181/ledgers");
    assert_eq!(data["httpServerPort"], "9000");
}

#[test]
fn the_bookies_leave_recovery_to_it() {
    assert_eq!(objects("{}")["ConfigMap/pulsar-bookie"]["data"]["autoRecoveryDaemonEnabled"], "false");
    let without = objects("components: {autorecovery: false}");
    assert!(without["ConfigMap/pulsar-bookie"]["data"]["autoRecoveryDaemonEnabled"].is_null());
}
