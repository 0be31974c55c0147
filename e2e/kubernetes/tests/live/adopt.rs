//! `pulsarc adopt` takes over what Helm and kubectl made: no pod changes, and no trace of the old owner is left in the
//! objects.

use pulsarc_e2e_kubernetes::{Call, Case, Helm, Lab, Reach, Release, cases, kubectl, small, write_chart};
use serde_json::Value;
use std::collections::BTreeSet;
use std::process::Command;

/// The managers of an object's fields, without those that only write its status.
fn managers(object: &Value) -> BTreeSet<String> {
    let fields = object["metadata"]["managedFields"].as_array().into_iter().flatten();
    let lasting = fields.filter(|one| one["subresource"].is_null());
    lasting.filter_map(|one| one["manager"].as_str().map(str::to_owned)).collect()
}

const ANNOTATIONS: [&str; 3] = [
    "meta.helm.sh/release-name",
    "meta.helm.sh/release-namespace",
    "kubectl.kubernetes.io/last-applied-configuration",
];

/// What is left of the old owner in the objects of a release, a line each.
fn traces(release: &Release<'_>) -> Vec<String> {
    let mut found = Vec::new();
    for (title, object) in release.objects() {
        let passing = ["secrets/sh.helm.release", "secrets/pulsarc.", "persistentvolumeclaims/"];
        if passing.iter().any(|start| title.starts_with(start)) {
            continue;
        }
        let old = managers(&object).into_iter().filter(|name| {
            let name = name.to_lowercase();
            name.starts_with("helm") || name.starts_with("kubectl")
        });
        found.extend(old.map(|manager| format!("{title}: managed by {manager}")));
        let annotations = &object["metadata"]["annotations"];
        found.extend(
            ANNOTATIONS
                .iter()
                .filter(|key| annotations[**key].is_string())
                .map(|key| format!("{title}: {key}")),
        );
        if object["metadata"]["labels"]["applyset.kubernetes.io/part-of"].is_null() {
            found.push(format!("{title}: without the label of the release"));
        }
    }
    found
}

/// Installs objects with Helm and waits until they have settled.
fn helm_install(lab: &Lab, helm: Helm, case: &Case, version: &str, objects: &[Value]) {
    let chart = lab.folder().join(format!("chart-{}", case.namespace()));
    write_chart(&chart, "pulsar", version, objects);
    let (chart, values) = (chart.display().to_string(), case.values());
    let install =
        ["install", case.release(), &chart, "-n", case.namespace(), "--create-namespace", "-f", &values];
    helm.run(&lab.kubeconfig(), &install);
    Release::of(lab, case).settle();
}

/// Takes a release over, with options besides those that name it.
fn take_over(lab: &Lab, release: &Release<'_>, options: &[&str]) {
    let kubeconfig = lab.kubeconfig().display().to_string();
    let named =
        ["adopt", &release.name, "--kubeconfig", &kubeconfig, "--namespace", &release.namespace, "--yes"];
    let run = Call::pulsarc(&[&named[..], options].concat()).run();
    assert_eq!(run.status, 0, "adopt {options:?}: {}\n{}", run.stdout, run.stderr);
}

/// Takes a release of Helm over and answers with the configuration that was written.
fn adopt(lab: &Lab, release: &Release<'_>) -> String {
    let file = lab.folder().join(format!("{}.ncl", release.namespace)).display().to_string();
    take_over(lab, release, &["-o", &file]);
    file
}

fn is_kept(release: &Release<'_>) -> bool {
    release.objects().contains_key(&format!("secrets/sh.helm.release.v1.{}.v1", release.name))
}

#[test]
#[ignore = "needs Go, and builds Helm"]
fn a_release_of_helm_is_taken_over_without_a_restart() {
    let lab = Lab::start("live-adopt", Reach::Rollout);
    for helm in [Helm::V3, Helm::V4] {
        let case = small(&format!("adopt-{helm:?}").to_lowercase(), "{}").apart();
        helm_install(&lab, helm, &case, "4.7.0", &case.objects());
        let release = Release::of(&lab, &case);
        let pods = release.pods();
        assert!(pods.len() >= 10, "{pods:?}");
        let file = adopt(&lab, &release);
        release.settle();
        assert_eq!(traces(&release), Vec::<String>::new(), "{helm:?}");
        assert_eq!(pods, release.pods(), "{helm:?}: pods restarted");
        assert!(is_kept(&release), "{helm:?}: the release's Secret is gone");
        let forecast = release.plan(&file, &[]);
        assert_eq!(forecast.status, 0, "{helm:?}: {:?}", forecast.steps());
        // Once more is no harm, and an apply of what it wrote changes nothing.
        take_over(&lab, &release, &["--config", &file]);
        release.done("apply", &[&file, "--yes"]);
        assert_eq!(pods, release.pods(), "{helm:?}: pods restarted");
        take_over(&lab, &release, &["--config", &file, "--forget-helm"]);
        assert!(!is_kept(&release), "{helm:?}: --forget-helm leaves the release's Secret");
        assert_eq!(pods, release.pods(), "{helm:?}: pods restarted");
    }
}

#[test]
#[ignore = "needs Go and the cases beside the project, and builds Helm"]
fn a_release_of_the_chart_is_taken_over_and_its_differences_are_explained() {
    let lab = Lab::start("live-adopt-chart", Reach::Rollout);
    let wanted = ["default", "example-function-worker", "ci-tls"];
    let mut tried = 0;
    for (case, helm) in cases().into_iter().filter(|case| wanted.contains(&case.name.as_str())).zip([
        Helm::V3,
        Helm::V4,
        Helm::V3,
    ]) {
        let Some(_) = case.charts_objects() else { continue };
        tried += 1;
        let case = case.apart();
        let mut objects = case.charts_objects().expect("they were there");
        for object in &mut objects {
            if object["metadata"]["namespace"].is_string() {
                object["metadata"]["namespace"] = case.namespace().into();
            }
        }
        lab.furnish_for(&objects);
        helm_install(&lab, helm, &case, "4.7.0", &objects);
        let release = Release::of(&lab, &case);
        let pods = release.pods();
        let file = adopt(&lab, &release);
        release.settle();
        assert_eq!(pods, release.pods(), "{}: pods restarted", case.name);
        assert_eq!(traces(&release), Vec::<String>::new(), "{}", case.name);
        assert!(is_kept(&release));
        let forecast = release.plan(&file, &[]);
        // The scripts of its pods are pulsarc's own, so that there is something to explain.
        assert!(!forecast.consequences().is_empty(), "{}", case.name);
        assert!(forecast.conflicts().is_empty(), "{}: {:?}", case.name, forecast.conflicts());
        let (_, run) = release.apply_accepting(&file, &["--timeout", "3m"]);
        assert_eq!(run.status, 0, "{}: {}\n{}", case.name, run.stdout, run.stderr);
        assert_eq!(release.plan(&file, &[]).status, 0, "{}", case.name);
    }
    assert!(tried > 0, "no case comes with the chart's own objects");
}

/// The objects as a chart before 4.6 had them: brokers and ZooKeeper behind services that were not headless.
fn before_headless(case: &Case) -> Vec<Value> {
    let mut objects = case.objects();
    objects.retain(|object| {
        !(object["kind"] == "Service"
            && object["metadata"]["name"].as_str().is_some_and(|name| name.ends_with("-headless")))
    });
    for object in &mut objects {
        let name = object["spec"]["serviceName"]
            .as_str()
            .and_then(|name| name.strip_suffix("-headless"))
            .map(str::to_owned);
        if let Some(name) = name {
            object["spec"]["serviceName"] = name.into();
        }
    }
    objects
}

#[test]
#[ignore = "needs Go, and builds Helm"]
fn service_names_of_chart_4_5_are_migrated_pod_by_pod() {
    let lab = Lab::start("live-service-names", Reach::Rollout);
    let case = small("service-names", "{}").apart();
    helm_install(&lab, Helm::V3, &case, "4.5.0", &before_headless(&case));
    let release = Release::of(&lab, &case);
    let pods = release.pods();
    let file = adopt(&lab, &release);
    assert_eq!(pods, release.pods(), "adopting restarts pods");
    let forecast = release.plan(&file, &[]);
    for name in ["StatefulSet/pulsar-broker", "StatefulSet/pulsar-zookeeper"] {
        assert_eq!(
            forecast.steps().get(name).map(String::as_str),
            Some("keepPods"),
            "{:?}",
            forecast.steps()
        );
    }
    assert!(
        forecast.decisions().contains(&"replace:StatefulSet/pulsar-broker".to_owned()),
        "{:?}",
        forecast.decisions()
    );
    let accepted = forecast.acceptance();
    let mut arguments = vec![file.as_str(), "--yes"];
    arguments.extend(accepted.iter().map(String::as_str));
    let running = release.call("apply", &arguments).start();
    let least = least_pods_while(&release, running);
    // One pod at a time: of three servers and of two brokers, all but one are there.
    assert!(least >= pods.len() - 2, "only {least} of {} pods were there", pods.len());
    release.settle();
    let now = release.pods();
    let restarted: BTreeSet<String> =
        pods.iter().filter(|(pod, uid)| now.get(*pod) != Some(uid)).map(|(pod, _)| pod.clone()).collect();
    assert_eq!(restarted, forecast.restarts());
    let objects = release.objects();
    assert_eq!(objects["statefulsets/pulsar-broker"]["spec"]["serviceName"], "pulsar-broker-headless");
    assert_eq!(release.plan(&file, &[]).status, 0);
}

/// The smallest number of pods that were there while a run went on, which has to succeed.
fn least_pods_while(release: &Release<'_>, running: pulsarc_e2e_kubernetes::Running) -> usize {
    let watcher = std::thread::scope(|scope| {
        let run = scope.spawn(|| running.finish());
        let mut least = usize::MAX;
        while !run.is_finished() {
            least = least.min(release.pods().len());
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        (run.join().expect("its end"), least)
    });
    let (run, least) = watcher;
    assert_eq!(run.status, 0, "{}\n{}", run.stdout, run.stderr);
    least
}

#[test]
#[ignore = "needs Go, and starts a Kubernetes API server"]
fn objects_that_kubectl_applied_are_taken_over() {
    let lab = Lab::start("live-adopt-kubectl", Reach::Rollout);
    for (name, how) in [("client-side", &[][..]), ("server-side", &["--server-side"][..])] {
        let case = small(&format!("kubectl-{name}"), "{}").apart();
        let objects = case.objects();
        for namespace in case.namespaces(&objects) {
            lab.client().apply(&namespace, pulsarc_e2e_kubernetes::Force::Yes);
        }
        let list = serde_json::json!({ "apiVersion": "v1", "kind": "List", "items": objects });
        let file = lab.folder().join(format!("{name}.json"));
        std::fs::write(&file, list.to_string()).expect("a file");
        let mut command = Command::new(kubectl());
        command.arg("--kubeconfig").arg(lab.kubeconfig()).args(["apply", "-f"]).arg(&file).args(how);
        let run = Call::other(command).run();
        assert_eq!(run.status, 0, "{}", run.stderr);
        let release = Release::of(&lab, &case);
        release.settle();
        let pods = release.pods();
        let blocked = release.plan(&case.values(), &[]);
        let said = blocked.plan.to_string();
        assert!(blocked.status == 1 && said.contains("adopt"), "{name}: adopt is not named: {said}");
        take_over(&lab, &release, &["--config", &case.values()]);
        assert_eq!(traces(&release), Vec::<String>::new(), "{name}");
        assert_eq!(pods, release.pods(), "{name}: pods restarted");
        let forecast = release.plan(&case.values(), &[]);
        assert_eq!(forecast.status, 0, "{name}: {:?}", forecast.steps());
    }
}
