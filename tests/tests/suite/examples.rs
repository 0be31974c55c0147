//! Every example builds and checks clean, the same bytes every time; each has a snapshot of its whole output.

use pulsarc_tests::{files, pulsarc, root, shared};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn examples() -> Vec<PathBuf> {
    let all =
        files(&root().join("examples"), ".ncl").into_iter().chain(files(&root().join("examples"), ".yaml"));
    // The example of mistakes has a test of its own, and so have the chart's, the fleet and the one for kustomize; staging.yaml is a layer.
    let whole = |path: &PathBuf| {
        let other = ["mistakes", "chart", "fleet", "kustomize", "upgrade"]
            .iter()
            .any(|part| path.components().any(|at| at.as_os_str() == *part));
        !other && !path.ends_with("staging.yaml")
    };
    all.filter(whole).collect()
}

/// The chart's examples, each by the name that its case has: `example-oxia`, `ci-oxia`.
fn charts() -> Vec<(String, PathBuf)> {
    let part = |path: &PathBuf| path.ends_with("common.ncl") || path.ends_with("unmonitored.ncl");
    let all = files(&root().join("examples/chart"), ".ncl").into_iter().filter(|path| !part(path));
    let named = |path: PathBuf| {
        let of = if path.parent().is_some_and(|folder| folder.ends_with("ci")) { "ci" } else { "example" };
        (format!("{of}-{}", path.file_stem().unwrap_or_default().to_string_lossy()), path)
    };
    all.map(named).collect()
}

/// The objects of a configuration for a release of this name.
fn objects(path: &Path, release: &str, namespace: &str) -> Value {
    let path = path.display().to_string();
    let run = pulsarc(&["build", &path, "--release", release, "--namespace", namespace, "--format", "json"]);
    assert_eq!(run.status, 0, "{path}: {}", run.stderr);
    let mut list = serde_json::from_str(&run.stdout).expect("it is JSON");
    trim(&mut list);
    list
}

/// Takes the line breaks off the ends of texts: YAML's folded texts have them.
fn trim(value: &mut Value) {
    match value {
        Value::String(text) => *text = text.trim_end().to_owned(),
        Value::Array(items) => items.iter_mut().for_each(trim),
        Value::Object(entries) => {
            // A sum over the configuration, line breaks and all.
            entries.retain(|key, _| !key.starts_with("checksum"));
            entries.values_mut().for_each(trim);
        }
        _ => {}
    }
}

#[test]
fn the_charts_examples_check_with_the_warnings_that_they_had() {
    let mut lines = Vec::new();
    for (name, path) in charts() {
        let checked = pulsarc(&["check", "--format", "json", &path.display().to_string()]);
        assert_eq!(checked.status, 0, "{name}: {}", checked.stdout);
        let report: Value = serde_json::from_str(&checked.stdout).expect("it is JSON");
        let found = report["diagnostics"].as_array().expect("a list").iter();
        let codes: BTreeSet<&str> = found.filter_map(|found| found["code"].as_str()).collect();
        lines.push(
            format!("{name}: {}", codes.into_iter().collect::<Vec<_>>().join(" ")).trim_end().to_owned(),
        );
    }
    insta::assert_snapshot!("chart", lines.join("\n"));
}

#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn the_charts_examples_build_the_same_as_its_values() {
    let reference = shared("reference");
    let charts = charts();
    let cases = std::fs::read_dir(&reference).expect("a folder").flatten();
    for case in cases.map(|case| case.file_name().to_string_lossy().into_owned()) {
        let theirs = case.starts_with("example-") || case.starts_with("ci-");
        assert!(!theirs || charts.iter().any(|(name, _)| *name == case), "{case} has no example");
    }
    for (name, path) in charts {
        let folder = reference.join(&name);
        let about = std::fs::read_to_string(folder.join("case.json")).expect("it is read");
        let about: Value = serde_json::from_str(&about).expect("it is JSON");
        let text = |key: &str| about[key].as_str().expect("a text").to_owned();
        let (release, namespace) = (text("release"), text("namespace"));
        let ours = objects(&path, &release, &namespace);
        assert_eq!(ours, objects(&folder.join("values.yaml"), &release, &namespace), "{name}");
    }
}

#[test]
fn every_example_builds_and_is_the_same_twice() {
    for example in examples() {
        let path = example.display().to_string();
        let first = pulsarc(&["build", &path]);
        assert_eq!(first.status, 0, "{path}: {}", first.stderr);
        assert!(!first.stderr.contains("error"), "{path}: {}", first.stderr);
        let verified = pulsarc(&["build", &path, "--verify"]);
        assert_eq!(verified.status, 0, "{path}: {}", verified.stderr);
        assert_eq!(first.stdout, verified.stdout, "{path}");
    }
}

#[test]
fn every_example_checks_without_warnings() {
    for example in examples() {
        let path = example.display().to_string();
        let checked = pulsarc(&["check", "--deny", "warnings", &path]);
        assert_eq!(checked.status, 0, "{path}: {}", checked.stderr);
    }
}

#[test]
fn whole_builds_are_as_they_were() {
    for example in ["minimal", "one-node", "function-worker", "function-worker-tls-jwt"] {
        let built = pulsarc(&["build", &format!("examples/{example}.ncl")]);
        insta::assert_snapshot!(example, built.stdout);
    }
}

#[test]
fn names_follow_the_release_and_the_overrides_everywhere() {
    let overrides = [
        "fullnameOverride=other",
        "function_worker.component=fw",
        "broker.component=brk",
        "components.function_worker=true",
        "bookkeeper.component=bk",
        "zookeeper.component=zk",
    ];
    let mut arguments = vec!["build", "examples/minimal.ncl", "--release", "messages"];
    for set in &overrides {
        arguments.extend(["--set", set]);
    }
    // The link check stands behind this: a reference that kept an old name would be an error.
    let built = pulsarc(&arguments);
    assert_eq!(built.status, 0, "{}", built.stderr);
    for old in
        ["pulsar-broker", "pulsar-function-worker", "pulsar-zookeeper", "pulsar-bookie", "other-bookie"]
    {
        assert!(!built.stdout.contains(old), "{old} is still named");
    }
    assert!(built.stdout.contains("http://other-fw:6750"));
}
