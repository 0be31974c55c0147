//! Reports for other programs: valid by the schemas that those read them by.

use pulsarc_tests::{files, pulsarc, root};
use serde_json::Value;
use std::path::PathBuf;
use std::process::Command;

/// The schema of SARIF 2.1.0, of the crate that has its types.
fn sarif_schema() -> Value {
    // The crate's types are of the same schema: naming one keeps the dependency that the schema comes with.
    assert_eq!(serde_sarif::sarif::Version::V2_1_0.to_string(), "2.1.0");
    let rustc = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let version = String::from_utf8_lossy(&rustc.stdout).into_owned();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("a host");
    let metadata = Command::new(env!("CARGO"))
        // Offline: what the tests were built of is here, and nothing else is needed.
        .args(["metadata", "--format-version", "1", "--offline", "--locked", "--filter-platform", host])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&metadata.stdout).expect("it is JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let sarif = packages.iter().find(|package| package["name"] == "serde-sarif").expect("the crate is there");
    let manifest = PathBuf::from(sarif["manifest_path"].as_str().expect("a path"));
    let schema = manifest.parent().expect("a folder").join("src/schema.json");
    let mut schema: Value =
        serde_json::from_str(&std::fs::read_to_string(schema).expect("it is read")).expect("it is JSON");
    // The published schema has a bracket too many in this pattern, which is then no regular expression.
    for owner in ["run", "toolComponent"] {
        let path = format!("/definitions/{owner}/properties/language");
        let language = schema.pointer_mut(&path).and_then(Value::as_object_mut).expect("a language");
        language.remove("pattern").expect("it is there");
    }
    schema
}

#[test]
fn sarif_is_valid_by_its_schema() {
    let validator = jsonschema::validator_for(&sarif_schema()).expect("the schema is one");
    let mut inputs: Vec<PathBuf> = files(&root().join("tests/diagnostics"), ".yaml");
    inputs.extend(files(&root().join("tests/diagnostics"), ".ncl"));
    inputs.extend(files(&root().join("crates/rules/src/quorums"), ".wrong.yaml"));
    inputs.push(root().join("examples/minimal.ncl"));
    for path in inputs {
        let run = pulsarc(&["check", "--format", "sarif", &path.display().to_string()]);
        let report: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
        let wrong: Vec<String> = validator.iter_errors(&report).map(|error| error.to_string()).collect();
        assert!(wrong.is_empty(), "{}: {wrong:#?}", path.display());
        assert_eq!(report["runs"][0]["tool"]["driver"]["name"], "pulsarc");
    }
}

#[test]
fn an_invalid_report_is_not_valid() {
    let validator = jsonschema::validator_for(&sarif_schema()).expect("the schema is one");
    assert!(!validator.is_valid(&serde_json::json!({ "version": "2.1.0", "runs": [{ "tool": {} }] })));
}
