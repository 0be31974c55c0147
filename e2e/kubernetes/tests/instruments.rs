//! The tests' own instruments: the proxy, kubectl and Helm, on the real API server.

use pulsarc_e2e_kubernetes::{
    Call, Case, Force, Helm, Lab, Proxy, Reach, Release, Verdict, configured, kubectl, write_chart,
};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

fn kubectl_call(kubeconfig: &Path, arguments: &[&str]) -> Call {
    let mut command = Command::new(kubectl());
    command.arg("--kubeconfig").arg(kubeconfig).args(arguments);
    Call::other(command)
}

fn map(name: &str, text: &str) -> Value {
    json!({
        "apiVersion": "v1",
        "kind": "ConfigMap",
        "metadata": { "name": name, "namespace": "default" },
        "data": { "text": text },
    })
}

fn counts_what_is_sent(lab: &Lab, proxy: &Proxy, kubeconfig: &Path) {
    let file = lab.folder().join("map.json");
    std::fs::write(&file, map("counted", "one").to_string()).expect("a file");
    let file = file.display().to_string();
    let apply = ["apply", "--server-side", "-f", &file];
    let dry = kubectl_call(kubeconfig, &[&apply[..], &["--dry-run=server"]].concat()).run();
    assert_eq!(dry.status, 0, "{}", dry.stderr);
    assert!(proxy.mutating().is_empty(), "a dry run changes nothing: {:?}", proxy.mutating());
    assert!(proxy.sent().iter().any(|sent| sent.dry_run && sent.method == "PATCH"));
    let done = kubectl_call(kubeconfig, &apply).run();
    assert_eq!(done.status, 0, "{}", done.stderr);
    let changes: Vec<String> = proxy.mutating().iter().map(|sent| sent.path.clone()).collect();
    assert_eq!(changes, ["/api/v1/namespaces/default/configmaps/counted"]);
}

fn kills_before_and_after(lab: &Lab, proxy: &Proxy, kubeconfig: &Path) {
    for (name, verdict, is_there) in
        [("before", Verdict::KillBefore, false), ("after", Verdict::KillAfter, true)]
    {
        let file = lab.folder().join(format!("{name}.json"));
        std::fs::write(&file, map(name, "one").to_string()).expect("a file");
        proxy.judge(move |sent| if sent.is_mutating() { verdict } else { Verdict::Pass });
        let file = file.display().to_string();
        let run = kubectl_call(kubeconfig, &["apply", "--server-side", "-f", &file]).run_until_killed(proxy);
        assert!(run.is_none(), "{name}: it was not killed: {run:?}");
        let found = lab.client().get(&format!("/api/v1/namespaces/default/configmaps/{name}"));
        assert_eq!(found.is_done(), is_there, "{name}");
    }
}

fn injects_faults(lab: &Lab, proxy: &Proxy, kubeconfig: &Path) {
    lab.client().apply(&map("read", "one"), Force::Yes);
    let get = ["get", "configmap", "read", "-n", "default", "-o", "json"];
    for verdict in [Verdict::Answer(500, None), Verdict::CutRequest, Verdict::CutAnswer, Verdict::CutBody] {
        proxy.judge(move |sent| if sent.path.ends_with("/read") { verdict } else { Verdict::Pass });
        let run = kubectl_call(kubeconfig, &get).run();
        assert_eq!(run.status, 1, "{verdict:?}: {}", run.stdout);
    }
    let mut first = true;
    proxy.judge(move |sent| {
        let is_first = sent.path.ends_with("/read") && std::mem::take(&mut first);
        if is_first { Verdict::Answer(429, Some(1)) } else { Verdict::Pass }
    });
    // What it asks first is refused, and asked again a second later.
    let run = kubectl_call(kubeconfig, &get).run();
    assert_eq!(run.status, 0, "{}", run.stderr);
    let asked = proxy.sent().into_iter().filter(|sent| sent.path.ends_with("/read")).count();
    assert_eq!(asked, 2, "{}", run.stderr);
}

fn passes_a_watch_on_while_it_goes_on(lab: &Lab, proxy: &Proxy, kubeconfig: &Path) {
    proxy.pass();
    let wait =
        ["wait", "--for=jsonpath={.data.text}=two", "configmap/read", "-n", "default", "--timeout=60s"];
    let waiting = kubectl_call(kubeconfig, &wait).start();
    while !proxy.sent().iter().any(pulsarc_e2e_kubernetes::Sent::is_stream) {
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    lab.client().apply(&map("read", "two"), Force::Yes);
    let run = waiting.finish();
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn the_proxy_counts_kills_and_injects_faults() {
    let lab = Lab::start("proxy", Reach::Api);
    let proxy = lab.proxy(&lab.administrator());
    let kubeconfig = lab.kubeconfig_through(&proxy, "through");
    counts_what_is_sent(&lab, &proxy, &kubeconfig);
    kills_before_and_after(&lab, &proxy, &kubeconfig);
    injects_faults(&lab, &proxy, &kubeconfig);
    passes_a_watch_on_while_it_goes_on(&lab, &proxy, &kubeconfig);
}

fn managers(object: &Value) -> Vec<String> {
    let fields = object["metadata"]["managedFields"].as_array().into_iter().flatten();
    fields
        .map(|one| {
            let text = |key: &str| one[key].as_str().unwrap_or_default().to_owned();
            format!("{} {}", text("manager"), text("operation"))
        })
        .collect()
}

#[test]
#[ignore = "needs Go, and builds Helm"]
fn helm_installs_a_chart_of_given_objects() {
    let lab = Lab::start("helm", Reach::Api);
    for (helm, manager) in [(Helm::V3, "helm Update"), (Helm::V4, "helm Apply")] {
        let case: Case = configured(&format!("{helm:?}").to_lowercase(), "clusterName: lab\n").apart();
        let chart = lab.folder().join(format!("chart-{helm:?}"));
        write_chart(&chart, "pulsar", "4.7.0", &case.objects());
        let chart = chart.display().to_string();
        let values = case.values();
        let install =
            ["install", "pulsar", &chart, "-n", case.namespace(), "--create-namespace", "-f", &values];
        helm.run(&lab.kubeconfig(), &install);
        let release = Release::of(&lab, &case);
        let objects = release.objects();
        let broker = &objects["statefulsets/pulsar-broker"];
        assert!(managers(broker).iter().any(|one| one == manager), "{helm:?}: {:?}", managers(broker));
        assert_eq!(broker["metadata"]["annotations"]["meta.helm.sh/release-name"], "pulsar");
        assert_eq!(objects["secrets/sh.helm.release.v1.pulsar.v1"]["type"], "helm.sh/release.v1");
    }
}
