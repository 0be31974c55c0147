//! Network policies: pods are closed to all but the connections of the topology.
//!
//! There is one policy for each component, for each job, and for the pods of functions. Each has both directions, so
//! that its pods are closed to everything that it does not list. Open connections are derived from the topology,
//! which comes from the objects: nothing here knows a component by name. In addition there are DNS, which every pod
//! queries, and the user's own rules.

mod party;
mod ports;

use party::{Party, Peer};
use ports::Ports;
use pulsarc_component::network::{ComponentPolicy, NetworkPolicySpec as Asked, Reached};
use pulsarc_component::{Cluster, meta};
use pulsarc_diag::{Code, Diagnostic, Findings, KeyPath, Severity, suggest};
use pulsarc_export::ConnectionGraph;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::networking::v1::{
    NetworkPolicy, NetworkPolicyEgressRule, NetworkPolicyIngressRule, NetworkPolicyPeer, NetworkPolicyPort,
    NetworkPolicySpec,
};
use std::collections::{BTreeMap, BTreeSet};

/// The finding for an unknown component.
pub static NO_COMPONENT: Code = Code {
    id: "PUL0760",
    severity: Severity::Warning,
    title: "network policy without a component",
    page: include_str!("pages/PUL0760.md"),
};

/// The policies of a cluster; none if they are not asked for.
pub fn policies(
    objects: &[Object],
    topology: &ConnectionGraph,
    cluster: &Cluster<'_>,
    found: &mut Findings,
) -> Vec<Object> {
    let Some(settings) = cluster.base.network_policy.as_ref().filter(|settings| settings.enabled) else {
        return Vec::new();
    };
    let parties = party::closed(objects, topology, cluster);
    let known: BTreeSet<&str> = parties.iter().map(|party| party.name.as_str()).collect();
    for name in settings.components.keys().filter(|name| !known.contains(name.as_str())) {
        found.push(unknown(name, &known, cluster));
    }
    let ports = Ports::of(objects);
    let wanted = |party: &&Party| settings.components.get(&party.name).is_none_or(|own| own.enabled);
    parties
        .iter()
        .filter(wanted)
        .map(|party| policy(settings, party, &parties, topology, &ports, cluster))
        .collect()
}

fn unknown(name: &str, known: &BTreeSet<&str>, cluster: &Cluster<'_>) -> Diagnostic {
    let path = KeyPath::parse("networkPolicy.components").key(name);
    // Who writes a component's key means its pods, which are called otherwise: bookkeeper's are bookies.
    let own = cluster.text(&format!("{name}.component"));
    let own = own.as_deref().filter(|own| known.contains(own));
    let near = own.or_else(|| suggest::nearest(name, known.iter().copied()));
    let help = near.map_or_else(
        || format!("write one of {}", known.iter().copied().collect::<Vec<_>>().join(", ")),
        |near| format!("did you mean {near}?"),
    );
    let finding =
        Diagnostic::new(&NO_COMPONENT, format!("this has no effect: no pods of {name} are deployed"));
    finding.at(&path).span(cluster.root.users_span(&path)).help(help)
}

fn policy(
    settings: &Asked,
    party: &Party,
    parties: &[Party],
    topology: &ConnectionGraph,
    ports: &Ports<'_>,
    cluster: &Cluster<'_>,
) -> Object {
    let own = settings.components.get(&party.name);
    let (mut dialled_by, mut dials) = (BTreeMap::new(), BTreeMap::new());
    for edge in topology.connections() {
        let port = ports.of_pods(&edge.to, edge.port);
        if edge.to == party.name {
            let place = party::place(&edge.from, parties, party);
            dialled_by.entry(place).or_insert_with(BTreeSet::new).insert(port);
        }
        if edge.from == party.name {
            let place = party::place(&edge.to, parties, party);
            let opened = dials.entry(place.clone()).or_insert_with(BTreeSet::new);
            match place {
                Peer::ApiServer => opened.extend(numbers(&settings.kubernetes_api)),
                _ => opened.extend([port]),
            }
        }
    }
    let ingress = dialled_by.into_iter().map(|(place, ports)| NetworkPolicyIngressRule {
        from: place.peers(parties, settings),
        ports: Some(ports.into_iter().map(tcp).collect()),
    });
    let egress = dials.into_iter().map(|(place, ports)| NetworkPolicyEgressRule {
        to: place.peers(parties, settings),
        ports: Some(ports.into_iter().map(tcp).collect()),
    });
    let added = |own: &ComponentPolicy| (own.ingress.clone(), own.egress.clone());
    let (more_ingress, more_egress) = own.map(added).unwrap_or_default();
    let name = format!("{}-network", cluster.names.of(&party.suffix));
    let mut metadata = meta::metadata(cluster, name, Some(&party.name));
    metadata.namespace = Some(party.namespace.clone());
    let spec = NetworkPolicySpec {
        pod_selector: Some(party.selector.clone()),
        policy_types: Some(vec!["Ingress".to_owned(), "Egress".to_owned()]),
        ingress: Some(ingress.chain(more_ingress).collect()),
        egress: Some(egress.chain([dns(&settings.dns)]).chain(more_egress).collect()),
    };
    NetworkPolicy { metadata, spec: Some(spec) }.into()
}

fn numbers(reached: &Reached) -> impl Iterator<Item = i32> {
    reached.ports.iter().map(|port| port.number())
}

/// A place, or any place by default.
fn somewhere(peers: &[NetworkPolicyPeer]) -> Option<Vec<NetworkPolicyPeer>> {
    (!peers.is_empty()).then(|| peers.to_vec())
}

fn dns(reached: &Reached) -> NetworkPolicyEgressRule {
    let both = |port| ["UDP", "TCP"].map(|protocol| ports::port(port, protocol));
    NetworkPolicyEgressRule {
        to: somewhere(&reached.peers),
        ports: Some(numbers(reached).flat_map(both).collect()),
    }
}

fn tcp(port: i32) -> NetworkPolicyPort {
    ports::port(port, "TCP")
}
