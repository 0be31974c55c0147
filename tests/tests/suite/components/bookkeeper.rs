//! The bookies: their disks are those that are mounted.

use pulsarc_tests::objects;

#[test]
fn several_disks_are_claimed_mounted_and_named() {
    let objects = objects("bookkeeper: {volumes: {ledgers: {useMultiVolumes: true}}}");
    let data = &objects["ConfigMap/pulsar-bookie"]["data"];
    assert_eq!(
        data["ledgerDirectories"],
        "/pulsar/data/bookkeeper/ledgers0,/pulsar/data/bookkeeper/ledgers1"
    );
    let claims =
        objects["StatefulSet/pulsar-bookie"]["spec"]["volumeClaimTemplates"].as_array().expect("claims");
    assert_eq!(claims.len(), 3, "{claims:?}");
    assert!(claims[0]["kind"].is_null(), "a claim template says not what it is");
}
