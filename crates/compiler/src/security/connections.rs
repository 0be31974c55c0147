//! Who may dial the pods, what an eavesdropper hears, and whether clients are asked who they are.

use crate::security::codes::{ANYBODY, OPEN, PLAIN};
use crate::security::{Review, Weakness};
use pulsarc_kube::Object;
use pulsarc_model::Value;

pub(crate) fn review(emitted: &Review<'_>) -> Vec<Weakness> {
    let is_on = |path: &str| emitted.root.get(path).is_some_and(|node| node.value == Value::Bool(true));
    let closed = emitted.objects.iter().any(|object| matches!(object, Object::NetworkPolicy(_)));
    let runs = emitted.objects.iter().filter(|object| object.pod_template().is_some());
    let open = if closed { Vec::new() } else { runs.map(ToString::to_string).collect() };
    let plain = emitted.topology.edges.iter().filter(|edge| !edge.tls);
    let plain = plain.map(|edge| format!("{} to {} {} ({})", edge.from, edge.to, edge.port, edge.protocol));
    let unchecked =
        [("auth.authentication.enabled", "authentication"), ("auth.authorization.enabled", "authorization")]
            .into_iter()
            .filter(|(path, _)| !is_on(path))
            .map(|(_, name)| format!("{name} is off"));
    vec![
        Weakness {
            code: &OPEN,
            what: "no network policy restricts connections to these pods",
            subjects: open,
            key: Some("networkPolicy.enabled"),
            help: "write networkPolicy.enabled: true, if the cluster's network plugin enforces policies",
        },
        Weakness {
            code: &PLAIN,
            what: "these connections are not encrypted",
            subjects: plain.collect(),
            key: Some("tls.enabled"),
            help: "write tls.enabled: true and switch on the components below tls, as pulsar.tls does; Oxia \
            cannot use TLS",
        },
        Weakness {
            code: &ANYBODY,
            what: "every client that reaches the cluster may do everything in it",
            subjects: unchecked.collect(),
            key: Some("auth"),
            help: "set auth.authentication and auth.authorization, as pulsar.auth.tokens does",
        },
    ]
}
