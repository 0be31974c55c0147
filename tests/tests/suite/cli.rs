//! The command as the shell sees it: exit statuses, streams, folders.

use pulsarc_tests::{pulsarc, pulsarc_in, pulsarc_with, root};
use std::fs;
use std::path::Path;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder").flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn exit_statuses_distinguish_failures() {
    let folder = folder();
    fs::write(folder.path().join("bad.yaml"), "broker:\n  replicas: 5\n").expect("a file");
    assert_eq!(pulsarc_in(folder.path(), &["build", "bad.yaml"]).status, 1);
    assert_eq!(pulsarc_in(folder.path(), &["check", "bad.yaml"]).status, 1);
    assert_eq!(pulsarc_in(folder.path(), &["build", "absent.yaml"]).status, 3);
    assert_eq!(pulsarc_in(folder.path(), &["build"]).status, 2);
    assert_eq!(pulsarc_in(folder.path(), &["build", "bad.toml"]).status, 2);
    assert_eq!(pulsarc_in(folder.path(), &["build", "bad.yaml", "--kube-version", "1.20"]).status, 2);
    fs::write(folder.path().join("good.yaml"), "{}\n").expect("a file");
    fs::write(folder.path().join("file"), "").expect("a file");
    assert_eq!(pulsarc_in(folder.path(), &["build", "good.yaml", "-o", "file"]).status, 3);
}

#[test]
fn a_bad_configuration_writes_nothing() {
    let folder = folder();
    fs::write(folder.path().join("bad.yaml"), "broker:\n  replicas: 5\n").expect("a file");
    let built = pulsarc_in(folder.path(), &["build", "bad.yaml", "-o", "out"]);
    assert_eq!((built.status, built.stdout.as_str()), (1, ""));
    assert!(!folder.path().join("out").exists());
}

#[test]
fn a_failed_build_leaves_the_folder_as_it_was() {
    let folder = folder();
    fs::write(folder.path().join("good.yaml"), "{}\n").expect("a file");
    fs::write(folder.path().join("bad.yaml"), "broker:\n  replicas: 5\n").expect("a file");
    assert_eq!(pulsarc_in(folder.path(), &["build", "good.yaml", "-o", "out"]).status, 0);
    let before = fs::read(folder.path().join("out/manifests.yaml")).expect("it is there");
    assert_eq!(pulsarc_in(folder.path(), &["build", "bad.yaml", "-o", "out"]).status, 1);
    assert_eq!(before, fs::read(folder.path().join("out/manifests.yaml")).expect("it is there"));
}

#[test]
fn layouts_replace_each_other_and_keep_other_files() {
    let folder = folder();
    fs::write(folder.path().join("c.yaml"), "{}\n").expect("a file");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("a folder");
    fs::write(out.join("mine.txt"), "mine").expect("a file");
    for layout in ["stream", "objects", "components", "kustomize"] {
        let built = pulsarc_in(folder.path(), &["build", "c.yaml", "-o", "out", "--layout", layout]);
        assert_eq!(built.status, 0, "{layout}: {}", built.stderr);
        let names = names(&out);
        assert!(names.contains(&"mine.txt".to_owned()), "{layout}: {names:?}");
        assert_eq!(names.contains(&"manifests.yaml".to_owned()), layout == "stream", "{layout}: {names:?}");
        assert_eq!(
            names.contains(&"kustomization.yaml".to_owned()),
            layout == "kustomize",
            "{layout}: {names:?}"
        );
        assert_eq!(names.contains(&"broker.yaml".to_owned()), layout == "components", "{layout}: {names:?}");
    }
    let list = fs::read_to_string(out.join("kustomization.yaml")).expect("it is there");
    assert!(list.contains("statefulset-pulsar-broker.yaml"), "{list}");
}

#[test]
fn json_and_yaml_say_the_same() {
    let yaml = pulsarc(&["build", "examples/function-worker.ncl"]).stdout;
    let json = pulsarc(&["build", "examples/function-worker.ncl", "--format", "json"]).stdout;
    let documents: Vec<serde_json::Value> = yaml
        .split("---\n")
        .filter(|document| !document.trim().is_empty())
        .map(|document| serde_yaml::from_str(document).expect("it is YAML"))
        .collect();
    let list: serde_json::Value = serde_json::from_str(&json).expect("it is JSON");
    assert_eq!(list["items"].as_array().expect("a list"), &documents);
}

#[test]
fn layers_are_helms() {
    let folder = folder();
    fs::write(
        folder.path().join("a.yaml"),
        "broker:\n  replicaCount: 4\n  annotations: {x: \"1\", y: \"1\"}\n",
    )
    .expect("a file");
    fs::write(folder.path().join("b.json"), "{\"broker\": {\"annotations\": {\"y\": \"2\", \"x\": null}}}")
        .expect("a file");
    let built = pulsarc_in(
        folder.path(),
        &["build", "a.yaml", "b.json", "--set", r"broker.annotations.z\.w=three", "--format", "json"],
    );
    assert_eq!(built.status, 0, "{}", built.stderr);
    let list: serde_json::Value = serde_json::from_str(&built.stdout).expect("it is JSON");
    let broker = list["items"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|o| o["kind"] == "StatefulSet" && o["metadata"]["name"] == "pulsar-broker");
    let spec = &broker.expect("the brokers")["spec"];
    assert_eq!(spec["replicas"], 4);
    let annotations = &spec["template"]["metadata"]["annotations"];
    assert_eq!(
        (&annotations["x"], &annotations["y"], &annotations["z.w"]),
        (&serde_json::Value::Null, &"2".into(), &"three".into())
    );
}

#[test]
fn a_layer_over_nickel_is_seen_by_its_computations() {
    let folder = folder();
    let base = "{ broker.replicaCount | default = 3, proxy.replicaCount = broker.replicaCount }";
    fs::write(folder.path().join("base.ncl"), base).expect("a file");
    let built = pulsarc_in(
        folder.path(),
        &["build", "base.ncl", "--set", "broker.replicaCount=5", "--format", "json"],
    );
    assert_eq!(built.status, 0, "{}", built.stderr);
    let list: serde_json::Value = serde_json::from_str(&built.stdout).expect("it is JSON");
    let proxy = list["items"]
        .as_array()
        .expect("a list")
        .iter()
        .find(|o| o["kind"] == "StatefulSet" && o["metadata"]["name"] == "pulsar-proxy");
    assert_eq!(proxy.expect("the proxies")["spec"]["replicas"], 5);
}

#[test]
fn standard_input_is_an_input() {
    let yaml = pulsarc_with(root(), &["build", "-"], "components:\n  function_worker: true\n");
    let nickel = pulsarc_with(root(), &["build", "-"], "{ components.function_worker = true }");
    let json = pulsarc_with(root(), &["build", "-"], "{\"components\": {\"function_worker\": true}}");
    assert_eq!(
        (yaml.status, nickel.status, json.status),
        (0, 0, 0),
        "{}{}{}",
        yaml.stderr,
        nickel.stderr,
        json.stderr
    );
    assert!(yaml.stdout.contains("pulsar-function-worker"));
    assert_eq!(yaml.stdout, nickel.stdout);
    assert_eq!(yaml.stdout, json.stdout);
}

#[test]
fn an_upgrade_leaves_the_init_jobs_out() {
    let first = pulsarc(&["build", "examples/minimal.ncl"]).stdout;
    let later = pulsarc(&["build", "examples/minimal.ncl", "--upgrade"]).stdout;
    assert!(first.contains("initialize-cluster-metadata"));
    assert!(!later.contains("initialize-cluster-metadata"));
}

#[test]
fn warnings_fail_a_run_that_denies_them() {
    let values = "zookeeper:\n  replicaCount: 4\n";
    assert_eq!(pulsarc_with(root(), &["check", "-"], values).status, 0);
    assert_eq!(pulsarc_with(root(), &["check", "--deny", "warnings", "-"], values).status, 1);
    assert_eq!(pulsarc_with(root(), &["check", "--deny", "PUL9999", "-"], values).status, 2);
}

#[test]
fn explain_has_a_page_for_every_code_and_helps_with_a_typo() {
    let list = pulsarc(&["explain"]);
    for line in list.stdout.lines() {
        let code = line.split(' ').next().unwrap_or_default();
        let page = pulsarc(&["explain", &code.to_lowercase()]);
        assert!(page.stdout.starts_with(&format!("# {code}:")), "{code}: {}", page.stdout);
    }
    assert!(list.stdout.lines().count() > 20);
    assert_eq!(pulsarc(&["explain", "PUL01"]).status, 2);
}

#[test]
#[cfg(target_os = "linux")]
fn standard_error_that_is_full_changes_no_exit_status() {
    let folder = folder();
    fs::write(folder.path().join("bad.yaml"), "broker:\n  replicas: 5\n").expect("a file");
    for (arguments, status) in
        [(["check", "bad.yaml"], 1), (["check", "absent.yaml"], 3), (["build", "bad.toml"], 2)]
    {
        let full = fs::OpenOptions::new().write(true).open("/dev/full").expect("Linux has it");
        let mut command = std::process::Command::new(pulsarc_tests::binary());
        let ended = command.args(arguments).current_dir(folder.path()).stderr(full).status();
        assert_eq!(ended.expect("it runs").code(), Some(status), "{arguments:?}");
    }
}
