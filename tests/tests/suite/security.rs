//! `pulsarc check --security`: what of a cluster could be safer.

use pulsarc_tests::{pulsarc, pulsarc_in};
use serde_json::Value;
use std::collections::BTreeSet;

fn codes(arguments: &[&str], folder: &std::path::Path) -> BTreeSet<String> {
    let run = pulsarc_in(folder, arguments);
    let report: Value =
        serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    let found = report["diagnostics"].as_array().expect("a list");
    found.iter().map(|one| one["code"].as_str().expect("a code").to_owned()).collect()
}

fn folder(text: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("c.ncl"), text).expect("a file");
    folder
}

#[test]
fn the_charts_defaults_are_reported_on_request() {
    let folder = folder("{ components = { functions = true, pulsar_manager = true } }");
    let asked = ["check", "-q", "c.ncl", "--security", "--color", "never"];
    let run = pulsarc_in(folder.path(), &asked);
    assert_eq!(run.status, 0, "notes are no errors: {}", run.stderr);
    insta::assert_snapshot!("defaults", run.stderr);
    let told = codes(&["check", "c.ncl", "--security", "--format", "json"], folder.path());
    let report = "PUL0761 PUL0762 PUL0763 PUL0764 PUL0765 PUL0766 PUL0767 PUL0768 PUL0769";
    for code in report.split(' ') {
        assert!(told.contains(code), "{code}: {told:?}");
    }
    let plainly = codes(&["check", "c.ncl", "--format", "json"], folder.path());
    assert!(plainly.iter().all(|code| !report.contains(code.as_str())), "{plainly:?}");
}

#[test]
fn a_hardened_cluster_has_few_notes() {
    let folder = folder(
        "let pulsar = import \"pulsar.ncl\" in\n\
         pulsar.presets.hardened & pulsar.presets.function_worker_tls & pulsar.auth.tokens\n\
         & { networkPolicy.enabled = true }\n",
    );
    let told = codes(&["check", "c.ncl", "--security", "--format", "json"], folder.path());
    let mended = "PUL0761 PUL0762 PUL0763 PUL0765 PUL0766 PUL0768";
    assert!(told.iter().all(|code| !mended.contains(code.as_str())), "{told:?}");
}

#[test]
fn a_note_can_be_denied_or_accepted() {
    let config = "{ checks.PUL0766 = { level = 'allow, reason = \"a test\" } }";
    let folder = folder(config);
    let told = codes(&["check", "c.ncl", "--security", "--format", "json"], folder.path());
    assert!(told.contains("PUL0761") && !told.contains("PUL0766"), "{told:?}");
    let refused = pulsarc_in(folder.path(), &["check", "c.ncl", "--security", "--deny", "PUL0761"]);
    assert_eq!(refused.status, 1, "{}", refused.stderr);
    let unasked = codes(&["check", "c.ncl", "--format", "json"], folder.path());
    assert!(unasked.is_empty(), "an exception of the report is no stale one: {unasked:?}");
}

#[test]
fn each_code_has_a_page() {
    for number in 760..770 {
        let run = pulsarc(&["explain", &format!("PUL0{number}")]);
        assert_eq!(run.status, 0, "{}", run.stderr);
    }
}
