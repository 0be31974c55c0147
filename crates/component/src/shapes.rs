//! The parts of a configuration that components have in common: probes, affinity, monitors, budgets, storage.
//!
//! A field that may be taken away with `null` is an [`Option`], or empty without it; defaults are in the contracts.

use k8s_openapi::api::core::v1::{
    Container, EnvVar, PodSecurityContext, ResourceRequirements, Toleration, TopologySpreadConstraint,
    Volume, VolumeMount,
};
use k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;
use pulsarc_kube::k8s_openapi;
use pulsarc_kube::pod_monitor::Relabeling;
use pulsarc_model::{Port, Quantity, Scalar};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Texts by name: annotations, labels, a node selector.
pub type StringMap = BTreeMap<String, String>;

/// Pulsar's configuration keys and environment variables.
pub type ConfigData = BTreeMap<String, Scalar>;

/// A probe of a container.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Probe {
    /// Whether there is one.
    #[serde(default)]
    pub enabled: bool,
    /// Failures in a row that count.
    pub failure_threshold: Option<i32>,
    /// Seconds before the first one.
    pub initial_delay_seconds: Option<i32>,
    /// Seconds from one to the next.
    pub period_seconds: Option<i32>,
    /// Seconds that an answer may take.
    pub timeout_seconds: Option<i32>,
}

/// The three probes of a container.
#[derive(Debug, Clone, Deserialize)]
pub struct Probes {
    /// Restarts the container.
    pub liveness: Probe,
    /// Takes the pod out of its service.
    pub readiness: Probe,
    /// Holds the other two back.
    pub startup: Probe,
}

/// How a component's pods keep apart.
#[derive(Debug, Clone, Deserialize)]
pub struct AffinitySpec {
    /// Whether they do.
    #[serde(default)]
    pub anti_affinity: bool,
    /// The node label in which they must differ.
    #[serde(default)]
    pub anti_affinity_topology_key: String,
    /// Whether they must or should.
    #[serde(rename = "type")]
    pub kind: AffinityKind,
}

/// Whether pods must or should keep apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum AffinityKind {
    /// A pod that cannot be placed so waits.
    #[serde(rename = "requiredDuringSchedulingIgnoredDuringExecution")]
    Required,
    /// A pod that cannot be placed so is placed anyway.
    #[serde(rename = "preferredDuringSchedulingIgnoredDuringExecution")]
    Preferred,
}

/// Whether and how a component is scraped.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PodMonitorSpec {
    /// Whether there is a monitor; without one the pods carry Prometheus' annotations.
    #[serde(default)]
    pub enabled: bool,
    /// From one scrape to the next.
    #[serde(default)]
    pub interval: String,
    /// How long an answer may take.
    #[serde(default)]
    pub scrape_timeout: String,
    /// What is done to the samples.
    pub metric_relabelings: Option<Vec<Relabeling>>,
    /// Drops the `_created` series.
    pub drop_underscore_created_metrics: Option<DropCreated>,
}

/// Whether the series that end in `_created` are dropped.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct DropCreated {
    /// Whether they are.
    #[serde(default)]
    pub enabled: bool,
    /// Those that are kept.
    pub exclude_patterns: Option<Vec<String>>,
}

/// A disruption budget.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PdbSpec {
    /// Whether there is one.
    #[serde(default)]
    pub use_policy: bool,
    /// How many pods may be away at once: a number or a percentage.
    pub max_unavailable: Option<IntOrString>,
}

/// What has annotations and nothing else.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Annotated {
    /// The annotations.
    #[serde(default)]
    pub annotations: StringMap,
}

/// An image, each part of which may come from the cluster's defaults.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImageSpec {
    /// The repository.
    pub repository: Option<String>,
    /// The tag.
    pub tag: Option<String>,
    /// When it is pulled.
    pub pull_policy: Option<String>,
    /// Whether Pulsar Manager's image brings its own command; only that image has the key.
    #[serde(default)]
    pub has_command: bool,
}

/// How a StatefulSet's pods are replaced.
pub type UpdateStrategy = k8s_openapi::api::apps::v1::StatefulSetUpdateStrategy;

/// The Kubernetes types that users write as they are.
pub use k8s_openapi::api::core::v1 as kubernetes;

/// Lists that users extend a pod with.
pub type Containers = Vec<Container>;
/// Volumes of a pod.
pub type Volumes = Vec<Volume>;
/// Mounts of a container.
pub type Mounts = Vec<VolumeMount>;
/// Variables of a container.
pub type Variables = Vec<EnvVar>;
/// Taints that a pod bears.
pub type Tolerations = Vec<Toleration>;
/// How pods spread.
pub type Spread = Vec<TopologySpreadConstraint>;
/// What a container asks for and may use.
pub type Resources = ResourceRequirements;
/// How a pod's processes run.
pub type SecurityContext = PodSecurityContext;

/// A disk of a StatefulSet.
#[derive(Debug, Clone, Deserialize)]
pub struct Disk {
    /// The last part of the claim's name.
    pub name: String,
    /// How large it is.
    pub size: Quantity,
    /// Whether it is on the node, where the cluster has local storage.
    #[serde(default)]
    pub local_storage: bool,
    /// Which volumes may be claimed.
    pub selector: Option<k8s_openapi::apimachinery::pkg::apis::meta::v1::LabelSelector>,
    /// A storage class that is there.
    #[serde(rename = "storageClassName")]
    pub storage_class_name: Option<String>,
    /// A storage class to create.
    #[serde(rename = "storageClass")]
    pub storage_class: Option<StorageClassSpec>,
    /// Whether several disks are used instead.
    #[serde(default, rename = "useMultiVolumes")]
    pub use_multi_volumes: bool,
    /// Those disks.
    #[serde(default, rename = "multiVolumes")]
    pub multi_volumes: Vec<MultiVolume>,
    /// Whether the disk is used at all; only the index disk has the key.
    #[serde(default)]
    pub enabled: bool,
    /// Where it is mounted; only the index disk has the key.
    #[serde(default, rename = "mountPath")]
    pub mount_path: String,
}

/// One of several disks.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MultiVolume {
    /// The last part of the claim's name.
    pub name: String,
    /// How large it is.
    pub size: Quantity,
    /// Where it is mounted.
    pub mount_path: String,
    /// A storage class that is there.
    pub storage_class_name: Option<String>,
}

/// A storage class to create: its provisioner, and whatever parameters that one takes.
pub type StorageClassSpec = BTreeMap<String, Scalar>;

/// The ports of a Pulsar server that speaks the binary protocol and HTTP, each plain and with TLS.
#[derive(Debug, Clone, Deserialize)]
pub struct PulsarPorts {
    /// HTTP.
    pub http: Port,
    /// HTTPS.
    pub https: Port,
    /// The binary protocol.
    pub pulsar: Port,
    /// The binary protocol over TLS.
    pub pulsarssl: Port,
}

/// Autoscaling of a component.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Autoscaling {
    /// Whether there is any.
    #[serde(default)]
    pub enabled: bool,
    /// The fewest pods.
    pub min_replicas: Option<i32>,
    /// The most pods.
    pub max_replicas: Option<i32>,
    /// What it goes by.
    pub metrics: Option<Vec<k8s_openapi::api::autoscaling::v2::MetricSpec>>,
    /// How fast it goes.
    pub behavior: Option<k8s_openapi::api::autoscaling::v2::HorizontalPodAutoscalerBehavior>,
}

/// An ingress for a component.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IngressSpec {
    /// Whether there is one.
    #[serde(default)]
    pub enabled: bool,
    /// Its annotations.
    #[serde(default)]
    pub annotations: StringMap,
    /// Its class.
    #[serde(default)]
    pub ingress_class_name: String,
    /// Its TLS.
    pub tls: IngressTls,
    /// The host it is for.
    #[serde(default)]
    pub hostname: String,
    /// The path it is for.
    #[serde(default)]
    pub path: String,
    /// How the path is matched.
    #[serde(default)]
    pub path_type: String,
}

/// TLS of an ingress.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IngressTls {
    /// Whether it serves TLS.
    #[serde(default)]
    pub enabled: bool,
    /// The secret with its certificate.
    #[serde(default)]
    pub secret_name: String,
}

/// A list that may also be one text, its items apart by commas.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
pub enum TextOrList {
    /// One text.
    Text(String),
    /// A list.
    List(Vec<String>),
}

impl TextOrList {
    /// As one text.
    pub fn joined(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::List(items) => items.join(","),
        }
    }
}
