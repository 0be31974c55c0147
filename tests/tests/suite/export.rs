//! What `pulsarc export` and `pulsarc explain` tell other programs and people.

use pulsarc_tests::{Run, pulsarc, pulsarc_with, root};
use serde_json::Value;
use std::collections::BTreeSet;

const INPUT: &str = "examples/function-worker-tls-jwt.ncl";

fn exported(arguments: &[&str]) -> Value {
    let run = pulsarc(&[&["export"], arguments].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("it is JSON")
}

fn objects(input: &str) -> Vec<Value> {
    let run = pulsarc(&["build", "--format", "json", input]);
    let list: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    list["items"].as_array().expect("a list").clone()
}

#[test]
fn each_part_is_as_it_was() {
    for what in ["endpoints", "images", "resources", "topology"] {
        let run = pulsarc(&["export", "--what", what, "--format", "yaml", INPUT]);
        insta::assert_snapshot!(what, run.stdout);
    }
}

#[test]
fn the_whole_configuration_builds_the_same_again() {
    let run = pulsarc(&["export", "--format", "yaml", "examples/production.ncl"]);
    let again = pulsarc_with(root(), &["build", "-"], &run.stdout);
    assert_eq!(again.status, 0, "{}", again.stderr);
    assert_eq!(again.stdout, pulsarc(&["build", "examples/production.ncl"]).stdout);
}

#[test]
fn every_image_of_every_pod_is_there() {
    let images: BTreeSet<String> = exported(&["--what", "images", INPUT])
        .as_array()
        .expect("a list")
        .iter()
        .map(|image| image["image"].as_str().expect("a text").to_owned())
        .collect();
    let mut run = BTreeSet::new();
    for object in objects(INPUT) {
        for list in ["containers", "initContainers"] {
            let path = format!("/spec/template/spec/{list}");
            for container in object.pointer(&path).and_then(Value::as_array).into_iter().flatten() {
                run.insert(container["image"].as_str().expect("an image").to_owned());
            }
        }
    }
    assert_eq!(images, run);
}

#[test]
fn totals_are_the_sums_of_the_workloads() {
    let resources = exported(&["--what", "resources", "examples/production.ncl"]);
    for amount in ["cpu_request_millicores", "memory_request_bytes", "disk_bytes"] {
        let workloads = resources["workloads"].as_array().expect("a list");
        let sum: i64 = workloads
            .iter()
            .map(|it| {
                it["pod"][amount].as_i64().expect("a number") * it["replicas"].as_i64().expect("a number")
            })
            .sum();
        assert_eq!(resources["total"][amount].as_i64(), Some(sum), "{amount}");
        assert!(sum > 0, "{amount}");
    }
}

#[test]
fn connections_match_open_service_ports() {
    let topology = exported(&["--what", "topology", INPUT]);
    let names: BTreeSet<&str> = topology["components"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|component| component["name"].as_str())
        .collect();
    let edges = topology["edges"].as_array().expect("a list");
    for edge in edges {
        assert!(names.contains(edge["to"].as_str().expect("a text")), "nobody is there: {edge}");
        // The example has TLS on every connection but Oxia's, which it does not have.
        assert_eq!(edge["tls"], true, "{edge}");
    }
    let has = |from: &str, to: &str| edges.iter().any(|edge| edge["from"] == from && edge["to"] == to);
    for (from, to) in [
        ("clients", "proxy"),
        ("proxy", "broker"),
        ("proxy", "function-worker"),
        ("function-worker", "broker"),
        ("broker", "bookie"),
        ("broker", "zookeeper"),
        ("functions", "broker"),
    ] {
        assert!(has(from, to), "{from} does not dial {to}: {edges:#?}");
    }
}

#[test]
fn invalid_configurations_are_not_exported() {
    let run = pulsarc(&["export", "crates/rules/src/quorums/order.wrong.yaml"]);
    assert_eq!((run.status, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("PUL0101"), "{}", run.stderr);
}

#[test]
fn variables_are_read_by_a_shell() {
    let run = pulsarc(&["export", "--what", "endpoints", "--format", "env", INPUT]);
    let script = format!("{}\nprintf %s \"$CLIENT\"", run.stdout);
    let shell = std::process::Command::new("sh").args(["-c", &script]).output().expect("a shell");
    let client = String::from_utf8_lossy(&shell.stdout).into_owned();
    assert_eq!(client, exported(&["--what", "endpoints", INPUT])["client"].as_str().expect("a text"));
}

fn explained(about: &str) -> Run {
    pulsarc(&["explain", about])
}

#[test]
fn ranges_and_patterns_of_keys_are_explained() {
    let paths = [
        "proxy.ports.http",
        "broker.component",
        "broker.pdb.maxUnavailable",
        "proxy.service.loadBalancerIP",
        "tls.broker.dnsNames",
        "broker.nodeSelector",
    ];
    let pages: Vec<String> = paths.iter().map(|path| explained(path).stdout).collect();
    insta::assert_snapshot!("explained_ranges_and_patterns", pages.join("\n"));
}

#[test]
fn keys_are_explained() {
    let pages: Vec<String> =
        ["broker.replicaCount", "images.broker.pullPolicy", "tls.proxy", "broker.configData"]
            .iter()
            .map(|path| explained(path).stdout)
            .collect();
    insta::assert_snapshot!("explained_keys", pages.join("\n"));
    for (wrong, advice) in [
        ("broker.replicas", "did you mean broker.replicaCount?"),
        ("brokr", "did you mean broker?"),
        ("broker.configData.myOwn", "takes keys of your own"),
        ("PUL9999", "unknown code"),
    ] {
        let run = explained(wrong);
        assert_eq!(run.status, 2, "{wrong}");
        assert!(run.stderr.contains(advice), "{wrong}: {}", run.stderr);
    }
}

#[test]
fn a_configuration_accepts_what_it_gives_a_reason_for() {
    let values = |checks: &str| {
        format!("auth: {{authentication: {{enabled: true, jwt: {{enabled: true}}}}}}\nchecks: {checks}\n")
    };
    let checked = |checks: &str, options: &[&str]| {
        pulsarc_with(root(), &[&["check", "-"], options].concat(), &values(checks))
    };
    assert!(checked("{}", &[]).stderr.contains("PUL0509"));
    let accepted = checked("{PUL0509: {level: allow, reason: a test cluster}}", &[]);
    assert_eq!((accepted.status, accepted.stderr.as_str()), (0, ""));
    let denied = checked("{PUL0509: {level: deny, reason: never here}}", &[]);
    assert_eq!(denied.status, 1);
    // The command line stands above the configuration.
    let denied = checked("{PUL0509: {level: allow, reason: a test cluster}}", &["--deny", "PUL0509"]);
    assert_eq!(denied.status, 1, "{}", denied.stderr);
    let excepted = checked("{PUL0509: {level: allow, reason: a test cluster}}", &["--deny", "warnings"]);
    assert_eq!(excepted.status, 0, "{}", excepted.stderr);
    // A reason belongs to it.
    let bare = checked("{PUL0509: {level: allow}}", &[]);
    assert_eq!(bare.status, 1);
    assert!(bare.stderr.contains("`reason` is missing"), "{}", bare.stderr);
}
