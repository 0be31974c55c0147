//! What ARCHITECTURE.md says of adding a component: one crate (`heartbeat.rs`) and one contract file (`heartbeat.ncl`)
//! with its entry in the registry, and everything else follows.

mod heartbeat;

use pulsarc_compiler::{Built, Format, KubeVersion, Layer, Target, build_evaluated};
use pulsarc_diag::{Sources, Span};
use pulsarc_model::{Node, Origin, Value};
use std::path::PathBuf;

/// The values of the cluster around it: TLS, tokens and network policies are on.
const CLUSTER: &str = "
tls: {enabled: true, proxy: {enabled: true}, broker: {enabled: true}}
certs: {internal_issuer: {enabled: true}}
auth: {authentication: {enabled: true, jwt: {enabled: true}}}
networkPolicy: {enabled: true}
";

fn target() -> Target {
    Target {
        release: "pulsar".into(),
        namespace: "ns".into(),
        kube_version: KubeVersion { major: 1, minor: 33 },
        upgrade: false,
    }
}

/// A cluster of `values` with the component, whose block says `heartbeat` in Nickel.
fn built(values: &str, heartbeat: &str) -> Built {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/suite/new_component");
    let text = format!("{{ heartbeat | (import \"heartbeat.ncl\") = {{ {heartbeat} }} }}");
    let layer =
        Layer { name: "block.ncl".into(), format: Format::Nickel(folder.into()), bytes: text.into_bytes() };
    let block = pulsarc_eval::evaluate_alone(&layer, &[]);
    assert!(!block.findings.has_errors(), "{heartbeat}: {:?}", block.findings);
    let mut tree = block.tree.expect("the block");
    mark(&mut tree, &block.sources);
    let block = tree.get("heartbeat").cloned().expect("the block");
    let layer = Layer { name: "values.yaml".into(), format: Format::Yaml, bytes: values.as_bytes().to_vec() };
    let mut evaluated = pulsarc_eval::evaluate(&[layer]);
    assert!(!evaluated.findings.has_errors(), "{values}: {:?}", evaluated.findings);
    if let Some(Value::Record(blocks)) = evaluated.tree.as_mut().map(|tree| &mut tree.value) {
        blocks.insert("heartbeat".to_owned(), block);
    }
    let mut components = pulsarc_registry::components();
    components.push(heartbeat::entry());
    build_evaluated(evaluated, &components, &target())
}

/// Marks what the block itself says as the user's, as an evaluation against the contracts does. Returns whether anything
/// in `node` is.
fn mark(node: &mut Node, sources: &Sources) -> bool {
    let written = |span: Option<Span>| span.is_some_and(|span| sources.get(span.source).name == "block.ncl");
    let inside = match &mut node.value {
        Value::Record(entries) => {
            entries.values_mut().map(|entry| mark(entry, sources)).filter(|is| *is).count() > 0
        }
        Value::List(items) => items.iter_mut().map(|item| mark(item, sources)).filter(|is| *is).count() > 0,
        _ => written(node.span),
    };
    let is_users = inside || (written(node.span) && written(node.key_span));
    node.origin = if is_users { Origin::User } else { Origin::Default };
    is_users
}

fn whole() -> Built {
    let built = built(CLUSTER, "");
    assert!(!built.findings.has_errors(), "{:?}", built.findings);
    built
}

#[test]
fn a_new_component_is_monitored_certified_closed_linked_and_ordered() {
    let names: Vec<String> = whole().objects.iter().map(ToString::to_string).collect();
    let at = |name: &str| {
        names.iter().position(|other| other == name).unwrap_or_else(|| panic!("{name} is not in {names:?}"))
    };
    at("VMPodScrape/pulsar-heartbeat");
    at("NetworkPolicy/pulsar-heartbeat-network");
    for before in
        ["Service/pulsar-heartbeat", "ConfigMap/pulsar-heartbeat", "ServiceAccount/pulsar-heartbeat"]
    {
        assert!(at(before) < at("StatefulSet/pulsar-heartbeat"), "{before} comes later: {names:?}");
    }
    at("Certificate/pulsar-tls-heartbeat");
}

#[test]
fn a_new_component_is_exported_and_reported() {
    let built = whole();
    let export = pulsarc_compiler::export(&built, &target()).expect("an export");
    let component = export.topology.components.iter().find(|one| one.name == "heartbeat").expect("it runs");
    assert_eq!(component.replicas, 3);
    let dials =
        |to: &str| export.topology.connections().any(|edge| edge.from == "heartbeat" && edge.to == to);
    assert!(dials("broker"), "{:?}", export.topology);
    let taken = export.resources.workloads.iter().find(|one| one.name == "heartbeat").expect("it takes");
    assert_eq!(taken.jvm.map(|jvm| jvm.heap_bytes), Some(128 << 20));
    assert_eq!(taken.pod.disk_bytes, 1 << 30);
    let page = pulsarc_report::cluster(&pulsarc_report::Report {
        environment: None,
        requirements: None,
        release: "pulsar",
        namespace: "ns",
        kube_version: "1.33",
        inputs: &[],
        objects: &built.objects,
        export: Some(&export),
        diagnostics: &[],
        sources: &built.sources,
    });
    assert!(page.contains("heartbeat"));
}

#[test]
fn a_diff_knows_what_a_new_component_persists() {
    let facts = whole().component_facts().collect();
    let objects = |built: &Built| -> Vec<serde_json::Value> {
        built.objects.iter().map(|object| object.to_value().expect("JSON")).collect()
    };
    let (old, new) = (objects(&whole()), objects(&built(CLUSTER, "replicaCount = 1")));
    let changes = pulsarc_diff::compare(&old, &new, "ns", &facts);
    let mut all = changes.changes.iter().flat_map(|change| &change.consequences);
    let lost = all.find(|one| one.kind == pulsarc_diff::Kind::DataLoss).and_then(|one| one.why.clone());
    assert!(lost.as_ref().is_some_and(|why| why.contains("heartbeats")), "{lost:?}");
}

/// An invalid input: the code that reports it, the path that is blamed, and what the block and the cluster say.
struct Invalid {
    code: &'static str,
    path: &'static str,
    heartbeat: &'static str,
    values: &'static str,
}

const fn invalid(code: &'static str, path: &'static str, heartbeat: &'static str) -> Invalid {
    Invalid { code, path, heartbeat, values: CLUSTER }
}

/// Each rule that filters the records or reads the emitted objects, broken by the new component alone.
const INVALID: &[Invalid] = &[
    invalid("PUL0409", "heartbeat.tls.cert_name", r#"tls.cert_name = "tls-broker""#),
    invalid("PUL0701", "heartbeat.ports.https", "ports.https = 8080"),
    invalid(
        "PUL0703",
        "heartbeat.podMonitor.scrapeTimeout",
        r#"podMonitor = { enabled = true, interval = "10s", scrapeTimeout = "60s" }"#,
    ),
    invalid(
        "PUL0706",
        "heartbeat.extraVolumeMounts.0.name",
        r#"extraVolumeMounts = [{ name = "no", mountPath = "/no" }]"#,
    ),
    invalid("PUL0710", "heartbeat.component", r#"component = "broker""#),
    invalid(
        "PUL0713",
        "heartbeat.extraVolumeMounts.0.mountPath",
        r#"extraVolumes = [{ name = "x", emptyDir = {} }], extraVolumeMounts = [{ name = "x", mountPath = "/data" }]"#,
    ),
    invalid(
        "PUL0714",
        "heartbeat.extraVolumes.0.name",
        r#"extraVolumes = [{ name = "heartbeat-token", emptyDir = {} }]"#,
    ),
    invalid("PUL0715", "heartbeat.extraVolumes.0.name", r#"extraVolumes = [{ name = "x", emptyDir = {} }]"#),
    invalid(
        "PUL0718",
        "heartbeat.initContainers.0.name",
        r#"initContainers = [{ name = "pulsar-heartbeat", image = "busybox:1.37" }]"#,
    ),
    invalid("PUL0732", "heartbeat.gracePeriod", "gracePeriod = 0"),
    invalid("PUL0801", "heartbeat.configData.brokerServicePrt", r#"configData.brokerServicePrt = "6650""#),
    invalid("PUL0802", "heartbeat.configData.numIOThreads", r#"configData.numIOThreads = "many""#),
    invalid(
        "PUL0804",
        "heartbeat.configData.brokerServiceUrl",
        r#"configData.brokerServiceUrl = "pulsar://other:6650""#,
    ),
    invalid("PUL0811", "heartbeat.configData.PULSAR_MEM", r#"configData.PULSAR_MEM = "-Xmx1gb""#),
    invalid("PUL0812", "heartbeat.configData.PULSAR_MEM", r#"configData.PULSAR_MEM = "-Xms2g -Xmx1g""#),
    invalid(
        "PUL0814",
        "heartbeat.configData.PULSAR_MEM",
        r#"configData.PULSAR_MEM = "-Xmx1g", resources = { limits = { memory = "512Mi" } }"#,
    ),
    Invalid {
        code: "PUL0402",
        path: "heartbeat.tls.enabled",
        heartbeat: "tls.enabled = true",
        values: "tls: {enabled: false}",
    },
    Invalid {
        code: "PUL0504",
        path: "auth.superUsers.client",
        heartbeat: "",
        values: "
auth: {authentication: {enabled: true, jwt: {enabled: true}}, superUsers: {client: ''}}
components: {toolset: false}",
    },
    Invalid {
        code: "PUL0900",
        path: "",
        heartbeat: "",
        values: "
components: {broker: false, proxy: false, toolset: false, functions: false, autorecovery: false}",
    },
];

#[test]
fn every_rule_reports_a_new_components_mistakes_at_its_keys() {
    let mut missed = Vec::new();
    for Invalid { code, path, heartbeat, values } in INVALID {
        let built = built(values, heartbeat);
        let found: Vec<(&str, String)> = built
            .findings
            .iter()
            .map(|found| (found.code.id, found.path.as_ref().map(ToString::to_string).unwrap_or_default()))
            .collect();
        if !found.iter().any(|(id, at)| id == code && at == path) {
            missed.push(format!("{code} at {path:?} for {heartbeat:?}: {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn a_complete_new_component_breaks_no_rule() {
    let built = whole();
    let own = built
        .findings
        .iter()
        .filter(|found| found.path.as_ref().is_some_and(|path| path.to_string().starts_with("heartbeat")));
    assert_eq!(own.map(|found| &found.message).collect::<Vec<_>>(), Vec::<&String>::new());
}
