//! What pulsarc remembers of a release: history, rollback, prune, destroy, saved plans and the lock.

use pulsarc_e2e_kubernetes::{Lab, Reach, Release, Verdict, pulsarc, small};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// What of an object a user decides, by its title: without what the server and pulsarc keep in it.
fn contents(release: &Release<'_>) -> BTreeMap<String, Value> {
    let mut objects = release.objects();
    objects.retain(|title, _| !title.starts_with("secrets/pulsarc."));
    for (title, object) in &mut objects {
        for key in ["resourceVersion", "managedFields", "generation", "uid", "creationTimestamp"] {
            object["metadata"].as_object_mut().expect("metadata").remove(key);
        }
        object.as_object_mut().expect("an object").remove("status");
        // Addresses and ports are given anew to a service that is made again.
        if title.starts_with("services/") {
            let spec = object["spec"].as_object_mut().expect("a spec");
            spec.retain(|key, _| !key.starts_with("clusterIP"));
        }
    }
    objects
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_rollback_restores_what_a_revision_was() {
    let lab = Lab::start("live-rollback", Reach::Api);
    let configs = [
        small("rollback-1", "{}").values(),
        small("rollback-2", "broker: {configData: {defaultRetentionTimeInMinutes: 60}, replicaCount: 3}")
            .values(),
        small("rollback-3", "components: {proxy: false}").values(),
    ];
    let release = Release::new(&lab, "pulsar", "rollback");
    let mut states = Vec::new();
    for config in &configs {
        let (_, run) = release.apply_accepting(config, &["--no-wait"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        states.push(contents(&release));
    }
    assert_ne!(states[0], states[1]);
    let (code, history) = release.json("history", &[]);
    assert_eq!(code, 0);
    let revisions = history["revisions"].as_array().expect("a list").clone();
    let numbers: Vec<u64> = revisions.iter().filter_map(|one| one["number"].as_u64()).collect();
    assert_eq!(numbers, [3, 2, 1], "{history}");

    let back = release.run("rollback", &["--yes", "--no-wait"]);
    assert_eq!(back.status, 0, "{}\n{}", back.stdout, back.stderr);
    assert_eq!(contents(&release), states[1], "the one before is not restored");
    let refused = release.run("rollback", &["99", "--yes", "--no-wait"]);
    assert!(refused.status > 0, "{}", refused.stdout);
    let refused = release.run("rollback", &["1", "--yes", "--no-wait"]);
    assert_eq!(refused.status, 1, "it takes the retention away: {}", refused.stdout);
    let accept = ["--accept", "losesMessages:ConfigMap/pulsar-broker"];
    let back = release.run("rollback", &[&["1", "--yes", "--no-wait"][..], &accept].concat());
    assert_eq!(back.status, 0, "{}\n{}", back.stdout, back.stderr);
    assert_eq!(contents(&release), states[0], "the first is not restored");
    assert_eq!(release.plan(&configs[0], &[]).status, 0);
    let (_, history) = release.json("history", &[]);
    let revisions = history["revisions"].as_array().expect("a list").clone();
    assert_eq!(revisions.len(), 5, "a rollback is a revision: {history}");
    assert_eq!(revisions[0]["fingerprint"], revisions[4]["fingerprint"]);
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn revisions_are_bounded_and_the_secret_stays_small() {
    let lab = Lab::start("live-bounded", Reach::Api);
    let release = Release::new(&lab, "pulsar", "bounded");
    for number in 0..13 {
        let change = format!("broker: {{configData: {{defaultRetentionTimeInMinutes: {number}}}}}");
        let config = small(&format!("bounded-{number}"), &change).values();
        release.done("apply", &[&config, "--yes", "--no-wait"]);
    }
    let (_, history) = release.json("history", &[]);
    let revisions = history["revisions"].as_array().expect("a list").clone();
    assert_eq!(revisions.len(), 10, "{history}");
    assert_eq!(revisions[0]["number"], 13);
    let secret = &release.objects()["secrets/pulsarc.pulsar"];
    assert!(secret.to_string().len() < 1 << 20);
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn what_is_no_longer_wanted_is_pruned_and_nothing_else() {
    let lab = Lab::start("live-prune", Reach::Api);
    let before = small("prune-before", "components: {autorecovery: true}").values();
    let after = small("prune-after", "components: {proxy: false}").values();
    let release = Release::new(&lab, "pulsar", "prune");
    release.done("apply", &[&before, "--yes", "--no-wait"]);
    // Somebody else's objects with the labels of the release: they were never pulsarc's.
    let map = |name: &str, labels: Value| {
        json!({
            "apiVersion": "v1", "kind": "ConfigMap",
            "metadata": { "name": name, "namespace": release.namespace, "labels": labels },
        })
    };
    let labels = release.objects()["configmaps/pulsar-broker"]["metadata"]["labels"].clone();
    for object in [map("stranger", json!({ "release": "pulsar" })), map("copy", labels)] {
        assert!(lab.client().apply_as(&object, "kubectl").is_done());
    }
    let (forecast, run) = release.apply_accepting(&after, &["--no-wait"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let deleted: Vec<String> = forecast
        .steps()
        .into_iter()
        .filter(|(_, action)| action == "delete")
        .map(|(title, _)| title)
        .collect();
    assert!(deleted.contains(&"StatefulSet/pulsar-recovery".to_owned()), "{deleted:?}");
    let titles: Vec<String> = release.objects().into_keys().collect();
    let left: Vec<&String> =
        titles.iter().filter(|title| title.contains("recovery") || title.contains("proxy")).collect();
    assert!(left.is_empty(), "{left:?} are left");
    for stranger in ["configmaps/stranger", "configmaps/copy", "configmaps/pulsar-broker"] {
        assert!(titles.contains(&stranger.to_owned()), "{stranger} is gone");
    }
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn destroy_keeps_claims_unless_they_are_named() {
    let lab = Lab::start("live-destroy", Reach::Rollout);
    let config = small("destroy", "{}").values();
    let release = Release::new(&lab, "pulsar", "destroy");
    release.done("apply", &[&config, "--yes"]);
    let is_claim = |title: &&String| title.starts_with("persistentvolumeclaims/");
    let objects = release.objects();
    let claims: Vec<&String> = objects.keys().filter(is_claim).collect();
    assert!(claims.len() >= 6, "{claims:?}");
    let unasked = release.run("destroy", &[]);
    assert!(unasked.status > 0, "destroy without --yes: {}", unasked.stdout);
    assert_eq!(release.objects().len(), objects.len());

    let asked = release.run("destroy", &["--yes"]);
    let accept: Vec<String> = decisions(&format!("{}{}", asked.stdout, asked.stderr));
    let mut arguments = vec!["--yes"];
    arguments.extend(accept.iter().flat_map(|one| ["--accept", one.as_str()]));
    release.done("destroy", &arguments);
    release.settle();
    assert!(release.pods().is_empty(), "{:?}", release.pods());
    let titles: Vec<String> = release.objects().into_keys().collect();
    let left: Vec<&String> = titles.iter().filter(|title| !is_claim(title)).collect();
    assert!(left.is_empty(), "{left:?} are left");
    assert_eq!(titles.iter().filter(is_claim).collect::<Vec<_>>(), claims);
}

/// What `--accept` has to name, read from what a run says.
fn decisions(text: &str) -> Vec<String> {
    let words = text.split(|c: char| c.is_whitespace() || "`'\",()".contains(c));
    let mut found: Vec<String> = words
        .filter(|word| {
            word.split_once(':').is_some_and(|(kind, object)| {
                ["dataLoss", "losesMessages", "disconnectsClients", "weakensSecurity", "replace"]
                    .contains(&kind)
                    && object.contains('/')
            })
        })
        .map(str::to_owned)
        .collect();
    found.sort();
    found.dedup();
    found
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_saved_plan_is_applied_once_and_rejected_when_it_is_stale() {
    let lab = Lab::start("live-saved", Reach::Api);
    let before = small("saved-before", "{}").values();
    let case = small("saved-after", "broker: {configData: {defaultRetentionTimeInMinutes: 60}}");
    let after = case.values();
    let release = Release::new(&lab, "pulsar", "saved");
    release.done("apply", &[&before, "--yes", "--no-wait"]);
    let file = lab.folder().join("plan.json").display().to_string();
    let save = || assert_eq!(release.run("plan", &[&after, "-o", &file]).status, 1);
    let kubeconfig = lab.kubeconfig().display().to_string();
    // The plan names the release and its namespace.
    let apply = || pulsarc(&["apply", &file, "--yes", "--no-wait", "--kubeconfig", &kubeconfig]);

    save();
    let text = std::fs::read_to_string(&file).expect("a plan");
    let plan: Value = serde_json::from_str(&text).expect("it is JSON");
    assert!(plan.is_object());
    // The cluster changes.
    let path = format!("/apis/apps/v1/namespaces/{}/statefulsets/pulsar-broker", release.namespace);
    let patch = json!({ "spec": { "minReadySeconds": 3 } });
    assert!(lab.client().merge(&path, &patch, "kubectl-edit").is_done());
    let versions = release.versions();
    let stale = apply();
    assert_eq!(stale.status, 1, "{}\n{}", stale.stdout, stale.stderr);
    assert!(format!("{}{}", stale.stdout, stale.stderr).contains("pulsar-broker"), "{}", stale.stderr);
    assert_eq!(versions, release.versions());

    // The configuration changes.
    save();
    let text = std::fs::read_to_string(&after).expect("the configuration");
    std::fs::write(&after, text.replace("60", "61")).expect("a file");
    let stale = apply();
    assert_eq!(stale.status, 1, "{}\n{}", stale.stdout, stale.stderr);
    assert_eq!(versions, release.versions());
    std::fs::write(&after, text).expect("a file");

    // Status alone makes no plan stale.
    let status = json!({ "status": { "replicas": 1, "observedGeneration": 1 } });
    assert!(lab.client().merge(&format!("{path}/status"), &status, "kube-controller-manager").is_done());
    let fresh = apply();
    assert_eq!(fresh.status, 0, "{}\n{}", fresh.stdout, fresh.stderr);
    assert_eq!(release.plan(&after, &[]).status, 0);
    let again = apply();
    assert_eq!(again.status, 1, "a plan is applied twice: {}", again.stdout);
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn of_two_applies_one_is_rejected_or_waits() {
    let lab = Lab::start("live-lock", Reach::Api);
    let config = small("lock", "{}").values();
    let other = small("lock-other", "broker: {replicaCount: 3}").values();
    let proxy = lab.proxy(&lab.administrator());
    let direct = Release::new(&lab, "pulsar", "lock");
    let slow = direct.with(&lab.kubeconfig_through(&proxy, "through"));
    proxy.judge(|sent| {
        let change = sent.is_mutating() && sent.path.contains("/configmaps/");
        if change { Verdict::Stall(Duration::from_secs(3)) } else { Verdict::Pass }
    });
    let running = slow.call("apply", &[&config, "--yes", "--no-wait"]).start();
    while !proxy.mutating().iter().any(|sent| sent.path.contains("/configmaps/")) {
        std::thread::sleep(Duration::from_millis(20));
    }
    let rejected = direct.run("apply", &[&other, "--yes", "--no-wait"]);
    assert_eq!(rejected.status, 1, "{}", rejected.stdout);
    let said = format!("{}{}", rejected.stdout, rejected.stderr);
    assert!(said.contains("pulsarc.pulsar") || said.contains('@'), "the holder is not named: {said}");
    let waited =
        direct.run("apply", &[&other, "--yes", "--no-wait", "--lock-timeout", "60s", "--force-conflicts"]);
    let first = running.finish();
    assert_eq!(first.status, 0, "{}", first.stderr);
    // What it had planned before it waited may be out of date afterwards: then it says so.
    assert!(waited.status < 2, "{}", waited.stderr);
    direct.done("apply", &[&other, "--yes", "--no-wait"]);
    assert_eq!(direct.plan(&other, &[]).status, 0);
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn the_lock_of_a_killed_run_expires() {
    let lab = Lab::start("live-expiry", Reach::Api);
    let config = small("expiry", "{}").values();
    let proxy = lab.proxy(&lab.administrator());
    let direct = Release::new(&lab, "pulsar", "expiry");
    let through = direct.with(&lab.kubeconfig_through(&proxy, "through"));
    proxy.judge(|sent| {
        let change = sent.is_mutating() && sent.path.contains("/services/");
        if change { Verdict::KillBefore } else { Verdict::Pass }
    });
    let killed = through.call("apply", &[&config, "--yes", "--no-wait"]).run_until_killed(&proxy);
    assert!(killed.is_none(), "{killed:?}");
    let (_, status) = direct.json("status", &[]);
    assert!(status["pending"].is_object(), "{status}");
    assert_eq!(status["ready"], false);
    direct.done("apply", &[&config, "--yes", "--no-wait", "--lock-timeout", "60s"]);
    let (_, status) = direct.json("status", &[]);
    assert!(status["pending"].is_null(), "{status}");
}
