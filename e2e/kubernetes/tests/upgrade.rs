//! The way from the chart: pulsarc's objects are applied over those that the chart has made of the same configuration.
//!
//! Helm owns what it has created, so the apply takes its fields over, as a user does who moves (`--force-conflicts`).
//! What the server rejects even so cannot be changed in place, and is in the snapshot: `pulsarc diff` between the
//! chart's manifests and the configuration has told each of these fields before.

use pulsarc_e2e_kubernetes::{Answer, Case, Client, Force, Lab, Reach, cases, configured};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn title(object: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    format!("{}/{}", text(&object["kind"]), text(&object["metadata"]["name"]))
}

/// Whether Helm takes an object away as soon as it has done its work: it is not part of a release then.
fn is_passing(object: &Value) -> bool {
    let policy = object["metadata"]["annotations"]["helm.sh/hook-delete-policy"].as_str();
    policy.is_some_and(|policy| policy.contains("hook-succeeded"))
}

/// What of a refusal is the same each time: the fields and why, without what they hold.
fn reason(answer: &Answer) -> String {
    let causes = answer.body["details"]["causes"].as_array().into_iter().flatten();
    let causes = causes.map(|cause| {
        let message = cause["message"].as_str().unwrap_or_default();
        let why = message.rsplit(": ").next().unwrap_or_default();
        format!("{}: {why}", cause["field"].as_str().unwrap_or_default())
    });
    let causes: Vec<String> = causes.collect();
    if causes.is_empty() { answer.message().to_owned() } else { causes.join("; ") }
}

/// The parts of an object that the server does not change: the first two steps of each rejected field, such as
/// `spec.template`. A refusal of a whole `spec` names none.
fn refused_parts(answer: &Answer) -> BTreeSet<String> {
    let causes = answer.body["details"]["causes"].as_array().into_iter().flatten();
    let fields = causes.filter_map(|cause| cause["field"].as_str());
    fields
        .map(|field| field.split(['.', '[']).take(2).collect::<Vec<_>>().join("."))
        .filter(|part| part.contains('.'))
        .collect()
}

/// Whether the diff has told that an object cannot be changed in place: in the rejected part, where the server names
/// one.
fn is_told(told: &Value, object: &Value, answer: &Answer) -> bool {
    let parts = refused_parts(answer);
    let changes = told["changes"].as_array().into_iter().flatten();
    // A job that has run and differs only in what it waits for is left out, or deleted first.
    let kinds: &[&str] =
        if object["kind"] == "Job" { &["replace", "dataLoss", "ignored"] } else { &["replace", "dataLoss"] };
    let mut fields = changes
        .filter(|change| change["kind"] == object["kind"] && change["name"] == object["metadata"]["name"])
        .flat_map(|change| change["fields"].as_array().into_iter().flatten())
        .filter(|field| {
            let consequences = field["consequence"].as_array().into_iter().flatten();
            consequences.filter_map(|one| one["kind"].as_str()).any(|kind| kinds.contains(&kind))
        });
    fields.any(|field| {
        let path = field["path"].as_str().unwrap_or_default();
        parts.is_empty() || parts.iter().any(|part| path.starts_with(part.as_str()))
    })
}

/// What is in the way of a case: by what the server says, the objects. What the diff has not told before is among it.
fn refused(client: &Client, case: &Case) -> Option<Vec<(String, String)>> {
    let mut charts = case.charts_objects()?;
    charts.retain(|object| !is_passing(object));
    let ours = case.upgraded_objects();
    for namespace in case.namespaces(&charts).iter().chain(&case.namespaces(&ours)) {
        client.apply(namespace, Force::Yes);
    }
    let told = case.differences()?;
    let mut refused = Vec::new();
    for object in &charts {
        let answer = client.create(object, "helm");
        if !answer.is_done() {
            refused.push((format!("the chart's own: {}", title(object)), reason(&answer)));
        }
    }
    for object in &ours {
        let answer = client.apply(object, Force::Yes);
        if !answer.is_done() {
            let why = reason(&answer);
            assert!(is_told(&told, object, &answer), "{}: {}: not told: {why}", case.name, title(object));
            refused.push((title(object), why));
        }
    }
    for object in charts.iter().chain(&ours).rev() {
        client.delete(object);
    }
    Some(refused)
}

#[test]
#[ignore = "needs Go and the cases beside the project, and starts a Kubernetes API server"]
fn objects_of_the_chart_are_taken_over() {
    let lab = Lab::start("upgrade", Reach::Api);
    let mut cases_of: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    let mut tried = 0;
    for case in cases() {
        let Some(refused) = refused(lab.client(), &case) else { continue };
        tried += 1;
        for refusal in refused {
            cases_of.entry(refusal).or_default().push(case.name.clone());
        }
    }
    assert!(tried > 0, "no case comes with the chart's own objects");
    let lines: Vec<String> = cases_of
        .iter()
        .map(|((object, why), cases)| format!("{object}\n  {why}\n  in {}\n", cases.join(", ")))
        .collect();
    insta::assert_snapshot!("refused", lines.join("\n"));
}

/// What a user changes in a cluster that is there: some of it takes effect, some the server rejects.
const CHANGES: [(&str, &str); 8] = [
    ("image", "defaultPulsarImageTag: 4.0.11"),
    ("larger-disk", "zookeeper: {volumes: {data: {size: 40Gi}}}"),
    ("renamed-disk", "bookkeeper: {volumes: {journal: {name: log}}}"),
    ("pod-management", "zookeeper: {podManagementPolicy: Parallel}"),
    ("driver", "bookkeeper: {volumes: {journal: {storageClass: {provisioner: b.example.com}}}}"),
    ("replicas", "bookkeeper: {replicaCount: 5}"),
    ("settings", "broker: {configData: {defaultRetentionTimeInMinutes: 60}}"),
    ("labels", "labels: {team: messaging}"),
];
/// What the cluster is before a change.
const BEFORE: &str = "bookkeeper: {volumes: {journal: {storageClass: {provisioner: a.example.com}}}}";

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn the_diff_reported_every_immutable_field() {
    let lab = Lab::start("changed", Reach::Api);
    let client = lab.client();
    let before = configured("before", BEFORE);
    let mut lines = Vec::new();
    for (name, change) in CHANGES {
        let after = configured(&format!("after-{name}"), &layered(change));
        let told = after.changes_since(&before);
        let objects = before.objects();
        for object in before.namespaces(&objects).iter().chain(&objects) {
            let answer = client.apply(object, Force::No);
            assert!(answer.is_done(), "{}", answer.message());
        }
        for object in after.objects() {
            let answer = client.apply(&object, Force::Yes);
            if !answer.is_done() {
                let why = reason(&answer);
                assert!(is_told(&told, &object, &answer), "{name}: {}: not told: {why}", title(&object));
                lines.push(format!("{name}: {}", title(&object)));
            }
        }
        for object in after.objects().iter().chain(&objects).rev() {
            client.delete(object);
        }
    }
    insta::assert_snapshot!("changed", lines.join("\n"));
}

/// A change over what the cluster is before.
fn layered(change: &str) -> String {
    let mut values: Value = serde_yaml::from_str(BEFORE).expect("it is YAML");
    merge(&mut values, &serde_yaml::from_str(change).expect("it is YAML"));
    values.to_string()
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
