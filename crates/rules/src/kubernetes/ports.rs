//! Each listener of a pod, and each port of a service, has a number of its own.

use pulsarc_component::Cluster;
use pulsarc_component::roster::Listener;
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeSet;

/// Two listeners on one port.
pub(crate) static CODE: Code =
    Code { id: "PUL0701", severity: Severity::Error, title: "port conflict", page: include_str!("ports.md") };

/// Two ports of which one is closed for now clash as soon as it is opened: a warning.
pub(crate) fn check(cluster: &Cluster<'_>, found: &mut Findings) {
    let mut reported: BTreeSet<(String, String)> = BTreeSet::new();
    let records: Vec<_> = cluster.topology.deployed().collect();
    let pods = records.iter().map(|record| &record.listeners);
    // What listens in one network: a pod, or a service.
    for together in pods.chain(records.iter().flat_map(|record| &record.services)) {
        for (at, first) in together.iter().enumerate() {
            for second in together[at + 1..].iter().filter(|second| second.port == first.port) {
                if !reported.insert((first.path.clone(), second.path.clone())) {
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
        "one listener is off now and could never be switched on"
    };
    let message = format!("{} and {} both use {}; {consequence}", first.path, second.path, first.port);
    let mut finding = Diagnostic::new(&CODE, message).help("write a different port for one of the two");
    if !both {
        finding.severity = Severity::Warning;
    }
    cluster.point(finding, &[(&first.path, "first listener"), (&second.path, "second listener")])
}
