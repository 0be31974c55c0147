//! The JSON Schema of a configuration: what it is made of, and that it agrees with what real values files hold.

use pulsarc_diag::{KeyPath, Segment};
use pulsarc_eval::{Declared, Format, Key, Layer, LeafFacts};
use pulsarc_tests::{files, pulsarc, shared};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

fn schema() -> Value {
    let run = pulsarc(&["schema"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("it is JSON")
}

#[test]
fn keys_have_their_types_docs_defaults_and_choices() {
    let schema = schema();
    assert_eq!(schema["additionalProperties"], json!(false));
    let broker = &schema["properties"]["broker"];
    assert_eq!(broker["additionalProperties"], json!(false));
    assert_eq!(broker["properties"]["replicaCount"]["type"], json!(["integer", "null"]));
    assert!(broker["properties"]["replicaCount"]["default"].is_u64());
    assert_eq!(broker["properties"]["configData"]["additionalProperties"], json!(true));
    let spread = &schema["properties"]["affinity"]["properties"]["type"];
    assert!(spread["enum"].as_array().is_some_and(|choices| choices.len() > 1), "{spread}");
    assert_documented("", &schema["properties"]);
}

fn assert_documented(path: &str, properties: &Value) {
    for (name, property) in properties.as_object().into_iter().flatten() {
        let path = format!("{path}.{name}");
        assert!(property["description"].as_str().is_some_and(|doc| !doc.is_empty()), "{path} has no doc");
        assert_documented(&path, &property["properties"]);
    }
}

/// Asks another implementation of JSON Schema for what is wrong.
fn validated(schema: &Value, values: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("schema.json"), schema.to_string()).expect("a file");
    fs::write(folder.path().join("values.yaml"), values).expect("a file");
    let script = "import json, yaml, jsonschema\n\
        schema = json.load(open('schema.json'))\n\
        jsonschema.Draft7Validator.check_schema(schema)\n\
        values = yaml.safe_load(open('values.yaml')) or {}\n\
        for error in jsonschema.Draft7Validator(schema).iter_errors(values): print('.'.join(map(str, error.absolute_path)), error.message[:200].replace('\\n', ' '))\n";
    let run =
        Command::new("python3").args(["-c", script]).current_dir(folder.path()).output().expect("it runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8_lossy(&run.stdout).lines().map(str::to_owned).collect()
}

/// The schema of the key at a path.
fn at<'s>(schema: &'s Value, path: &str) -> &'s Value {
    path.split('.').fold(schema, |record, key| &record["properties"][key])
}

#[test]
fn keys_have_their_ranges_patterns_and_lengths() {
    let schema = schema();
    for (path, keyword, expected) in [
        ("broker.replicaCount", "minimum", json!(0)),
        ("proxy.ports.http", "minimum", json!(1)),
        ("proxy.ports.http", "maximum", json!(65535)),
        ("broker.resources.requests.memory", "minimum", json!(0)),
        ("broker.component", "maxLength", json!(63)),
        ("broker.component", "pattern", json!("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$")),
        ("broker.podMonitor.interval", "minLength", json!(1)),
        ("broker.pdb.maxUnavailable", "pattern", json!("^[0-9]{1,3}%$")),
    ] {
        assert_eq!(at(&schema, path)[keyword], expected, "{path}: {}", at(&schema, path));
    }
    let names = at(&schema, "tls.broker.dnsNames");
    assert_eq!(names["items"]["maxLength"], json!(253), "{names}");
    let labels = at(&schema, "broker.nodeSelector");
    assert_eq!(labels["additionalProperties"]["maxLength"], json!(63), "{labels}");
}

/// What people write, right and wrong for most keys.
const VALUES: [&str; 46] = [
    "true",
    "null",
    "-1",
    "0",
    "3",
    "2.0",
    "0.5",
    "65535",
    "65536",
    "[]",
    "[a]",
    "[a b, -1]",
    "{}",
    "{a: b}",
    "{a: b c}",
    "{a: -1}",
    "''",
    "' '",
    "'None'",
    "'none'",
    "'0'",
    "'65536'",
    "'-1'",
    "'123456789012345678901'",
    "'50%'",
    "'1000%'",
    "a",
    "a b",
    "A_b",
    "a.b",
    "a.b.",
    "'-a'",
    "'*.a.b'",
    "'10.0.0.1'",
    "'10.0.0.0/8'",
    "'10.0.0.0/33'",
    "'2001:db8::1'",
    "1.5Gi",
    "512MB",
    "1h30m",
    "30m1h",
    "'a:1,b:2'",
    "'a:1:2,b:1:2'",
    "/a",
    "/a?b/",
    "https://a/b",
];

/// One key for each contract of a single value, and one for each contract of lists and maps of them.
fn one_of_each() -> Vec<Key> {
    let mut seen = BTreeSet::new();
    let mut keys = pulsarc_eval::keys(|_| true);
    keys.retain(|key| {
        let Declared { value, items, entries } = key.declared;
        [value, items, entries].iter().flatten().any(LeafFacts::is_bounded)
            && seen.insert(format!("{value:?} {items:?} {entries:?} {:?}", key.accepts))
    });
    keys
}

/// Whether the contracts accept a value at a path.
fn is_accepted(path: &KeyPath, values: &str) -> bool {
    let layer =
        Layer { name: "values.yaml".to_owned(), format: Format::Yaml, bytes: values.as_bytes().to_vec() };
    let evaluated = pulsarc_eval::evaluate(&[layer]);
    !evaluated.findings.iter().any(|found| found.path.as_ref().is_some_and(|found| found.is_within(path)))
}

#[test]
fn the_schema_agrees_with_the_contracts_about_single_values() {
    let validator = jsonschema::validator_for(&schema()).expect("the schema is one");
    let keys = one_of_each();
    assert!(keys.len() > 40, "only {} kinds of keys", keys.len());
    let mut rejected = 0;
    for key in &keys {
        for value in VALUES {
            let mut values = value.to_owned();
            for segment in key.path.segments().iter().rev() {
                let Segment::Key(name) = segment else { continue };
                values = format!("{{{name}: {values}}}");
            }
            let accepted = is_accepted(&key.path, &values);
            let json = pulsarc_eval::parse_yaml(&values).expect("it is YAML");
            let is_valid = validator.is_valid(&json);
            assert!(is_valid || !accepted, "{values}: the contract accepts it, the schema does not");
            rejected += usize::from(!is_valid);
            // About a single value the schema knows all that the contract knows, but for the range of a number in quotes.
            let has_digits = |facts: LeafFacts| facts.text.is_some_and(|text| text.digits.is_some());
            let is_exact = key.declared.value.is_some_and(|facts| !has_digits(facts));
            let is_single = is_exact && !value.starts_with(['[', '{']);
            assert!(
                accepted || !is_valid || !is_single,
                "{values}: the schema accepts it, the contract does not"
            );
        }
    }
    assert!(rejected > 500, "only {rejected} values are rejected");
}

#[test]
#[cfg_attr(without_jsonschema, ignore = "needs Python with yaml and jsonschema")]
fn misspelt_keys_and_wrong_types_are_rejected_and_examples_pass() {
    let schema = schema();
    for wrong in [
        "brokr: {}",
        "broker: { replicas: 3 }",
        "broker: { replicaCount: \"3\" }",
        "tls: { enabled: yes please }",
        "bookkeeper: { volumes: { journal: { sise: 1Gi } } }",
        "affinity: { type: always }",
        "broker: { replicaCount: -1 }",
        "proxy: { ports: { http: 70000 } }",
        "broker: { component: A_b }",
        "broker: { nodeSelector: { zone: a b } }",
        "tls: { broker: { dnsNames: [10.0.0.1] } }",
    ] {
        let errors = validated(&schema, wrong);
        assert_eq!(errors.len(), 1, "{wrong}: {errors:?}");
    }
    for right in
        ["broker: { replicaCount: 3, configData: { anything: 1 } }", "x-anchors: { a: 1 }", "broker: null"]
    {
        let errors = validated(&schema, right);
        assert_eq!(errors, Vec::<String>::new(), "{right}");
    }
}

#[test]
#[cfg_attr(
    any(without_shared, without_jsonschema),
    ignore = "reads the cases beside the project (../shared), and needs Python with yaml and jsonschema"
)]
fn values_files_that_the_chart_accepts_are_accepted() {
    let reference = shared("reference");
    let schema = schema();
    for file in files(&reference, "values.yaml") {
        let text = fs::read_to_string(&file).expect("it is read");
        let errors = validated(&schema, &text);
        assert_eq!(errors, Vec::<String>::new(), "{}", file.display());
    }
}
