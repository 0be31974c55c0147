//! Rollouts of a running Pulsar, with a producer and a consumer that never stop: lost messages, restored settings, and the longest
//! interruptions.
//!
//! `cargo test -p pulsarc-e2e-live --test rollout -- --ignored --nocapture --test-threads=1` prints the figures. What the machine
//! decides, such as times, is printed and not asserted.

mod brokers;
mod canary;
mod kills;
mod load;
mod storage;

use pulsarc_e2e_live::{Bed, Plan};
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

fn paused() -> [Option<String>; 2] {
    [(); 2].map(|()| Some("false".to_owned()))
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
