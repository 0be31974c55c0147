//! TLS: a certificate for each name by which a component is dialled.

use pulsarc_tests::objects;

const ON: &str =
    "tls: {enabled: true, proxy: {enabled: true, dnsNames: [pulsar.example.com]}, broker: {enabled: true}}\n";

#[test]
fn certificates_are_for_the_names_that_clients_dial() {
    let objects = objects(&format!("{ON}certs: {{internal_issuer: {{enabled: true}}}}"));
    let proxy = objects["Certificate/pulsar-tls-proxy"]["spec"]["dnsNames"].to_string();
    assert!(
        proxy.contains("pulsar.example.com") && proxy.contains("pulsar-proxy.ns.svc.cluster.local"),
        "{proxy}"
    );
    let broker = objects["Certificate/pulsar-tls-broker"]["spec"]["dnsNames"].to_string();
    assert!(broker.contains("*.pulsar-broker-headless.ns.svc.cluster.local"), "{broker}");
}

#[test]
fn a_worker_is_known_by_its_service_and_pod_by_pod() {
    let objects = objects(
        "components: {function_worker: true}\ntls: {enabled: true, broker: {enabled: true}, proxy: {enabled: true}, function_worker: {enabled: true}}\n\
         certs: {internal_issuer: {enabled: true}}",
    );
    let workload = &objects["StatefulSet/pulsar-function-worker"]["spec"];
    let service = workload["serviceName"].as_str().expect("its pods have names");
    let names = objects["Certificate/pulsar-tls-function-worker"]["spec"]["dnsNames"].to_string();
    assert!(names.contains(&format!("*.{service}.ns.svc.cluster.local")), "{names}");
    assert!(names.contains("\"pulsar-function-worker\""), "{names}");
}

#[test]
fn an_issuer_that_is_there_is_named_and_none_is_made() {
    let objects = objects(&format!(
        "{ON}certs: {{issuers: {{ca: {{name: company, secretName: company-ca, kind: ClusterIssuer}}}}}}"
    ));
    assert!(!objects.keys().any(|name| name.starts_with("Issuer/")));
    let issuer = &objects["Certificate/pulsar-tls-proxy"]["spec"]["issuerRef"];
    assert_eq!((&issuer["name"], &issuer["kind"]), (&"company".into(), &"ClusterIssuer".into()));
}
