//! Rollouts of a running Pulsar, with a producer and a consumer that never stop: lost messages, restored settings, and the longest
//! interruptions.
//!
//! `cargo test -p pulsarc-e2e-live --test rollout -- --ignored --nocapture --test-threads=1` prints the figures. What the machine
//! decides, such as times, is printed and not asserted.

use pulsarc_e2e_live::{Access, Account, Bed, Client, NEXT, Plan, Role, Work};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

const CLUSTER: &str = "e2e/live/inputs/cluster.yaml";
const SECURE: &str = "e2e/live/inputs/secure.yaml";
const GRACEFUL: &str = "e2e/live/inputs/graceful.yaml";
const MINUTE: Duration = Duration::from_secs(60);
/// A run that was killed holds the lock of the release until it expires.
const LOCK: [&str; 2] = ["--lock-timeout", "3m"];
const SHEDDING: &str = "loadBalancerSheddingEnabled";
const SPLITTING: &str = "loadBalancerAutoBundleSplitEnabled";
/// Logs the leader and the bundles of each broker, over and over. It has no token, so it sees nothing of a cluster with TLS.
const WATCH: &str = "while true; do for n in 0 1 2; do \
    b=pulsar-broker-$n.pulsar-broker-headless.default.svc.cluster.local:8080; \
    l=$(curl -s -m 2 http://$b/admin/v2/brokers/leaderBroker); \
    o=$(curl -s -m 2 http://$b/admin/v2/brokers/pulsar/$b/ownedNamespaces); \
    echo \"$n|$l|$o\"; done; sleep 1; done";

fn ok<T>(result: Result<T, String>) -> T {
    result.unwrap_or_else(|error| panic!("{error}"))
}

/// A change of the configuration, as a file that follows the cluster's own.
fn change(bed: &Bed, name: &str, content: &Value) -> String {
    let path = bed.folder().join(format!("{name}.json"));
    fs::write(&path, content.to_string()).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    path.display().to_string()
}

/// Another template of the pods of components, with nothing in it that they would notice.
fn round(bed: &Bed, components: &[&str], number: u32) -> String {
    let one = json!({ "annotations": { "test/round": number.to_string() } });
    let all = components.iter().map(|component| ((*component).to_owned(), one.clone())).collect();
    change(bed, &format!("round-{number}"), &Value::Object(all))
}

fn words<'a>(mode: &'a str, inputs: &[&'a str]) -> Vec<&'a str> {
    let options = ["apply", "--yes", "--rollout", mode];
    options.iter().chain(&LOCK).chain(inputs).copied().collect()
}

/// Applies a change to its end, and says how long that took.
fn rolled(bed: &Bed, mode: &str, inputs: &[&str]) -> Duration {
    let start = Instant::now();
    let run = bed.pulsarc(&words(mode, inputs));
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    start.elapsed()
}

/// Starts a controlled rollout and kills it as soon as something is seen, which has to come before its end.
fn killed(bed: &Bed, inputs: &[&str], what: &str, seen: impl FnMut(&Bed) -> bool) {
    let mut run = bed.call(&words("controlled", inputs)).start();
    let found = bed.wait_until(what, 6 * MINUTE, seen);
    run.kill();
    ok(found);
}

/// Kills a controlled rollout when it says its first thing, lets another one go on until its second, and so on until one comes to its
/// end; the number of kills.
fn killed_at_every_step(bed: &Bed, inputs: &[&str], and_then: impl Fn(&Bed)) -> usize {
    let mut kills = 0;
    loop {
        let run = bed.call(&words("controlled", inputs));
        let Some(run) = run.run_until_line(kills + 1, |line| line.starts_with("  ")) else {
            kills += 1;
            // The lock of a killed run expires after half a minute, which other tests wait for.
            bed.kubectl(&["delete", "lease", "--all"]);
            and_then(bed);
            continue;
        };
        assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
        return kills;
    }
}

fn restored(bed: &Bed) {
    let run = bed.pulsarc(&["rollout", "restore", LOCK[0], LOCK[1]]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
}

/// A pod's own answer.
fn curl(bed: &Bed, pod: &str, options: &[&str]) -> String {
    let words: Vec<&str> = ["curl", "-s", "-m", "10"].iter().chain(options).copied().collect();
    bed.exec(pod, &words).stdout
}

/// The overrides of the two settings that rollouts pause; none if no broker answers.
fn try_overrides(bed: &Bed) -> Option<[Option<String>; 2]> {
    let url = "http://pulsar-broker:8080/admin/v2/brokers/configuration/values";
    let all: Value = serde_json::from_str(&curl(bed, "pulsar-toolset-0", &[url])).ok()?;
    Some([SHEDDING, SPLITTING].map(|name| all[name].as_str().map(str::to_owned)))
}

fn overrides(bed: &Bed) -> [Option<String>; 2] {
    try_overrides(bed).unwrap_or_else(|| panic!("no broker says its overrides"))
}

fn are_paused(bed: &Bed) -> bool {
    try_overrides(bed) == Some(paused())
}

fn paused() -> [Option<String>; 2] {
    [(); 2].map(|()| Some("false".to_owned()))
}

/// What identifies a pod among those of its name.
fn uid(bed: &Bed, pod: &str) -> Value {
    bed.pod(pod)["metadata"]["uid"].clone()
}

fn uids(bed: &Bed, set: &str, count: usize) -> BTreeMap<String, Value> {
    let names = (0..count).map(|ordinal| format!("{set}-{ordinal}"));
    names.map(|name| (name.clone(), uid(bed, &name))).collect()
}

/// How many pods are others than they were.
fn replaced(bed: &Bed, before: &BTreeMap<String, Value>) -> usize {
    before.iter().filter(|(name, old)| uid(bed, name) != **old).count()
}

/// Whether a bookie says that autorecovery is enabled; none if it does not answer.
fn recovers(bed: &Bed, ordinal: usize) -> Option<bool> {
    let pod = format!("pulsar-bookie-{ordinal}");
    let url = format!("http://{pod}.pulsar-bookie:8000/api/v1/autorecovery/status");
    let answer: Value = serde_json::from_str(&curl(bed, &pod, &[&url])).ok()?;
    answer["enabled"].as_bool()
}

/// Whether the bookies that answer say that it is.
fn all_recover(bed: &Bed, expected: bool) -> bool {
    let answers: Vec<bool> = (0..4).filter_map(|ordinal| recovers(bed, ordinal)).collect();
    !answers.is_empty() && answers.iter().all(|enabled| *enabled == expected)
}

/// A producer and a consumer of the same topics, and who owned those while they worked.
struct Load<'a> {
    bed: &'a Bed,
    producer: Client<'a>,
    consumer: Client<'a>,
    since: u64,
}

/// What a load says when it is over.
struct Figures {
    sent: Account,
    received: Account,
    leaders: usize,
    moves: usize,
}

impl<'a> Load<'a> {
    fn start(bed: &'a Bed, access: &Access, topic: &str) -> Self {
        let work = Work { topics: 12, period: Duration::from_millis(200), ..Work::on(topic) };
        let consumer = ok(Client::start(bed, "consumer", Role::Consume, access, &work));
        let producer = ok(Client::start(bed, "producer", Role::Produce, access, &work));
        ok(consumer.wait_for_first(work.topics, 4 * MINUTE));
        ok(bed.put(&watcher()));
        ok(bed.wait_ready("watcher", MINUTE));
        std::thread::sleep(Duration::from_secs(10));
        Self { bed, producer, consumer, since: now() }
    }

    /// Ends it after everything was received. Nothing may be missing.
    fn stop(self, what: &str) -> Figures {
        // What was interrupted by the last step shows in the seconds after it.
        std::thread::sleep(Duration::from_secs(10));
        let (leaders, moves) = movements(&self.bed.pod_log("watcher"));
        self.bed.kubectl(&["delete", "pod", "watcher", "--grace-period=0", "--force"]);
        let sent = self.producer.stop();
        let consumer = self.consumer;
        ok(self.bed.wait_until("everything is received", 2 * MINUTE, |_| {
            sent.missing_in(&consumer.account()).is_empty()
        }));
        let received = consumer.stop();
        assert_eq!(sent.errors() + received.errors(), 0, "{what}");
        assert!(sent.len() > 500, "{what}: {}", sent.len());
        let figures =
            Figures { sent: sent.since(self.since), received: received.since(self.since), leaders, moves };
        eprintln!("{what}: {figures}");
        figures
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            out,
            "{} sent, longest {:?}; {} received, longest {:?}, {} twice; {} changes of the leader, {} moves of bundles",
            self.sent.len(),
            self.sent.longest(),
            self.received.len(),
            self.received.longest(),
            self.received.duplicates(),
            self.leaders,
            self.moves
        )
    }
}

fn watcher() -> Value {
    json!({
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": { "name": "watcher", "namespace": "default" },
        "spec": {
            "terminationGracePeriodSeconds": 1,
            "containers": [{ "name": "main", "image": "test", "command": ["bash", "-c", WATCH] }],
        },
    })
}

fn now() -> u64 {
    let time = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

/// How often the leader and the owner of a bundle changed. A time without an owner does not count as a change.
fn movements(log: &str) -> (usize, usize) {
    let (mut leader, mut leaders, mut moves) = (String::new(), 0, 0);
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    for line in log.lines() {
        let parts: Vec<&str> = line.splitn(3, '|').collect();
        let [broker, said, owned] = parts[..] else { continue };
        let said: Value = serde_json::from_str(said).unwrap_or_default();
        if let Some(name) = said["serviceUrl"].as_str().filter(|name| *name != leader) {
            leaders += usize::from(!leader.is_empty());
            name.clone_into(&mut leader);
        }
        let owned: Value = serde_json::from_str(owned).unwrap_or_default();
        for bundle in owned.as_object().into_iter().flatten().map(|(bundle, _)| bundle) {
            // Each broker has a bundle for its health check.
            if bundle.starts_with("public/") {
                let before = owners.insert(bundle.clone(), broker.to_owned());
                moves += usize::from(before.is_some_and(|before| before != broker));
            }
        }
    }
    (leaders, moves)
}

#[test]
fn movements_are_changes_of_leaders_and_owners() {
    let line = |broker: u32, leader: &str, bundles: &[&str]| {
        let owned: serde_json::Map<String, Value> =
            bundles.iter().map(|name| ((*name).to_owned(), json!({}))).collect();
        format!("{broker}|{}|{}\n", json!({ "serviceUrl": leader }), Value::Object(owned))
    };
    let log = [
        line(0, "a", &["public/x/1", "pulsar/own/1"]),
        line(1, "a", &["public/x/2"]),
        "2||\n".to_owned(),
        line(1, "b", &["public/x/1", "pulsar/own/1"]),
        line(1, "b", &["public/x/1"]),
    ];
    assert_eq!(movements(&log.concat()), (1, 1));
}

/// A bed with the cluster on it.
fn cluster(name: &str, plan: Plan, inputs: &[&str]) -> Bed {
    let bed = ok(Bed::start(name, plan));
    installed(&bed, inputs);
    bed
}

fn installed(bed: &Bed, inputs: &[&str]) {
    let start = Instant::now();
    let run = ok(bed.apply(inputs, &["--timeout", "20m"]));
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    eprintln!("the cluster is up after {} s", start.elapsed().as_secs());
}

#[test]
#[ignore = "restarts the brokers of a whole cluster several times: root, Go, Java, Maven, 6 GiB, 15 to 30 minutes"]
fn brokers_restart_under_load_side_by_side() {
    let bed = cluster("rollout-brokers", Plan::default(), &[CLUSTER, GRACEFUL]);
    let access = Access::plain("pulsar://pulsar-broker:6650");
    let mut round_number = 0;
    // Twice, so that what one mode leaves behind is not always what the same other one finds.
    for _ in 0..2 {
        for (mode, more) in
            [("kubernetes", &[][..]), ("controlled", &[][..]), ("controlled", &["--rebalance"][..])]
        {
            round_number += 1;
            let load =
                Load::start(&bed, &access, &format!("persistent://public/default/round-{round_number}"));
            let before = uids(&bed, "pulsar-broker", 3);
            let round = round(&bed, &["broker"], round_number);
            let took = rolled(&bed, mode, &[&[CLUSTER, GRACEFUL, round.as_str()], more].concat());
            assert_eq!(replaced(&bed, &before), 3);
            let what = format!("{mode} {}", more.join(" "));
            eprintln!("{what}: {} s", took.as_secs());
            let figures = load.stop(&what);
            // The leader restarts last, so only once another one takes over. Kubernetes restarts it wherever it is.
            assert!(mode == "kubernetes" && figures.leaders >= 1 || figures.leaders == 1);
            assert_eq!(overrides(&bed), [None, None]);
        }
    }
}

#[test]
#[ignore = "restarts the brokers of a whole cluster, and kills that: root, Go, Java, Maven, 6 GiB, 15 to 30 minutes"]
fn settings_are_restored_after_kills() {
    let bed = cluster("rollout-kills", Plan::default(), &[CLUSTER]);
    let access = Access::plain("pulsar://pulsar-broker:6650");
    kills(&bed, &access);
}

fn kills(bed: &Bed, access: &Access) {
    let load = Load::start(bed, access, "persistent://public/default/kills");
    let third = round(bed, &["broker"], 3);
    let inputs = [CLUSTER, third.as_str()];
    let former = uids(bed, "pulsar-broker", 3);
    let kills = std::cell::Cell::new(0);
    killed_at_every_step(bed, &inputs, |bed| {
        kills.set(kills.get() + 1);
        // Where nobody restores them, the next run has to find and restore them.
        if kills.get() % 2 == 0 {
            restored(bed);
            assert_eq!(overrides(bed), [None, None], "after kill {}", kills.get());
        }
    });
    assert_eq!((overrides(bed), replaced(bed, &former)), ([None, None], 3));
    eprintln!("brokers: {} kills", kills.get());

    // What somebody has set stays set.
    let url = format!("http://pulsar-broker:8080/admin/v2/brokers/configuration/{SHEDDING}/true");
    curl(bed, "pulsar-toolset-0", &["-X", "POST", &url]);
    let kept = [Some("true".to_owned()), None];
    assert_eq!(overrides(bed), kept);
    let fourth = round(bed, &["broker"], 4);
    killed(bed, &[CLUSTER, &fourth], "the pause", are_paused);
    // Whatever the next run is about restores it: this one goes back.
    rolled(bed, "controlled", &inputs);
    assert_eq!(overrides(bed), kept);
    load.stop("after kills");
}

#[test]
#[ignore = "restarts the bookies and ZooKeeper of a whole cluster: root, Go, Java, Maven, 7 GiB, 20 to 40 minutes"]
fn bookies_and_zookeeper_restart_under_load_and_lose_nothing() {
    let bed = cluster("rollout-storage", Plan::default(), &[CLUSTER]);
    let access = Access::plain("pulsar://pulsar-broker:6650");
    let load = Load::start(&bed, &access, "persistent://public/default/bookies");
    let first = round(&bed, &["bookkeeper"], 1);
    let inputs = [CLUSTER, first.as_str()];
    let former = uids(&bed, "pulsar-bookie", 4);
    assert!(all_recover(&bed, true));
    let start = Instant::now();
    let kills = killed_at_every_step(&bed, &inputs, |bed| {
        restored(bed);
        assert!(all_recover(bed, true));
    });
    assert_eq!((replaced(&bed, &former), all_recover(&bed, true)), (4, true));
    load.stop(&format!("bookies, killed {kills} times"));
    eprintln!("the bookies with {kills} kills: {} s", start.elapsed().as_secs());
    zookeeper_restarts_grows_and_shrinks(&bed, &access);
}

fn zookeeper_restarts_grows_and_shrinks(bed: &Bed, access: &Access) {
    let load = Load::start(bed, access, "persistent://public/default/zookeeper");
    let former = uids(bed, "pulsar-zookeeper", 3);
    let second = round(bed, &["zookeeper"], 2);
    let led = leading_servers(bed, 3);
    let run = bed.call(&words("controlled", &[CLUSTER, &second])).start();
    let two = bed.wait_until("two servers restart", 6 * MINUTE, |bed| replaced(bed, &former) == 2);
    // The leader from before is the one that is left.
    let left: Vec<&String> = former.keys().filter(|name| uid(bed, name) == former[*name]).collect();
    let run = run.finish();
    ok(two);
    assert_eq!(left, led.iter().collect::<Vec<_>>());
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    for servers in [5, 3] {
        let size = change(bed, "size", &json!({ "zookeeper": { "replicaCount": servers } }));
        let took = rolled(bed, "controlled", &[CLUSTER, &second, &size]);
        eprintln!("{servers} servers of ZooKeeper after {} s", took.as_secs());
        assert_eq!(leading_servers(bed, servers).len(), 1);
    }
    load.stop("ZooKeeper, 3 to 5 to 3");
}

/// The servers of ZooKeeper that say that they lead.
fn leading_servers(bed: &Bed, servers: usize) -> Vec<String> {
    let ask = "exec 3<>/dev/tcp/localhost/2181; printf mntr >&3; cat <&3";
    let names = (0..servers).map(|ordinal| format!("pulsar-zookeeper-{ordinal}"));
    names
        .filter(|name| bed.exec(name, &["bash", "-c", ask]).stdout.contains("zk_server_state\tleader"))
        .collect()
}

#[test]
#[ignore = "upgrades the brokers of a whole cluster and rolls them back: root, Go, Java, Maven, pip, 7 GiB, 15 to 30 minutes"]
fn brokers_are_upgraded_and_rolled_back_under_load() {
    let bed = cluster("rollout-upgrade", Plan { next: true, ..Plan::default() }, &[CLUSTER, GRACEFUL]);
    let access = Access::plain("pulsar://pulsar-broker:6650");
    let load = Load::start(&bed, &access, "persistent://public/default/upgrade");
    let former = uids(&bed, "pulsar-broker", 3);
    let newer = change(&bed, "newer", &upgrade());
    // Both restart with the other line; the rest keeps its own for now.
    let accepted = ["broker", "toolset"].map(|set| format!("--accept=stepwise:StatefulSet/pulsar-{set}"));
    let took = rolled(&bed, "controlled", &[CLUSTER, GRACEFUL, &newer, &accepted[0], &accepted[1]]);
    eprintln!("upgraded after {} s", took.as_secs());
    assert_eq!(replaced(&bed, &former), 3);
    let upgraded = uids(&bed, "pulsar-broker", 3);
    let start = Instant::now();
    let run = bed.pulsarc(&[
        "rollback",
        "--yes",
        "--rollout=controlled",
        "--accept=dataLoss:StatefulSet/pulsar-broker",
        &accepted[0],
        &accepted[1],
    ]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    eprintln!("rolled back after {} s", start.elapsed().as_secs());
    assert_eq!(replaced(&bed, &upgraded), 3);
    load.stop("upgrade and rollback");
}

#[test]
#[ignore = "restarts the brokers of a cluster with TLS and tokens: root, Go, Java, Maven, 6 GiB, 10 to 20 minutes"]
fn brokers_with_tls_and_tokens_restart_under_load() {
    let bed = cluster("rollout-secure", Plan::default(), &[CLUSTER, SECURE, GRACEFUL]);
    let access = Access {
        url: "pulsar+ssl://pulsar-broker:6651".to_owned(),
        token: Some("pulsar-token-admin".to_owned()),
        authority: Some("pulsar-ca-tls".to_owned()),
    };
    for (number, mode) in (1..).zip(["kubernetes", "controlled"]) {
        let load = Load::start(&bed, &access, &format!("persistent://public/default/secure-{number}"));
        let former = uids(&bed, "pulsar-broker", 3);
        let round = round(&bed, &["broker"], number);
        let took = rolled(&bed, mode, &[CLUSTER, SECURE, GRACEFUL, &round]);
        eprintln!("{mode} with TLS and tokens: {} s", took.as_secs());
        assert_eq!(replaced(&bed, &former), 3);
        load.stop(&format!("{mode} with TLS and tokens"));
    }
}

#[test]
#[ignore = "restarts the servers of a whole cluster: root, Go, Java, Maven, 7 GiB, 10 to 20 minutes"]
fn a_canary_pauses_and_workers_proxies_and_many_brokers_restart() {
    let bed = ok(Bed::start("rollout-canary", Plan::default()));
    let two = json!({ "replicaCount": 2 });
    let sizes =
        json!({ "proxy": two, "function_worker": two, "broker": { "replicaCount": 5 }, "autorecovery": two });
    let sizes = change(&bed, "sizes", &sizes);
    installed(&bed, &[CLUSTER, GRACEFUL, &sizes]);
    let load = Load::start(
        &bed,
        &Access::plain("pulsar://pulsar-proxy:6650"),
        "persistent://public/default/through-proxies",
    );
    let servers = || ["function-worker", "proxy"].map(|name| uids(&bed, &format!("pulsar-{name}"), 2));
    let before = servers();
    let first = round(&bed, &["function_worker", "proxy"], 1);
    let inputs = [CLUSTER, GRACEFUL, &sizes, &first];
    let run = bed.pulsarc(&words("controlled", &[&inputs[..], &["--pause-after", "1"]].concat()));
    assert_ne!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stderr.contains("paused by --pause-after: 1 pod has restarted"), "{}", run.stderr);
    assert_eq!(before.each_ref().map(|pods| replaced(&bed, pods)), [1, 0]);
    let took = rolled(&bed, "controlled", &inputs);
    assert_eq!(before.each_ref().map(|pods| replaced(&bed, pods)), [2, 2]);
    eprintln!("the rest of two workers and two proxies: {} s", took.as_secs());
    load.stop("workers and proxies");

    let load =
        Load::start(&bed, &Access::plain("pulsar://pulsar-broker:6650"), "persistent://public/default/pairs");
    let before = uids(&bed, "pulsar-broker", 5);
    let second = round(&bed, &["broker"], 2);
    let inputs = [CLUSTER, GRACEFUL, &sizes, &second, "--max-parallel", "2"];
    let took = rolled(&bed, "controlled", &inputs);
    assert_eq!(replaced(&bed, &before), 5);
    eprintln!("five brokers, two at once: {} s", took.as_secs());
    load.stop("five brokers, two at once");
}

/// The next line's image for brokers, with what lets both lines share their metadata.
fn upgrade() -> Value {
    json!({
        "broker": { "configData": { "scalableTopicsEnabled": "false", "internalListenerName": "" } },
        "images": { "broker": { "repository": "apachepulsar/pulsar", "tag": NEXT } },
    })
}
