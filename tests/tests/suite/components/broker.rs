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

#[test]
fn graceful_shutdown_adds_a_hook_with_the_token_that_the_pod_mounts() {
    let hook = |values: &str| {
        let mut objects = objects(values);
        let set = objects.remove("StatefulSet/pulsar-broker").expect("brokers run");
        set["spec"]["template"]["spec"].clone()
    };
    let of = |pod: &serde_json::Value| pod["containers"][0]["lifecycle"].clone();
    assert!(of(&hook("{}")).is_null(), "off by default");
    assert!(of(&hook("broker: {gracefulShutdown: {enabled: false}}")).is_null());
    let on = "broker: {gracePeriod: 190, ports: {http: 8888}, gracefulShutdown: {enabled: true}}";
    let plain = of(&hook(on))["preStop"]["exec"]["command"][2].to_string();
    assert!(
        plain.contains("http://127.0.0.1:8888/admin/v2/brokers/shutdown?maxConcurrentUnloadPerSec=5"),
        "{plain}"
    );
    assert!(plain.contains("--max-time 120 ") && !plain.contains("token"), "{plain}");
    let pod = hook(&format!("{on}\nauth: {{authentication: {{enabled: true, jwt: {{enabled: true}}}}}}"));
    let authenticated = of(&pod)["preStop"]["exec"]["command"][2].to_string();
    assert!(authenticated.contains("cat /pulsar/tokens/broker/token; } | curl"), "{authenticated}");
    let mounts = pod["containers"][0]["volumeMounts"].to_string();
    assert!(mounts.contains("\"/pulsar/tokens\""), "{mounts}");
}
