//! The proxy: it routes functions to their worker, and forwards to ports that it is told.

use pulsarc_tests::objects;

#[test]
fn functions_are_routed_to_the_worker_where_there_is_one() {
    let with = objects("components: {function_worker: true}");
    assert_eq!(
        with["ConfigMap/pulsar-proxy"]["data"]["functionWorkerWebServiceURL"],
        "http://pulsar-function-worker:6750"
    );
    assert!(objects("{}")["ConfigMap/pulsar-proxy"]["data"]["functionWorkerWebServiceURL"].is_null());
}

#[test]
fn other_ports_of_the_brokers_are_allowed() {
    let objects = objects("broker: {ports: {pulsar: 16650}}");
    assert_eq!(objects["ConfigMap/pulsar-proxy"]["data"]["brokerProxyAllowedTargetPorts"], "16650");
}
