//! What people bring from other charts and tools: each gets one finding that says where its values belong.

use pulsarc_tests::pulsarc_in;
use serde_json::Value;

/// The findings of a values file: code, line, message and help.
fn found(values: &str) -> Vec<(String, u64, String)> {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("values.yaml"), values).expect("it is written");
    let run = pulsarc_in(folder.path(), &["check", "values.yaml", "--format", "json"]);
    let report: Value =
        serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let findings = report["diagnostics"].as_array().expect("a list").iter();
    findings
        .map(|found| {
            let words = format!("{}; {}", text(&found["message"]), text(&found["help"]));
            (text(&found["code"]), found["line"].as_u64().unwrap_or_default(), words)
        })
        .collect()
}

fn fixed(values: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("values.yaml");
    std::fs::write(&file, values).expect("it is written");
    pulsarc_in(folder.path(), &["check", "values.yaml", "--fix"]);
    std::fs::read_to_string(file).expect("it is read")
}

#[test]
fn a_manifest_is_one_finding_with_the_place_of_its_values() {
    for (manifest, place) in [
        (
            "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: {name: p}\nspec:\n  values: {broker: {replicas: 3}}\n",
            ".spec.values",
        ),
        (
            "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  source:\n    helm:\n      values: |\n        broker: {}\n",
            ".spec.source.helm.values",
        ),
        (
            "apiVersion: argoproj.io/v1alpha1\nkind: Application\nspec:\n  sources:\n  - helm: {valuesObject: {broker: {}}}\n",
            ".spec.sources[0].helm.valuesObject",
        ),
        (
            "apiVersion: helm.cattle.io/v1\nkind: HelmChart\nspec:\n  valuesContent: 'a: b'\n",
            ".spec.valuesContent",
        ),
    ] {
        let found = found(manifest);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].1, 2, "at its kind: {found:#?}");
        assert!(found[0].2.contains(&format!("yq '{place}' FILE")), "{found:#?}");
    }
    let found = found("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: p}\ndata: {}\n");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].2.contains("kind ConfigMap"), "{found:#?}");
}

#[test]
fn the_heading_of_helm_get_values_is_removed() {
    for heading in ["USER-SUPPLIED VALUES", "COMPUTED VALUES"] {
        let values = format!("{heading}:\nbroker:\n  replicas: 3\n");
        let found = found(&values);
        assert_eq!(found.len(), 2, "{found:#?}");
        assert!(found[0].2.contains("heading of `helm get values`"), "{found:#?}");
        assert_eq!(fixed(&values), "broker:\n  replicaCount: 3\n");
    }
}

#[test]
fn dotted_keys_become_levels() {
    let found = found("broker.replicaCount: 3\n\"proxy.service.type\": LoadBalancer\n");
    assert!(found[0].2.contains("`broker:`, below it `replicaCount:`"), "{found:#?}");
    assert_eq!(
        fixed("broker.replicaCount: 3\nzookeeper:\n  volumes.data.size: 8Gi\n"),
        "zookeeper:\n  volumes:\n    data:\n      size: 8Gi\nbroker:\n  replicaCount: 3\n"
    );
    let config =
        "broker:\n  configData:\n    transactionCoordinatorEnabled: \"true\"\n    rocksDB.logPath: /a\n";
    assert_eq!(fixed(config), config, "a key of Pulsar's may have dots");
}

#[test]
fn a_switch_of_another_chart_moves_to_components() {
    assert_eq!(
        fixed("proxy:\n  enabled: false\nbroker:\n  replicaCount: 2\n"),
        "broker:\n  replicaCount: 2\ncomponents:\n  proxy: false\n"
    );
}

#[test]
fn values_of_an_umbrella_chart_are_one_finding() {
    let found = found("pulsar:\n  broker: {replicaCount: 3}\n  components: {proxy: true}\n");
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].2.contains("umbrella chart"), "{found:#?}");
}
