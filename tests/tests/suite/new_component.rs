//! What ARCHITECTURE.md says of adding a component: a spec, an entry, and everything else comes by itself.

use pulsarc_compiler::{KubeVersion, Target, build_evaluated};
use pulsarc_component::pod::{self, Pod};
use pulsarc_component::roster::ScrapeTarget;
use pulsarc_component::shapes::PodMonitorSpec;
use pulsarc_component::{Base, Cluster, Component, ComponentRecord, Entry, Topology, meta};
use pulsarc_diag::Findings;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::apps::v1::{Deployment, DeploymentSpec};
use pulsarc_kube::k8s_openapi::api::core::v1::Container;
use pulsarc_model::{Node, Origin, Value};
use serde::Deserialize;
use std::collections::BTreeMap;

/// A prober that writes and reads a message now and then.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Heartbeat {
    component: String,
    pod_monitor: PodMonitorSpec,
}

fn entry() -> Entry {
    Entry::of::<Heartbeat>("heartbeat")
}

impl Component for Heartbeat {
    fn describe(&self, _: &Base, topology: &mut Topology) {
        topology.records.push(ComponentRecord {
            scrape: Some(ScrapeTarget { name: "heartbeat", port: "http", monitor: self.pod_monitor.clone() }),
            ..ComponentRecord::new("heartbeat", &self.component, true)
        });
    }

    fn emit(&self, cluster: &Cluster<'_>) -> Vec<Object> {
        let Some(broker) = &cluster.topology.broker else { return Vec::new() };
        let url = broker.service_url(&cluster.names.of(&broker.component), broker.tls);
        let container: Container = pod::container(cluster, "heartbeat", &cluster.base.images.toolset);
        let running =
            pod::running(container, format!("exec bin/pulsar-client --url {url} produce heartbeat"));
        let template =
            Pod { component: &self.component, containers: vec![running], ..Pod::default() }.template(cluster);
        let spec = DeploymentSpec {
            selector: meta::selector(cluster, &self.component),
            template,
            ..DeploymentSpec::default()
        };
        let metadata = meta::metadata(cluster, cluster.names.of(&self.component), Some(&self.component));
        vec![Deployment { metadata, spec: Some(spec), ..Deployment::default() }.into()]
    }
}

fn node(value: Value) -> Node {
    Node { origin: Origin::User, ..Node::bare(value) }
}

fn record(entries: Vec<(&str, Value)>) -> Value {
    Value::Record(
        entries.into_iter().map(|(key, value)| (key.to_owned(), node(value))).collect::<BTreeMap<_, _>>(),
    )
}

fn compiled() -> (Vec<Object>, Findings) {
    let mut evaluated = pulsarc_eval::evaluate(&[]);
    let root = evaluated.tree.as_mut().expect("the defaults");
    let text = |text: &str| Value::Text(text.to_owned());
    let monitor = record(vec![
        ("enabled", Value::Bool(true)),
        ("interval", text("60s")),
        ("scrapeTimeout", text("60s")),
    ]);
    let block = vec![("component", text("heartbeat")), ("podMonitor", monitor)];
    if let Value::Record(blocks) = &mut root.value {
        blocks.insert("heartbeat".to_owned(), node(record(block)));
    }
    let mut entries = pulsarc_registry::components();
    entries.push(entry());
    let target = Target {
        release: "pulsar".into(),
        namespace: "ns".into(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    };
    let built = build_evaluated(evaluated, &entries, &target);
    (built.objects, built.findings)
}

#[test]
fn a_new_component_is_emitted_monitored_linked_and_ordered() {
    let (objects, findings) = compiled();
    assert!(!findings.has_errors(), "{findings:?}");
    let names: Vec<String> = objects.iter().map(ToString::to_string).collect();
    assert!(names.contains(&"Deployment/pulsar-heartbeat".to_owned()), "{names:?}");
    assert!(names.contains(&"VMPodScrape/pulsar-heartbeat".to_owned()), "{names:?}");
    let at = |name: &str| names.iter().position(|other| other == name);
    assert!(at("Service/pulsar-broker") < at("Deployment/pulsar-heartbeat"), "it comes after what it dials");
}
