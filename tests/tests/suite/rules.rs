//! Every rule against the configurations beside it: what breaks it is reported with its code at a line of the user's,
//! what keeps it is not.

use pulsarc_tests::{files, pulsarc, root};
use std::path::{Path, PathBuf};

fn told(path: &Path) -> Vec<serde_json::Value> {
    let run = pulsarc(&["check", "--format", "json", &path.display().to_string()]);
    let report: serde_json::Value = serde_json::from_str(&run.stdout)
        .unwrap_or_else(|error| panic!("{}: {error}: {}", path.display(), run.stderr));
    report["diagnostics"].as_array().expect("a list").clone()
}

/// The rules' source files, each with the code that it defines.
fn rules() -> Vec<(PathBuf, String)> {
    let mut rules = Vec::new();
    for path in files(&root().join("crates/rules/src"), ".rs") {
        let text = std::fs::read_to_string(&path).expect("it is read");
        let code = text.split("id: \"").nth(1).and_then(|rest| rest.split('"').next());
        rules.extend(code.map(|code| (path.clone(), code.to_owned())));
    }
    rules
}

#[test]
fn every_rule_has_its_page_and_both_configurations() {
    for (path, code) in rules() {
        for ending in ["md", "wrong.yaml", "right.yaml"] {
            assert!(
                path.with_extension(ending).exists(),
                "{code}: {} is not there",
                path.with_extension(ending).display()
            );
        }
        let page = std::fs::read_to_string(path.with_extension("md")).expect("it is read");
        assert!(page.starts_with(&format!("# {code}: ")), "{code}: its page begins otherwise");
    }
}

#[test]
fn wrong_inputs_are_reported_at_their_line() {
    for (path, code) in rules() {
        let wrong = path.with_extension("wrong.yaml");
        let found = told(&wrong);
        let own: Vec<_> = found.iter().filter(|found| found["code"] == code.as_str()).collect();
        assert!(!own.is_empty(), "{code}: not told for {}: {found:?}", wrong.display());
        for found in own {
            assert!(found["line"].as_u64().is_some(), "{code}: without a line: {found}");
            assert!(
                found["file"].as_str().is_some_and(|file| file.ends_with(".wrong.yaml")),
                "{code}: in another file: {found}"
            );
            assert!(found["path"].as_str().is_some(), "{code}: without a path: {found}");
            assert!(found["help"].as_str().is_some(), "{code}: says not what to write: {found}");
        }
    }
}

#[test]
fn right_inputs_are_not_reported() {
    for (path, code) in rules() {
        let right = path.with_extension("right.yaml");
        let found = told(&right);
        assert!(
            found.iter().all(|found| found["code"] != code.as_str()),
            "{code}: told for {}: {found:?}",
            right.display()
        );
        let errors: Vec<_> = found.iter().filter(|found| found["severity"] == "error").collect();
        assert!(errors.is_empty(), "{code}: {} has errors: {errors:?}", right.display());
    }
}

#[test]
fn every_rule_matches_its_snapshot() {
    for (path, code) in rules() {
        let folder = path.parent().expect("a folder");
        let file = path.with_extension("wrong.yaml");
        let name = file.file_name().expect("a name").to_string_lossy().into_owned();
        let run = pulsarc_tests::pulsarc_in(folder, &["check", "-q", &name]);
        let source = std::fs::read_to_string(&file).expect("it is read");
        insta::assert_snapshot!(code, format!("{source}\n----\n{}", run.stderr));
    }
}
