//! The strict decoder: any tree becomes a value, or it is told what is wrong. And what comes after it: a tree that no
//! contract has seen is compiled or rejected.

use pulsarc_compiler::{Evaluated, KubeVersion, Target, build_evaluated};
use pulsarc_diag::{Findings, KeyPath};
use pulsarc_eval::{Format, Layer};
use pulsarc_model::{Duration, Port, Quantity, Scalar, decode};
use serde::Deserialize;
use std::collections::BTreeMap;

/// One of each.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase", default)]
#[derive(Default)]
#[allow(dead_code, reason = "they are decoded, which is what is tried")]
struct Everything {
    text: String,
    truth: bool,
    small: u8,
    whole: i64,
    decimal: f64,
    port: Option<Port>,
    scalar: Option<Scalar>,
    quantity: Option<Quantity>,
    duration: Option<Duration>,
    list: Vec<Everything>,
    map: BTreeMap<String, Everything>,
    any: serde_json::Value,
}

pub(crate) fn check(bytes: &[u8]) {
    let layer = Layer { name: "a.yaml".to_owned(), format: Format::Yaml, bytes: bytes.to_vec() };
    let Some(tree) = pulsarc_eval::data(&[layer]).merged else { return };
    for path in [KeyPath::root(), KeyPath::parse("a.b")] {
        let mut found = Findings::default();
        let json: Option<serde_json::Value> = decode(&tree, &path, &mut found);
        assert!(json.is_some() || found.has_errors());
        let mut found = Findings::default();
        let typed: Option<Everything> = decode(&tree, &path, &mut found);
        assert!(typed.is_some() || found.has_errors());
    }
    let target = Target {
        release: "pulsar".to_owned(),
        namespace: "ns".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    };
    let evaluated = Evaluated { tree: Some(tree), ..Evaluated::default() };
    let compiled = build_evaluated(evaluated, &pulsarc_registry::components(), &target);
    assert!(compiled.objects.is_empty() || !compiled.findings.has_errors());
}
