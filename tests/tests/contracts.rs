//! The contracts: their defaults are the chart's, and each file stands by itself.

use pulsarc_tests::{beside, files, root};
use std::collections::BTreeMap;

/// Every leaf of a tree by its path; texts without the white space around them.
fn leaves(value: &serde_json::Value, path: &str, into: &mut BTreeMap<String, serde_json::Value>) {
    match value {
        serde_json::Value::Object(entries) if !entries.is_empty() => {
            for (key, entry) in entries {
                leaves(entry, &format!("{path}.{key}"), into);
            }
        }
        serde_json::Value::String(text) => {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            into.insert(path.to_owned(), words.into());
        }
        serde_json::Value::Number(number) => {
            // 2 and 2.0 are one.
            into.insert(path.to_owned(), number.as_f64().into());
        }
        other => {
            into.insert(path.to_owned(), other.clone());
        }
    }
}

#[test]
fn the_defaults_are_the_charts() {
    let Some(reference) = beside("reference") else { return };
    let text = std::fs::read_to_string(reference.join("defaults.yaml")).expect("it is read");
    let chart: serde_json::Value = serde_yaml::from_str(&text).expect("it is YAML");
    let (mut theirs, mut ours) = (BTreeMap::new(), BTreeMap::new());
    leaves(&chart, "", &mut theirs);
    leaves(&pulsarc_eval::defaults(), "", &mut ours);
    let differing: Vec<_> = theirs
        .keys()
        .chain(ours.keys())
        .filter(|path| theirs.get(*path) != ours.get(*path))
        .map(|path| format!("{path}: {:?} in the chart, {:?} here", theirs.get(path), ours.get(path)))
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
    assert!(theirs.len() > 700, "only {} leaves", theirs.len());
}

#[test]
fn the_defaults_are_as_they_were() {
    let mut ours = BTreeMap::new();
    leaves(&pulsarc_eval::defaults(), "", &mut ours);
    let lines: Vec<String> =
        ours.iter().map(|(path, value)| format!("{} = {value}", path.trim_start_matches('.'))).collect();
    insta::assert_snapshot!("defaults", lines.join("\n"));
}

#[test]
fn each_file_stands_by_itself() {
    let all = files(&root().join("contracts"), ".ncl").into_iter().chain(files(&root().join("lib"), ".ncl"));
    for path in all {
        let name =
            path.strip_prefix(root()).expect("below the root").display().to_string().replace('\\', "/");
        if let Err(told) = pulsarc_eval::typechecks(&name) {
            panic!("{name}: {told}");
        }
    }
}

#[test]
fn every_key_has_a_doc() {
    let without = pulsarc_eval::undocumented();
    assert!(without.is_empty(), "{without:#?}");
}
