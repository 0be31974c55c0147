//! Bookies and ZooKeeper.

use super::kills::{killed_at_every_step, restored};
use super::load::Load;
use super::{CLUSTER, MINUTE, change, cluster, curl, ok, replaced, rolled, round, uid, uids, words};
use pulsarc_e2e_live::{Access, Bed, Plan};
use serde_json::{Value, json};
use std::time::Instant;

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
    let kills = killed_at_every_step(&bed, &inputs, |bed, _| {
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
