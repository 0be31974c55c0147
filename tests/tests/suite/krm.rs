//! `pulsarc krm`: what kustomize and kpt hand over, and what they get back.

use pulsarc_tests::{Run, binary, pulsarc_in, pulsarc_with, root};
use serde_json::{Value, json};
use std::fs;
use std::path::Path;
use std::process::Command;

const OTHERS: &str = "\
- apiVersion: v1
  kind: Service
  metadata:
    name: mine
    annotations:
      config.kubernetes.io/path: mine.yaml
  spec:
    zebra: \"on\"
    apple: 1e3
    ports: []
";

fn list(items: &str, config: &str) -> String {
    let below = |text: &str| text.lines().map(|line| format!("  {line}\n")).collect::<String>();
    let items = if items.is_empty() { "items: []\n".to_owned() } else { format!("items:\n{items}") };
    format!(
        "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\n{items}functionConfig:\n{}",
        below(config)
    )
}

fn config(spec: &str) -> String {
    let below: String = spec.lines().map(|line| format!("  {line}\n")).collect();
    format!("apiVersion: pulsarc.dev/v1alpha1\nkind: Pulsar\nmetadata:\n  name: pulsar\nspec:\n{below}")
}

fn called(folder: &Path, input: &str) -> Run {
    pulsarc_with(folder, &["krm"], input)
}

fn read(text: &str) -> Value {
    let read = pulsarc_compiler::read_stream("text", text);
    assert_eq!(read.documents.len(), 1, "{text}");
    read.documents[0].clone()
}

fn names(list: &Value) -> Vec<String> {
    let name = |item: &Value| {
        format!(
            "{}/{}",
            item["kind"].as_str().unwrap_or("?"),
            item["metadata"]["name"].as_str().unwrap_or("?")
        )
    };
    list["items"].as_array().expect("items").iter().map(name).collect()
}

#[test]
fn the_clusters_resources_are_those_of_a_build() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("values.yaml"), "broker: {replicaCount: 5}\n").expect("a file");
    let spec = "release: p1\nnamespace: ns\nkubeVersion: '1.30'\nupgrade: true\nfiles: [values.yaml]\nvalues: {proxy: {replicaCount: 7}}\n";
    let run = called(folder.path(), &list(OTHERS, &config(spec)));
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let given = read(&run.stdout);
    let built = pulsarc_in(
        folder.path(),
        &[
            "build",
            "values.yaml",
            "--set",
            "proxy.replicaCount=7",
            "--release",
            "p1",
            "-n",
            "ns",
            "--kube-version",
            "1.30",
            "--upgrade",
            "--format",
            "json",
        ],
    );
    let built: Value = serde_json::from_str(&built.stdout).expect("JSON");
    let items = given["items"].as_array().expect("items");
    assert_eq!(items[1..], built["items"].as_array().expect("items")[..]);
    // What is somebody else's is as it was, in its order.
    assert!(run.stdout.contains("    zebra: \"on\"\n    apple: 1000.0\n    ports: []\n"), "{}", run.stdout);
    assert_eq!(given["functionConfig"], read(&config(spec)));
    // A ConfigMap says the same in texts.
    let data = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: p}\ndata:\n  release: p1\n  namespace: ns\n  kubeVersion: '1.30'\n  upgrade: 'true'\n  files: values.yaml,\n  values: |\n    proxy: {replicaCount: 7}\n";
    let by_map = called(folder.path(), &list(OTHERS, data));
    assert_eq!((by_map.status, by_map.stderr.as_str()), (0, ""));
    assert_eq!(read(&by_map.stdout)["items"], given["items"]);
}

#[test]
fn a_run_over_its_own_output_only_removes_old_objects() {
    let folder = tempfile::tempdir().expect("a folder");
    let spec = "values: {components: {pulsar_manager: false}}\n";
    let first = called(folder.path(), &list(OTHERS, &config(spec)));
    let second = called(folder.path(), &first.stdout);
    assert_eq!((second.status, &second.stdout), (0, &first.stdout));
    let smaller = first.stdout.replace("pulsar_manager: false", "proxy: false");
    let third = read(&called(folder.path(), &smaller).stdout);
    let (before, after) = (names(&read(&first.stdout)), names(&third));
    assert!(before.contains(&"StatefulSet/pulsar-proxy".to_owned()));
    assert!(!after.contains(&"StatefulSet/pulsar-proxy".to_owned()), "{after:?}");
    assert_eq!(after.iter().filter(|name| *name == "Service/mine").count(), 1);
    // What another release made stays.
    let another = first.stdout.replacen("spec:\n    values:", "spec:\n    release: other\n    values:", 1);
    let both = called(folder.path(), &another);
    let both = names(&read(&both.stdout));
    for name in ["StatefulSet/pulsar-proxy", "StatefulSet/other-pulsar-proxy"] {
        assert!(both.contains(&name.to_owned()), "{name}: {both:?}");
    }
}

#[test]
fn mistakes_are_in_results_and_nothing_changes() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("values.yaml"), "proxy:\n  replcaCount: 3\n").expect("a file");
    let spec = "files:\n- values.yaml\nvalues:\n  broker:\n    replicaCount: three\n  bookkeeper: {replicaCount: 1}\n";
    let input = list(OTHERS, &config(spec));
    let run = called(folder.path(), &input);
    assert_eq!(run.status, 1);
    insta::assert_snapshot!("mistakes", format!("{}\n{}", run.stderr, run.stdout));
    assert_eq!(names(&read(&run.stdout)), ["Service/mine"]);
    // An earlier version of the protocol.
    let earlier = called(folder.path(), &input.replace("kubernetes.io/v1\n", "kubernetes.io/v1beta1\n"));
    let (results, list) = (read(&run.stdout)["results"].clone(), read(&earlier.stdout));
    assert_eq!(list["apiVersion"], "config.kubernetes.io/v1beta1");
    assert_eq!(list["results"]["items"].as_array().map(Vec::len), results.as_array().map(Vec::len));
    let about = |results: &Value| {
        let results = results.as_array().expect("results");
        results.iter().find_map(|result| result.get("resourceRef")).cloned()
    };
    assert_eq!(
        about(&list["results"]["items"]),
        Some(
            json!({ "apiVersion": "pulsarc.dev/v1alpha1", "kind": "Pulsar", "metadata": { "name": "pulsar" } })
        )
    );
    assert_eq!(
        about(&results),
        Some(json!({ "apiVersion": "pulsarc.dev/v1alpha1", "kind": "Pulsar", "name": "pulsar" }))
    );
}

#[test]
fn an_invalid_function_configuration_is_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    let taken =
        "- apiVersion: apps/v1\n  kind: StatefulSet\n  metadata: {name: pulsar-broker, namespace: default}\n";
    let outside = tempfile::Builder::new().suffix(".yaml").tempfile().expect("a file");
    let outside = format!("files: ['{}']\n", outside.path().display());
    let cases = [
        ("nothing", String::new()),
        ("no list", "kind: Deployment\napiVersion: apps/v1\n".to_owned()),
        ("another version", "kind: ResourceList\napiVersion: config.kubernetes.io/v9\n".to_owned()),
        ("two documents", format!("{0}---\n{0}", list("", &config("values: {}\n")))),
        (
            "no configuration",
            "apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: []\n".to_owned(),
        ),
        ("an item that is none", list("- 3\n", &config("values: {}\n"))),
        ("another kind", list("", "apiVersion: v1\nkind: Secret\n")),
        ("a misspelt key", list("", &config("relase: a\n"))),
        ("a wrong type", list("", &config("files: values.yaml\n"))),
        ("bad words", list("", &config("release: A_b\nnamespace: ''\nkubeVersion: '1.2'\n"))),
        ("no such file", list("", &config("files: [none.yaml]\n"))),
        ("a map's switch", list("", "apiVersion: v1\nkind: ConfigMap\ndata: {upgrade: 'yes'}\n")),
        (
            "a map's values",
            list("", "apiVersion: v1\nkind: ConfigMap\ndata: {values: 'broker: {replcas: 1}'}\n"),
        ),
        ("taken", list(taken, &config("values: {}\n"))),
    ];
    let mut told = Vec::new();
    for (name, input) in cases {
        let run = called(folder.path(), &input);
        assert_eq!(run.status, 1, "{name}: {}", run.stdout);
        let here = folder.path().canonicalize().expect("a folder").display().to_string();
        told.push(format!("# {name}\n{}\n", run.stderr.replace(&here, "FOLDER")));
        if run.stdout.is_empty() {
            continue;
        }
        let results = read(&run.stdout)["results"].clone();
        assert!(!results.as_array().expect("results").is_empty(), "{name}: {}", run.stdout);
    }
    insta::assert_snapshot!("no_function", told.concat());
    let run = called(folder.path(), &list("", &config(&outside)));
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("PUL0040") && run.stderr.contains("this project has no file"),
        "{}",
        run.stderr
    );
}

#[test]
fn secrets_are_in_no_result() {
    let folder = tempfile::tempdir().expect("a folder");
    let spec = "values:\n  pulsar_manager:\n    admin: {ui_password: canary-7f3, ui_pasword: canary-7f4}\n  broker: {configData: {brokerClientAuthenticationParameters: 'token:canary-7f5', x: [canary]}}\n";
    let run = called(folder.path(), &list("", &config(spec)));
    assert_eq!(run.status, 1);
    let (_, results) = run.stdout.split_once("\nresults:").expect("results");
    for text in [results, &run.stderr] {
        assert!(!text.contains("canary-7f"), "{text}");
    }
}

/// Runs the real kustomize.
pub(crate) fn kustomize(folder: &Path) -> Run {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let ours = binary().parent().expect("a folder").to_owned();
    let path =
        std::env::join_paths(std::iter::once(ours).chain(std::env::split_paths(&path))).expect("a path");
    let mut command = Command::new("kustomize");
    command.args(["build", "--enable-alpha-plugins", "--enable-exec"]).arg(folder).env("PATH", path);
    let output = command.output().expect("kustomize runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Run {
        status: output.status.code().unwrap_or(-1),
        stdout: text(&output.stdout),
        stderr: text(&output.stderr),
    }
}

fn kinds(text: &str) -> usize {
    text.lines().filter(|line| line.starts_with("kind: ")).count()
}

#[test]
#[cfg_attr(without_kustomize, ignore = "needs kustomize on the PATH")]
fn kustomize_generates_the_example() {
    let run = kustomize(&root().join("examples/kustomize"));
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let built = pulsarc_in(
        &root().join("examples/kustomize"),
        &["build", "values.yaml", "--set", "broker.replicaCount=4", "-n", "messaging"],
    );
    assert_eq!(kinds(&run.stdout), kinds(&built.stdout));
    assert!(run.stdout.contains("example.com/team: messaging"), "{}", run.stdout);
}

#[test]
#[cfg_attr(without_kustomize, ignore = "needs kustomize on the PATH")]
fn kustomize_transforms_and_reports_mistakes() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path();
    let example = root().join("examples/kustomize");
    for name in ["pulsar.yaml", "values.yaml", "pulsarc-krm"] {
        fs::copy(example.join(name), path.join(name)).expect("a copy");
    }
    fs::write(
        path.join("mine.yaml"),
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: mine}\ndata: {a: b}\n",
    )
    .expect("a file");
    fs::write(path.join("kustomization.yaml"), "resources: [mine.yaml]\ntransformers: [pulsar.yaml]\n")
        .expect("a file");
    let run = kustomize(path);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(
        run.stdout.contains("name: mine") && run.stdout.contains("name: pulsar-function-worker"),
        "{}",
        run.stdout
    );
    let config = fs::read_to_string(path.join("pulsar.yaml")).expect("a file");
    fs::write(path.join("pulsar.yaml"), config.replace("replicaCount: 4", "replicaCunt: 4")).expect("a file");
    let run = kustomize(path);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("did you mean `replicaCount`?"), "{}", run.stderr);
}
