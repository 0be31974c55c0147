//! One mistake hides no other: what a null removed, and values of a wrong shape, leave the rest checked.

use pulsarc_compiler::{Built, Format, KubeVersion, Layer, Target};
use pulsarc_diag::{KeyPath, Segment, Severity};
use pulsarc_model::Value;
use std::collections::BTreeSet;

fn build(text: &str) -> Built {
    let target = Target {
        release: "pulsar".to_owned(),
        namespace: "ns".to_owned(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    };
    let layer =
        Layer { name: "values.yaml".to_owned(), format: Format::Yaml, bytes: text.as_bytes().to_vec() };
    pulsarc_compiler::build(&[layer], &target)
}

/// The errors, each as its code, path and line.
fn errors(built: &Built) -> BTreeSet<String> {
    let errors = built.findings.iter().filter(|found| found.severity == Severity::Error);
    errors
        .map(|found| {
            let text = |span: pulsarc_diag::Span| &built.sources.get(span.source).text[..span.range().start];
            let line = found.span.map(|span| text(span).matches('\n').count() + 1);
            format!("{} {} {line:?}", found.code, found.path.clone().unwrap_or_default())
        })
        .collect()
}

/// A mistake that rules find, and that no block below is a part of.
const OTHER: &str = "bookkeeper:\n  replicaCount: 1\n";
/// What is told of it.
const TOLD: &str = "PUL0102 bookkeeper.replicaCount Some(2)";

#[test]
fn a_null_block_is_reported_at_the_null_and_hides_no_rule() {
    let built = build(&format!("{OTHER}zookeeper: {{podMonitor: null}}\n"));
    assert_eq!(errors(&built), [TOLD, "PUL0014 zookeeper.podMonitor Some(3)"].map(str::to_owned).into());
    assert!(built.objects.is_empty());
}

#[test]
fn a_commented_out_block_is_the_only_error() {
    let built = build("proxy: {replicaCount: 2}\nbroker:\n#  replicaCount: 5\n");
    assert_eq!(errors(&built), ["PUL0014 broker Some(2)".to_owned()].into());
    let told = built.findings.iter().next().expect("a finding");
    assert!(
        told.help.as_deref().is_some_and(|help| help.contains("write {} or delete the line")),
        "{told:?}"
    );
}

#[test]
fn a_null_block_that_nothing_reads_is_accepted() {
    for text in [
        "certs: {issuers: {selfsigning: null}}",
        "pulsar_manager:",
        "dekaf:",
        "function_worker: {podMonitor: null}",
        "components: {toolset: false}\ntoolset:",
    ] {
        let built = build(text);
        assert_eq!(errors(&built), BTreeSet::new(), "{text}");
        assert!(!built.objects.is_empty(), "{text}");
    }
}

#[test]
fn no_null_causes_another_error_than_its_own() {
    let defaults = pulsarc_eval::default_tree();
    let mut blocks = 0;
    for path in pulsarc_eval::paths() {
        let is_block = defaults.get(&path).is_some_and(|node| matches!(node.value, Value::Record(_)));
        if !is_block || path.is_within(&KeyPath::parse("bookkeeper")) {
            continue;
        }
        blocks += 1;
        let (mut text, mut indent) = (OTHER.to_owned(), String::new());
        for segment in path.segments() {
            let Segment::Key(key) = segment else { continue };
            text += &indent;
            text += key;
            text += ":\n";
            indent.push_str("  ");
        }
        let found = errors(&build(&text));
        let line = 2 + path.segments().len();
        let own = format!("PUL0014 {path} Some({line})");
        let others: Vec<_> = found.iter().filter(|found| **found != own && *found != TOLD).collect();
        assert!(others.is_empty(), "{path}: null: {others:?}");
    }
    assert!(blocks > 100, "{blocks} blocks");
}

#[test]
fn a_wrong_value_hides_no_rule_and_no_rule_judges_its_default() {
    // Ten bookies for an ensemble of ten: only the default of the wrong count is too small.
    let ten = "broker: {configData: {managedLedgerDefaultEnsembleSize: \"10\"}}\n";
    assert_eq!(
        errors(&build(&format!("{ten}bookkeeper: {{replicaCount: ten}}\n"))),
        ["PUL0003 bookkeeper.replicaCount Some(2)".to_owned()].into()
    );
    let both = build(&format!("{OTHER}proxy: {{replicaCount: ten, podMonitor: 5, nonsense: 1}}\n"));
    let expected = [
        TOLD,
        "PUL0002 proxy.nonsense Some(3)",
        "PUL0003 proxy.podMonitor Some(3)",
        "PUL0003 proxy.replicaCount Some(3)",
    ];
    assert_eq!(errors(&both), expected.map(str::to_owned).into());
}
