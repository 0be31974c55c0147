//! The brokers: their functions, their disks and their rights follow the switches.

use pulsarc_tests::objects;

#[test]
fn functions_inside_the_brokers_need_no_worker() {
    let objects = objects("components: {functions: true}");
    let data = &objects["ConfigMap/pulsar-broker"]["data"];
    assert_eq!(data["functionsWorkerEnabled"], "true");
    assert_eq!(data["PF_functionRuntimeFactoryConfigs_pulsarAdminUrl"], "http://pulsar-broker:8080/");
}

#[test]
fn an_autoscaler_takes_over_the_replica_count() {
    let objects = objects("broker: {autoscaling: {enabled: true}}");
    assert!(objects["StatefulSet/pulsar-broker"]["spec"]["replicas"].is_null());
    assert!(objects.contains_key("HorizontalPodAutoscaler/pulsar-broker"));
}

#[test]
fn the_client_inside_a_broker_takes_the_port_with_tls() {
    let plain = objects("components: {proxy: true}");
    assert!(plain["ConfigMap/pulsar-broker"]["data"]["brokerClientTlsEnabled"].is_null());
    let objects = objects(
        "tls: {enabled: true, broker: {enabled: true}, proxy: {enabled: true}}\n\
         certs: {internal_issuer: {enabled: true}}",
    );
    let data = &objects["ConfigMap/pulsar-broker"]["data"];
    assert_eq!(data["brokerClientTlsEnabled"], "true");
    assert_eq!(data["brokerClientTrustCertsFilePath"], data["tlsTrustCertsFilePath"]);
}

#[test]
fn no_plain_port_is_open_with_tls_unless_function_instances_use_it() {
    let port = |instance: bool| {
        let objects = objects(&format!(
            "tls: {{enabled: true, broker: {{enabled: true}}, proxy: {{enabled: true}}, function_instance: {{enabled: {instance}}}}}\n\
             certs: {{internal_issuer: {{enabled: true}}}}"
        ));
        let offered = objects["Service/pulsar-broker"]["spec"]["ports"].to_string().contains("6650");
        (objects["ConfigMap/pulsar-broker"]["data"]["brokerServicePort"].clone(), offered)
    };
    assert_eq!(port(true), ("".into(), false));
    // The image's own port is open then, and the service leads to it.
    assert_eq!(port(false), (serde_json::Value::Null, true));
}
