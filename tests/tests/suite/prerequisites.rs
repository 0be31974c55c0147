//! What the manifests need and do not contain: `export --what requires`, `--requires` and the block of prerequisites.

use pulsarc_tests::{pulsarc, pulsarc_in, root};
use serde_json::Value;
use std::path::Path;

fn requires(inputs: &[&str]) -> Value {
    let mut words = vec!["export", "--what", "requires", "--namespace", "pulsar"];
    words.extend(inputs);
    let run = pulsarc(&words);
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stderr))
}

fn write(folder: &Path, name: &str, text: &str) -> String {
    let path = folder.join(name);
    std::fs::write(&path, text).expect("it is written");
    path.display().to_string()
}

fn needed<'v>(all: &'v Value, list: &str, name: &str) -> Option<&'v Value> {
    all[list].as_array().expect("a list").iter().find(|need| need["name"] == name || need["label"] == name)
}

#[test]
fn the_default_cluster_needs_a_namespace_monitors_and_a_class() {
    let all = requires(&["examples/minimal.ncl"]);
    assert_eq!(all["namespace"], "pulsar");
    let kinds: Vec<&str> =
        all["kinds"].as_array().expect("a list").iter().filter_map(|kind| kind["kind"].as_str()).collect();
    assert_eq!(kinds, ["VMPodScrape"], "{all:#}");
    assert_eq!(all["kinds"][0]["provider"], "the VictoriaMetrics operator");
    assert!(needed(&all, "storageClasses", "(default)").is_some(), "{all:#}");
    assert_eq!(all["secrets"], Value::Array(Vec::new()));
}

#[test]
fn secrets_have_their_keys_and_the_command_that_creates_them() {
    let folder = tempfile::tempdir().expect("a folder");
    let values = "auth:\n  authentication: {enabled: true, jwt: {enabled: true, generateSecrets: {enabled: false}}}\n  \
                  authorization: {enabled: true}\nimages: {imagePullSecrets: [registry]}\nbroker:\n  extraEnvs:\n  \
                  - {name: A, valueFrom: {secretKeyRef: {name: mine, key: a}}}\n  \
                  - {name: B, valueFrom: {secretKeyRef: {name: perhaps, key: b, optional: true}}}\n";
    let all = requires(&[&write(folder.path(), "values.yaml", values)]);
    let key = needed(&all, "secrets", "pulsar-token-asymmetric-key").expect("the key of the tokens");
    assert!(key["create"][0].as_str().is_some_and(|line| line.contains("create-key-pair")), "{key}");
    let token = needed(&all, "secrets", "pulsar-token-admin").expect("the token of clients");
    assert_eq!(token["keys"], serde_json::json!(["TOKEN"]));
    let steps = token["create"].as_array().expect("steps");
    assert!(steps[0].as_str().is_some_and(|line| line.contains("--subject admin")), "{token}");
    let pull = needed(&all, "secrets", "registry").expect("the registry's secret");
    assert!(
        pull["create"][0]
            .as_str()
            .is_some_and(|line| line.starts_with("kubectl create secret docker-registry registry"))
    );
    let own = needed(&all, "secrets", "mine").expect("the user's own");
    assert_eq!(own["create"][0], "kubectl create secret generic mine --namespace pulsar --from-file=a");
    assert_eq!(own["usedBy"], serde_json::json!(["StatefulSet/pulsar-broker"]));
    assert!(needed(&all, "secrets", "perhaps").is_none(), "an optional secret is not needed");
}

#[test]
fn what_the_manifests_create_is_not_needed() {
    let all = requires(&["examples/function-worker-tls-jwt.ncl"]);
    let kinds: Vec<&str> =
        all["kinds"].as_array().expect("a list").iter().filter_map(|kind| kind["group"].as_str()).collect();
    assert!(kinds.contains(&"cert-manager.io"), "{all:#}");
    assert_eq!(all["secrets"], Value::Array(Vec::new()), "certificates and the token job create them all");
    assert_eq!(all["serviceAccounts"], Value::Array(Vec::new()));
    assert_eq!(all["roles"], Value::Array(Vec::new()));
    assert_eq!(all["issuers"], Value::Array(Vec::new()));
}

#[test]
fn classes_nodes_and_own_objects_are_needed() {
    let folder = tempfile::tempdir().expect("a folder");
    let values = "bookkeeper:\n  replicaCount: 4\n  nodeSelector: {disk: nvme}\n  volumes: {ledgers: {storageClassName: fast}}\n\
                  proxy:\n  ingress: {enabled: true, hostname: a.example.com, ingressClassName: nginx}\n  \
                  extraVolumes: [{name: c, configMap: {name: own}}]\n  extraVolumeMounts: [{name: c, mountPath: /c}]\n\
                  extraDeploy:\n- apiVersion: v1\n  kind: Namespace\n  metadata: {name: pulsar}\n\
                  - apiVersion: keda.sh/v1alpha1\n  kind: ScaledObject\n  metadata: {name: scale}\n";
    let all = requires(&[&write(folder.path(), "values.yaml", values)]);
    assert_eq!(all["namespace"], Value::Null, "it is among the manifests");
    assert!(needed(&all, "storageClasses", "fast").is_some(), "{all:#}");
    assert!(needed(&all, "ingressClasses", "nginx").is_some());
    assert!(needed(&all, "configMaps", "own").is_some());
    let disk = needed(&all, "nodes", "disk").expect("the label");
    assert_eq!(disk["values"], serde_json::json!(["nvme"]));
    let hosts = needed(&all, "nodes", "kubernetes.io/hostname").expect("bookies do not share a node");
    assert_eq!(hosts["least"], 4);
    assert!(all["kinds"].as_array().expect("a list").iter().any(|kind| kind["provider"] == "KEDA"));
}

#[test]
fn the_export_declares_everything() {
    let folder = tempfile::tempdir().expect("a folder");
    for input in ["examples/minimal.ncl", "examples/function-worker-tls-jwt.ncl", "examples/production.ncl"] {
        let exported = requires(&[input]);
        let file = write(folder.path(), "there.json", &exported.to_string());
        let run = pulsarc(&["check", "--namespace", "pulsar", input, "--requires", &file]);
        assert_eq!(run.status, 0, "{input}: {}", run.stderr);
    }
}

#[test]
fn what_is_not_declared_is_an_error_at_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    write(
        folder.path(),
        "values.yaml",
        "bookkeeper:\n  volumes:\n    ledgers:\n      storageClassName: fast\n",
    );
    write(
        folder.path(),
        "there.yaml",
        "namespaces: [pulsar]\nkinds: [operator.victoriametrics.com]\nstorageClasses: [slow, (default)]\nnodes: [kubernetes.io/hostname]\n",
    );
    let words = ["check", "-n", "pulsar", "values.yaml", "--requires", "there.yaml", "--format", "json"];
    let words = words.map(|word| if word == "-n" { "--namespace" } else { word });
    let run = pulsarc_in(folder.path(), &words);
    let report: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    let found = report["diagnostics"].as_array().expect("a list");
    assert_eq!(found.len(), 1, "{}", run.stdout);
    assert_eq!((found[0]["code"].as_str(), found[0]["line"].as_u64()), (Some("PUL0907"), Some(4)));
    assert!(found[0]["message"].as_str().is_some_and(|text| text.contains("StorageClass `fast`")));
    assert_eq!(run.status, 1);
}

#[test]
fn a_declared_secret_may_lack_a_key() {
    let folder = tempfile::tempdir().expect("a folder");
    write(
        folder.path(),
        "values.yaml",
        "broker:\n  extraEnvs:\n  - {name: A, valueFrom: {secretKeyRef: {name: mine, key: a}}}\n",
    );
    let check = |secrets: &str| {
        let there = format!(
            "namespace: pulsar\nkinds: [VMPodScrape]\nstorageClasses: ['(default)']\nnodes: [kubernetes.io/hostname]\nsecrets: {secrets}\n"
        );
        write(folder.path(), "there.yaml", &there);
        pulsarc_in(
            folder.path(),
            &["check", "--namespace", "pulsar", "values.yaml", "--requires", "there.yaml"],
        )
    };
    assert_eq!(check("[mine]").status, 0, "a name alone is enough");
    assert_eq!(check("[{name: mine, keys: [a, b]}]").status, 0);
    let run = check("[{name: mine, keys: [b]}]");
    assert!(run.stderr.contains("the Secret `mine` with the key `a`"), "{}", run.stderr);
}

#[test]
fn a_wrong_declaration_is_a_usage_error() {
    let folder = tempfile::tempdir().expect("a folder");
    for (text, says) in [
        ("secret: [a]\n", "did you mean `secrets`?"),
        ("secrets: [[a]]\n", "expected a name"),
        ("- a\n", "a map"),
    ] {
        let file = write(folder.path(), "there.yaml", text);
        let run = pulsarc(&["check", "examples/minimal.ncl", "--requires", &file]);
        assert_eq!(run.status, 2, "{text}: {}", run.stderr);
        assert!(run.stderr.contains(says), "{text}: {}", run.stderr);
    }
}

#[test]
fn prerequisites_are_listed_on_request() {
    let run =
        pulsarc(&["build", "examples/minimal.ncl", "--namespace", "pulsar", "--prerequisites", "always"]);
    assert!(run.stderr.contains("kubectl create namespace pulsar"), "{}", run.stderr);
    assert!(run.stderr.contains("VMPodScrape"), "{}", run.stderr);
    let run = pulsarc(&["build", "examples/minimal.ncl", "--namespace", "pulsar"]);
    assert_eq!(run.stderr, "", "not in CI");
    assert!(root().join("examples/minimal.ncl").exists());
}
