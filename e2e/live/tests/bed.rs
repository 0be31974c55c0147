//! What the bed itself promises to the tests that use it: pods that run, restart, end and keep their disks as in any cluster,
//! and clients that miss nothing.
//!
//! `cargo test -p pulsarc-e2e-live -- --ignored --test-threads=1` needs root, Go, Java 17, Maven and curl.

use pulsarc_e2e_live::{Access, Bed, Client, Plan, Role, Work};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const CLUSTER: &str = "e2e/live/inputs/cluster.yaml";
const SECURE: &str = "e2e/live/inputs/secure.yaml";
const SMALL: &str = "e2e/live/inputs/small.yaml";
const MINUTE: Duration = Duration::from_secs(60);

fn ok<T>(result: Result<T, String>) -> T {
    result.unwrap_or_else(|error| panic!("{error}"))
}

/// A pod of one container that runs a script.
fn pod(name: &str, script: &str, restart: &str) -> Value {
    json!({
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": { "name": name, "namespace": "default" },
        "spec": {
            "restartPolicy": restart,
            "terminationGracePeriodSeconds": 5,
            "containers": [{ "name": "main", "image": "test", "command": ["sh", "-c", script] }],
        },
    })
}

fn restarts(pod: &Value) -> u64 {
    pod["status"]["containerStatuses"][0]["restartCount"].as_u64().unwrap_or(0)
}

#[test]
#[ignore = "runs containers: needs root, Go and some minutes"]
fn containers_live_and_end_as_under_any_kubelet() {
    let bed = ok(Bed::start("bed-containers", Plan { nodes: 3, next: false }));
    exec_returns_output_and_exit_codes(&bed);
    a_crashed_container_is_restarted_and_counted(&bed);
    a_hook_runs_before_the_signal_and_the_grace_period_holds(&bed);
    a_pod_without_its_secret_waits_and_says_so(&bed);
    an_image_that_no_registry_has_is_not_run(&bed);
    nodes_are_in_three_zones(&bed);
}

fn exec_returns_output_and_exit_codes(bed: &Bed) {
    ok(bed.put(&pod("shell", "echo started; exec sleep 1000", "Always")));
    ok(bed.wait_ready("shell", MINUTE));
    let run = bed.exec("shell", &["sh", "-c", "echo out; echo err >&2; exit 7"]);
    assert_eq!((run.status, run.stdout.as_str()), (7, "out\n"), "{}", run.stderr);
    assert!(run.stderr.starts_with("err\n"), "{}", run.stderr);
    let name = bed.exec("shell", &["hostname"]);
    assert_eq!(name.stdout, "shell\n");
    // Process 1 is the pod's own command, and nothing of another pod is seen.
    let first = bed.exec("shell", &["cat", "/proc/1/comm"]);
    assert_eq!(first.stdout, "sleep\n");
    assert_eq!(bed.pod_log("shell"), "started\n");
    let service = bed.exec("shell", &["getent", "hosts", "kubernetes.default.svc"]);
    assert!(service.stdout.starts_with("10.96.0.1 "), "{}", service.stdout);
}

fn a_crashed_container_is_restarted_and_counted(bed: &Bed) {
    ok(bed.put(&pod("crashing", "exit 3", "Always")));
    ok(bed.wait_until("a restart", MINUTE, |bed| restarts(&bed.pod("crashing")) > 0));
    let state = bed.pod("crashing")["status"]["containerStatuses"][0].clone();
    assert_eq!(state["lastState"]["terminated"]["exitCode"], 3);
    ok(bed.wait_until("the back-off", MINUTE, |bed| {
        bed.pod("crashing")["status"]["containerStatuses"][0]["state"]["waiting"]["reason"]
            == "CrashLoopBackOff"
    }));
    bed.kubectl(&["delete", "pod", "crashing", "--wait=false"]);
}

fn a_hook_runs_before_the_signal_and_the_grace_period_holds(bed: &Bed) {
    // Whatever happens is noted on a disk that outlives the pod. The command ignores SIGTERM.
    let claim = json!({
        "apiVersion": "v1",
        "kind": "PersistentVolumeClaim",
        "metadata": { "name": "notes", "namespace": "default" },
        "spec": { "accessModes": ["ReadWriteOnce"], "resources": { "requests": { "storage": "1Gi" } } },
    });
    ok(bed.put(&claim));
    let script = "trap 'echo signal >> /notes/file' TERM; while true; do sleep 0.1; done";
    let mut stubborn = pod("stubborn", script, "Always");
    stubborn["spec"]["volumes"] =
        json!([{ "name": "notes", "persistentVolumeClaim": { "claimName": "notes" } }]);
    let container = &mut stubborn["spec"]["containers"][0];
    container["volumeMounts"] = json!([{ "name": "notes", "mountPath": "/notes" }]);
    let hook = "echo hook >> /notes/file; sleep 1";
    container["lifecycle"] = json!({ "preStop": { "exec": { "command": ["sh", "-c", hook] } } });
    ok(bed.put(&stubborn));
    ok(bed.wait_ready("stubborn", MINUTE));
    let start = Instant::now();
    let run = bed.kubectl(&["delete", "pod", "stubborn"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let took = start.elapsed();
    // The hook's second counts as part of the grace period of 5 s.
    assert!(took >= Duration::from_millis(4500) && took < Duration::from_secs(15), "{took:?}");
    let mut reader = pod("reader", "cat /notes/file; exec sleep 1000", "Always");
    reader["spec"]["volumes"] = stubborn["spec"]["volumes"].clone();
    reader["spec"]["containers"][0]["volumeMounts"] =
        stubborn["spec"]["containers"][0]["volumeMounts"].clone();
    ok(bed.put(&reader));
    ok(bed.wait_ready("reader", MINUTE));
    assert_eq!(bed.pod_log("reader"), "hook\nsignal\n");
}

fn a_pod_without_its_secret_waits_and_says_so(bed: &Bed) {
    let mut waiting = pod("waiting", "exec sleep 1000", "Always");
    waiting["spec"]["containers"][0]["env"] =
        json!([{ "name": "A", "valueFrom": { "secretKeyRef": { "name": "absent", "key": "a" } } }]);
    ok(bed.put(&waiting));
    ok(bed.wait_until("the reason", MINUTE, |bed| {
        bed.pod("waiting")["status"]["containerStatuses"][0]["state"]["waiting"]["reason"]
            == "CreateContainerConfigError"
    }));
    let secret = json!({
        "apiVersion": "v1",
        "kind": "Secret",
        "metadata": { "name": "absent", "namespace": "default" },
        "stringData": { "a": "1" },
    });
    ok(bed.put(&secret));
    ok(bed.wait_ready("waiting", MINUTE));
}

fn an_image_that_no_registry_has_is_not_run(bed: &Bed) {
    let mut absent = pod("absent", "exec sleep 1000", "Always");
    absent["spec"]["containers"][0]["image"] = json!("apachepulsar/pulsar-all:0.0.1");
    ok(bed.put(&absent));
    ok(bed.wait_until("the reason", MINUTE, |bed| {
        let reason =
            bed.pod("absent")["status"]["containerStatuses"][0]["state"]["waiting"]["reason"].clone();
        reason == "ErrImagePull" || reason == "ImagePullBackOff"
    }));
}

fn nodes_are_in_three_zones(bed: &Bed) {
    let zones = bed.kubectl(&[
        "get",
        "nodes",
        "-o",
        r"jsonpath={.items[*].metadata.labels.topology\.kubernetes\.io/zone}",
    ]);
    assert_eq!(zones.stdout, "zone-a zone-b zone-c");
}

#[test]
#[ignore = "runs a whole Pulsar cluster: needs root, Go, Java, Maven, 6 GiB and some minutes"]
fn a_cluster_starts_and_loses_nothing_with_a_bookie() {
    let start = Instant::now();
    let bed = ok(Bed::start("bed-cluster", Plan::default()));
    let run = ok(bed.apply(&[CLUSTER], &[]));
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    eprintln!("the cluster is up after {} s", start.elapsed().as_secs());
    let access = Access::plain("pulsar://pulsar-broker:6650");
    let work = Work::on("persistent://public/default/bed");
    let consumer = ok(Client::start(&bed, "consumer", Role::Consume, &access, &work));
    ok(bed.wait_until("the subscriptions", 2 * MINUTE, |bed| {
        let topics = bed.exec("pulsar-toolset-0", &["bin/pulsar-admin", "topics", "list", "public/default"]);
        topics.stdout.matches("/bed-").count() == work.topics
    }));
    let producer = ok(Client::start(&bed, "producer", Role::Produce, &access, &work));
    ok(producer.wait_for_first(work.topics, 2 * MINUTE));

    // A bookie that is deleted comes back on its own disk: with another, it would refuse its cookie.
    let before = bed.pod("pulsar-bookie-1")["metadata"]["uid"].clone();
    let cookie = ["cat", "/pulsar/data/bookkeeper/ledgers/current/VERSION"];
    let identity = bed.exec("pulsar-bookie-1", &cookie);
    assert_eq!(identity.status, 0, "{}", identity.stderr);
    assert_eq!(bed.kubectl(&["delete", "pod", "pulsar-bookie-1"]).status, 0);
    ok(bed.wait_until("a new pod", MINUTE, |bed| {
        let pod = bed.pod("pulsar-bookie-1");
        !pod.is_null() && pod["metadata"]["uid"] != before
    }));
    ok(bed.wait_ready("pulsar-bookie-1", 4 * MINUTE));
    assert_eq!(bed.exec("pulsar-bookie-1", &cookie).stdout, identity.stdout);

    // A broker's process that ends is started again in its pod.
    bed.exec("pulsar-broker-0", &["sh", "-c", "kill 1"]);
    ok(bed.wait_until("a restart", 2 * MINUTE, |bed| restarts(&bed.pod("pulsar-broker-0")) == 1));
    ok(bed.wait_ready("pulsar-broker-0", 4 * MINUTE));
    std::thread::sleep(Duration::from_secs(5));

    let sent = producer.stop();
    ok(bed.wait_until("everything is received", MINUTE, |_| sent.missing_in(&consumer.account()).is_empty()));
    let received = consumer.stop();
    eprintln!("sent {}, longest {:?}", sent.len(), sent.longest());
    eprintln!(
        "received {}, longest {:?}, {} twice",
        received.len(),
        received.longest(),
        received.duplicates()
    );
    assert_eq!(sent.errors() + received.errors(), 0);
    assert!(sent.len() > 100, "{}", sent.len());
}

#[test]
#[ignore = "runs a small Pulsar cluster: needs root, Go, Java, Maven, 3 GiB and some minutes"]
fn clients_of_a_cluster_with_tls_and_tokens_miss_nothing() {
    let bed = ok(Bed::start("bed-secure", Plan { nodes: 3, next: false }));
    let run = ok(bed.apply(&[CLUSTER, SECURE, SMALL], &[]));
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    let access = Access {
        url: "pulsar+ssl://pulsar-broker:6651".to_owned(),
        token: Some("pulsar-token-admin".to_owned()),
        authority: Some("pulsar-ca-tls".to_owned()),
    };
    let work = Work { topics: 2, ..Work::on("persistent://public/default/secure") };
    let consumer = ok(Client::start(&bed, "consumer", Role::Consume, &access, &work));
    let producer = ok(Client::start(&bed, "producer", Role::Produce, &access, &work));
    ok(producer.wait_for_first(work.topics, 2 * MINUTE));
    ok(consumer.wait_for_first(work.topics, 2 * MINUTE));
    let sent = producer.stop();
    ok(bed.wait_until("everything is received", MINUTE, |_| sent.missing_in(&consumer.account()).is_empty()));
    // Without its token, a client gets nothing.
    let nobody = Access { token: None, ..access };
    let stranger = ok(Client::start(&bed, "stranger", Role::Produce, &nobody, &work));
    std::thread::sleep(Duration::from_secs(15));
    assert!(stranger.stop().is_empty());
}
