//! Every example builds and checks clean, the same bytes every time; each has a snapshot of its whole output.

use pulsarc_tests::{files, pulsarc, root};
use std::path::PathBuf;

fn examples() -> Vec<PathBuf> {
    let all =
        files(&root().join("examples"), ".ncl").into_iter().chain(files(&root().join("examples"), ".yaml"));
    // The example of mistakes has a test of its own; staging.yaml is a layer over another.
    let whole =
        |path: &PathBuf| !path.to_string_lossy().contains("mistakes") && !path.ends_with("staging.yaml");
    all.filter(whole).collect()
}

#[test]
fn every_example_builds_and_is_the_same_twice() {
    for example in examples() {
        let path = example.display().to_string();
        let first = pulsarc(&["build", &path]);
        assert_eq!(first.status, 0, "{path}: {}", first.stderr);
        assert!(!first.stderr.contains("error"), "{path}: {}", first.stderr);
        assert_eq!(first.stdout, pulsarc(&["build", &path]).stdout, "{path}");
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
