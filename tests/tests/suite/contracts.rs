//! The contracts: their defaults are the chart's, and each file stands alone.

use pulsarc_tests::{files, root, shared};
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
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn the_defaults_are_the_charts() {
    let reference = shared("reference");
    let text = std::fs::read_to_string(reference.join("defaults.yaml")).expect("it is read");
    let chart: serde_json::Value = serde_yaml::from_str(&text).expect("it is YAML");
    let (mut theirs, mut ours) = (BTreeMap::new(), BTreeMap::new());
    leaves(&chart, "", &mut theirs);
    leaves(&pulsarc_eval::defaults(), "", &mut ours);
    let differing: Vec<_> = theirs
        .keys()
        .chain(ours.keys())
        // The chart's image ends with 4.2: here the release decides, unless an image is set.
        .filter(|path| *path != ".defaultPulsarImageRepository")
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
fn each_file_is_self_contained() {
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

fn by_path(keys: &[pulsarc_eval::Key]) -> BTreeMap<String, &pulsarc_eval::Key> {
    keys.iter().map(|key| (key.path.to_string(), key)).collect()
}

#[test]
fn the_keys_are_those_of_the_defaults_and_the_optional_ones() {
    let keys = pulsarc_eval::keys(|_| true);
    let defaults = pulsarc_eval::defaults();
    let mut leaves_of_defaults = BTreeMap::new();
    leaves(&defaults, "", &mut leaves_of_defaults);
    let listed = by_path(&keys);
    let missing: Vec<_> =
        leaves_of_defaults.keys().filter(|path| !listed.contains_key(path.trim_start_matches('.'))).collect();
    assert!(missing.is_empty(), "{missing:#?}");
    for key in &keys {
        assert!(!key.doc.is_empty(), "{} has no doc", key.path);
        assert!(!key.accepts.is_empty(), "{} accepts nothing that was tried", key.path);
        let kind = key.default.as_ref().map(|default| match default {
            serde_json::Value::Bool(_) => "Switch",
            serde_json::Value::Number(_) => "Number",
            serde_json::Value::String(_) => "Text",
            serde_json::Value::Array(_) => "List",
            serde_json::Value::Object(_) => "Record",
            serde_json::Value::Null => "Null",
        });
        let accepts = format!("{:?}", key.accepts);
        assert!(kind.is_none_or(|kind| accepts.contains(kind)), "{}: {kind:?} is not of {accepts}", key.path);
    }
    let policy = listed["images.broker.pullPolicy"];
    assert_eq!(policy.choices, ["Always", "IfNotPresent", "Never"]);
}

#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn optional_keys_of_the_chart_are_listed() {
    let keys = pulsarc_eval::keys(|_| true);
    let listed = by_path(&keys);
    let reference = shared("reference");
    let optional = std::fs::read_to_string(reference.join("optional-keys.txt")).expect("it is read");
    for line in optional.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let path = line.split_whitespace().next().unwrap_or_default();
        if path.contains(['*', '[']) {
            continue;
        }
        let above = path.rsplit_once('.').map_or("", |(above, _)| above);
        let open = listed.get(above).is_some_and(|key| key.open);
        assert!(open || listed.contains_key(path), "{path} is no key");
    }
}
