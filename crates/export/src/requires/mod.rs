//! What the manifests need and do not contain: the namespace, kinds of other projects, secrets, classes, nodes.
//!
//! All of it is read from the objects, so it holds for a component that is added tomorrow and for the user's own
//! objects. Which of it a live cluster has is for others to find out.

mod create;
mod pods;
mod references;

use pulsarc_component::Cluster;
use pulsarc_kube::Object;
use references::References;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// Everything that has to be there before the manifests are applied.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Requirements {
    /// The namespace, if the manifests do not contain it; none for `default`, which every cluster has.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    /// Kinds that a custom resource definition adds.
    pub kinds: Vec<CustomKind>,
    /// Secrets that nothing in the manifests creates.
    pub secrets: Vec<Needed>,
    /// Config maps that are not among the manifests.
    pub config_maps: Vec<Needed>,
    /// Volume claims that are not among the manifests.
    pub claims: Vec<Needed>,
    /// Storage classes. The name `(default)` stands for the cluster's default class.
    pub storage_classes: Vec<Needed>,
    /// Ingress classes. The name `(default)` stands for the cluster's default class.
    pub ingress_classes: Vec<Needed>,
    /// Priority classes.
    pub priority_classes: Vec<Needed>,
    /// Runtime classes.
    pub runtime_classes: Vec<Needed>,
    /// Issuers of certificates.
    pub issuers: Vec<Needed>,
    /// Service accounts.
    pub service_accounts: Vec<Needed>,
    /// Roles that bindings refer to.
    pub roles: Vec<Needed>,
    /// Labels that nodes need, and how many nodes.
    pub nodes: Vec<NodeNeed>,
}

/// The name that stands for a cluster's default class.
pub const DEFAULT_CLASS: &str = "(default)";

/// A kind that a custom resource definition adds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CustomKind {
    /// The kind: `Certificate`.
    pub kind: String,
    /// Its API group: `cert-manager.io`.
    pub group: String,
    /// The project that provides it, if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<Cow<'static, str>>,
    /// How many objects are of this kind.
    pub objects: usize,
    /// How to do without it: the settings that switch the objects off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub without: Option<Cow<'static, str>>,
}

/// An object that has to be there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Needed {
    /// Its name.
    pub name: String,
    /// The keys of its data that are read.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
    /// The objects that refer to it: `StatefulSet/pulsar-broker`.
    pub used_by: Vec<String>,
    /// The command that creates it, if it follows from its use; a line for each step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub create: Vec<String>,
}

/// What pods ask of nodes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NodeNeed {
    /// The label, with its values if only some will do; the pods wait for a node that has it.
    pub label: String,
    /// The values that will do; any value if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub values: Vec<String>,
    /// How many different values are needed, for pods that must not share one.
    pub least: u64,
    /// The workloads that ask for it.
    pub used_by: Vec<String>,
}

/// The lists of objects as [`Requirements`] has them, each with the kind in it.
pub const LISTS: [(&str, &str); 10] = [
    ("secrets", "Secret"),
    ("configMaps", "ConfigMap"),
    ("claims", "PersistentVolumeClaim"),
    ("storageClasses", "StorageClass"),
    ("ingressClasses", "IngressClass"),
    ("priorityClasses", "PriorityClass"),
    ("runtimeClasses", "RuntimeClass"),
    ("issuers", "Issuer"),
    ("serviceAccounts", "ServiceAccount"),
    ("roles", "Role"),
];

impl Requirements {
    /// Whether nothing is needed.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The lists of objects, each with the word for one of them.
    pub fn objects(&self) -> impl Iterator<Item = (&'static str, &[Needed])> {
        let lists: [&[Needed]; LISTS.len()] = [
            &self.secrets,
            &self.config_maps,
            &self.claims,
            &self.storage_classes,
            &self.ingress_classes,
            &self.priority_classes,
            &self.runtime_classes,
            &self.issuers,
            &self.service_accounts,
            &self.roles,
        ];
        LISTS.iter().map(|(_, kind)| *kind).zip(lists)
    }
}

/// Groups that Kubernetes itself serves: those without a dot, and those of `k8s.io` that are part of it.
const OWN_GROUPS: [&str; 14] = [
    "admissionregistration.k8s.io",
    "apiextensions.k8s.io",
    "apiregistration.k8s.io",
    "authentication.k8s.io",
    "authorization.k8s.io",
    "certificates.k8s.io",
    "coordination.k8s.io",
    "discovery.k8s.io",
    "events.k8s.io",
    "flowcontrol.apiserver.k8s.io",
    "networking.k8s.io",
    "node.k8s.io",
    "rbac.authorization.k8s.io",
    "scheduling.k8s.io",
];

/// How to do without monitors.
const MONITORS: Option<&str> =
    Some("podMonitor.enabled of each component, as pulsar.presets.unmonitored does");

/// Projects by the groups of their kinds, with the setting that switches off the objects that pulsarc makes of them.
const PROVIDERS: [(&str, &str, Option<&str>); 6] = [
    ("cert-manager.io", "cert-manager", None),
    ("monitoring.coreos.com", "the Prometheus Operator", MONITORS),
    ("operator.victoriametrics.com", "the VictoriaMetrics operator", MONITORS),
    ("gateway.networking.k8s.io", "the Gateway API", None),
    ("snapshot.storage.k8s.io", "the CSI snapshot controller", None),
    ("keda.sh", "KEDA", None),
];

/// What the objects of a cluster need and do not contain.
pub fn requirements(objects: &[Object], cluster: &Cluster<'_>) -> Requirements {
    let references = References::of(objects, cluster);
    let namespace = cluster.names.namespace();
    let has_namespace = namespace == "default" || references.contains("Namespace", namespace);
    let needed = |kind: &str| references.missing(kind, cluster);
    Requirements {
        namespace: (!has_namespace).then(|| namespace.to_owned()),
        kinds: kinds(objects),
        secrets: needed("Secret"),
        config_maps: needed("ConfigMap"),
        claims: needed("PersistentVolumeClaim"),
        storage_classes: needed("StorageClass"),
        ingress_classes: needed("IngressClass"),
        priority_classes: needed("PriorityClass"),
        runtime_classes: needed("RuntimeClass"),
        issuers: needed("Issuer"),
        service_accounts: needed("ServiceAccount"),
        roles: needed("Role"),
        nodes: pods::nodes(objects),
    }
}

/// The kinds that Kubernetes itself lacks.
fn kinds(objects: &[Object]) -> Vec<CustomKind> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for object in objects {
        let group = object.api_version().split_once('/').map_or("", |(group, _)| group);
        let own = !group.contains('.') || OWN_GROUPS.contains(&group) || group == "storage.k8s.io";
        if !own {
            *counts.entry((group.to_owned(), object.kind().to_owned())).or_default() += 1;
        }
    }
    let defined = defined(objects);
    counts
        .into_iter()
        .filter(|(kind, _)| !defined.contains(kind))
        .map(|((group, kind), objects)| {
            let provider = PROVIDERS.iter().find(|(known, ..)| *known == group);
            CustomKind {
                kind,
                provider: provider.map(|(_, name, _)| Cow::Borrowed(*name)),
                without: provider.and_then(|(.., without)| *without).map(Cow::Borrowed),
                objects,
                group,
            }
        })
        .collect()
}

/// The kinds whose definitions are among the objects.
fn defined(objects: &[Object]) -> BTreeSet<(String, String)> {
    let definition = |object: &Object| {
        let value = (object.kind() == "CustomResourceDefinition").then(|| object.to_value().ok())??;
        let text = |pointer: &str| value.pointer(pointer).and_then(serde_json::Value::as_str);
        Some((text("/spec/group")?.to_owned(), text("/spec/names/kind")?.to_owned()))
    };
    objects.iter().filter_map(definition).collect()
}
