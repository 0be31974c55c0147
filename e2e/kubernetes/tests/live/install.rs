//! `pulsarc apply` installs every case, waits until it is ready, and changes nothing when it is run again.

use pulsarc_e2e_kubernetes::{Case, Force, Lab, Reach, Release, cases, side_by_side};
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// What a configuration names and its user's cluster has: namespaces, and the priorities of pods.
fn bring(lab: &Lab, case: &Case, objects: &[Value]) {
    lab.furnish_for(objects);
    let names = objects
        .iter()
        .filter_map(|object| object.pointer("/spec/template/spec/priorityClassName").and_then(Value::as_str));
    let names: BTreeSet<&str> = names.collect();
    let class = |name: &str| {
        json!({
            "apiVersion": "scheduling.k8s.io/v1",
            "kind": "PriorityClass",
            "metadata": { "name": name },
            "value": 1000,
        })
    };
    for object in names.into_iter().map(class).chain(case.namespaces(objects)) {
        lab.client().apply(&object, Force::Yes);
    }
}

/// What is wrong with a case, a line each.
fn installed_twice(lab: &Lab, case: Case) -> Vec<String> {
    let case = case.apart();
    bring(lab, &case, &case.objects());
    let values = case.values();
    let direct = Release::of(lab, &case);
    let (forecast, run) = direct.apply_accepting(&values, &["--timeout", "3m"]);
    let mut wrong = Vec::new();
    let mut claim = |holds: bool, what: String| {
        if !holds {
            wrong.push(format!("{}: {what}", case.name));
        }
    };
    claim(forecast.status == 1, "the plan of an installation is empty".to_owned());
    claim(run.status == 0, format!("it is not installed: {}\n{}", run.stdout, run.stderr));
    if run.status != 0 {
        return wrong;
    }
    let proxy = lab.proxy(&lab.administrator());
    let release = direct.with(&lab.kubeconfig_through(&proxy, &format!("through-{}", case.name)));
    let again = release.plan(&values, &[]);
    claim(again.status == 0, format!("a second plan has {:?}", again.steps()));
    let pods = release.pods();
    let run = release.run("apply", &[&values, "--yes", "--timeout", "1m"]);
    claim(run.status == 0, format!("a second apply fails: {}\n{}", run.stdout, run.stderr));
    let changes: Vec<String> = proxy.mutating().iter().map(ToString::to_string).collect();
    claim(changes.is_empty(), format!("a second apply sends {}", changes.join("\n")));
    claim(pods == release.pods(), "a second apply restarts pods".to_owned());
    let (code, status) = release.json("status", &[]);
    claim(code == 0 && status["ready"] == true, format!("it is not ready: {status}"));
    let (code, drift) = release.json("drift", &[]);
    claim(code == 0, format!("it drifts: {drift}"));
    wrong
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn every_case_is_installed_and_a_second_apply_changes_nothing() {
    let lab = Lab::start("live-install", Reach::Rollout);
    let wrong = side_by_side(cases(), 6, |case| installed_twice(&lab, case)).concat();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
