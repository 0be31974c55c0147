//! Dekaf: its disk has modes that Kubernetes takes together.

use pulsarc_tests::objects;

#[test]
fn it_dials_the_brokers_and_keeps_its_data() {
    let objects = objects("components: {dekaf: true}");
    let pod = objects["Deployment/pulsar-dekaf"]["spec"]["template"]["spec"].to_string();
    assert!(
        pod.contains("pulsar://pulsar-broker:6650") && pod.contains("http://pulsar-broker:8080"),
        "{pod}"
    );
    assert!(objects.keys().any(|name| name.starts_with("PersistentVolumeClaim/") && name.contains("dekaf")));
}
