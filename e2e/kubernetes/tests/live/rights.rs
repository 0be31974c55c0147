//! Least privilege: what `plan --rights` prints is enough for every command, and nothing in it is unused.

use pulsarc_e2e_kubernetes::{Asked, Client, Force, Lab, Reach, Release, documents, small};
use serde_json::{Value, json};
use std::collections::BTreeSet;

const NAMESPACE: &str = "rights";
const ACCOUNT: &str = "deployer";

fn apply(client: &Client, object: &Value) {
    let answer = client.apply(object, Force::Yes);
    assert!(answer.is_done(), "{object}: {}", answer.message());
}

/// An account without any rights, and its release.
fn deployer(lab: &Lab) -> Release<'_> {
    apply(
        lab.client(),
        &json!({ "apiVersion": "v1", "kind": "Namespace", "metadata": { "name": NAMESPACE } }),
    );
    let account = json!({
        "apiVersion": "v1", "kind": "ServiceAccount",
        "metadata": { "name": ACCOUNT, "namespace": NAMESPACE },
    });
    apply(lab.client(), &account);
    let token = lab.token(NAMESPACE, ACCOUNT);
    Release::new(lab, "pulsar", NAMESPACE).with(&lab.kubeconfig_with(ACCOUNT, &token))
}

/// Gives the account a role's rights.
fn bind(client: &Client, role: &Value) {
    apply(client, role);
    let kind = role["kind"].as_str().expect("a kind");
    let mut binding = json!({
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": format!("{kind}Binding"),
        "metadata": { "name": format!("{ACCOUNT}-{}", role["metadata"]["name"].as_str().unwrap_or_default()) },
        "roleRef": { "apiGroup": "rbac.authorization.k8s.io", "kind": kind, "name": role["metadata"]["name"] },
        "subjects": [{ "kind": "ServiceAccount", "name": ACCOUNT, "namespace": NAMESPACE }],
    });
    if kind == "Role" {
        binding["metadata"]["namespace"] = role["metadata"]["namespace"].clone();
    }
    apply(client, &binding);
}

/// `VERB RESOURCE.GROUP` of everything that roles allow.
fn allowed(roles: &[Value]) -> BTreeSet<String> {
    let list = |rule: &Value, key: &str| -> Vec<String> {
        let items = rule[key].as_array().into_iter().flatten();
        items.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let rules = roles.iter().flat_map(|role| role["rules"].as_array().into_iter().flatten());
    let mut all = BTreeSet::new();
    for rule in rules {
        for group in list(rule, "apiGroups") {
            for resource in list(rule, "resources") {
                let dot = if group.is_empty() { "" } else { "." };
                all.extend(list(rule, "verbs").iter().map(|verb| format!("{verb} {resource}{dot}{group}")));
            }
        }
    }
    all
}

/// What was used of these rights. The server asks for `create` where an apply makes an object, and notes a `patch`.
fn used(requests: &[Asked], allowed: &BTreeSet<String>) -> BTreeSet<String> {
    let mut all: BTreeSet<String> = requests.iter().map(ToString::to_string).collect();
    let made = all.iter().filter_map(|line| line.strip_prefix("patch ")).map(|rest| format!("create {rest}"));
    let made: Vec<String> = made.filter(|line| allowed.contains(line)).collect();
    all.extend(made);
    all
}

/// What everybody may ask: what there is, and what one may do.
fn is_for_everybody(asked: &Asked) -> bool {
    asked.group == "authorization.k8s.io" || asked.group == "authentication.k8s.io"
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn the_printed_role_is_enough_and_nothing_in_it_is_unused() {
    let lab = Lab::start("live-rights", Reach::Rollout);
    let release = deployer(&lab);
    let configured = small("rights-before", "components: {autorecovery: true}");
    let before = configured.values();
    let after = small(
        "rights-after",
        "zookeeper: {podManagementPolicy: OrderedReady, volumes: {data: {size: 40Gi}}}\ndefaultPulsarImageTag: 4.0.11",
    )
    .values();
    let printed = release.run("plan", &[&before, "--rights"]);
    assert_eq!(printed.status, 0, "{}", printed.stderr);
    let printed = documents(&printed.stdout);
    let roles: Vec<Value> =
        printed.into_iter().filter(|one| one["kind"] == "Role" || one["kind"] == "ClusterRole").collect();
    assert!(!roles.is_empty());
    for role in &roles {
        let text = role["rules"].to_string();
        assert!(!text.contains("\"*\""), "a wildcard: {text}");
        bind(lab.client(), role);
    }

    release.done("apply", &[&before, "--yes"]);
    release.done("status", &[]);
    release.done("drift", &[]);
    release.done("history", &[]);
    let (forecast, run) = release.apply_accepting(&after, &[]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    assert!(forecast.plan["unknown"].as_array().is_none_or(Vec::is_empty), "{}", forecast.plan["unknown"]);
    let (_, run) = release.apply_accepting(&before, &[]);
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);

    let requests = lab.requests(NAMESPACE, ACCOUNT);
    let refused: BTreeSet<String> =
        requests.iter().filter(|asked| !asked.allowed).map(ToString::to_string).collect();
    assert!(refused.is_empty(), "refused: {refused:?}");
    let allowed = allowed(&roles);
    let asked: Vec<Asked> = requests.into_iter().filter(|asked| !is_for_everybody(asked)).collect();
    let used = used(&asked, &allowed);
    let outside: Vec<&String> = used.difference(&allowed).collect();
    assert!(outside.is_empty(), "used and not printed: {outside:?}");
    // Whoever makes a role has to have the rights that it gives.
    let emitted: Vec<Value> = configured.objects().into_iter().filter(|one| one["kind"] == "Role").collect();
    let given = self::allowed(&emitted);
    let is_given = |line: &str| {
        let (_, resource) = line.split_once(' ').unwrap_or_default();
        given.contains(line) || given.contains(&format!("* {resource}"))
    };
    // Read where something fails, where no list holds an object, and where the last object of a kind goes.
    let is_for_another_day = |line: &str| {
        line.starts_with("delete ")
            || line.starts_with("get ")
            || line == "list events"
            || line == "get pods/log"
    };
    let unused: Vec<&String> =
        allowed.difference(&used).filter(|line| !is_for_another_day(line) && !is_given(line)).collect();
    assert!(unused.is_empty(), "printed and not used: {unused:?}");
}

/// Everything may be read, and nothing written, not even tried.
fn reader() -> Value {
    json!({
        "apiVersion": "rbac.authorization.k8s.io/v1",
        "kind": "ClusterRole",
        "metadata": { "name": "reader" },
        "rules": [{ "apiGroups": ["*"], "resources": ["*"], "verbs": ["get", "list", "watch"] }],
    })
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn without_the_right_to_a_dry_run_a_plan_says_what_it_cannot_know() {
    let lab = Lab::start("live-reader", Reach::Api);
    let release = deployer(&lab);
    let before = small("reader-before", "{}").values();
    let after = small("reader-after", "broker: {configData: {defaultRetentionTimeInMinutes: 60}}").values();
    Release::new(&lab, "pulsar", NAMESPACE).done("apply", &[&before, "--yes", "--no-wait"]);
    let nothing = release.run("plan", &[&after]);
    assert!(nothing.stdout.contains("no permission to get ConfigMap/pulsar-broker"), "{}", nothing.stdout);

    bind(lab.client(), &reader());
    let forecast = release.plan(&after, &[]);
    assert_eq!(forecast.status, 1, "{}", forecast.plan);
    let steps = forecast.steps();
    assert_eq!(steps.get("ConfigMap/pulsar-broker").map(String::as_str), Some("update"), "{steps:?}");
    assert!(
        forecast.plan["unknown"].as_array().is_some_and(|unknown| !unknown.is_empty()),
        "{}",
        forecast.plan
    );
    release.done("status", &[]);
    let blocked = release.run("apply", &[&after, "--yes", "--no-wait"]);
    assert_eq!(blocked.status, 1, "{}", blocked.stdout);
    assert!(
        !Release::new(&lab, "pulsar", NAMESPACE).objects()["configmaps/pulsar-broker"]
            .to_string()
            .contains("\"60\"")
    );
}
