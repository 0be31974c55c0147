//! What an apply waits for, and what ends the wait early.

use pulsarc_e2e_kubernetes::{FATE, Lab, Reach, Release, side_by_side, small};
use std::time::{Duration, Instant};

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_pod_that_cannot_start_ends_the_wait_with_the_reason() {
    let lab = Lab::start("live-gates", Reach::Rollout);
    let fates = vec![("image", "ImagePullBackOff"), ("crash", "crashes (exit code 1"), ("secret", "absent")];
    let wrong = side_by_side(fates, 3, |(fate, reason)| {
        let change = format!("broker: {{annotations: {{\"{FATE}\": {fate}}}}}");
        let config = small(&format!("gates-{fate}"), &change).values();
        let release = Release::new(&lab, "pulsar", &format!("gates-{fate}"));
        let started = Instant::now();
        let run = release.run("apply", &[&config, "--yes", "--timeout", "5m"]);
        let text = format!("{}{}", run.stdout, run.stderr);
        let took = started.elapsed();
        let early = took < Duration::from_secs(120);
        let told = text.contains(reason) && text.contains("pulsar-broker");
        let (_, status) = release.json("status", &[]);
        let proxies = release.objects().contains_key("statefulsets/pulsar-proxy");
        let stopped =
            run.status == 1 && status["ready"] == false && status["pending"].is_object() && !proxies;
        (!(early && told && stopped))
            .then(|| format!("{fate}: {} after {took:?}: {text}\n{status}", run.status))
    });
    let wrong: Vec<String> = wrong.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn a_stage_that_does_not_become_ready_ends_at_its_timeout() {
    let lab = Lab::start("live-timeout", Reach::Rollout);
    // Nodes with this label do not exist, so that the scheduler has nowhere to put the pods.
    let config = small("timeout", "zookeeper: {nodeSelector: {disk: none-has-this}}").values();
    let release = Release::new(&lab, "pulsar", "timeout");
    let started = Instant::now();
    let run = release.run("apply", &[&config, "--yes", "--timeout", "8s"]);
    assert_eq!(run.status, 1, "{}", run.stdout);
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
    let text = format!("{}{}", run.stdout, run.stderr);
    assert!(text.contains("pulsar-zookeeper"), "{text}");
    assert!(!release.objects().contains_key("statefulsets/pulsar-broker"), "later stages were begun");
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn addresses_of_load_balancers_are_waited_for_on_request() {
    let lab = Lab::start("live-addresses", Reach::Rollout);
    let config = small("addresses", "proxy: {service: {type: LoadBalancer}}").values();
    let release = Release::new(&lab, "pulsar", "addresses");
    release.done("apply", &[&config, "--yes", "--wait-for-addresses"]);
    let address = &release.objects()["services/pulsar-proxy"]["status"]["loadBalancer"]["ingress"][0]["ip"];
    assert_eq!(address, "203.0.113.10");
}
