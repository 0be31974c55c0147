//! Fields that others change: conflicts and how they are decided, autoscalers, drift, and what text of the cluster may do.

use pulsarc_e2e_kubernetes::{Answer, Lab, Reach, Release, small};
use serde_json::{Value, json};

const CONFIG_MAP: &str = "configmaps/pulsar-broker";

fn done(answer: &Answer) {
    assert!(answer.is_done(), "{}", answer.message());
}

fn broker(release: &Release<'_>, spec: &Value) -> Value {
    json!({
        "apiVersion": "apps/v1",
        "kind": "StatefulSet",
        "metadata": { "name": "pulsar-broker", "namespace": release.namespace },
        "spec": spec,
    })
}

fn path(release: &Release<'_>, resource: &str) -> String {
    let root = if resource.starts_with("configmaps") { "/api/v1" } else { "/apis/apps/v1" };
    format!("{root}/namespaces/{}/{resource}", release.namespace)
}

fn replicas(release: &Release<'_>) -> Value {
    release.objects()["statefulsets/pulsar-broker"]["spec"]["replicas"].clone()
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_field_of_another_manager_is_a_conflict_until_it_is_taken() {
    let lab = Lab::start("live-conflicts", Reach::Api);
    let before = small("conflicts-before", "{}");
    let after = small("conflicts-after", "broker: {replicaCount: 3}").values();
    let release = Release::new(&lab, "pulsar", "conflicts");
    release.done("apply", &[&before.values(), "--yes", "--no-wait"]);
    done(&lab.client().apply_as(&broker(&release, &json!({ "replicas": 5 })), "operations"));

    // Somebody else's value is not undone, and not silently kept either.
    let versions = release.versions();
    let forecast = release.plan(&after, &[]);
    assert_eq!(forecast.status, 1);
    let conflict =
        ("StatefulSet/pulsar-broker".to_owned(), "spec.replicas".to_owned(), "operations".to_owned());
    assert_eq!(forecast.conflicts(), [conflict]);
    assert_eq!(forecast.plan["conflicts"][0]["value"], 5, "{}", forecast.plan["conflicts"]);
    let blocked = release.run("apply", &[&after, "--yes", "--no-wait"]);
    assert_eq!(blocked.status, 1, "{}", blocked.stdout);
    for word in ["operations", "spec.replicas", "--take"] {
        assert!(blocked.stderr.contains(word) || blocked.stdout.contains(word), "{word}: {}", blocked.stderr);
    }
    assert_eq!(versions, release.versions(), "a conflict changes something");

    // Another field does not take it.
    let other = ["--take", "StatefulSet/pulsar-broker:spec.template", "--yes", "--no-wait"];
    assert_eq!(release.run("apply", &[&[after.as_str()][..], &other].concat()).status, 1);
    let take = ["--take", "StatefulSet/pulsar-broker:spec.replicas"];
    assert!(release.plan(&after, &take).conflicts().is_empty());
    release.done("apply", &[&[after.as_str(), "--yes", "--no-wait"][..], &take].concat());
    assert_eq!(replicas(&release), 3);
    assert_eq!(release.plan(&after, &[]).status, 0);

    done(&lab.client().apply_as(&broker(&release, &json!({ "replicas": 4 })), "operations"));
    assert_eq!(release.plan(&after, &[]).conflicts().len(), 1);
    release.done("apply", &[&after, "--yes", "--no-wait", "--force-conflicts"]);
    assert_eq!(replicas(&release), 3);
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn the_replicas_of_an_autoscaler_are_left_alone() {
    let lab = Lab::start("live-autoscaler", Reach::Api);
    let before = small("autoscaler-before", "{}");
    let after =
        small("autoscaler-after", "broker: {configData: {defaultRetentionTimeInMinutes: 60}}").values();
    let release = Release::new(&lab, "pulsar", "autoscaler");
    release.done("apply", &[&before.values(), "--yes", "--no-wait"]);
    let scale = path(&release, "statefulsets/pulsar-broker/scale");
    done(&lab.client().merge(&scale, &json!({ "spec": { "replicas": 7 } }), "kube-controller-manager"));
    assert_eq!(release.plan(&before.values(), &[]).status, 0, "an autoscaler's value is a change");
    let forecast = release.plan(&after, &[]);
    assert!(forecast.conflicts().is_empty(), "{:?}", forecast.conflicts());
    release.done("apply", &[&after, "--yes", "--no-wait"]);
    assert_eq!(replicas(&release), 7);
}

/// The fields that drift reports of an object, each with its manager.
fn drifted(drift: &Value, kind: &str, name: &str) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let all = drift["drift"].as_array().into_iter().flatten();
    let of_object = all.filter(|one| one["object"]["kind"] == kind && one["object"]["name"] == name);
    let fields = of_object.flat_map(|one| one["fields"].as_array().into_iter().flatten());
    fields.map(|field| (text(&field["path"]), text(&field["manager"]))).collect()
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn drift_names_what_others_changed_added_and_deleted() {
    let lab = Lab::start("live-drift", Reach::Api);
    let config = small("drift", "{}").values();
    let release = Release::new(&lab, "pulsar", "drift");
    release.done("apply", &[&config, "--yes", "--no-wait"]);
    assert_eq!(release.json("drift", &[]).0, 0, "a fresh release drifts");

    let client = lab.client();
    let data = json!({ "data": { "managedLedgerDefaultEnsembleSize": "7", "added": "by hand" } });
    done(&client.merge(&path(&release, CONFIG_MAP), &data, "kubectl-edit"));
    let spec = json!({ "spec": { "replicas": 6 } });
    done(&client.merge(&path(&release, "statefulsets/pulsar-proxy"), &spec, "kubectl-patch"));
    let service = json!({
        "apiVersion": "v1", "kind": "Service",
        "metadata": { "name": "pulsar-proxy", "namespace": release.namespace },
    });
    client.delete(&service);

    let versions = release.versions();
    let (code, drift) = release.json("drift", &[]);
    assert_eq!(code, 1, "{drift}");
    let of_map = drifted(&drift, "ConfigMap", "pulsar-broker");
    for field in ["data.managedLedgerDefaultEnsembleSize", "data.added"] {
        let named = (field.to_owned(), "kubectl-edit".to_owned());
        assert!(of_map.contains(&named), "{field}: {drift}");
    }
    let of_proxy = drifted(&drift, "StatefulSet", "pulsar-proxy");
    assert_eq!(of_proxy, [("spec.replicas".to_owned(), "kubectl-patch".to_owned())], "{drift}");
    let all = drift["drift"].as_array().expect("a list");
    let deleted: Vec<&Value> =
        all.iter().filter(|one| one["deleted"] == true).map(|one| &one["object"]["name"]).collect();
    assert_eq!(deleted, ["pulsar-proxy"], "{drift}");
    assert_eq!(all.len(), 3, "{drift}");
    assert_eq!(versions, release.versions(), "drift changes something");

    // The next apply brings back what is missing, and takes what it is told to take.
    release.done("apply", &[&config, "--yes", "--no-wait", "--force-conflicts"]);
    assert!(release.objects().contains_key("services/pulsar-proxy"));
    assert_eq!(release.objects()["statefulsets/pulsar-proxy"]["spec"]["replicas"], 2);
}

/// Control sequences that would retitle, clear and overwrite a terminal.
const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m\r\u{202e}all is well";

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn text_of_the_cluster_cannot_act_on_a_terminal() {
    let lab = Lab::start("live-hostile", Reach::Api);
    let before = small("hostile-before", "{}");
    let after =
        small("hostile-after", "broker: {configData: {exposeTopicLevelMetricsInPrometheus: false}}").values();
    let release = Release::new(&lab, "pulsar", "hostile");
    release.done("apply", &[&before.values(), "--yes", "--no-wait"]);
    let data = json!({ "data": { "exposeTopicLevelMetricsInPrometheus": HOSTILE } });
    done(&lab.client().merge(&path(&release, CONFIG_MAP), &data, "kubectl-edit"));
    let note = json!({ "metadata": { "annotations": { "note": HOSTILE } } });
    done(&lab.client().merge(&path(&release, CONFIG_MAP), &note, "kubectl-annotate"));
    let runs = [
        release.run("plan", &[&after]),
        release.run("plan", &[&after, "--format", "markdown"]),
        release.run("plan", &[&after, "--format", "json"]),
        release.run("drift", &[]),
        release.run("drift", &["--format", "json"]),
        release.run("status", &[]),
        release.run("apply", &[&after, "--yes", "--no-wait"]),
        release.run("apply", &[&after, "--yes", "--no-wait", "--force-conflicts"]),
        release.run("history", &[]),
    ];
    assert!(runs.iter().any(|run| run.stdout.contains("all is well")), "the text is in no output");
    for run in runs {
        for acting in ['\u{1b}', '\u{7}', '\u{9b}', '\r', '\u{202e}'] {
            let text = format!("{}{}", run.stdout, run.stderr);
            assert!(!text.contains(acting), "{acting:?} is in {text}");
        }
    }
}
