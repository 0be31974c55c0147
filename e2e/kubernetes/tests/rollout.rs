//! What the objects become: `StatefulSets` and deployments roll out, and jobs complete, on nodes that kwok plays.

use pulsarc_e2e_kubernetes::{Case, Client, Force, Lab, Reach, cases};
use serde_json::Value;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(180);

/// What keeps a workload from being done; `None` where it is, or is none.
fn pending(client: &Client, object: &Value) -> Option<String> {
    let live = client.get(&client.path(object)).body;
    let number = |path: &str| live.pointer(path).and_then(Value::as_u64).unwrap_or_default();
    let wanted = live.pointer("/spec/replicas").and_then(Value::as_u64).unwrap_or(1);
    let observed = number("/status/observedGeneration") >= number("/metadata/generation");
    let (done, total) = match object["kind"].as_str()? {
        "StatefulSet" => (number("/status/readyReplicas").min(number("/status/updatedReplicas")), wanted),
        "Deployment" => (number("/status/availableReplicas"), wanted),
        "Job" => (number("/status/succeeded"), 1),
        _ => return None,
    };
    let is_job = object["kind"] == "Job";
    (done < total || !(observed || is_job))
        .then(|| format!("{} {}: {done} of {total}", object["kind"], object["metadata"]["name"]))
}

/// Why pods do not start, as the scheduler tells it.
fn unschedulable(client: &Client, namespace: &str) -> Vec<String> {
    let pods = client.get(&format!("/api/v1/namespaces/{namespace}/pods")).body;
    let pods = pods["items"].as_array().into_iter().flatten();
    let conditions = pods.flat_map(|pod| {
        let conditions = pod["status"]["conditions"].as_array().into_iter().flatten();
        conditions.map(move |condition| (pod, condition))
    });
    let told = conditions.filter(|(_, condition)| condition["reason"] == "Unschedulable");
    told.map(|(pod, condition)| format!("{}: {}", pod["metadata"]["name"], condition["message"])).collect()
}

/// What a configuration names and its user's cluster has: the priorities of pods.
fn brought(objects: &[Value]) -> Vec<Value> {
    let names = objects
        .iter()
        .filter_map(|object| object.pointer("/spec/template/spec/priorityClassName").and_then(Value::as_str));
    let names: std::collections::BTreeSet<&str> = names.collect();
    let class = |name: &str| {
        serde_json::json!({
            "apiVersion": "scheduling.k8s.io/v1",
            "kind": "PriorityClass",
            "metadata": { "name": name },
            "value": 1000,
        })
    };
    names.into_iter().map(class).collect()
}

/// What does not roll out of a case, a line each.
fn rolled_out(client: &Client, case: &Case) -> Vec<String> {
    let objects = case.objects();
    let namespaces = case.namespaces(&objects);
    let mut wrong = Vec::new();
    for object in brought(&objects).iter().chain(&namespaces).chain(&objects) {
        let answer = client.apply(object, Force::Yes);
        if !answer.is_done() {
            wrong.push(format!("{}: {}", case.name, answer.message()));
        }
    }
    let start = Instant::now();
    let mut left: Vec<String>;
    loop {
        left = objects.iter().filter_map(|object| pending(client, object)).collect();
        if left.is_empty() || start.elapsed() > PATIENCE {
            break;
        }
        std::thread::sleep(Duration::from_millis(300));
    }
    if !left.is_empty() {
        let names = namespaces.iter().filter_map(|namespace| namespace["metadata"]["name"].as_str());
        left.extend(names.flat_map(|name| unschedulable(client, name)));
    }
    wrong.extend(left.into_iter().map(|line| format!("{}: {line}", case.name)));
    empty(client, &objects, &namespaces);
    wrong
}

/// Takes everything away again, and waits until it is gone.
fn empty(client: &Client, objects: &[Value], namespaces: &[Value]) {
    for object in objects.iter().rev() {
        client.delete(object);
    }
    let created = namespaces.iter().filter(|namespace| namespace["metadata"]["name"] != "default");
    let created: Vec<&Value> = created.collect();
    for namespace in &created {
        client.delete(namespace);
    }
    let start = Instant::now();
    while created.iter().any(|namespace| client.get(&client.path(namespace)).is_done()) {
        assert!(start.elapsed() < PATIENCE, "a namespace is not emptied");
        std::thread::sleep(Duration::from_millis(200));
    }
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes with kwok"]
fn workloads_roll_out_and_jobs_complete() {
    let lab = Lab::start("rollout", Reach::Rollout);
    let wrong: Vec<String> = cases().iter().flat_map(|case| rolled_out(lab.client(), case)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
