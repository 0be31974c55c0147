//! `pulsarc upgrade`: the report on a configuration, its edits, and what is unusual about a movement.

use pulsarc_tests::{pulsarc, root};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

fn example() -> String {
    root().join("examples/upgrade/values.yaml").display().to_string()
}

fn written(folder: &tempfile::TempDir, name: &str, text: &str) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, text).expect("it is written");
    path
}

/// The report on a configuration, and the exit status.
fn report(text: &str, options: &[&str]) -> (Value, i32) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(&folder, "values.yaml", text).display().to_string();
    let words: Vec<&str> =
        ["upgrade", &path, "--format", "json"].into_iter().chain(options.iter().copied()).collect();
    let run = pulsarc(&words);
    let report = serde_json::from_str(&run.stdout)
        .unwrap_or_else(|error| panic!("{error}: {} {}", run.stdout, run.stderr));
    (report, run.status)
}

fn subjects<'r>(report: &'r Value, section: &str) -> Vec<&'r str> {
    let points = report["points"].as_array().expect("a list");
    let own = points.iter().filter(|point| point["section"] == section);
    own.map(|point| point["subject"].as_str().expect("a text")).collect()
}

#[test]
fn the_report_on_the_example_is_as_committed() {
    let run = pulsarc(&["upgrade", &example(), "--to", "5.0"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let text = run.stdout.replace(&format!("{}/", root().display()), "");
    let committed = root().join("examples/upgrade/report.txt");
    if std::env::var_os("UPDATE_REPORT").is_some() {
        fs::write(&committed, &text).expect("it is written");
    }
    assert_eq!(text, fs::read_to_string(&committed).unwrap_or_default(), "UPDATE_REPORT=1 writes it anew");
}

#[test]
fn every_point_cites_its_source() {
    let (report, _) = report("auth: {authentication: {enabled: true}}\n", &["--to", "5.0"]);
    let points = report["points"].as_array().expect("a list");
    assert!(points.len() > 30);
    assert!(points.iter().all(|point| point["source"].as_str().is_some_and(|source| !source.is_empty())));
}

#[test]
fn a_configuration_on_the_new_line_has_nothing_to_do() {
    let (report, status) = report("pulsarVersion: \"5.0\"\n", &["--to", "5.0"]);
    assert_eq!(status, 0, "{report:#}");
    assert!(subjects(&report, "breaks").is_empty() && subjects(&report, "decideFirst").is_empty());
}

#[test]
fn a_removed_class_breaks_at_its_line() {
    let text = "bookkeeper:\n  configData:\n    statsProviderClass: org.apache.pulsar.metrics.prometheus.bookkeeper.PrometheusMetricsProvider\n";
    let (report, status) = report(text, &["--to", "5.0"]);
    assert_eq!(status, 1);
    let points = report["points"].as_array().expect("a list");
    let point = points
        .iter()
        .find(|point| point["path"] == "bookkeeper.configData.statsProviderClass")
        .expect("a point");
    assert_eq!((point["section"].as_str(), point["line"].as_u64()), (Some("breaks"), Some(3)));
}

#[test]
fn an_answered_decision_is_not_asked_again() {
    let asked = |text: &str| {
        let (report, _) = report(text, &["--to", "5.0"]);
        subjects(&report, "decideFirst").iter().any(|subject| subject.contains("scalableTopicsEnabled"))
    };
    assert!(asked("defaultPulsarImageTag: 4.2.4\n"));
    assert!(!asked(
        "defaultPulsarImageTag: 4.2.4\nbroker: {configData: {PULSAR_PREFIX_scalableTopicsEnabled: \"false\"}}\n"
    ));
}

#[test]
fn a_skipped_line_a_downgrade_and_mixed_releases_are_recognized() {
    let breaks = |text: &str, to: &str| {
        let (report, _) = report(text, &["--to", to]);
        subjects(&report, "breaks").into_iter().map(str::to_owned).collect::<Vec<String>>()
    };
    assert!(breaks("pulsarVersion: \"3.0\"\n", "5.0").contains(&"skipped line".to_owned()));
    assert!(!breaks("defaultPulsarImageTag: 4.0.12\n", "4.2").contains(&"skipped line".to_owned()));
    assert!(breaks("defaultPulsarImageTag: 4.2.4\n", "4.0").contains(&"downgrade".to_owned()));
    let (mixed, _) = report("images: {broker: {tag: 4.2.4}}\n", &["--to", "5.0"]);
    assert!(subjects(&mixed, "decideFirst").contains(&"mixed releases"));
}

#[test]
fn a_tag_without_a_release_asks_for_the_line() {
    let (unknown, _) = report("defaultPulsarImageTag: latest\n", &["--to", "5.0"]);
    assert!(subjects(&unknown, "decideFirst").contains(&"current release"));
    let (named, _) = report("defaultPulsarImageTag: latest\n", &["--to", "5.0", "--from", "4.2"]);
    assert!(!subjects(&named, "decideFirst").contains(&"current release"));
    assert_eq!(named["from"][0]["line"], "4.2");
}

#[test]
fn an_unknown_line_is_an_error() {
    let run = pulsarc(&["upgrade", &example(), "--to", "6.0"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("3.0, 4.0, 4.2, 5.0"), "{}", run.stderr);
}

/// The text after `--fix`, and the exit status.
fn fixed(name: &str, text: &str, answer: &str) -> (String, i32) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = written(&folder, name, text);
    let run = pulsarc(&["upgrade", &path.display().to_string(), "--to", "5.0", "--fix", answer]);
    let text = fs::read_to_string(&path).expect("it is read");
    let check = pulsarc(&["check", &path.display().to_string()]);
    assert_eq!(check.status, 0, "{text}\n{}{}", run.stderr, check.stderr);
    (text, run.status)
}

#[test]
fn fix_keeps_comments_and_the_way_back() {
    let text = fs::read_to_string(example()).expect("it is read");
    let (text, _) = fixed("values.yaml", &text, "--keep-rollback");
    for kept in [
        "# A cluster on Pulsar 4.0",
        "    # The provider of the images",
        "dispatcherMaxReadBatchSize: \"200\"",
    ] {
        assert!(text.contains(kept), "{text}");
    }
    for gone in ["PULSAR_GC", "subscriptionShared", "org.apache.pulsar.metrics"] {
        assert!(!text.contains(gone), "{text}");
    }
    for made in [
        "scalableTopicsEnabled: \"false\"",
        "defaultPulsarImageTag: 5.0.1",
        "defaultPulsarImageRepository: apachepulsar/pulsar",
    ] {
        assert!(text.contains(made), "{text}");
    }
}

#[test]
fn fix_adopts_the_defaults_without_new_settings() {
    let (text, _) = fixed("values.yaml", "defaultPulsarImageTag: 4.2.4\n", "--adopt-defaults");
    assert!(!text.contains("scalableTopicsEnabled"), "{text}");
}

#[test]
fn fix_edits_the_layer_that_has_the_value() {
    let folder = tempfile::tempdir().expect("a folder");
    let base = "# All clusters.\ndefaultPulsarImageTag: 4.0.12\nbroker:\n  replicaCount: 2\n  configData:\n    subscriptionSharedUseClassicPersistentImplementation: \"true\"\n";
    let over = "# One cluster.\nbroker:\n  configData:\n    subscriptionSharedUseClassicPersistentImplementation: \"false\"\n    dispatcherMaxReadBatchSize: \"200\"\n";
    let (base, over) = (written(&folder, "base.yaml", base), written(&folder, "over.yaml", over));
    let (base, over) = (base.display().to_string(), over.display().to_string());
    let run = pulsarc(&["upgrade", &base, &over, "--to", "5.0", "--fix", "--keep-rollback"]);
    assert!(run.stderr.contains("base.yaml: defaultPulsarImageTag: \"5.0.1\""), "{}", run.stderr);
    let read = |path: &str| fs::read_to_string(path).expect("it is read");
    let (first, second) = (read(&base), read(&over));
    assert!(
        first.starts_with("# All clusters.")
            && first.contains("5.0.1")
            && !first.contains("subscriptionShared"),
        "a removed key goes from every layer, and the release is edited where it is: {first}"
    );
    assert!(
        second.starts_with("# One cluster.")
            && !second.contains("defaultPulsarImageTag")
            && second.contains("scalableTopicsEnabled")
            && second.contains("dispatcherMaxReadBatchSize: \"200\"")
            && !second.contains("subscriptionShared"),
        "new settings go into the last layer: {second}"
    );
    let check = pulsarc(&["check", &base, &over]);
    assert_eq!(check.status, 0, "{}", check.stderr);
}

#[test]
fn fix_writes_no_layer_if_one_of_them_cannot_be_edited() {
    let folder = tempfile::tempdir().expect("a folder");
    let base = "broker: {configData: {}}\n";
    // The tag is computed, so no edit in place changes it.
    let over = "let line = \"4.0\" in { defaultPulsarImageTag = \"%{line}.12\" }\n";
    let (base, over) = (written(&folder, "base.yaml", base), written(&folder, "over.ncl", over));
    let before = [&base, &over].map(|path| fs::read_to_string(path).expect("it is read"));
    let (first, second) = (base.display().to_string(), over.display().to_string());
    let run = pulsarc(&["upgrade", &first, &second, "--to", "5.0", "--fix", "--keep-rollback"]);
    let after = [&base, &over].map(|path| fs::read_to_string(path).expect("it is read"));
    if run.status == 2 {
        assert!(run.stderr.contains("write these yourself"), "{}", run.stderr);
        assert_eq!(before, after);
    } else {
        let check = pulsarc(&["check", &first, &second]);
        assert_eq!(check.status, 0, "{after:?}\n{}", check.stderr);
    }
}

#[test]
fn a_rollout_over_several_brokers_has_a_warning() {
    let warns = |text: &str| {
        let (report, _) = report(text, &["--to", "5.0"]);
        report.to_string().contains("it may be healthy and load no topic")
    };
    assert!(warns("broker: {replicaCount: 3}\n"));
    assert!(!warns("broker: {replicaCount: 1}\n"), "one broker never runs beside another release");
}

#[test]
fn fix_edits_nickel_json_and_braces() {
    let nickel = "let pulsar = import \"pulsar.ncl\" in\n{\n  # Pinned.\n  defaultPulsarImageTag = \"4.0.12\",\n  broker.configData.subscriptionSharedUseClassicPersistentImplementation = \"true\",\n  broker.replicaCount = 2,\n} | pulsar.Cluster\n";
    let (text, _) = fixed("cluster.ncl", nickel, "--keep-rollback");
    assert!(
        text.contains("# Pinned.") && text.contains("\"5.0.1\"") && !text.contains("subscriptionShared"),
        "{text}"
    );
    let (text, _) = fixed(
        "values.json",
        "{\"defaultPulsarImageTag\": \"4.0.12\", \"broker\": {\"replicaCount\": 2}}\n",
        "--keep-rollback",
    );
    serde_json::from_str::<Value>(&text).expect("JSON");
    let braces = "{defaultPulsarImageTag: 4.0.12, broker: {replicaCount: 2, configData: {subscriptionSharedUseClassicPersistentImplementation: \"true\"}}}\n";
    let (text, _) = fixed("values.yaml", braces, "--keep-rollback");
    assert!(!text.contains("subscriptionShared") && text.contains("replicaCount: 2"), "{text}");
}

#[test]
fn a_fleet_reports_each_point_once() {
    let folder = tempfile::tempdir().expect("a folder");
    for name in ["east", "west"] {
        written(&folder, &format!("{name}.yaml"), "defaultPulsarImageTag: 4.2.4\n");
    }
    let run =
        pulsarc(&["upgrade", "--fleet", &folder.path().display().to_string(), "--to", "5.0", "--no-cache"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert_eq!(run.stdout.matches("broker: scalableTopicsEnabled").count(), 1, "{}", run.stdout);
    assert!(run.stdout.contains("clusters: east, west"), "{}", run.stdout);
}

#[test]
fn annotations_and_markdown_have_every_break() {
    let github = pulsarc(&["upgrade", &example(), "--to", "5.0", "--format", "github"]);
    assert!(github.stdout.contains("::error file="), "{}", github.stdout);
    let markdown = pulsarc(&["upgrade", &example(), "--to", "5.0", "--format", "markdown"]);
    assert!(
        markdown.stdout.contains("### breaks") && markdown.stdout.contains("### rollback"),
        "{}",
        markdown.stdout
    );
}
