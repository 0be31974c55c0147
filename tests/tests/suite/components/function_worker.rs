//! The function worker: what makes it stand alone, and what its configuration in the chart lacks.

use pulsarc_tests::objects;

const ON: &str = "components: {function_worker: true}\n";
const AUTH: &str =
    "auth: {authentication: {enabled: true, jwt: {enabled: true}}, authorization: {enabled: true}}\n";
const TLS: &str = "tls: {enabled: true, proxy: {enabled: true}, broker: {enabled: true}, zookeeper: {enabled: true}, function_worker: {enabled: true}, function_instance: {enabled: true}}\ncerts: {internal_issuer: {enabled: true}}\n";

#[test]
fn nothing_is_emitted_while_it_is_off() {
    assert!(!objects("{}").keys().any(|name| name.contains("function-worker")));
}

#[test]
fn it_is_separate_and_the_brokers_workers_are_off() {
    let objects = objects(ON);
    assert_eq!(objects["ConfigMap/pulsar-broker"]["data"]["functionsWorkerEnabled"], "false");
    assert_eq!(objects["StatefulSet/pulsar-broker"]["spec"]["podManagementPolicy"], "Parallel");
    let worker = &objects["StatefulSet/pulsar-function-worker"]["spec"];
    assert_eq!(worker["serviceName"], "pulsar-function-worker-headless");
    let script = worker["template"]["spec"]["containers"][0]["args"][0].as_str().expect("a script");
    assert!(script.contains("exec bin/pulsar functions-worker"), "{script}");
}

#[test]
fn instances_fetch_packages_from_the_worker_and_messages_from_the_brokers() {
    let plain = &objects(ON)["ConfigMap/pulsar-function-worker"]["data"];
    assert_eq!(
        plain["PF_functionRuntimeFactoryConfigs_pulsarAdminUrl"],
        "http://pulsar-function-worker:6750/"
    );
    assert_eq!(plain["PF_functionRuntimeFactoryConfigs_pulsarServiceUrl"], "pulsar://pulsar-broker:6650/");
    // Function pods trust the brokers' certificates only with authentication on.
    let auth = "auth: {authentication: {enabled: true, jwt: {enabled: true}}}\n";
    let tls = &objects(&format!("{ON}{TLS}{auth}"))["ConfigMap/pulsar-function-worker"]["data"];
    assert_eq!(
        tls["PF_functionRuntimeFactoryConfigs_pulsarAdminUrl"],
        "https://pulsar-function-worker:6751/"
    );
    assert_eq!(tls["PF_functionRuntimeFactoryConfigs_pulsarServiceUrl"], "pulsar+ssl://pulsar-broker:6651/");
    assert_eq!(tls["PF_pulsarWebServiceUrl"], "https://pulsar-broker:8443/");
}

#[test]
fn with_authorization_it_has_the_settings_that_the_chart_lacks() {
    let objects = objects(&format!("{ON}{AUTH}"));
    let data = &objects["ConfigMap/pulsar-function-worker"]["data"];
    assert_eq!(data["PF_configurationMetadataStoreUrl"], "zk:pulsar-zookeeper:2181");
    assert_eq!(data["PF_proxyRoles"], "proxy-admin");
    assert_eq!(data["PF_authenticateMetricsEndpoint"], "false");
    assert_eq!(data["PF_superUserRoles"], "admin,broker-admin,proxy-admin");
    let rules = objects["Role/pulsar-function-worker-role"]["rules"].as_array().expect("rules");
    assert!(rules.iter().any(|rule| rule["resources"][0] == "secrets"), "{rules:?}");
}

#[test]
fn it_may_do_what_its_runtime_calls_and_no_more() {
    let objects = objects(ON);
    let rules = objects["Role/pulsar-function-worker-role"]["rules"].as_array().expect("rules");
    let verbs = |resource: &str| {
        let of = rules
            .iter()
            .filter(|rule| rule["resources"].as_array().is_some_and(|all| all.contains(&resource.into())));
        of.map(|rule| rule["verbs"].to_string()).collect::<String>()
    };
    assert_eq!(verbs("statefulsets"), r#"["get","create","delete"]"#);
    assert_eq!(verbs("services"), r#"["get","create","delete"]"#);
    assert_eq!(verbs("pods"), r#"["list"]"#);
    assert_eq!(verbs("configmaps"), r#"["get"]"#);
}

#[test]
fn without_authentication_it_may_not_touch_secrets() {
    let objects = objects(ON);
    let rules = objects["Role/pulsar-function-worker-role"]["rules"].to_string();
    assert!(!rules.contains("secrets"), "{rules}");
}

#[test]
fn it_shows_zookeeper_a_certificate_where_it_dials_it_over_tls() {
    let objects = objects(&format!("{ON}{TLS}{AUTH}"));
    let pod = objects["StatefulSet/pulsar-function-worker"]["spec"]["template"]["spec"].to_string();
    assert!(pod.contains("tls-combined.pem") && pod.contains("zookeeper.client.secure=true"), "{pod}");
}

#[test]
fn rights_end_at_the_namespace_unless_it_runs_functions_in_others() {
    let wide = objects(&format!("{ON}function_worker: {{rbac: {{limit_to_namespace: false}}}}"));
    assert!(
        wide.contains_key("ClusterRole/pulsar-function-worker")
            && !wide.contains_key("Role/pulsar-function-worker-role")
    );
}
