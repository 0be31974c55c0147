//! The proxy: it routes functions to their worker, and forwards to ports that it is reported.

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

/// The names of the proxy's init containers.
fn waits(values: &str) -> Vec<String> {
    let proxy = objects(values).remove("StatefulSet/pulsar-proxy").expect("a proxy");
    let containers = proxy["spec"]["template"]["spec"]["initContainers"].as_array().expect("a list").clone();
    containers.iter().filter_map(|container| container["name"].as_str().map(str::to_owned)).collect()
}

#[test]
fn zookeeper_over_tls_is_not_asked_in_the_clear() {
    let issued = "certs: {internal_issuer: {enabled: true}}";
    let secure = waits(&format!("{{tls: {{enabled: true, zookeeper: {{enabled: true}}}}, {issued}}}"));
    assert_eq!(secure, ["wait-broker-ready"]);
    assert_eq!(waits("{}"), ["wait-zookeeper-ready", "wait-broker-ready"]);
}

#[test]
fn no_plain_port_of_the_binary_protocol_is_open_with_tls() {
    let port = |values: &str| objects(values)["ConfigMap/pulsar-proxy"]["data"]["servicePort"].clone();
    let issued = "certs: {internal_issuer: {enabled: true}}";
    assert_eq!(port(&format!("{{tls: {{enabled: true, proxy: {{enabled: true}}}}, {issued}}}")), "");
    assert_eq!(port("{}"), "6650");
}
