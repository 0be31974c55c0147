//! The names of ports in pods have room for their prefixes.

use crate::emitted::Emitted;
use crate::facts::given;
use pulsarc_diag::advice::{otherwise, remove_it};
use pulsarc_diag::{Code, Diagnostic, Findings, Severity};
use std::collections::BTreeSet;

/// Port name that is too long.
pub(crate) static CODE: Code = Code {
    id: "PUL0739",
    severity: Severity::Error,
    title: "port name too long",
    page: include_str!("port_names.md"),
};

/// What Kubernetes allows for a port of a container. A service's may be longer.
const LONGEST: usize = 15;

/// Kubernetes rejects the pod.
pub(crate) fn check(emitted: &Emitted<'_>, found: &mut Findings) {
    let cluster = emitted.cluster;
    let names: BTreeSet<&str> = emitted
        .pods()
        .flat_map(|pods| pods.spec.containers.iter())
        .flat_map(|container| container.ports.iter().flatten())
        .filter_map(|port| port.name.as_deref())
        .collect();
    for path in ["tcpPrefix", "tlsPrefix"] {
        let Some(prefix) = given(cluster, path) else { continue };
        let made = names.iter().filter(|name| name.contains(&prefix) && is_made_with(name, path));
        let longest = made.max_by_key(|name| name.len());
        if let Some(name) = longest.filter(|name| name.len() > LONGEST) {
            let message = format!(
                "the port name {name} is longer than {LONGEST} characters; Kubernetes rejects the pod"
            );
            let room = (LONGEST + prefix.len()).saturating_sub(name.len());
            let finding = Diagnostic::new(&CODE, message)
                .advise([otherwise(format!("write {room} characters or fewer")), remove_it()]);
            found.push(cluster.point(finding, &[(path, "")]));
        }
    }
}

/// Whether a prefix is the one of a port's name: that of TLS is before the names that end with it.
fn is_made_with(name: &str, prefix: &str) -> bool {
    (prefix == "tlsPrefix") == (name.ends_with("ssl") || name.ends_with("tls"))
}
