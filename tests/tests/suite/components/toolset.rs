//! The toolset: its tools dial the proxy, or the brokers.

use pulsarc_tests::objects;

#[test]
fn its_tools_dial_the_proxy_by_default() {
    let through = objects("{}");
    assert_eq!(through["ConfigMap/pulsar-toolset"]["data"]["webServiceUrl"], "http://pulsar-proxy:80/");
    let direct = objects("toolset: {useProxy: false}");
    assert_eq!(direct["ConfigMap/pulsar-toolset"]["data"]["webServiceUrl"], "http://pulsar-broker:8080/");
}
