//! Findings that are no rule's: each code has an input in `diagnostics/`, `CODE.yaml`, `CODE.ncl` or, for a `--set`,
//! `CODE.set`, and a snapshot of what is told of it. And what holds for findings of every kind.

use pulsarc_tests::{Run, files, found, pulsarc, pulsarc_in, root, shared};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What no input of a user's can bring about, or not in the time of a test.
const OUR_OWN_FAILURES: [&str; 13] = [
    // A prerequisite that a file does not declare: prerequisites.rs.
    "PUL0907",
    // A limit of time or memory: hostile.rs.
    "PUL0021", // Two evaluations that disagree, and a panic within the evaluator.
    "PUL0098", "PUL0099", // A fleet's file: fleet.rs.
    "PUL0030", "PUL0031", "PUL0032", "PUL0033",
    "PUL0034", // What a KRM function is called with: krm.rs.
    "PUL0040", "PUL0041",
    // A reference that leads nowhere, and two objects of one name: what a user can do about either a rule tells first.
    "PUL0900", "PUL0901",
];

/// What `pulsarc check --security` tells, and no other run: security.rs.
const ON_REQUEST: std::ops::RangeInclusive<&str> = "PUL0761"..="PUL0769";

fn inputs() -> Vec<PathBuf> {
    let folder = root().join("tests/diagnostics");
    [".yaml", ".ncl", ".set"].iter().flat_map(|ending| files(&folder, ending)).collect()
}

fn code(path: &Path) -> String {
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    name.split('.').next().unwrap_or_default().to_owned()
}

fn checked(path: &Path, format: &str) -> Run {
    let folder = path.parent().expect("a folder");
    let name = path.file_name().expect("a name").to_string_lossy().into_owned();
    if path.extension().is_some_and(|ending| ending == "set") {
        let text = std::fs::read_to_string(path).expect("it is read");
        return pulsarc(&["check", "-q", "--format", format, "examples/minimal.ncl", "--set", text.trim()]);
    }
    pulsarc_in(folder, &["check", "-q", "--format", format, &name])
}

fn diagnostics(run: &Run) -> Vec<Value> {
    let report: Value =
        serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stderr));
    report["diagnostics"].as_array().expect("a list").clone()
}

#[test]
fn each_diagnostic_matches_its_snapshot() {
    for path in inputs() {
        let (source, run) = (std::fs::read_to_string(&path).expect("it is read"), checked(&path, "text"));
        let name = path.file_name().expect("a name").to_string_lossy().replace('.', "_");
        insta::assert_snapshot!(name, format!("{source}\n----\n{}", run.stderr));
    }
}

#[test]
fn each_has_its_code_and_a_line() {
    for path in inputs() {
        let (code, found) = (code(&path), diagnostics(&checked(&path, "json")));
        let own: Vec<_> = found.iter().filter(|found| found["code"] == code.as_str()).collect();
        assert!(!own.is_empty(), "{}: {found:#?}", path.display());
        for found in own {
            assert!(found["line"].as_u64().is_some(), "{}: without a line: {found}", path.display());
            assert!(found["help"].as_str().is_some(), "{}: without advice: {found}", path.display());
        }
    }
}

#[test]
fn every_code_has_a_page_and_an_input() {
    let rules: BTreeSet<String> = files(&root().join("crates/rules/src"), ".rs")
        .iter()
        .filter_map(|path| {
            let text = std::fs::read_to_string(path).expect("it is read");
            Some(text.split("id: \"").nth(1)?.split('"').next()?.to_owned())
        })
        .collect();
    let own: BTreeSet<String> = inputs().iter().map(|path| code(path)).collect();
    for code in pulsarc_compiler::codes() {
        assert!(code.page.starts_with(&format!("# {}: ", code.id)), "{}: its page begins otherwise", code.id);
        let shown = rules.contains(code.id)
            || own.contains(code.id)
            || OUR_OWN_FAILURES.contains(&code.id)
            || ON_REQUEST.contains(&code.id);
        assert!(shown, "{} has no input", code.id);
    }
}

#[test]
fn no_two_codes_share_an_id() {
    let codes = pulsarc_compiler::codes();
    for pair in codes.windows(2) {
        assert_ne!(pair[0].id, pair[1].id, "{:?} and {:?}", pair[0].title, pair[1].title);
    }
}

#[test]
fn two_hundred_mistakes_are_all_reported_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let words = [
        "replcas",
        "imag",
        "annotatons",
        "volums",
        "probs",
        "resorces",
        "nodeSelect",
        "tolerance",
        "portz",
        "x1",
    ];
    let blocks = [
        "broker",
        "proxy",
        "bookkeeper",
        "zookeeper",
        "toolset",
        "autorecovery",
        "function_worker",
        "standalone",
        "oxia",
        "dekaf",
    ];
    let lines = |(at, word): (usize, &&str)| format!("  {word}A{at}: 1\n  {word}B{at}: {{a: 1}}\n");
    let text: String = blocks
        .iter()
        .map(|block| format!("{block}:\n{}", words.iter().enumerate().map(lines).collect::<String>()))
        .collect();
    std::fs::write(folder.path().join("values.yaml"), &text).expect("it is written");
    let found = diagnostics(&pulsarc_in(folder.path(), &["check", "--format", "json", "values.yaml"]));
    let lines: Vec<u64> = found.iter().filter_map(|found| found["line"].as_u64()).collect();
    let expected: Vec<u64> = (1..=210).filter(|line| (line - 1) % 21 != 0).collect();
    assert_eq!(lines, expected, "each once, in the order of the source");
}

/// A tree of YAML with the keys of every record in reverse.
fn reversed(value: serde_yaml::Value) -> serde_yaml::Value {
    match value {
        serde_yaml::Value::Mapping(entries) => {
            let entries: Vec<_> = entries.into_iter().map(|(key, value)| (key, reversed(value))).collect();
            serde_yaml::Value::Mapping(entries.into_iter().rev().collect())
        }
        serde_yaml::Value::Sequence(items) => {
            serde_yaml::Value::Sequence(items.into_iter().map(reversed).collect())
        }
        other => other,
    }
}

#[test]
fn no_finding_depends_on_the_order_of_keys() {
    order_of_keys_changes_nothing(&files(&root().join("crates/rules/src"), ".wrong.yaml"));
}

#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn no_finding_of_the_mistakes_depends_on_the_order_of_keys() {
    order_of_keys_changes_nothing(&files(&shared("mistakes"), "values.yaml"));
}

fn order_of_keys_changes_nothing(inputs: &[PathBuf]) {
    for path in inputs {
        let text = std::fs::read_to_string(path).expect("it is read");
        // What is no YAML, or has a key twice, has no other order.
        let Ok(tree) = serde_yaml::from_str::<serde_yaml::Value>(&text) else { continue };
        let [forward, backward] = [tree.clone(), reversed(tree)].map(|tree| {
            let found = found(&serde_yaml::to_string(&tree).expect("it is written"));
            found
                .iter()
                .map(|found| format!("{} {:?} {}", found.code.id, found.path, found.message))
                .collect()
        });
        let forward: BTreeSet<String> = forward;
        assert_eq!(forward, backward, "{}", path.display());
    }
}
