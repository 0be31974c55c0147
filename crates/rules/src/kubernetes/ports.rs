//! Each listener of a pod, and each port of a service, has a number of its own.

use pulsarc_component::Cluster;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeSet;

/// Two listeners on one port.
pub(crate) static CODE: Code = Code {
    id: "PUL0701",
    severity: Severity::Error,
    title: "two listeners on one port",
    page: include_str!("ports.md"),
};

/// The port that ZooKeeper's admin server has in Pulsar's image where none is set.
const ADMIN: i64 = 9990;

/// A listener: the path of its port, and whether it is open.
struct Listener {
    path: String,
    port: i64,
    open: bool,
}

/// What listens in one network: a pod, or a service.
type Together = Vec<Listener>;

/// Two ports of which one is closed for now clash as soon as it is opened: a warning.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut told: BTreeSet<(String, String)> = BTreeSet::new();
    for together in listeners(cluster) {
        for (at, first) in together.iter().enumerate() {
            for second in together[at + 1..].iter().filter(|second| second.port == first.port) {
                if !told.insert((first.path.clone(), second.path.clone())) {
                    continue;
                }
                found.push(clash(cluster, first, second));
            }
        }
    }
}

fn clash(cluster: &Cluster<'_>, first: &Listener, second: &Listener) -> Diagnostic {
    let both = first.open && second.open;
    let consequence = if both {
        "only one of the two listeners can open it"
    } else {
        "one of the two is closed for now, and cannot be opened"
    };
    let message = format!("{} and {} are both {}: {consequence}", first.path, second.path, first.port);
    let mut told = Diagnostic::new(&CODE, message).help("give one of the two another port");
    if !both {
        told.severity = Severity::Warning;
    }
    cluster.point(told, &[(&first.path, "one port"), (&second.path, "the other port")])
}

/// All listeners of the deployed components.
fn listeners(cluster: &Cluster<'_>) -> Vec<Together> {
    let (on, tls) = (&cluster.base.components, &cluster.base.tls);
    let ports = |deployed: bool, block: &str, ports: &[(&str, bool)]| {
        let listener = |(name, open): &(&str, bool)| {
            let path =
                if name.contains('.') { format!("{block}.{name}") } else { format!("{block}.ports.{name}") };
            let unset = (block == "zookeeper" && *name == "admin").then_some(ADMIN);
            let port = cluster.integer(&path).or(unset)?;
            Some(Listener { path, port, open: *open })
        };
        deployed.then(|| ports.iter().filter_map(listener).collect::<Together>())
    };
    let server = |tls: bool| [("http", true), ("https", tls), ("pulsar", true), ("pulsarssl", tls)];
    let (plain, secure) = (!(tls.enabled && tls.proxy.enabled), tls.enabled && tls.proxy.enabled);
    let zookeepers = [
        ("http", true),
        ("client", true),
        ("clientTls", cluster.zookeeper_tls()),
        ("follower", true),
        ("leaderElection", true),
        ("admin", true),
    ];
    let store = cluster.base.functions.use_bookie_as_state_store;
    [
        ports(cluster.runs_zookeeper(), "zookeeper", &zookeepers),
        ports(
            cluster.runs_bookkeeper(),
            "bookkeeper",
            &[("http", true), ("bookie", true), ("statestore", store)],
        ),
        ports(cluster.runs_broker(), "broker", &server(tls.enabled && tls.broker.enabled)),
        ports(!cluster.is_distributed(), "standalone", &server(tls.enabled)),
        ports(
            cluster.runs_function_worker(),
            "function_worker",
            &[("http", true), ("https", tls.enabled && tls.function_worker.enabled)],
        ),
        // The proxy's service has its plain ports or those with TLS; its pods have their HTTP port in any case.
        ports(on.proxy, "proxy", &[("http", plain), ("pulsar", plain)]),
        ports(on.proxy, "proxy", &[("https", secure), ("pulsarssl", secure)]),
        ports(
            on.proxy,
            "proxy",
            &[
                ("ports.containerPorts.http", true),
                ("ports.containerPorts.https", secure),
                ("ports.pulsar", plain),
                ("ports.pulsarssl", secure),
            ],
        ),
        ports(
            on.oxia && cluster.is_distributed(),
            "oxia.server",
            &[("public", true), ("internal", true), ("metrics", true)],
        ),
        ports(
            on.oxia && cluster.is_distributed(),
            "oxia.coordinator",
            &[("internal", true), ("metrics", true)],
        ),
        ports(
            on.pulsar_manager,
            "pulsar_manager",
            &[("service.targetPort", true), ("adminService.targetPort", true)],
        ),
    ]
    .into_iter()
    .flatten()
    .collect()
}
