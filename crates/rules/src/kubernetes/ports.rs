//! Each listener of a pod has a port of its own.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use pulsarc_model::Number;
use pulsarc_model::Value;

/// Two listeners on one port.
pub(crate) static CODE: Code = Code {
    id: "PUL0701",
    severity: Severity::Error,
    title: "two listeners on one port",
    page: include_str!("ports.md"),
};

/// The deployed components' listeners: the paths of their ports.
fn listeners(cluster: &Cluster<'_>) -> Vec<Vec<String>> {
    let on = &cluster.base.components;
    let all = |wanted: bool, block: &str, ports: &[&str]| {
        wanted.then(|| ports.iter().map(|port| format!("{block}.ports.{port}")).collect::<Vec<_>>())
    };
    let server = ["http", "https", "pulsar", "pulsarssl"];
    [
        all(
            cluster.runs_zookeeper(),
            "zookeeper",
            &["http", "client", "clientTls", "follower", "leaderElection", "admin"],
        ),
        all(cluster.runs_bookkeeper(), "bookkeeper", &["http", "bookie", "statestore"]),
        all(cluster.runs_broker(), "broker", &server),
        all(!cluster.is_distributed(), "standalone", &server),
        all(cluster.runs_function_worker(), "function_worker", &["http", "https"]),
        // The service's ports, then the containers'.
        all(on.proxy, "proxy", &server),
        all(on.proxy, "proxy", &["containerPorts.http", "containerPorts.https", "pulsar", "pulsarssl"]),
        all(on.oxia, "oxia.server", &["public", "internal", "metrics"]),
        all(on.oxia, "oxia.coordinator", &["internal", "metrics"]),
    ]
    .into_iter()
    .flatten()
    .collect()
}

pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let number = |path: &str| match cluster.root.get(path).map(|node| &node.value) {
        Some(Value::Number(Number::Integer(port))) => Some(*port),
        _ => None,
    };
    let mut told = std::collections::BTreeSet::new();
    for paths in listeners(cluster) {
        for (at, first) in paths.iter().enumerate() {
            for second in &paths[at + 1..] {
                let Some(port) = number(first).filter(|port| number(second) == Some(*port)) else { continue };
                if told.insert((first.clone(), second.clone())) {
                    let diagnostic = Diagnostic::new(
                        &CODE,
                        format!(
                            "{first} and {second} are both {port}: only one of the two listeners can open it"
                        ),
                    )
                    .help("give one of the two another port");
                    found.push(cluster.point(diagnostic, &[(first, "one port"), (second, "the other port")]));
                }
            }
        }
    }
}
