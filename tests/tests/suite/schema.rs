//! The JSON Schema of a configuration: what it is made of, and that it agrees with what real values files hold.

use pulsarc_tests::{files, pulsarc, shared};
use serde_json::{Value, json};
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
