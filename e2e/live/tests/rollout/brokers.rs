//! Brokers: both modes side by side, kills, another line, TLS, and the other load manager.

use super::kills::{are_paused, killed, killed_at_every_step, restored};
use super::load::Load;
use super::{
    CLUSTER, GRACEFUL, SECURE, SHEDDING, change, cluster, curl, installed, ok, overrides, replaced, rolled,
    round, uids,
};
use pulsarc_e2e_live::{Access, Bed, NEXT, Plan};
use serde_json::{Value, json};
use std::time::Instant;

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
    let load = Load::start(&bed, &access, "persistent://public/default/kills");
    let third = round(&bed, &["broker"], 3);
    let inputs = [CLUSTER, third.as_str()];
    let former = uids(&bed, "pulsar-broker", 3);
    let kills = killed_at_every_step(&bed, &inputs, |bed, kill| {
        // Where nobody restores them, the next run has to find and restore them.
        if kill % 2 == 0 {
            restored(bed);
            assert_eq!(overrides(bed), [None, None], "after kill {kill}");
        }
    });
    assert_eq!((overrides(&bed), replaced(&bed, &former)), ([None, None], 3));
    eprintln!("brokers: {kills} kills");

    // What somebody has set stays set.
    let url = format!("http://pulsar-broker:8080/admin/v2/brokers/configuration/{SHEDDING}/true");
    curl(&bed, "pulsar-toolset-0", &["-X", "POST", &url]);
    let kept = [Some("true".to_owned()), None];
    assert_eq!(overrides(&bed), kept);
    let fourth = round(&bed, &["broker"], 4);
    killed(&bed, &[CLUSTER, &fourth], "the pause", are_paused);
    // Whatever the next run is about restores it: this one goes back.
    rolled(&bed, "controlled", &inputs);
    assert_eq!(overrides(&bed), kept);
    load.stop("after kills");
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

/// The next line's image for brokers, with what lets both lines share their metadata.
fn upgrade() -> Value {
    json!({
        "broker": { "configData": { "scalableTopicsEnabled": "false", "internalListenerName": "" } },
        "images": { "broker": { "repository": "apachepulsar/pulsar", "tag": NEXT } },
    })
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
#[ignore = "restarts the brokers of a whole cluster: root, Go, Java, Maven, 6 GiB, 5 to 15 minutes"]
fn brokers_with_the_extensible_load_manager_restart_under_load() {
    let bed = ok(Bed::start("rollout-extensible", Plan::default()));
    let extensions = "org.apache.pulsar.broker.loadbalance.extensions";
    let manager = json!({ "broker": { "configData": {
        "loadManagerClassName": format!("{extensions}.ExtensibleLoadManagerImpl"),
        "loadBalancerLoadSheddingStrategy": format!("{extensions}.scheduler.TransferShedder"),
    } } });
    let manager = change(&bed, "manager", &manager);
    installed(&bed, &[CLUSTER, GRACEFUL, &manager]);
    let access = Access::plain("pulsar://pulsar-broker:6650");
    for (number, more) in (1..).zip([&[][..], &["--rebalance"][..]]) {
        let load = Load::start(&bed, &access, &format!("persistent://public/default/extensible-{number}"));
        let former = uids(&bed, "pulsar-broker", 3);
        let round = round(&bed, &["broker"], number);
        let inputs = [&[CLUSTER, GRACEFUL, manager.as_str(), round.as_str()], more].concat();
        let took = rolled(&bed, "controlled", &inputs);
        let what = format!("extensible load manager {}", more.join(" "));
        eprintln!("{what}: {} s", took.as_secs());
        assert_eq!((replaced(&bed, &former), overrides(&bed)), (3, [None, None]));
        load.stop(&what);
    }
}
