//! A producer and a consumer that never stop, and the interruptions they see.

use super::{MINUTE, ok};
use pulsarc_e2e_live::{Access, Account, Bed, Client, Role, Work};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::time::Duration;

/// Logs the leader and the bundles of each broker, over and over. It has no token, so it sees nothing of a cluster with TLS.
const WATCH: &str = "while true; do for n in 0 1 2; do \
    b=pulsar-broker-$n.pulsar-broker-headless.default.svc.cluster.local:8080; \
    l=$(curl -s -m 2 http://$b/admin/v2/brokers/leaderBroker); \
    o=$(curl -s -m 2 http://$b/admin/v2/brokers/pulsar/$b/ownedNamespaces); \
    echo \"$n|$l|$o\"; done; sleep 1; done";

/// A producer and a consumer of the same topics, and who owned those while they worked.
pub(crate) struct Load<'a> {
    bed: &'a Bed,
    producer: Client<'a>,
    consumer: Client<'a>,
    since: u64,
}

impl<'a> Load<'a> {
    pub(crate) fn start(bed: &'a Bed, access: &Access, topic: &str) -> Self {
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
    pub(crate) fn stop(self, what: &str) -> Figures {
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

/// What a load says when it is over.
pub(crate) struct Figures {
    sent: Account,
    received: Account,
    pub(crate) leaders: usize,
    moves: usize,
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
