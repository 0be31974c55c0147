//! The defaults of every release of the chart since 2.6: a cluster that never changed them gets no error that it does
//! not deserve.
//!
//! `chart_history.json` has the values of the first release, and for every later one what it sets and removes: facts,
//! read from the `values.yaml` at the chart's release tags.

use pulsarc_compiler::{Format, KubeVersion, Layer, Target};
use pulsarc_diag::Severity;
use pulsarc_tests::root;
use serde_json::Value;

/// Defaults that their contracts reject: the code, the path, and why. TLS is off in the chart's defaults, so each is a
/// warning.
const REJECTED: [(&str, &str, &str); 3] = [
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
    let mut rejected = std::collections::BTreeSet::new();
    for (version, values) in &releases {
        let layer = Layer {
            name: format!("{version}.yaml"),
            format: Format::Yaml,
            bytes: values.to_string().into_bytes(),
        };
        let built = pulsarc_compiler::build(&[layer], &target);
        for found in &built.findings {
            let path = found.path.as_ref().map(ToString::to_string).unwrap_or_default();
            if found.severity == Severity::Error {
                undeserved
                    .push(format!("{version}: {} {path}: {} ({:?})", found.code, found.message, found.help));
            } else if REJECTED.iter().any(|(code, at, _)| *code == found.code.id && *at == path) {
                rejected.insert(path);
            }
        }
        assert!(built.findings.has_errors() || !built.objects.is_empty(), "{version} is built");
    }
    assert!(undeserved.is_empty(), "{} undeserved:\n{}", undeserved.len(), undeserved.join("\n"));
    assert_eq!(rejected.len(), REJECTED.len(), "{rejected:?}");
}

/// A wrong value of TLS is an error again once an object depends on it.
#[test]
fn a_wrong_value_of_tls_is_an_error_if_an_object_depends_on_it() {
    let folder = tempfile::tempdir().expect("a folder");
    let values = "tls: {common: {keyAlgorithm: rsa}, broker: {enabled: true}}\ncerts: {internal_issuer: {enabled: true}}\n";
    std::fs::write(folder.path().join("a.yaml"), values).expect("a file");
    let off = pulsarc_tests::pulsarc_in(folder.path(), &["build", "a.yaml"]);
    assert_eq!(off.status, 0, "{}", off.stderr);
    assert!(off.stderr.contains("warning[PUL0004]"), "{}", off.stderr);
    let on = pulsarc_tests::pulsarc_in(folder.path(), &["build", "a.yaml", "--set", "tls.enabled=true"]);
    assert_eq!((on.status, on.stdout.as_str()), (1, ""), "{}", on.stderr);
    assert!(on.stderr.contains("error[PUL0004]"), "{}", on.stderr);
    // A whole block that is wrong takes switches with it.
    std::fs::write(folder.path().join("a.yaml"), "tls: wrong\n").expect("a file");
    assert_eq!(pulsarc_tests::pulsarc_in(folder.path(), &["build", "a.yaml"]).status, 1);
}
