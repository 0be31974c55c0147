//! Ways into the cluster: services, ingresses, network policies, and the names in certificates.

use crate::consequence::Kind::{DisconnectsClients, WeakensSecurity};
use crate::consequence::{Consequence, Kind};
use crate::context::{Difference, Pair};
use crate::tree::Tree;
use serde_json::Value;
use std::collections::BTreeSet;

fn one(kind: Kind, why: impl Into<String>) -> Vec<Consequence> {
    vec![Consequence::because(kind, why)]
}

/// What follows from a change of a service.
pub(super) fn services(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    if pair.id.kind != "Service" {
        return Vec::new();
    }
    let name = &pair.id.name;
    match difference.path.as_slice() {
        ["spec", "ports"] if difference.new.is_none() => {
            let ports = keys(difference.old);
            one(
                DisconnectsClients,
                format!("clients that dial {name} on {} cannot connect", ports.join(", ")),
            )
        }
        ["spec", "ports", port] if difference.new.is_none() => {
            let port = bare(port);
            one(DisconnectsClients, format!("clients that dial {name}:{port} cannot connect"))
        }
        ["spec", "ports", port, "nodePort"] if difference.old.is_some() => {
            let why = format!("clients that dial the nodes on the old port of {} cannot connect", bare(port));
            one(DisconnectsClients, why)
        }
        ["spec", "type"] => service_type(pair, difference),
        ["spec", "selector", ..] if no_pods(pair) => {
            one(DisconnectsClients, "it selects no pods any more: nobody answers its clients")
        }
        ["spec", "loadBalancerIP" | "externalName" | "loadBalancerClass"] if difference.old.is_some() => {
            one(DisconnectsClients, "clients that dial the old address cannot connect")
        }
        ["spec", "externalIPs", ..] if difference.new.is_none() => {
            one(DisconnectsClients, "clients that dial the removed address cannot connect")
        }
        ["spec", "loadBalancerSourceRanges", ..] => source_ranges(pair),
        ["metadata", "annotations", key] if difference.old.is_some() && is_address(key) => one(
            DisconnectsClients,
            "its external name or address changes: clients that dial the old one cannot connect",
        ),
        ["metadata", "annotations"] => annotations(difference),
        _ => Vec::new(),
    }
}

fn annotations(difference: &Difference<'_>) -> Vec<Consequence> {
    let lost = difference.new.is_none() && keys(difference.old).iter().any(|key| is_address(key));
    let why = "its external name or address changes: clients that dial the old one cannot connect";
    if lost { one(DisconnectsClients, why) } else { Vec::new() }
}

/// Whether an annotation decides a service's external name or address.
fn is_address(key: &str) -> bool {
    let provider =
        ["service.beta.kubernetes.io/", "cloud.google.com/", "networking.gke.io/", "service.kubernetes.io/"];
    let word = ["internal", "scheme", "type", "subnet", "eip", "ip-address", "static"];
    key.starts_with("external-dns.alpha.kubernetes.io/hostname")
        || provider.iter().any(|provider| key.starts_with(provider))
            && word.iter().any(|word| key.contains(word))
}

fn service_type(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let (old, new) = (difference.old_text().unwrap_or_default(), difference.new_text().unwrap_or_default());
    match (old, new) {
        ("LoadBalancer", _) => {
            one(DisconnectsClients, format!("the load balancer of {} and its address go away", pair.id.name))
        }
        ("NodePort", "ClusterIP" | "ExternalName") => {
            one(DisconnectsClients, "clients from outside that dial the nodes' ports cannot connect")
        }
        (_, "LoadBalancer") if is_open(pair.after) => one(
            WeakensSecurity,
            "it is reachable from outside the cluster, from every address that the load balancer accepts",
        ),
        _ => Vec::new(),
    }
}

/// Whether a load balancer accepts any address.
fn is_open(service: &Value) -> bool {
    let annotations = service.pointer("/metadata/annotations").and_then(Value::as_object);
    let internal = annotations.into_iter().flatten().any(|(key, value)| {
        let value = value.as_str().unwrap_or_default().to_lowercase();
        key.contains("internal") && value != "false" || value == "internal"
    });
    !internal && ranges(service).is_none()
}

/// The addresses that a load balancer accepts; none for any.
fn ranges(service: &Value) -> Option<BTreeSet<&str>> {
    let ranges = service.pointer("/spec/loadBalancerSourceRanges")?.as_array()?;
    let ranges: BTreeSet<&str> = ranges.iter().filter_map(Value::as_str).collect();
    (!ranges.is_empty() && !ranges.contains("0.0.0.0/0")).then_some(ranges)
}

fn source_ranges(pair: &Pair<'_>) -> Vec<Consequence> {
    let (old, new) = (ranges(pair.before), ranges(pair.after));
    let joined = |ranges: Vec<&&str>| ranges.into_iter().copied().collect::<Vec<_>>().join(", ");
    let mut found = Vec::new();
    match (&old, &new) {
        (None, Some(new)) => {
            let why = format!("only clients from {} may connect", joined(new.iter().collect()));
            found.extend(one(DisconnectsClients, why));
        }
        (Some(_), None) => found.extend(one(WeakensSecurity, "clients from every address may connect")),
        (Some(old), Some(new)) => {
            let (lost, gained) =
                (joined(old.difference(new).collect()), joined(new.difference(old).collect()));
            if !lost.is_empty() {
                found.extend(one(DisconnectsClients, format!("clients from {lost} cannot connect")));
            }
            if !gained.is_empty() {
                found.extend(one(WeakensSecurity, format!("clients from {gained} may connect")));
            }
        }
        (None, None) => {}
    }
    found
}

/// Whether a service had pods, and has none any more.
fn no_pods(pair: &Pair<'_>) -> bool {
    let selects = |service: &Value, side: &crate::identity::Side<'_>| {
        let Some(selector) = service.pointer("/spec/selector") else { return false };
        let selector = serde_json::json!({ "matchLabels": selector });
        side.values().any(|object| crate::workload::selects(Some(&selector), object))
    };
    selects(pair.before, pair.sides.old) && !selects(pair.after, pair.sides.new)
}

/// What follows from a change of an ingress.
pub(super) fn ingresses(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    if pair.id.kind != "Ingress" {
        return Vec::new();
    }
    match difference.path.as_slice() {
        ["spec", "ingressClassName"] if difference.old.is_some() => {
            one(DisconnectsClients, "another controller serves it, at another address")
        }
        ["spec", "tls", ..] if difference.new.is_none() => {
            one(WeakensSecurity, "requests to it are no longer encrypted")
        }
        ["spec", "rules", ..] => {
            let (old, new) = (routes(pair.before), routes(pair.after));
            let lost: Vec<String> = old.difference(&new).cloned().collect();
            if lost.is_empty() {
                return Vec::new();
            }
            one(DisconnectsClients, format!("requests to {} are no longer served", lost.join(", ")))
        }
        _ => Vec::new(),
    }
}

/// The hosts and paths of an ingress: `pulsar.example.com/admin`.
fn routes(ingress: &Value) -> BTreeSet<String> {
    let list = |value: &Value, pointer: &str| {
        value.pointer(pointer).and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let mut found = BTreeSet::new();
    for rule in list(ingress, "/spec/rules") {
        let host = rule.get("host").and_then(Value::as_str).unwrap_or("*");
        for path in list(&rule, "/http/paths") {
            let path = path.get("path").and_then(Value::as_str).unwrap_or("/");
            found.insert(format!("{host}{path}"));
        }
    }
    found
}

/// What follows from a change of a network policy.
pub(super) fn policies(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    if pair.id.kind != "NetworkPolicy" || difference.path.first() != Some(&"spec") {
        return Vec::new();
    }
    let (old, new) = (allowed(pair.before), allowed(pair.after));
    let lost = old.difference(&new).any(|_| true) && !new.contains(&Allowed::anything());
    let wide: Vec<&Allowed> = new.difference(&old).filter(|one| one.is_wide()).collect();
    let mut found = Vec::new();
    if lost {
        found.extend(one(DisconnectsClients, "some connections that it allowed are no longer allowed"));
    }
    if let (Some(wide), false) = (wide.first(), old.contains(&Allowed::anything())) {
        found.extend(one(WeakensSecurity, format!("it allows connections from {}", wide.from)));
    }
    found
}

/// A source and a port that a policy allows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Allowed {
    from: String,
    port: String,
}

impl Allowed {
    fn anything() -> Self {
        Self { from: "anywhere".to_owned(), port: "any".to_owned() }
    }

    /// Whether it is more than some pods.
    fn is_wide(&self) -> bool {
        self.from == "anywhere" || self.from.contains("ipBlock") || self.from == r#"{"namespaceSelector":{}}"#
    }
}

fn allowed(policy: &Value) -> BTreeSet<Allowed> {
    let rules = policy.pointer("/spec/ingress").and_then(Value::as_array).into_iter().flatten();
    let mut found = BTreeSet::new();
    for rule in rules {
        let list = |key: &str, none: &str| -> Vec<String> {
            let items = rule.get(key).and_then(Value::as_array).filter(|items| !items.is_empty());
            items.map_or_else(|| vec![none.to_owned()], |items| items.iter().map(Value::to_string).collect())
        };
        for from in list("from", "anywhere") {
            let ports = list("ports", "any").into_iter();
            found.extend(ports.map(|port| Allowed { from: from.clone(), port }));
        }
    }
    found
}

/// What follows from a change of a certificate.
pub(super) fn certificates(pair: &Pair<'_>, difference: &Difference<'_>) -> Vec<Consequence> {
    let other = "another authority signs it: clients that trust only the old one reject it";
    if matches!(pair.id.kind.as_str(), "Issuer" | "ClusterIssuer") && difference.path.first() == Some(&"spec")
    {
        return one(DisconnectsClients, other);
    }
    if pair.id.kind != "Certificate" {
        return Vec::new();
    }
    match difference.path.as_slice() {
        ["spec", "dnsNames" | "ipAddresses", name] if difference.new.is_none() => {
            let why = format!("clients that dial {} and verify names reject the certificate", bare(name));
            one(DisconnectsClients, why)
        }
        ["spec", "issuerRef", ..] => one(DisconnectsClients, other),
        _ => Vec::new(),
    }
}

/// The keys of a record or the items of a keyed list.
fn keys(tree: Option<&Tree>) -> Vec<&str> {
    match tree {
        Some(Tree::Map(map)) => map.keys().map(|key| bare(key)).collect(),
        _ => Vec::new(),
    }
}

/// `6650` of `[6650/TCP]`.
fn bare(key: &str) -> &str {
    key.trim_start_matches('[').trim_end_matches(']').trim_end_matches("/TCP")
}
