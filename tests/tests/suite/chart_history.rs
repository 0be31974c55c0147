//! The defaults of every release of the chart since 2.6: a cluster that never changed them gets no error that it does
//! not deserve.
//!
//! `chart_history.json` has the values of the first release, and for every later one what it sets and removes: facts,
//! read from the `values.yaml` at the chart's release tags.

use pulsarc_compiler::{Format, KubeVersion, Layer, Target};
use pulsarc_diag::Severity;
use pulsarc_tests::root;
use serde_json::Value;

/// A default that deserves its error: the code, the path, and why.
const DESERVED: [(&str, &str, &str); 3] = [
    ("PUL0004", "certs.internal_issuer.apiVersion", "cert-manager serves v1alpha2 no longer"),
    ("PUL0004", "tls.common.keyAlgorithm", "cert-manager's v1 takes RSA, in upper case"),
    ("PUL0004", "tls.common.keyEncoding", "cert-manager's v1 takes PKCS8, in upper case"),
];

fn object<'v>(values: &'v mut Value, path: &[Value]) -> &'v mut serde_json::Map<String, Value> {
    let at = path.iter().fold(values, |at, key| &mut at[key.as_str().expect("a key")]);
    at.as_object_mut().expect("a map")
}

/// The defaults of every release, with its version.
fn releases() -> Vec<(String, Value)> {
    let text = std::fs::read_to_string(root().join("tests/chart_history.json")).expect("it is read");
    let history: Vec<Value> = serde_json::from_str(&text).expect("it is JSON");
    let mut values = history[0]["values"].clone();
    let mut all = Vec::new();
    for release in &history {
        for path in release["remove"].as_array().into_iter().flatten() {
            let (last, around) = path.as_array().and_then(|path| path.split_last()).expect("a path");
            object(&mut values, around).remove(last.as_str().expect("a key"));
        }
        for set in release["set"].as_array().into_iter().flatten() {
            let (last, around) = set[0].as_array().and_then(|path| path.split_last()).expect("a path");
            object(&mut values, around).insert(last.as_str().expect("a key").to_owned(), set[1].clone());
        }
        all.push((release["version"].as_str().expect("a version").to_owned(), values.clone()));
    }
    all
}

#[test]
fn unchanged_defaults_of_every_chart_release_have_no_undeserved_error() {
    let target = Target {
        release: "pulsar".to_owned(),
        namespace: "pulsar".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    };
    let releases = releases();
    assert!(releases.len() > 45, "{} releases", releases.len());
    let mut undeserved = Vec::new();
    for (version, values) in &releases {
        let layer = Layer {
            name: format!("{version}.yaml"),
            format: Format::Yaml,
            bytes: values.to_string().into_bytes(),
        };
        let built = pulsarc_compiler::build(&[layer], &target);
        for found in built.findings.iter().filter(|found| found.severity == Severity::Error) {
            let path = found.path.as_ref().map(ToString::to_string).unwrap_or_default();
            if !DESERVED.iter().any(|(code, at, _)| *code == found.code.id && *at == path) {
                undeserved
                    .push(format!("{version}: {} {path}: {} ({:?})", found.code, found.message, found.help));
            }
        }
    }
    assert!(undeserved.is_empty(), "{} undeserved:\n{}", undeserved.len(), undeserved.join("\n"));
}
