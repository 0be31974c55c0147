//! Classes of mistakes that real values files and bug reports showed: each with the right outcome.

use pulsarc_tests::{Run, pulsarc_in};
use serde_json::Value;
use std::fs;

/// Writes files into a folder of its own and runs the command there.
fn run(files: &[(&str, &str)], words: &[&str]) -> Run {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in files {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    pulsarc_in(folder.path(), words)
}

/// What is found in one values file, in a namespace called `pulsar`.
fn found(values: &str) -> Vec<Value> {
    let words = ["check", "values.yaml", "--format", "json", "--namespace", "pulsar"];
    let report: Value =
        serde_json::from_str(&run(&[("values.yaml", values)], &words).stdout).expect("it is JSON");
    report["diagnostics"].as_array().expect("a list").clone()
}

/// Whether something is found at a path, whose help has a text.
fn is_found(found: &[Value], severity: &str, path: &str, help: &str) -> bool {
    found.iter().any(|finding| {
        finding["severity"] == severity
            && finding["path"] == path
            && finding["help"].as_str().is_some_and(|text| text.contains(help))
    })
}

/// The objects of one values file.
fn built(values: &str, more: &[&str]) -> Vec<Value> {
    let words = [&["build", "values.yaml", "--format", "json"], more].concat();
    let run = run(&[("values.yaml", values)], &words);
    let list: Value = serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
    list["items"].as_array().expect("a list").clone()
}

fn object<'o>(objects: &'o [Value], kind: &str, name: &str) -> &'o Value {
    let is_it = |object: &&Value| object["kind"] == kind && object["metadata"]["name"] == name;
    objects.iter().find(is_it).unwrap_or_else(|| panic!("no {kind} {name}"))
}

const AUTHORIZED: &str =
    "auth: {authentication: {enabled: true, jwt: {enabled: true}}, authorization: {enabled: true}}\n";

#[test]
fn proxies_with_websocket_authorize_it() {
    for key in ["webSocketServiceEnabled", "PULSAR_PREFIX_webSocketServiceEnabled"] {
        let objects = built(&format!("{AUTHORIZED}proxy: {{configData: {{{key}: \"true\"}}}}\n"), &[]);
        let data = &object(&objects, "ConfigMap", "pulsar-proxy")["data"];
        assert_eq!(data["authorizationEnabled"], "true", "{key}");
        assert!(data["metadataStoreUrl"].is_string() && data["configurationMetadataStoreUrl"].is_string());
    }
    let without = built(AUTHORIZED, &[]);
    assert_eq!(object(&without, "ConfigMap", "pulsar-proxy")["data"]["authorizationEnabled"], "false");
}

#[test]
fn a_key_that_pulsarc_decides_may_be_repeated_and_not_contradicted() {
    let values = |authorizes: bool| {
        format!(
            "{AUTHORIZED}proxy: {{configData: {{webSocketServiceEnabled: \"true\", authorizationEnabled: \"{authorizes}\"}}}}\n"
        )
    };
    let path = "proxy.configData.authorizationEnabled";
    assert!(!found(&values(true)).iter().any(|finding| finding["path"] == path));
    assert!(is_found(&found(&values(false)), "error", path, ""));
}

#[test]
fn plain_keys_that_no_conf_file_has_get_the_prefix() {
    let values = "broker: {configData: {kafkaListeners: a, mqttListeners: b, brokerClient_x: c, bookkeeper_y: d, ownPlugin: e, https_proxy: f, PULSAR_EXTRA_OPTS: -Dg=h}}\n";
    let objects = built(values, &[]);
    let data = &object(&objects, "ConfigMap", "pulsar-broker")["data"];
    for (key, value) in [
        ("kafkaListeners", "a"),
        ("mqttListeners", "b"),
        ("brokerClient_x", "c"),
        ("bookkeeper_y", "d"),
        ("ownPlugin", "e"),
    ] {
        assert_eq!(data[format!("PULSAR_PREFIX_{key}")], value, "{key}");
        assert!(data[key].is_null(), "{key}");
    }
    assert_eq!((&data["https_proxy"], &data["PULSAR_EXTRA_OPTS"]), (&"f".into(), &"-Dg=h".into()));
    let toolset = built("toolset: {configData: {authPlugin: a, unheardOf: b}}\n", &[]);
    let data = &object(&toolset, "ConfigMap", "pulsar-toolset")["data"];
    assert_eq!((&data["authPlugin"], &data["PULSAR_PREFIX_unheardOf"]), (&"a".into(), &"b".into()));
}

#[test]
fn jobs_run_where_the_pods_of_their_component_may() {
    let node = "nodeSelector: {pool: p}, tolerations: [{key: d, operator: Exists}]";
    let values = format!(
        "zookeeper: {{{node}}}\nbookkeeper: {{{node}}}\nbroker: {{{node}}}\npulsar_manager: {{{node}}}\ncomponents: {{pulsar_manager: true}}\nextraInitCommand: 'true # quit'\nauth: {{authentication: {{enabled: true, jwt: {{enabled: true, generateSecrets: {{enabled: true}}}}}}}}\n"
    );
    let objects = built(&values, &[]);
    let jobs: Vec<&Value> = objects.iter().filter(|object| object["kind"] == "Job").collect();
    assert!(jobs.len() >= 7, "{}", jobs.len());
    for job in jobs {
        let pod = &job["spec"]["template"]["spec"];
        let name = &job["metadata"]["name"];
        assert_eq!(
            (&pod["nodeSelector"]["pool"], &pod["tolerations"][0]["key"]),
            (&"p".into(), &"d".into()),
            "{name}"
        );
        assert!(pod["containers"].to_string().contains("true # quit"), "{name}");
    }
    let own =
        built(&format!("bookkeeper: {{{node}}}\npulsar_metadata: {{nodeSelector: {{pool: q}}}}\n"), &[]);
    let pod = &object(&own, "Job", "pulsar-bookie-init")["spec"]["template"]["spec"];
    assert_eq!(pod["nodeSelector"]["pool"], "q", "settings of its own win");
}

#[test]
fn host_names_are_compared_label_by_label() {
    let dangling = |host: &str| {
        let values = format!(
            "broker: {{replicaCount: 1, configData: {{advertisedListeners: \"external:pulsar://{host}:6650\"}}}}\nextraDeploy:\n  - {{apiVersion: v1, kind: Service, metadata: {{name: pulsar-broker-lb}}, spec: {{ports: [{{port: 6650}}]}}}}\n"
        );
        found(&values).iter().any(|finding| finding["code"] == "PUL0900")
    };
    for host in [
        "pulsar-broker-lb",
        "pulsar-broker-lb.pulsar",
        "pulsar-broker-lb.pulsar.svc.cluster.local",
        "pulsar-broker-0.pulsar-broker-headless.pulsar.svc.cluster.local",
        "pulsar-gone.pulsar.example.com",
        "pulsar-gone.pulsar-eu.svc.cluster.local",
        "pulsarish",
    ] {
        assert!(!dangling(host), "{host}");
    }
    for host in [
        "pulsar-gone",
        "pulsar-gone.pulsar.svc",
        "pulsar-gone.pulsar.svc.cluster.local.",
        "pulsar-broker-7.pulsar-broker-headless.pulsar.svc.cluster.local",
    ] {
        assert!(dangling(host), "{host}");
    }
}

#[test]
fn words_of_other_charts_are_answered_with_their_place() {
    let values = "imagePullSecrets: [{name: a}]\nbroker:\n  env: []\n  serviceMonitor: {enabled: true}\n  image: {tag: x}\nautorecovery: {enabled: true}\n";
    let findings = found(values);
    for (path, place) in [
        ("imagePullSecrets", "images.imagePullSecrets"),
        ("broker.env", "extraEnvs"),
        ("broker.serviceMonitor", "podMonitor"),
        ("broker.image", "images.broker"),
        ("autorecovery.enabled", "components.autorecovery"),
    ] {
        assert!(is_found(&findings, "error", path, place), "{path}: {findings:#?}");
    }
    let umbrella = found("my-pulsar:\n  broker: {replicaCount: 2}\n");
    assert!(is_found(&umbrella, "error", "my-pulsar", "umbrella"), "{umbrella:#?}");
}

#[test]
fn a_key_of_another_component_is_sent_to_its_block() {
    let findings = found("bookkeeper: {configData: {managedLedgerDefaultEnsembleSize: \"3\"}}\n");
    let path = "bookkeeper.configData.managedLedgerDefaultEnsembleSize";
    assert!(is_found(&findings, "warning", path, "broker.configData.managedLedgerDefaultEnsembleSize"));
}

#[test]
fn a_domain_may_end_with_a_dot_and_certificates_have_none() {
    let values = "clusterDomain: example.com.\ntls: {enabled: true, proxy: {enabled: true}, broker: {enabled: true}}\ncerts: {internal_issuer: {enabled: true}}\n";
    let objects = built(values, &[]);
    let certificate = object(&objects, "Certificate", "pulsar-tls-broker");
    let names = certificate["spec"]["dnsNames"].as_array().expect("names");
    assert!(names.iter().all(|name| !name.as_str().unwrap_or_default().ends_with('.')), "{names:?}");
    assert!(names.iter().any(|name| name.as_str().is_some_and(|name| name.ends_with(".svc.example.com"))));
    let job = object(&objects, "Job", "pulsar-pulsar-init").to_string();
    assert!(job.contains(".svc.example.com.:"), "clients dial the name with its dot: {job}");
}

/// The consequences of a difference between two values files.
fn consequences(old: &str, new: &str) -> Vec<(String, String)> {
    let files = [("old.yaml", old), ("new.yaml", new)];
    let report: Value =
        serde_json::from_str(&run(&files, &["diff", "old.yaml", "new.yaml", "--format", "json"]).stdout)
            .expect("it is JSON");
    let changes = report["changes"].as_array().expect("a list").iter();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let fields = changes.flat_map(|change| change["fields"].as_array().into_iter().flatten());
    let all = fields.flat_map(|field| field["consequence"].as_array().into_iter().flatten());
    all.map(|one| (text(&one["kind"]), text(&one["why"]))).collect()
}

#[test]
fn a_changed_identity_or_format_of_a_bookie_loses_data() {
    let bookies = |setting: &str| format!("bookkeeper: {{configData: {{{setting}}}}}\n");
    for (old, new) in [
        ("", "useHostNameAsBookieID: \"false\""),
        ("", "PULSAR_PREFIX_useHostNameAsBookieID: \"false\""),
        ("", "useShortHostName: \"true\""),
        ("ledgerStorageClass: a", "ledgerStorageClass: b"),
    ] {
        let found = consequences(&bookies(old), &bookies(new));
        assert!(found.iter().any(|(kind, _)| kind == "dataLoss"), "{new}: {found:?}");
    }
    let same = consequences(&bookies(""), &bookies("useHostNameAsBookieID: \"TRUE\""));
    assert!(same.iter().all(|(kind, _)| kind != "dataLoss"), "{same:?}");
}

#[test]
fn first_start_settings_have_no_effect_later() {
    let values = |shards: u8| {
        format!("components: {{zookeeper: false, oxia: true}}\noxia: {{initialShardCount: {shards}}}\n")
    };
    let found = consequences(&values(3), &values(6));
    assert!(found.iter().any(|(kind, why)| kind == "ignored" && why.contains("first start")), "{found:?}");
}
