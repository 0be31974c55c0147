//! Functions as pods: the real worker on a real API server, with the service account that pulsarc emits and nothing
//! told otherwise.
//!
//! The worker finds the API as in a pod, by its address and its mounted token. kwok plays the functions' pods. Beside
//! what the cluster tests need, this needs Go.

use pulsarc_e2e_kubernetes::{Client, Force, Lab, Reach};
use pulsarc_e2e_pulsar::account::Kubernetes;
use pulsarc_e2e_pulsar::cluster::Cluster;
use pulsarc_e2e_pulsar::distribution;
use pulsarc_e2e_pulsar::functions::{ADMIN, address, create, eventually, until_led, update};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

const ACCOUNT: &str = "pulsar-function-worker-acct";
const ROLE: &str = "pulsar-function-worker-role";
/// The kinds that a function is made of: each with its resource, and the root of the API that it is in.
const MADE: [(&str, &str, &str); 3] = [
    ("StatefulSet", "statefulsets", "/apis/apps/v1"),
    ("Service", "services", "/api/v1"),
    ("Secret", "secrets", "/api/v1"),
];

#[test]
#[ignore = "runs the real Pulsar and a Kubernetes API server"]
fn functions_become_pods_with_the_emitted_permissions() {
    let go = Command::new("go").arg("version").output().is_ok_and(|output| output.status.success());
    assert_eq!(distribution::lacking().or((!go).then_some("go")), None, "this is not on the machine");
    let lab = Lab::start("runtime", Reach::Rollout);
    let kubernetes = Kubernetes { lab: &lab, relay: Path::new(env!("CARGO_BIN_EXE_pulsarc-e2e-relay")) };
    let image = Path::new(env!("CARGO_BIN_EXE_pulsarc-e2e-image"));
    let input = "e2e/pulsar/inputs/kubernetes.ncl";
    let cluster = Cluster::start("kubernetes", input, image, Some(kubernetes));
    let cluster = cluster.unwrap_or_else(|error| panic!("{error}"));
    until_led(&cluster);

    is_made(&cluster, lab.client());
    is_changed(&cluster, lab.client());
    is_taken_away(&cluster, lab.client());
    uses_what_it_may(&cluster, &lab);
    needs_every_rule(&cluster, &lab);
    stays_in_its_namespace(&lab);
}

/// What there is of a function, of one kind.
fn made(client: &Client, function: &str, resource: &str, root: &str) -> Vec<Value> {
    let listed = client.get(&format!("{root}/namespaces/default/{resource}")).body;
    let items = listed["items"].as_array().cloned().unwrap_or_default();
    let belongs = |object: &Value| {
        let name = object["metadata"]["name"].as_str().unwrap_or_default();
        name == format!("pf-public-default-{function}") || name.starts_with("pf-secret-")
    };
    items.into_iter().filter(belongs).collect()
}

/// Waits until a function has so many ready pods.
fn until_ready(client: &Client, pods: u8) -> Value {
    eventually(&format!("{pods} pods of the function are ready"), || {
        let workloads = made(client, "exclaim", "statefulsets", "/apis/apps/v1");
        let ready = workloads.first().filter(|one| one["status"]["readyReplicas"] == pods);
        ready.cloned().ok_or_else(|| (0, format!("{workloads:?}")))
    })
}

/// A function becomes a `StatefulSet`, a Service and a Secret, with what pulsarc emits for the pods of functions.
fn is_made(cluster: &Cluster, client: &Client) {
    eventually("the function is created", || {
        let answer = create(cluster, "exclaim");
        (answer.status == 204).then_some(()).ok_or((answer.status, answer.body))
    });
    let workload = until_ready(client, 1);
    for (kind, resource, root) in MADE {
        assert_eq!(made(client, "exclaim", resource, root).len(), 1, "{kind}");
    }
    let told = workload.to_string();
    for setting in ["pulsarServiceUrl", "pulsarDockerImageName", "pulsarAdminUrl"] {
        let data = cluster.manifests().data("pulsar-function-worker").expect("the worker's settings");
        let value = &data[&format!("PF_kubernetesContainerFactory_{setting}")];
        assert!(told.contains(value), "{setting} is {value}: {told}");
    }
}

/// A change of it takes effect.
fn is_changed(cluster: &Cluster, client: &Client) {
    let answer = update(cluster, "exclaim");
    assert_eq!(answer.status, 204, "{}", answer.body);
    until_ready(client, 2);
}

/// Deleted, it leaves nothing.
fn is_taken_away(cluster: &Cluster, client: &Client) {
    let answer = cluster.request(&["--request", "DELETE"], &address(cluster, "exclaim"), ADMIN);
    assert_eq!(answer.status, 204, "{}", answer.body);
    for (kind, resource, root) in MADE {
        eventually(&format!("no {kind} is left"), || {
            let left = made(client, "exclaim", resource, root);
            left.is_empty().then_some(()).ok_or((0, format!("{left:?}")))
        });
    }
}

/// The role's rules are those that a function's life has used, and nothing was asked for that they lack. The config map
/// alone is read where `changeConfigMap` names one, which nothing here does.
fn uses_what_it_may(cluster: &Cluster, lab: &Lab) {
    let mut granted = BTreeSet::new();
    for rule in role(cluster)["rules"].as_array().expect("rules") {
        let texts = |key: &str| rule[key].as_array().into_iter().flatten().filter_map(Value::as_str);
        granted.extend(
            texts("resources")
                .flat_map(|resource| texts("verbs").map(move |verb| format!("{verb} {resource}"))),
        );
    }
    assert!(granted.remove("get configmaps"), "{granted:?}");
    assert_eq!(granted, lab.asked("default", ACCOUNT));
}

fn role(cluster: &Cluster) -> Value {
    cluster.manifests().get("Role", ROLE).unwrap_or_else(|error| panic!("{error}")).clone()
}

/// Without a rule a function lacks what the rule is for, and the worker says in its log what it may not do.
fn needs_every_rule(cluster: &Cluster, lab: &Lab) {
    for (kind, resource, root) in MADE {
        let mut without = role(cluster);
        without["rules"].as_array_mut().expect("rules").retain(|rule| rule["resources"] != json!([resource]));
        let answer = lab.client().apply(&without, Force::Yes);
        assert!(answer.is_done(), "{}", answer.message());
        let group = root.strip_prefix("/apis/").and_then(|rest| rest.split('/').next()).unwrap_or_default();
        eventually(&format!("the worker may not create {resource}"), || {
            let review = json!({
                "apiVersion": "authorization.k8s.io/v1",
                "kind": "SelfSubjectAccessReview",
                "spec": { "resourceAttributes": {
                    "namespace": "default", "verb": "create", "group": group, "resource": resource,
                } },
            });
            let answer =
                worker(lab).review("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", &review);
            let refused = answer.body["status"]["allowed"] == false;
            refused.then_some(()).ok_or((answer.status, answer.body.to_string()))
        });
        let function = format!("without-{resource}");
        let before = made(lab.client(), &function, resource, root).len();
        // The worker takes the function all the same: only its log tells.
        let answer = create(cluster, &function);
        eventually(&format!("the worker says that {resource} are forbidden"), || {
            let log =
                std::fs::read_to_string(cluster.folder().join("function-worker.log")).unwrap_or_default();
            let told = log.lines().any(|line| {
                line.contains(&function) && line.contains("is forbidden") && line.contains(resource)
            });
            told.then_some(()).ok_or((answer.status, answer.body.clone()))
        });
        assert_eq!(made(lab.client(), &function, resource, root).len(), before, "a {kind} is there");
    }
}

fn worker(lab: &Lab) -> Client {
    lab.client_with(&lab.token("default", ACCOUNT))
}

/// In another namespace the account makes nothing and reads nothing.
fn stays_in_its_namespace(lab: &Lab) {
    let elsewhere = json!({ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": "elsewhere" } });
    assert!(lab.client().apply(&elsewhere, Force::No).is_done());
    let worker = worker(lab);
    assert_eq!(worker.get("/api/v1/namespaces/default/pods").status, 200);
    assert_eq!(worker.get("/api/v1/namespaces/elsewhere/pods").status, 403);
    let secret = json!({
        "apiVersion": "v1",
        "kind": "Secret",
        "metadata": { "name": "pf-tried", "namespace": "elsewhere" },
    });
    let there = worker.create(&secret, "worker");
    assert_eq!(there.status, 403, "{}", there.body);
}
