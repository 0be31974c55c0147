//! `pulsarc diff`: two configurations, a configuration and manifests, and what is told of them.

use pulsarc_tests::{beside, pulsarc, pulsarc_in, pulsarc_with, root};
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
fn two_environments_differ_and_the_summary_names_what_restarts() {
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
    assert_eq!(json["changes"][0]["consequence"]["kind"], "dataLoss");
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

/// Needs `../shared/reference`: manifests of the Helm chart beside the values that they were made from.
#[test]
fn the_charts_manifests_are_compared() {
    let Some(folder) = beside("reference") else { return };
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
