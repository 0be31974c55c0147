//! An upgrade of the brokers from 4.0.8 to 5.0.1 and back, by `pulsarc upgrade --fix`: no message is lost.
//!
//! `cargo test -p pulsarc-e2e-pulsar --test upgrade -- --ignored` needs what the cluster tests need, and Python's pip for the
//! wheel that has a Java 25. ZooKeeper and the bookie stay on 4.0.8.

use pulsarc_e2e_pulsar::cluster::Cluster;
use pulsarc_e2e_pulsar::distribution::{self, Distribution, NEWER, VERSION};
use pulsarc_e2e_pulsar::functions::eventually;
use pulsarc_e2e_pulsar::manifests::{Manifests, text};
use pulsarc_e2e_pulsar::messages::Topic;
use pulsarc_e2e_pulsar::server::Server;
use std::fs;
use std::path::Path;

const INPUT: &str = "e2e/pulsar/inputs/upgrade.yaml";
const BROKERS: [Server; 2] = [Server::first("broker"), Server { component: "broker", ordinal: 1 }];
const SERVERS: [Server; 4] = [Server::first("zookeeper"), Server::first("bookie"), BROKERS[0], BROKERS[1]];
const TOPIC: &str = "persistent://public/default/orders";
/// The setting that ends a broker of 5.0, which no edit can settle: its value is a class of the user's.
const BLOCKED: &str = "sslFactoryPlugin";

#[test]
#[ignore = "runs the real Pulsar"]
fn messages_outlive_the_upgrade_and_the_way_back() {
    assert_eq!(distribution::lacking(), None, "this is not on the machine");
    let image = Path::new(env!("CARGO_BIN_EXE_pulsarc-e2e-image"));
    let newer = done(distribution::newer());
    let before = done(Manifests::build(&[INPUT]));
    let mut cluster = done(Cluster::start_servers("upgrade", before, &SERVERS, image, None));
    let older = cluster.distribution().clone();
    eprintln!("Pulsar {VERSION} runs, its logs are in {}", cluster.folder().display());
    for broker in BROKERS {
        until_healthy(&cluster, broker, VERSION);
    }

    // A subscription that acknowledges nothing keeps every message.
    let admin = done(cluster.base("broker"));
    let kept = format!("{admin}/admin/v2/persistent/public/default/orders/subscription/kept");
    let answer = cluster.request(&["--location", "--request", "PUT"], &kept, None);
    assert_eq!(answer.status, 204, "{}", answer.body);
    let mut written = write(&cluster, "old", 1000);
    let mut resumed = read(&cluster, "resumed", 300);

    let fixed = fix(&cluster);
    let (first, last) = by_leadership(&cluster);
    drain(&mut cluster, first);
    ends_unless_the_advice_is_followed(&cluster, first, &newer);
    let after = follow(&fixed);
    done(cluster.start_again(first, &after, &newer, NEWER));
    until_healthy(&cluster, first, NEWER);
    // Beside a broker of 4.0 it may load no topic: 4.0 has no listener `internal`, by which it looks them up.
    replace(&mut cluster, last, &after, &newer, NEWER);
    assert_eq!(read(&cluster, "on-the-new-release", 1000), written);
    resumed.extend(read(&cluster, "resumed", 300));
    written.extend(write(&cluster, "new", 200));

    let back = cluster.folder().join("back.yaml");
    fs::write(&back, format!("defaultPulsarImageTag: {VERSION}\n")).expect("it is written");
    let back = done(Manifests::build(&[&fixed, &back.display().to_string()]));
    let (first, last) = by_leadership(&cluster);
    for broker in [first, last] {
        replace(&mut cluster, broker, &back, &older, "back");
    }
    assert_eq!(read(&cluster, "after-the-way-back", 1200), written);
    resumed.extend(read(&cluster, "resumed", 600));
    resumed.sort();
    written.sort();
    assert_eq!(resumed, written, "a subscription goes on where it was");
}

fn done<T>(result: Result<T, String>) -> T {
    result.unwrap_or_else(|error| panic!("{error}"))
}

/// Waits until a broker is healthy, and checks its version.
fn until_healthy(cluster: &Cluster, broker: Server, version: &str) {
    let base = done(cluster.base_of(broker));
    eventually(&format!("{} is healthy", broker.pod()), || {
        let answer = cluster.request(&[], &format!("{base}/admin/v2/brokers/health"), None);
        (answer.status == 200 && answer.body == "ok").then_some(()).ok_or((answer.status, answer.body))
    });
    let answer = cluster.request(&[], &format!("{base}/admin/v2/brokers/version"), None);
    assert_eq!(answer.body, version, "{}", broker.pod());
}

/// The brokers, the leader last.
fn by_leadership(cluster: &Cluster) -> (Server, Server) {
    let address = format!("{}/admin/v2/brokers/leaderBroker", done(cluster.base_of(BROKERS[0])));
    let leader = eventually("the brokers have a leader", || {
        let answer = cluster.request(&[], &address, None);
        (answer.status == 200).then_some(answer.body.clone()).ok_or((answer.status, answer.body))
    });
    let [one, other] = BROKERS;
    if leader.contains(&one.pod()) { (other, one) } else { (one, other) }
}

/// Hands a broker's topics over, as the report's order asks for, and ends it.
fn drain(cluster: &mut Cluster, broker: Server) {
    let base = done(cluster.base_of(broker));
    let options = "maxConcurrentUnloadPerSec=5&forcedTerminateTopic=false";
    let answer =
        cluster.request(&["--request", "POST"], &format!("{base}/admin/v2/brokers/shutdown?{options}"), None);
    assert!(matches!(answer.status, 200 | 204), "{}: {}", answer.status, answer.body);
    cluster.stop(broker);
}

fn replace(
    cluster: &mut Cluster,
    broker: Server,
    manifests: &Manifests,
    distribution: &Distribution,
    label: &str,
) {
    drain(cluster, broker);
    done(cluster.start_again(broker, manifests, distribution, label));
    until_healthy(cluster, broker, if label == NEWER { NEWER } else { VERSION });
}

/// Writes the answers into a copy of the input, which keeps the setting that no edit can settle.
fn fix(cluster: &Cluster) -> String {
    let copy = cluster.folder().join("values.yaml").display().to_string();
    fs::copy(pulsarc_e2e_kubernetes::root().join(INPUT), &copy).expect("it is copied");
    let run = pulsarc_e2e_kubernetes::pulsarc(&["upgrade", &copy, "--to", "5.0", "--keep-rollback", "--fix"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let left = run.stderr.lines().any(|line| line.starts_with("left: ") && line.contains(BLOCKED));
    assert!(left, "{}", run.stderr);
    let run = pulsarc_e2e_kubernetes::pulsarc(&["check", &copy]);
    assert!(run.status != 0 && run.stderr.contains(BLOCKED), "{}", run.stderr);
    copy
}

/// What `upgrade` says of the setting is so: a broker of 5.0 with it exits, and names it.
fn ends_unless_the_advice_is_followed(cluster: &Cluster, broker: Server, newer: &Distribution) {
    let told = done(cluster.run_to_its_end(broker, cluster.manifests(), newer, "blocked"));
    let named = told.lines().any(|line| line.contains(BLOCKED) && line.contains("removed in Pulsar 5.0"));
    assert!(named, "{told}");
}

/// Removes the setting by hand, as the report asks for, and builds the result.
fn follow(fixed: &str) -> Manifests {
    let whole = fs::read_to_string(fixed).expect("it is read");
    let kept = whole.lines().filter(|line| !line.contains(BLOCKED)).map(|line| format!("{line}\n"));
    fs::write(fixed, kept.collect::<String>()).expect("it is written");
    let manifests = done(Manifests::build(&[fixed]));
    let data = done(manifests.data("pulsar-broker"));
    assert_eq!(data.get("PULSAR_PREFIX_scalableTopicsEnabled").map(String::as_str), Some("false"));
    let broker = done(manifests.get("StatefulSet", "pulsar-broker"));
    let image = text(&broker["spec"]["template"]["spec"]["containers"][0]["image"]);
    assert_eq!(image, format!("apachepulsar/pulsar:{NEWER}"));
    manifests
}

fn topic(cluster: &Cluster) -> (String, &Cluster) {
    let hosts = BROKERS.map(|broker| format!("{}:6650", done(broker.host(cluster.manifests()))));
    (format!("pulsar://{}", hosts.join(",")), cluster)
}

fn write(cluster: &Cluster, word: &str, number: usize) -> Vec<String> {
    let (url, cluster) = topic(cluster);
    let messages: Vec<String> = (0..number).map(|at| format!("{word}-{at:04}")).collect();
    done(Topic { cluster, name: TOPIC, url: &url }.write(&messages));
    messages
}

fn read(cluster: &Cluster, subscription: &str, number: usize) -> Vec<String> {
    let (url, cluster) = topic(cluster);
    done(Topic { cluster, name: TOPIC, url: &url }.read(subscription, number))
}
