//! Every object that pulsarc emits is taken by the API server without a warning, and a second apply changes nothing.

use pulsarc_e2e_kubernetes::{Case, Client, Force, Lab, Reach, cases};
use serde_json::Value;

fn title(object: &Value) -> String {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    format!("{}/{}", text(&object["kind"]), text(&object["metadata"]["name"]))
}

/// What the server warns of, and the code with which pulsarc has told it before, at the user's line.
const TOLD: [(&str, &str); 1] = [("a null labelSelector results in matching no pod", "PUL0725")];

/// Whether a warning of the server's is one that pulsarc gives as well.
fn is_told(case: &Case, warning: &str) -> bool {
    TOLD.iter().any(|(text, code)| warning.contains(text) && case.codes().iter().any(|told| told == code))
}

/// What is wrong with a case's objects, a line each.
fn applied_twice(client: &Client, case: &Case) -> Vec<String> {
    let objects = case.objects();
    let mut wrong = Vec::new();
    for namespace in case.namespaces(&objects) {
        client.apply(&namespace, Force::Yes);
    }
    let mut contents = Vec::new();
    for object in &objects {
        let answer = client.apply(object, Force::No);
        let title = title(object);
        if !answer.is_done() {
            wrong.push(format!("{}: {title} is refused: {}", case.name, answer.message()));
        }
        let untold = answer.warnings.iter().filter(|warning| !is_told(case, warning));
        wrong.extend(untold.map(|warning| format!("{}: {title}: {warning}", case.name)));
        contents.push(answer.content());
    }
    for (object, content) in objects.iter().zip(contents) {
        let again = client.apply(object, Force::No);
        if again.is_done() && again.content() != content {
            wrong.push(format!("{}: {} changes when it is applied again", case.name, title(object)));
        }
    }
    for object in objects.iter().rev() {
        client.delete(object);
    }
    wrong
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn every_object_is_accepted_and_a_second_apply_changes_nothing() {
    let lab = Lab::start("accepted", Reach::Api);
    let wrong: Vec<String> = cases().iter().flat_map(|case| applied_twice(lab.client(), case)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
