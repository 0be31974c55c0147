//! What the objects become: `StatefulSets` and deployments roll out, and jobs complete, on nodes that kwok plays.
//!
//! All cases roll out side by side, and nothing is deleted: a namespace takes longer to empty than to fill.

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

/// A case that is rolling out.
struct Rollout {
    case: Case,
    objects: Vec<Value>,
}

impl Rollout {
    /// Applies a case in a namespace of its own; what is rejected is reported, a line each.
    fn start(lab: &Lab, case: Case) -> (Self, Vec<String>) {
        let case = case.apart();
        let objects = case.objects();
        lab.furnish_for(&objects);
        let namespaces = case.namespaces(&objects);
        let all = brought(&objects).into_iter().chain(namespaces);
        let answers = all
            .map(|object| lab.client().apply(&object, Force::Yes))
            .chain(objects.iter().map(|object| lab.client().apply(object, Force::Yes)));
        let refused = answers.filter(|answer| !answer.is_done());
        let refused = refused.map(|answer| format!("{}: {}", case.name, answer.message())).collect();
        (Self { case, objects }, refused)
    }

    fn pending(&self, client: &Client) -> Vec<String> {
        self.objects.iter().filter_map(|object| pending(client, object)).collect()
    }

    /// What is not done, and why, a line each.
    fn told(&self, client: &Client) -> Vec<String> {
        let mut lines = self.pending(client);
        for namespace in self.case.namespaces(&self.objects) {
            lines.extend(unschedulable(client, namespace["metadata"]["name"].as_str().unwrap_or_default()));
        }
        lines.into_iter().map(|line| format!("{}: {line}", self.case.name)).collect()
    }
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes with kwok"]
fn workloads_roll_out_and_jobs_complete() {
    let lab = Lab::start("rollout", Reach::Rollout);
    let (mut left, refused): (Vec<Rollout>, Vec<Vec<String>>) =
        cases().into_iter().map(|case| Rollout::start(&lab, case)).unzip();
    let start = Instant::now();
    while !left.is_empty() && start.elapsed() < PATIENCE {
        std::thread::sleep(Duration::from_millis(500));
        left.retain(|rollout| !rollout.pending(lab.client()).is_empty());
    }
    let pending = left.iter().flat_map(|rollout| rollout.told(lab.client()));
    let wrong: Vec<String> = refused.into_iter().flatten().chain(pending).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
