//! `pulsarc diff`: two configurations, a configuration and manifests, and what is told of them.

use pulsarc_tests::{pulsarc, pulsarc_in, pulsarc_with, root, shared};
use std::fs;

#[test]
fn a_configuration_does_not_differ_from_its_own_manifests() {
    for example in ["minimal.ncl", "production.ncl", "function-worker-tls-jwt.ncl"] {
        let path = format!("examples/{example}");
        let manifests = pulsarc(&["build", &path]).stdout;
        let run = pulsarc_with(root(), &["diff", &path, "-"], &manifests);
        assert_eq!((run.status, run.stdout.as_str()), (0, "no differences\n"), "{example}: {}", run.stderr);
        let list = pulsarc(&["build", &path, "--format", "json"]).stdout;
        let run = pulsarc_with(root(), &["diff", &path, "-"], &list);
        assert_eq!(run.status, 0, "{example}: {}", run.stdout);
    }
}

#[test]
fn two_environments_differ_and_the_summary_names_restarts() {
    let sides = ["diff", "examples/environments/dev.ncl", "examples/environments/prod.ncl"];
    let run = pulsarc(&sides);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(
        run.stdout.lines().next().is_some_and(|line| line.contains("pulsar-broker (3 pods)")),
        "{}",
        run.stdout
    );
    let json = pulsarc(&[&sides[..], &["--format", "json"]].concat());
    let json: serde_json::Value = serde_json::from_str(&json.stdout).expect("it is JSON");
    assert_eq!(json["changes"][0]["consequence"][0]["kind"], "dataLoss");
    let markdown = pulsarc(&[&sides[..], &["--format", "markdown"]].concat()).stdout;
    assert!(markdown.starts_with("**") && markdown.contains("```diff"), "{markdown}");
}

#[test]
fn trouble_is_two() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bad.yaml"), "broker:\n  replicas: 5\n").expect("a file");
    fs::write(folder.path().join("good.yaml"), "{}\n").expect("a file");
    for sides in [&["bad.yaml", "good.yaml"][..], &["good.yaml", "absent.yaml"], &["good.yaml"], &["-", "-"]]
    {
        let run = pulsarc_in(folder.path(), &[&["diff"], sides].concat());
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{sides:?}");
        assert!(!run.stderr.is_empty());
    }
}

const OLD: &str = "components: {zookeeper: true, bookkeeper: true, broker: true, proxy: false, toolset: false, \
    autorecovery: false}\nbookkeeper: {replicaCount: 4}\n";
const NEW: &str = "components: {zookeeper: true, bookkeeper: true, broker: true, proxy: false, toolset: false, \
    autorecovery: false}\nbookkeeper: {replicaCount: 3}\nbroker:\n  service_account: {annotations: {role: \"a|b <c>\"}}\n  \
    autoscaling: {enabled: true, minReplicas: 2, maxReplicas: 5}\n  configData: {backlogQuotaDefaultLimitGB: \"7\"}\n";

#[test]
fn changes_have_three_formats() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("old.yaml"), OLD).expect("a file");
    fs::write(folder.path().join("new.yaml"), NEW).expect("a file");
    for format in ["text", "json", "markdown"] {
        let run = pulsarc_in(folder.path(), &["diff", "old.yaml", "new.yaml", "--format", format]);
        assert_eq!(run.status, 1, "{}", run.stderr);
        insta::assert_snapshot!(format!("changes_as_{format}"), run.stdout);
    }
}

#[test]
fn a_contradictory_side_is_an_error() {
    let folder = tempfile::tempdir().expect("a folder");
    let map = |value: &str| {
        format!("apiVersion: v1\nkind: ConfigMap\nmetadata: {{name: m}}\ndata: {{k: \"{value}\"}}\n")
    };
    fs::write(folder.path().join("one.yaml"), map("1")).expect("a file");
    fs::write(folder.path().join("two.yaml"), format!("{}---\n{}", map("1"), map("2"))).expect("a file");
    let run = pulsarc_in(folder.path(), &["diff", "one.yaml", "two.yaml"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert_eq!(
        run.stderr,
        "error: the second side contains ConfigMap/m twice with different contents: remove one of them\n"
    );
}

#[test]
fn both_sides_are_reported() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("bad.yaml"), "broker:\n  replicas: 5\n").expect("a file");
    let run = pulsarc_in(folder.path(), &["diff", "absent.yaml", "bad.yaml"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("absent.yaml") && run.stderr.contains("unknown key `replicas`"),
        "{}",
        run.stderr
    );
}

/// Needs `../shared/reference`: manifests of the Helm chart beside the values that they were made from.
#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn the_charts_manifests_are_compared() {
    let folder = shared("reference");
    for case in fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.path()) {
        let (values, manifests) = (case.join("values.yaml"), case.join("manifests.yaml"));
        if !manifests.is_file() {
            continue;
        }
        let sides = [values.display().to_string(), manifests.display().to_string()];
        let run = pulsarc(&["diff", &sides[0], &sides[1], "-n", "pulsar"]);
        assert!(matches!(run.status, 0 | 1), "{}: {}", case.display(), run.stderr);
        assert!(!run.stdout.is_empty(), "{}", case.display());
    }
}
