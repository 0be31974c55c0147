//! Network policies: what they open is what the topology says, both ways, and nothing else.
//!
//! The policies are read here as a network would: by the labels of pods, the ports of containers, and the services'
//! mapping, none of which pulsarc's own code for them is asked about.

use pulsarc_tests::{files, pulsarc, pulsarc_in, root, shared};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Who dials, who is dialled, and the port of the pods.
type Connection = (String, String, i64);

struct Built {
    items: Vec<Value>,
    topology: Value,
}

fn built(input: &Path) -> Option<Built> {
    let input = input.display().to_string();
    let on = "networkPolicy.enabled=true";
    let run = pulsarc(&["build", &input, "--set", on, "--format", "json"]);
    if run.status != 0 {
        return None;
    }
    let list: Value = serde_json::from_str(&run.stdout).expect("it is JSON");
    let exported = pulsarc(&["export", &input, "--what", "topology", "--set", on]);
    assert_eq!(exported.status, 0, "{}", exported.stderr);
    let exported: Value = serde_json::from_str(&exported.stdout).expect("it is JSON");
    Some(Built { items: list["items"].as_array().expect("a list").clone(), topology: exported })
}

fn of_kind<'b>(built: &'b Built, kind: &'b str) -> impl Iterator<Item = &'b Value> {
    built.items.iter().filter(move |item| item["kind"] == kind)
}

/// The labels of each kind of pod, by its name in the topology.
fn pods(built: &Built) -> BTreeMap<String, Value> {
    let mut pods = BTreeMap::new();
    for item in &built.items {
        let template = &item["spec"]["template"];
        if !template.is_object() {
            continue;
        }
        let mut labels = template["metadata"]["labels"].clone();
        let own = item["metadata"]["name"].as_str().expect("a name").to_owned();
        let name = labels["component"].as_str().map_or_else(|| own.clone(), str::to_owned);
        if labels.is_null() {
            labels = json!({});
        }
        if item["kind"] == "Job" {
            labels["job-name"] = json!(own);
        }
        pods.insert(name, labels);
    }
    let function = json!({"component": "sink", "tenant": "t", "namespace": "n", "name": "f"});
    pods.insert("functions".to_owned(), function);
    pods
}

fn selects(selector: &Value, labels: &Value) -> bool {
    let wanted = selector["matchLabels"].as_object();
    let expressions = selector["matchExpressions"].as_array();
    wanted.into_iter().flatten().all(|(key, value)| labels[key] == *value)
        && expressions.into_iter().flatten().all(|expression| {
            let found = &labels[expression["key"].as_str().expect("a key")];
            match expression["operator"].as_str() {
                Some("Exists") => !found.is_null(),
                Some("In") => expression["values"].as_array().expect("values").contains(found),
                other => panic!("{other:?}"),
            }
        })
}

/// The names of the pods that a list of peers selects; `None` for anybody.
fn named(peers: &Value, pods: &BTreeMap<String, Value>) -> Option<BTreeSet<String>> {
    let peers = peers.as_array()?;
    let of = |peer: &Value| -> Vec<String> {
        assert!(peer["ipBlock"].is_null(), "{peer}");
        let selected = pods.iter().filter(|(_, labels)| selects(&peer["podSelector"], labels));
        selected.map(|(name, _)| name.clone()).collect()
    };
    let in_all = |peer: &&Value| peer["podSelector"].is_null();
    if peers.iter().any(|peer| in_all(&peer)) { None } else { Some(peers.iter().flat_map(of).collect()) }
}

/// What policies open in one direction: by pods, and to or from anybody.
fn opened(built: &Built, direction: &str, end: &str) -> (BTreeSet<Connection>, BTreeSet<(String, i64)>) {
    let pods = pods(built);
    let (mut between, mut anybody) = (BTreeSet::new(), BTreeSet::new());
    for policy in of_kind(built, "NetworkPolicy") {
        let spec = &policy["spec"];
        assert_eq!(spec["policyTypes"], json!(["Ingress", "Egress"]), "{policy}");
        let own: Vec<&String> = pods
            .iter()
            .filter(|(_, labels)| selects(&spec["podSelector"], labels))
            .map(|(name, _)| name)
            .collect();
        assert_eq!(own.len(), 1, "one kind of pod a policy: {policy}");
        for rule in spec[direction].as_array().into_iter().flatten() {
            let others = named(&rule[end], &pods);
            for port in rule["ports"].as_array().expect("no rule opens every port") {
                let number = port["port"].as_i64().expect("a number");
                match &others {
                    None => drop(anybody.insert((own[0].clone(), number))),
                    Some(others) => between.extend(others.iter().map(|other| {
                        let (from, to) =
                            if direction == "egress" { (own[0], other) } else { (other, own[0]) };
                        (from.clone(), to.clone(), number)
                    })),
                }
            }
        }
    }
    (between, anybody)
}

/// The port of the pods behind a port of a service.
fn pod_port(built: &Built, component: &str, port: i64) -> i64 {
    for service in of_kind(built, "Service") {
        let spec = &service["spec"];
        if spec["selector"]["component"] != component || spec["clusterIP"] == "None" {
            continue;
        }
        let ports = spec["ports"].as_array().into_iter().flatten();
        let Some(found) = ports.into_iter().find(|one| one["port"] == port) else { continue };
        match &found["targetPort"] {
            Value::Number(number) => return number.as_i64().expect("a port"),
            Value::String(name) => {
                let templates = built.items.iter().map(|item| &item["spec"]["template"]);
                let containers = templates
                    .filter(|template| template["metadata"]["labels"]["component"] == component)
                    .flat_map(|template| template["spec"]["containers"].as_array().into_iter().flatten());
                let mut ports = containers.flat_map(|one| one["ports"].as_array().into_iter().flatten());
                let opened = ports.find(|one| one["name"] == *name).expect("a named port");
                return opened["containerPort"].as_i64().expect("a port");
            }
            _ => return port,
        }
    }
    port
}

fn inputs() -> Vec<PathBuf> {
    let mut inputs = files(&root().join("examples"), ".ncl");
    inputs.retain(|path| {
        !path.to_string_lossy().contains("mistakes") && !path.to_string_lossy().ends_with("_test.ncl")
    });
    inputs
}

#[test]
fn policies_open_the_topologys_connections_and_no_others() {
    let compared = policies_match(&inputs());
    assert!(compared >= 8, "only {compared} clusters");
}

#[test]
#[cfg_attr(without_shared, ignore = "reads the cases beside the project (../shared)")]
fn policies_of_the_reference_cases_open_the_topologys_connections() {
    let compared = policies_match(&files(&shared("reference"), "values.yaml"));
    assert!(compared >= 40, "only {compared} clusters");
}

/// Compares the policies of each input that builds with its topology; how many did.
fn policies_match(inputs: &[PathBuf]) -> usize {
    let mut compared = 0;
    for input in inputs {
        let Some(built) = built(input) else { continue };
        compared += 1;
        let known = pods(&built);
        let (mut between, mut outwards, mut inwards) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for edge in
            ["edges", "internal"].iter().flat_map(|key| built.topology[key].as_array().expect("a list"))
        {
            let [from, to] = ["from", "to"].map(|end| edge[end].as_str().expect("a name").to_owned());
            let port = pod_port(&built, &to, edge["port"].as_i64().expect("a port"));
            match (known.contains_key(&from), known.contains_key(&to)) {
                (true, true) => drop(between.insert((from, to, port))),
                (true, false) if to == "kubernetes" => outwards.extend([(from.clone(), 443), (from, 6443)]),
                (true, false) => drop(outwards.insert((from, port))),
                (false, true) => drop(inwards.insert((to, port))),
                (false, false) => panic!("{edge}"),
            }
        }
        let (ingress, from_anybody) = opened(&built, "ingress", "from");
        let (egress, to_anybody) = opened(&built, "egress", "to");
        let name = input.display();
        assert_eq!(ingress, between, "{name}: who may dial");
        assert_eq!(egress, between, "{name}: who may be dialled");
        assert_eq!(from_anybody, inwards, "{name}: from outside");
        let closed = of_kind(&built, "NetworkPolicy").count();
        let questions = to_anybody.iter().filter(|(_, port)| *port == 53).count();
        assert_eq!(questions, closed, "{name}: every pod asks for names");
        let beside_names: BTreeSet<_> = to_anybody.into_iter().filter(|(_, port)| *port != 53).collect();
        assert_eq!(beside_names, outwards, "{name}: to outside");
        let functions = usize::from(closed == known.len());
        assert_eq!(closed, known.len() - 1 + functions, "{name}: each kind of pod is closed");
    }
    compared
}

#[test]
fn there_are_none_unless_asked_for() {
    let run = pulsarc(&["build", "examples/function-worker.ncl", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(!run.stdout.contains("NetworkPolicy"));
}

const OWN: &str = "\
networkPolicy:
  enabled: true
  clients:
    - ipBlock: {cidr: 10.0.0.0/8, except: [10.9.0.0/16]}
  monitoring:
    - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}
  dns: {ports: [5353]}
  kubernetesApi:
    peers: [{ipBlock: {cidr: 10.1.2.3/32}}]
    ports: [6443]
  components:
    broker:
      egress:
        - to: [{ipBlock: {cidr: 192.0.2.0/24}}]
          ports: [{port: 443}]
    toolset: {enabled: false}
";

#[test]
fn user_additions_are_emitted() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("v.yaml"), OWN).expect("a file");
    let run = pulsarc_in(folder.path(), &["build", "v.yaml", "--format", "yaml"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let policies: Vec<&str> =
        run.stdout.split("---\n").filter(|text| text.contains("kind: NetworkPolicy")).collect();
    assert!(!policies.iter().any(|text| text.contains("pulsar-toolset-network")), "it is switched off");
    insta::assert_snapshot!("own_policies", policies.join("---\n"));
}

#[test]
fn another_port_is_followed() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "networkPolicy: {enabled: true}\nbroker: {ports: {http: 8888}}\n";
    std::fs::write(folder.path().join("v.yaml"), text).expect("a file");
    let run = pulsarc_in(folder.path(), &["build", "v.yaml", "--format", "yaml"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let policies = run.stdout.split("---\n").filter(|text| text.contains("kind: NetworkPolicy"));
    let broker = policies.into_iter().find(|text| text.contains("name: pulsar-broker-network")).expect("one");
    assert!(broker.contains("port: 8888"), "{broker}");
}
