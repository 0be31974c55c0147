//! The parties of a policy: the pods it applies to, and the selectors of their peers.

use crate::network::somewhere;
use pulsarc_component::Cluster;
use pulsarc_component::network::NetworkPolicySpec;
use pulsarc_export::{CLIENTS, ConnectionGraph, FUNCTIONS, KUBERNETES, MONITORING};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::networking::v1::NetworkPolicyPeer;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::apis::meta::v1::{LabelSelector, LabelSelectorRequirement};
use std::collections::BTreeMap;

/// The label that Kubernetes gives the pods of a job.
const JOB_NAME: &str = "job-name";
/// The label that Kubernetes gives every namespace.
const NAMESPACE_NAME: &str = "kubernetes.io/metadata.name";
/// What the worker's Kubernetes runtime writes into the label `component` of the pods of functions, sources and sinks.
const RUN_BY_WORKERS: [&str; 3] = ["function", "sink", "source"];
/// A label that it gives them all.
const TENANT: &str = "tenant";
/// The setting with their namespaces.
const FUNCTIONS_NAMESPACE: &str = "PF_functionRuntimeFactoryConfigs_jobNamespace";

/// Pods that a policy is about.
pub(crate) struct Party {
    /// As the topology calls them.
    pub(crate) name: String,
    /// What the policy's name ends with.
    pub(crate) suffix: String,
    pub(crate) namespace: String,
    pub(crate) selector: LabelSelector,
}

/// Who is at the other end, of all that may be there.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Peer {
    /// Pods of this cluster, by their name in the topology, seen from the same namespace.
    Beside(String),
    /// The same, seen from another namespace.
    Across(String),
    Clients,
    Monitoring,
    ApiServer,
    /// A server outside, which a policy cannot name.
    Anywhere,
}

/// All pods that are closed: of components, of jobs, of functions.
pub(crate) fn closed(objects: &[Object], topology: &ConnectionGraph, cluster: &Cluster<'_>) -> Vec<Party> {
    let mut parties: Vec<Party> = Vec::new();
    for object in objects.iter().filter(|object| !object.is_foreign()) {
        let Some(template) = object.pod_template() else { continue };
        let labels = template.metadata.as_ref().and_then(|meta| meta.labels.as_ref());
        let component = labels.and_then(|labels| labels.get("component"));
        let name = component.map_or_else(|| object.name().to_owned(), Clone::clone);
        let by_job = || BTreeMap::from([(JOB_NAME.to_owned(), name.clone())]);
        let selector = component.map_or_else(by_job, |name| cluster.labels.selector(name));
        // What has no label is called by its own name, which starts as all names do.
        let start = format!("{}-", cluster.names.fullname());
        let suffix = name.strip_prefix(&start).unwrap_or(&name).to_owned();
        if parties.iter().all(|party| party.name != name) {
            let selector = LabelSelector { match_labels: Some(selector), ..LabelSelector::default() };
            parties.push(Party { name, suffix, namespace: cluster.names.namespace().to_owned(), selector });
        }
    }
    if topology.connections().any(|edge| edge.from == FUNCTIONS || edge.to == FUNCTIONS) {
        parties.push(functions(objects, cluster));
    }
    parties
}

fn functions(objects: &[Object], cluster: &Cluster<'_>) -> Party {
    let said = objects.iter().find_map(|object| match object {
        Object::ConfigMap(map) => map.data.as_ref()?.get(FUNCTIONS_NAMESPACE).cloned(),
        _ => None,
    });
    let requirement = |key: &str, operator: &str, values: Option<Vec<String>>| LabelSelectorRequirement {
        key: key.to_owned(),
        operator: operator.to_owned(),
        values,
    };
    let kinds = RUN_BY_WORKERS.map(str::to_owned).to_vec();
    Party {
        name: FUNCTIONS.to_owned(),
        suffix: FUNCTIONS.to_owned(),
        namespace: said.unwrap_or_else(|| cluster.names.namespace().to_owned()),
        selector: LabelSelector {
            match_expressions: Some(vec![
                requirement("component", "In", Some(kinds)),
                requirement(TENANT, "Exists", None),
            ]),
            match_labels: None,
        },
    }
}

/// Where somebody is, seen from the pods of `party`.
pub(crate) fn place(name: &str, parties: &[Party], party: &Party) -> Peer {
    if let Some(other) = parties.iter().find(|other| other.name == name) {
        return if other.namespace == party.namespace {
            Peer::Beside(name.to_owned())
        } else {
            Peer::Across(name.to_owned())
        };
    }
    match name {
        CLIENTS => Peer::Clients,
        MONITORING => Peer::Monitoring,
        KUBERNETES => Peer::ApiServer,
        _ => Peer::Anywhere,
    }
}

impl Peer {
    /// The policy's form; `None` for anyone.
    pub(crate) fn peers(
        &self,
        parties: &[Party],
        settings: &NetworkPolicySpec,
    ) -> Option<Vec<NetworkPolicyPeer>> {
        let of = |name: &str| parties.iter().find(|party| party.name == name);
        match self {
            Self::Beside(name) => of(name).map(|party| vec![pods(party, None)]),
            Self::Across(name) => of(name).map(|party| vec![pods(party, Some(&party.namespace))]),
            Self::Clients => somewhere(&settings.clients),
            Self::Monitoring => somewhere(&settings.monitoring),
            Self::ApiServer => somewhere(&settings.kubernetes_api.peers),
            Self::Anywhere => None,
        }
    }
}

fn pods(party: &Party, namespace: Option<&str>) -> NetworkPolicyPeer {
    let labels = |name: &str| BTreeMap::from([(NAMESPACE_NAME.to_owned(), name.to_owned())]);
    NetworkPolicyPeer {
        pod_selector: Some(party.selector.clone()),
        namespace_selector: namespace
            .map(|name| LabelSelector { match_labels: Some(labels(name)), ..LabelSelector::default() }),
        ip_block: None,
    }
}
