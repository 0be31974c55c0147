//! What the API server rejects, `pulsarc check` has told before: a table of what users write wrong, field by field.
//!
//! What pulsarc builds without an error is put to the server, which then has to take all of it. That the table is not
//! idle is counted too: most of it is reported, at a line of the user's file.

use pulsarc_e2e_kubernetes::root;
use pulsarc_e2e_kubernetes::{Client, Force, Lab, Reach, configured};
use serde_json::{Value, json};
use std::fs;

const BLOCKS: [&str; 9] = [
    "zookeeper",
    "bookkeeper",
    "autorecovery",
    "broker",
    "proxy",
    "toolset",
    "function_worker",
    "pulsar_manager",
    "dekaf.deployment",
];

/// The rows of the table, each with the components' blocks put into it.
fn mutations() -> Vec<Value> {
    let text = fs::read_to_string(root().join("e2e/kubernetes/mutations.yaml")).expect("the table");
    let rows: Vec<Value> = serde_yaml::from_str(&text).expect("it is YAML");
    let of_block = |row: &Value, block: &str| {
        block.rsplit('.').fold(row["BLOCK"].clone(), |below, key| json!({ key: below }))
    };
    rows.iter()
        .flat_map(|row| match row.get("BLOCK") {
            Some(_) => BLOCKS.iter().map(|block| of_block(row, block)).collect(),
            None => vec![row.clone()],
        })
        .collect()
}

/// A configuration in which every component is deployed, with certificates and monitors, with a mutation over it.
fn with(mutation: &Value) -> Value {
    let mut values = json!({
        "components": { "function_worker": true, "dekaf": true, "pulsar_manager": true },
        "proxy": { "ingress": { "enabled": true }, "autoscaling": { "enabled": true } },
        "tls": { "enabled": true, "proxy": { "enabled": true }, "broker": { "enabled": true } },
        "certs": { "internal_issuer": { "enabled": true } },
    });
    merge(&mut values, mutation);
    values
}

fn merge(into: &mut Value, over: &Value) {
    match (into, over) {
        (Value::Object(into), Value::Object(over)) => {
            for (key, value) in over {
                merge(into.entry(key).or_insert(Value::Null), value);
            }
        }
        (into, over) => *into = over.clone(),
    }
}

/// Whether pulsarc tells a mutation; where it does not, what the server has against it.
fn judge(client: &Client, number: usize, mutation: &Value) -> Result<bool, String> {
    let case = configured(&format!("mutation-{number}"), &with(mutation).to_string());
    if case.is_refused() {
        return Ok(true);
    }
    let objects = case.objects();
    let mut refused = Vec::new();
    for object in case.namespaces(&objects).iter().chain(&objects) {
        let answer = client.apply(object, Force::Yes);
        if !answer.is_done() {
            refused.push(format!("{mutation}: {}", answer.message()));
        }
    }
    for object in &objects {
        client.delete(object);
    }
    if refused.is_empty() { Ok(false) } else { Err(refused.join("\n")) }
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn server_rejections_are_reported_before() {
    let lab = Lab::start("refused", Reach::Api);
    let mutations = mutations();
    let judged = mutations.iter().enumerate().map(|(number, mutation)| judge(lab.client(), number, mutation));
    let judged: Vec<_> = judged.collect();
    let untold: Vec<&str> = judged.iter().filter_map(|one| one.as_ref().err().map(String::as_str)).collect();
    assert!(untold.is_empty(), "{}", untold.join("\n"));
    let told = judged.iter().filter(|one| matches!(one, Ok(true))).count();
    assert!(told * 2 > judged.len(), "the table is idle: {told} of {} are told", judged.len());
}
