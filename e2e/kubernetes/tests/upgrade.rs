//! The way from the chart: pulsarc's objects are applied over those that the chart has made of the same configuration.
//!
//! Helm owns what it has created, so the apply takes its fields over, as a user does who moves (`--force-conflicts`).
//! What the server refuses even so cannot be changed in place, and stands in the snapshot: it is what a user has to be
//! told before. The place where `pulsarc diff` is compared with it is marked below.

use pulsarc_e2e_kubernetes::{Answer, Case, Client, Force, Lab, Reach, cases};
use serde_json::Value;
use std::collections::BTreeMap;

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

/// What stands in the way of a case: by what the server says, the objects.
fn refused(client: &Client, case: &Case) -> Option<Vec<(String, String)>> {
    let mut charts = case.charts_objects()?;
    charts.retain(|object| !is_passing(object));
    let ours = case.upgraded_objects();
    for namespace in case.namespaces(&charts).iter().chain(&case.namespaces(&ours)) {
        client.apply(namespace, Force::Yes);
    }
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
            refused.push((title(object), reason(&answer)));
        }
        // `pulsarc diff` between the chart's objects and these, once it is there, has to have told each refusal.
    }
    for object in charts.iter().chain(&ours).rev() {
        client.delete(object);
    }
    Some(refused)
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn what_the_chart_has_made_is_taken_over() {
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
    if tried == 0 {
        eprintln!("skipped: no case comes with the chart's own objects");
        return;
    }
    let lines: Vec<String> = cases_of
        .iter()
        .map(|((object, why), cases)| format!("{object}\n  {why}\n  in {}\n", cases.join(", ")))
        .collect();
    insta::assert_snapshot!("refused", lines.join("\n"));
}
