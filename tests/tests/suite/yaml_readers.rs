//! The output as others read it: a reader of YAML 1.2 and one of YAML 1.1, neither of them the writer's own library,
//! both find what the JSON output says.

use pulsarc_tests::{pulsarc, pulsarc_with, root};
use serde_json::Value;
use yaml_rust2::{Yaml, YamlLoader};

/// Texts that some reader takes for something else, where only texts may stand.
const TRAPS: &str = r#"
broker:
  annotations: {a: "on", b: "no", c: "y", d: "1_000", e: "017", f: "1e3", g: "2001-01-01", h: "12:30:45", i: "~", j: "0x1F", k: "", l: "null", m: "=", n: ".5", o: "0o17"}
  configData: {PULSAR_EXTRA_OPTS: "-Dx=\"y\"", brokerDeduplicationEnabled: true, maxMessageSize: 5242880, topicLevelPoliciesEnabled: "off"}
"#;

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Real(text) => text.parse::<f64>().map(Value::from).expect("a number"),
        Yaml::Integer(number) => Value::from(*number),
        Yaml::String(text) => Value::from(text.as_str()),
        Yaml::Boolean(truth) => Value::from(*truth),
        Yaml::Array(items) => items.iter().map(json).collect(),
        Yaml::Hash(entries) => Value::Object(
            entries
                .iter()
                .map(|(key, value)| (key.as_str().expect("a text").to_owned(), json(value)))
                .collect(),
        ),
        _ => Value::Null,
    }
}

fn both_read_the_same(yaml: &str, list: &str) {
    let truth: Value = serde_json::from_str(list).expect("it is JSON");
    let truth = truth["items"].as_array().expect("a list");
    let newer: Vec<Value> = YamlLoader::load_from_str(yaml).expect("YAML 1.2").iter().map(json).collect();
    assert_eq!(&newer, truth);
    let documents = yaml.split("---\n").filter(|document| !document.trim().is_empty());
    let older: Vec<Value> =
        documents.map(|document| pulsarc_eval::parse_yaml(document).expect("YAML 1.1")).collect();
    assert_eq!(&older, truth);
}

#[test]
fn examples_are_read_alike() {
    for example in ["minimal", "function-worker-tls-jwt", "production"] {
        let path = format!("examples/{example}.ncl");
        both_read_the_same(
            &pulsarc(&["build", &path]).stdout,
            &pulsarc(&["build", &path, "--format", "json"]).stdout,
        );
    }
}

#[test]
fn texts_that_look_like_something_else_are_read_as_texts() {
    let values = TRAPS.replace(", topicLevelPoliciesEnabled: \"off\"", "");
    let yaml = pulsarc_with(root(), &["build", "-"], &values);
    assert_eq!(yaml.status, 0, "{}", yaml.stderr);
    both_read_the_same(
        &yaml.stdout,
        &pulsarc_with(root(), &["build", "-", "--format", "json"], &values).stdout,
    );
}

#[test]
fn a_word_that_pulsar_takes_for_false_is_told() {
    let told = pulsarc_with(root(), &["check", "-"], TRAPS);
    assert_eq!(told.status, 1);
    assert!(told.stderr.contains("PUL0802"), "{}", told.stderr);
}
