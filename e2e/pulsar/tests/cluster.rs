//! Pulsar Functions on the real Pulsar, as pulsarc emits it: plain, with tokens, and with TLS on every edge as well.
//!
//! `cargo test -p pulsarc-e2e-pulsar -- --ignored` needs Java 17, Maven, curl and Linux namespaces, and fails
//! if one of them is missing. One cluster runs at a time.

use pulsarc_e2e_pulsar::cluster::Cluster;
use pulsarc_e2e_pulsar::distribution;
use pulsarc_e2e_pulsar::functions::{ADMIN, FUNCTIONS, address, create, eventually, get, until_led};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

/// What a scenario expects beside answers.
#[derive(PartialEq)]
enum Security {
    None,
    Tokens,
    TokensAndTls,
}

#[test]
#[ignore = "runs the real Pulsar"]
fn plain() {
    run("plain", &Security::None);
}

#[test]
#[ignore = "runs the real Pulsar"]
fn tokens() {
    run("jwt", &Security::Tokens);
}

#[test]
#[ignore = "runs the real Pulsar"]
fn tls_and_tokens() {
    run("tls-jwt", &Security::TokensAndTls);
}

fn run(name: &str, security: &Security) {
    let _held = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    assert_eq!(distribution::lacking(), None, "this is not on the machine");
    let input = format!("e2e/pulsar/inputs/{name}.ncl");
    let image = Path::new(env!("CARGO_BIN_EXE_pulsarc-e2e-image"));
    let cluster = Cluster::start(name, &input, image, None).unwrap_or_else(|error| panic!("{error}"));
    eprintln!("Pulsar {} runs, its logs are in {}", distribution::VERSION, cluster.folder().display());

    routes(&cluster);
    if *security != Security::None {
        guards(&cluster);
    }
    answers(&cluster);
    edges(&cluster, security);
}

/// No connection without TLS where all have it, and each server known by its pod's own name too.
fn edges(cluster: &Cluster, security: &Security) {
    let plain = [2181, 6650, 6750, 8080];
    let used = cluster.far_ports().unwrap_or_else(|error| panic!("{error}"));
    if *security != Security::TokensAndTls {
        assert!(used.contains(&2181) && used.contains(&6650), "connections are overlooked: {used:?}");
        return;
    }
    assert!(used.contains(&2281) && used.contains(&6651), "connections are overlooked: {used:?}");
    assert!(!used.iter().any(|port| plain.contains(port)), "a connection without TLS: {used:?}");
    for server in ["broker", "proxy"] {
        let host = format!("pulsar-{server}");
        assert!(cluster.opens(&host, 6651), "{server} is not there");
        assert!(!cluster.opens(&host, 6650), "{server} speaks the binary protocol in the clear too");
    }
    for server in ["broker", "function-worker", "proxy"] {
        let address = cluster.pod_base(server).unwrap_or_else(|error| panic!("{error}"));
        let answer = cluster.request(&[], &format!("{address}/metrics"), ADMIN);
        assert_ne!(answer.status, 0, "{server} by its pod's own name, {address}: {}", answer.body);
    }
}

/// The broker has no functions, the worker has, and the proxy leads to the worker.
fn routes(cluster: &Cluster) {
    for (server, status) in [("broker", 409), ("function-worker", 200), ("proxy", 200)] {
        eventually(&format!("{server} answers the Functions API with {status}"), || {
            let answer = get(cluster, server, FUNCTIONS, ADMIN);
            (answer.0 == status).then_some(()).ok_or(answer)
        });
    }
}

/// Who shows no token is rejected, yet the monitor, which has none, gets its metrics.
fn guards(cluster: &Cluster) {
    for server in ["broker", "function-worker", "proxy"] {
        let (status, body) = get(cluster, server, FUNCTIONS, None);
        assert_eq!(status, 401, "{server} without a token: {body}");
    }
    let (status, body) = get(cluster, "function-worker", "/metrics", None);
    assert_eq!(status, 200, "{body}");
    assert!(body.contains("pulsar_function_worker_"), "no metrics: {body}");
}

/// A function that is uploaded through the proxy answers a message.
fn answers(cluster: &Cluster) {
    until_led(cluster);
    let address = address(cluster, "exclaim");
    eventually("the function is created", || {
        let answer = create(cluster, "exclaim");
        (answer.status == 204).then_some(()).ok_or((answer.status, answer.body))
    });
    eventually("the function answers", || {
        let trigger = format!("{address}/trigger");
        let answer = cluster.request(&["--form-string", "data=hello"], &trigger, ADMIN);
        (answer.status == 200 && answer.body == "hello!").then_some(()).ok_or((answer.status, answer.body))
    });
}
