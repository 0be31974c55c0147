//! A pause after the first pod, function workers, proxies, and several brokers at once.

use super::load::Load;
use super::{CLUSTER, GRACEFUL, change, installed, ok, replaced, rolled, round, uids, words};
use pulsarc_e2e_live::{Access, Bed, Plan};
use serde_json::json;

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
    let before = ["pulsar-function-worker", "pulsar-proxy"].map(|set| uids(&bed, set, 2));
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
