//! Compares the table and the contracts: the same findings at the same places, and the same tree.

use crate::{Evaluated, Format, Layer, Way, evaluate_by, table};
use pulsarc_diag::{Diagnostic, Segment, Sources, Span};
use pulsarc_model::{Node, Value};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// A tree as text, with the name of the file and the bytes of each place.
fn drawn(node: &Node, sources: &Sources, path: &str, all: &mut String) {
    let place = |span: Option<Span>| {
        span.map(|span| format!("{}:{}-{}", sources.get(span.source).name, span.start, span.end))
    };
    let (span, key, origin) = (place(node.span), place(node.key_span), node.origin);
    let mut line = |value: &str| {
        let _ = writeln!(all, "{path} = {value} {origin:?} {span:?} {key:?}");
    };
    match &node.value {
        Value::Record(entries) => {
            line("{}");
            for (key, entry) in entries {
                drawn(entry, sources, &format!("{path}.{key}"), all);
            }
        }
        Value::List(items) => {
            line("[]");
            for (index, item) in items.iter().enumerate() {
                drawn(item, sources, &format!("{path}[{index}]"), all);
            }
        }
        single => line(&format!("{single:?}")),
    }
}

fn tree(evaluated: &Evaluated) -> Option<String> {
    let mut all = String::new();
    drawn(evaluated.tree.as_ref()?, &evaluated.sources, "", &mut all);
    Some(all)
}

/// The place of every finding, sorted, but for those within a part that is wrong as a whole: the contracts do not look into an
/// unknown key. The words differ at times: of the contracts of one value, each way asks another first.
fn findings(evaluated: &Evaluated) -> Vec<String> {
    let place =
        |span: Span| format!("{}:{}-{}", evaluated.sources.get(span.source).name, span.start, span.end);
    let one = |found: &Diagnostic| {
        let path = found.path.clone().unwrap_or_default();
        let span = found.span.map(place);
        format!("{path} at {span:?}")
    };
    let paths: Vec<_> = evaluated.findings.iter().filter_map(|found| found.path.as_ref()).collect();
    let is_within = |found: &&Diagnostic| {
        let path = found.path.as_ref();
        path.is_some_and(|path| paths.iter().any(|other| *other != path && path.is_within(other)))
    };
    let mut all: Vec<String> = evaluated.findings.iter().filter(|found| !is_within(found)).map(one).collect();
    all.sort();
    all.dedup();
    all
}

/// Evaluates layers by the table and by the contracts: both have the same findings and the same result.
fn agree(name: &str, layers: &[Layer]) {
    let (fast, slow) = (evaluate_by(Way::Fast, layers), evaluate_by(Way::Contracts, layers));
    let (found, others) = (findings(&fast), findings(&slow));
    assert!(found == others, "{name}: the table finds {found:#?}, and the contracts find {others:#?}");
    if found.is_empty() {
        let (fast, slow) = (tree(&fast).unwrap_or_default(), tree(&slow).unwrap_or_default());
        // The root of what computes has no one place.
        let (fast, slow): (Vec<_>, Vec<_>) = (fast.lines().skip(1).collect(), slow.lines().skip(1).collect());
        let differ: Vec<_> = fast.iter().zip(&slow).filter(|(one, other)| one != other).take(8).collect();
        assert!(fast == slow, "{name}: {differ:#?}");
    }
}

fn layer(path: &Path) -> Option<Layer> {
    let format = match path.extension()?.to_str()? {
        "ncl" => Format::Nickel(path.parent()?.to_owned().into()),
        "yaml" | "json" => Format::Yaml,
        _ => return None,
    };
    Some(Layer { name: path.display().to_string(), format, bytes: std::fs::read(path).ok()? })
}

/// Every configuration below a folder.
fn below(folder: &Path, all: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            below(&path, all);
        } else {
            all.push(path);
        }
    }
    all.sort();
}

fn compare(folder: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut all = Vec::new();
    below(&root.join(folder), &mut all);
    assert!(table::is_current(), "the table is not that of the contracts");
    // The file of a fleet, and one of tests, have contracts of their own.
    let is_cluster = |layer: &Layer| {
        let text = String::from_utf8_lossy(&layer.bytes);
        !text.contains("pulsar.Fleet") && !text.contains("pulsar.Tests")
    };
    for path in all {
        if let Some(layer) = layer(&path).filter(is_cluster) {
            agree(&path.display().to_string(), &[layer]);
        }
    }
}

#[test]
fn table_and_contracts_agree_on_the_examples() {
    compare("examples");
}

#[test]
fn table_and_contracts_agree_on_the_inputs_of_rules() {
    compare("crates/rules/src");
}

#[test]
fn table_and_contracts_agree_on_the_inputs_of_diagnostics() {
    compare("tests/diagnostics");
}

#[test]
#[ignore = "reads the cases beside the project (../shared)"]
fn table_and_contracts_agree_on_the_reference_cases() {
    compare("../shared/reference");
}

#[test]
#[ignore = "reads the cases beside the project (../shared)"]
fn table_and_contracts_agree_on_the_mistakes() {
    compare("../shared/mistakes");
}

/// Nickel in all its forms: data, what computes, what waits for the defaults, and what is wrong.
const NICKEL: [&str; 30] = [
    "{}",
    "import \"../../examples/coming-from-helm/staging.yaml\"",
    "{ images.broker.pullPolicy = 'Always }",
    "let replicas = 5 in { broker.replicaCount = replicas + 1 }",
    "{ broker.replicaCount | Number = 5 } & { broker.configData.a = \"b\" }",
    "{ clusterName | default = \"orders\", broker.replicaCount | force = 7 }",
    "{ broker.nodeSelector = null, proxy.additionalCommand = null }",
    "let pulsar = import \"pulsar.ncl\" in pulsar.presets.production & { broker.extraEnvs.A.value = \"b\" } | pulsar.Cluster",
    "{ broker.extraEnvs = [{ name = \"A\", value = \"b\" }, { name = \"C\" }] }",
    "{ broker = {}, proxy.replicaCount = broker.replicaCount }",
    "{ broker.replicaCount | default = 7 }",
    "{ clusterName = 'orders }",
    "{ broker.replicaCount | optional }",
    "{ broker.replicaCount | not_exported = 5 }",
    "{ broker.replicaCount = 1.5 }",
    "{ broker.replicaCount = fun x => x }",
    "{ broker.replicas = 1 }",
    "{ broker = { replicaCount = 5 } & { replicaCount = 6 } }",
    "{ broker = null, proxy.replicaCount = broker.replicaCount }",
    "{ proxy.replicaCount = broker.replicaCount + 1, broker = { configData = 5 } }",
    "{ broker.replicaCount | force = 5, proxy.replicaCount = zookeeper.replicaCount, images = [1] }",
    "{ proxy.replicaCount = bookkeeper.replicaCount, broker.replicaCount = 0.5, broker.tolerations = [{ key = 3 }] }",
    "{ broker.replicaCount = 1 } | { broker | { replicaCount | std.contract.from_predicate (fun n => n >= 3), .. }, .. }",
    "{ broker = { replicaCount = 'x, annotations.a = 'b }, images.broker.pullPolicy = 'Never, clusterName = 'a }",
    "{ broker.configData.a = fun x => x, proxy.podMonitor = 'a }",
    "{ certs.internal_issuer.apiVersion = \"cert-manager.io/v1alpha2\", tls.common.keyAlgorithm = \"rsa\" }",
    "{ a = { b = broker.c }, broker.replicaCount = \"3\" }",
    "{ broker.resources.requests | priority -10 = { cpu = 1 }, proxy.replicaCount = broker.replicaCount }",
    "{ broker.resources.requests | force = { cpu = 1 }, proxy.replicaCount = broker.replicaCount }",
    "{ broker.nodeSelector | default = { a = \"b\" }, proxy.replicaCount = broker.replicaCount }",
];

#[test]
fn table_and_contracts_agree_on_assignments_and_numbers() {
    let yaml = |text: &str| Layer {
        name: "a.yaml".to_owned(),
        format: Format::Yaml,
        bytes: text.as_bytes().to_vec(),
    };
    let values = "broker: {replicaCount: 4, tolerations: [{key: a, operator: Exists}], nodeSelector: {a: b}}";
    for set in [
        "broker.replicaCount=5",
        "broker.nodeSelector.c=d",
        "proxy.replicaCount=2,broker.replicaCount=3",
        "broker.tolerations[0].key=c",
        "broker.tolerations[0]={}",
        "broker.configData.a=5",
    ] {
        let set = Layer { name: "--set".to_owned(), format: Format::Set, bytes: set.as_bytes().to_vec() };
        agree("assignments", &[yaml(values), set]);
    }
    for number in
        ["0.30000000000000004", "1000.0", "1e18", "-0.0", "1.7976931348623157e308", "5e-324", "1e19", "0.1"]
    {
        agree(number, &[yaml(&format!("broker: {{configData: {{a: {number}}}}}"))]);
    }
}

#[test]
fn table_and_contracts_agree_on_nickel() {
    for text in NICKEL {
        let format = Format::Nickel(PathBuf::from(".").into());
        agree(text, &[Layer { name: "cluster.ncl".to_owned(), format, bytes: text.as_bytes().to_vec() }]);
    }
}

/// What people write where something else is meant, and what is right.
const VALUES: [&str; 40] = [
    "true",
    "false",
    "null",
    "0",
    "1",
    "3",
    "-1",
    "0.5",
    "2.0",
    "70000",
    "\"\"",
    "\"a\"",
    "\"a-b\"",
    "\"a.b\"",
    "\"A\"",
    "\"a_b\"",
    "\"-a\"",
    "\"1\"",
    "\"true\"",
    "\"512Mi\"",
    "\"1.5Gi\"",
    "\"512MB\"",
    "\"30s\"",
    "\"1h30m\"",
    "\"1d\"",
    "\"10%\"",
    "\"10.0.0.1\"",
    "\"10.0.0.0/8\"",
    "\"a:1\"",
    "\"a:1,b:2\"",
    "\"/a/b\"",
    "\"/a?b\"",
    "\"Always\"",
    "{}",
    "[]",
    "{\"a\": \"b\"}",
    "[\"a\"]",
    "[{\"name\": \"a\"}]",
    "{\"a\": null}",
    "[null]",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(if cfg!(debug_assertions) { 96 } else { 512 }))]

    /// Any keys with any values.
    #[test]
    fn table_and_contracts_agree_on_anything(
        picks in proptest::collection::vec((proptest::prelude::any::<proptest::sample::Index>(), 0..VALUES.len()), 1..6),
    ) {
        let paths = paths();
        let mut layers = Vec::new();
        for (path, value) in &picks {
            let path = &paths[path.index(paths.len())];
            let mut text = VALUES[*value].to_owned();
            for segment in path.segments().iter().rev() {
                let Segment::Key(key) = segment else { continue };
                text = format!("{{{key:?}: {text}}}");
            }
            layers.push(Layer { name: "values.yaml".to_owned(), format: Format::Yaml, bytes: text.into_bytes() });
        }
        agree(&format!("{picks:?}"), &layers);
    }

    /// The quick test of each leaf accepts what its contract accepts.
    #[test]
    fn quick_tests_and_contracts_agree_on_texts(text in "[a-zA-Z0-9]{0,3}[-a-zA-Z0-9._:/%+*,@ ]{0,12}|[0-9]{1,3}(\\.[0-9]{1,3}){3}(/[0-9]{1,3})?|[0-9.]{1,3}[a-zA-Zµ]{0,2}([0-9]{1,2}[a-z]{1,2})?|(/[a-z]*){0,4}|[a-z0-9-]{60,66}(\\.[a-z]{1,66})?") {
        super::generate::exact(&Value::Text(text));
    }

    /// The same for texts that a pattern matches, and for nearly the same texts.
    #[test]
    fn quick_tests_and_contracts_agree_on_texts_of_patterns(
        text in matching(),
        place in proptest::prelude::any::<proptest::sample::Index>(),
        change in 0..4,
    ) {
        let mut text = text;
        let place = text.char_indices().nth(place.index(text.chars().count().max(1))).map(|(place, _)| place);
        match (change, place) {
            (1, Some(place)) => drop(text.remove(place)),
            (2, Some(place)) => text.insert(place, '-'),
            (3, _) => text = text.repeat(2),
            _ => {}
        }
        super::generate::exact(&Value::Text(text));
    }
}

fn paths() -> &'static [pulsarc_diag::KeyPath] {
    static PATHS: std::sync::OnceLock<Vec<pulsarc_diag::KeyPath>> = std::sync::OnceLock::new();
    PATHS.get_or_init(crate::paths)
}

/// Texts that the patterns of leaves match.
fn matching() -> impl proptest::strategy::Strategy<Value = String> {
    let patterns = super::table::ALL_LEAVES.into_iter().filter_map(|leaf| leaf.facts().text?.pattern);
    let texts =
        patterns.map(|pattern| proptest::string::string_regex(pattern.expression).expect("a pattern"));
    proptest::strategy::Union::new(texts)
}

#[test]
fn quick_tests_and_contracts_agree_on_whole_numbers() {
    for number in [i64::MIN, -1, 0, 1, 80, 65_535, 65_536, 100_000, i64::MAX] {
        super::generate::exact(&Value::Number(pulsarc_model::Number::Integer(number)));
    }
}
