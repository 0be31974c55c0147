//! The parts of a configuration that belong to no single component: names, images, TLS, authentication, the metadata
//! store, and the switches.

mod auth;
mod certs;
mod functions;
mod jobs;
mod metadata;
mod tls;

pub use auth::{Auth, Authentication, Authorization, GenerateSecrets, Jwt, OpenId, SecretAnnotations};
pub use certs::{Certs, InternalIssuer, IssuerKey, IssuerKind, IssuerNames, Issuers};
pub use functions::{Functions, FunctionsRbac};
pub use jobs::{InitContainer, JobSettings, JobTtl};
pub use metadata::{BookKeeperMetadata, PulsarMetadata};
pub use tls::{CaCert, CaCerts, CertCommon, Tls, TlsComponent, TlsMetadata, TlsSwitch};

use crate::network::NetworkPolicySpec;
use crate::script::UserCommand;
use crate::shapes::{ImageSpec, StringMap};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What Kubernetes' pod security admission asks of pods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PodSecurityStandard {
    /// Nothing that gives a pod rights on its node. Every pod here keeps it as it is.
    Baseline,
    /// No root, no privilege escalation, no additional capabilities.
    Restricted,
}

/// Which pods carry a token for the API server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServiceAccountTokens {
    /// All, the default of Kubernetes.
    Everywhere,
    /// Those whose service accounts have rights there.
    WhereNeeded,
}

/// Everything at the top of a configuration but the components' own blocks.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in the configuration")]
pub struct Base {
    /// The namespace, or empty for the one of the command line.
    #[serde(default)]
    pub namespace: String,
    /// Whether the namespace is emitted too.
    #[serde(default)]
    pub namespace_create: bool,
    /// The cluster's DNS domain.
    #[serde(default)]
    pub cluster_domain: String,
    /// Whether the init jobs are emitted always.
    #[serde(default)]
    pub initialize: bool,
    /// Whether the init jobs are emitted for a first installation.
    #[serde(default)]
    pub use_release_status: bool,
    /// Settings of all pod monitors.
    pub pod_monitor: PodMonitors,
    /// The path prefix of a cluster's metadata, `/chroot`, or empty.
    #[serde(default)]
    pub metadata_prefix: String,
    /// What the names of plain ports start with (Istio).
    #[serde(default)]
    pub tcp_prefix: String,
    /// What the names of TLS ports start with (Istio).
    #[serde(default)]
    pub tls_prefix: String,
    /// Whether anything is kept on disks.
    #[serde(default)]
    pub persistence: bool,
    /// Whether anything is kept on disks, and on which.
    pub volumes: VolumeSwitches,
    /// Rights of the brokers.
    pub rbac: Rbac,
    /// The pod security standard of all pods; unchanged by default.
    pub pod_security_standard: Option<PodSecurityStandard>,
    /// Which pods mount a token for the API server; all by default.
    pub service_account_tokens: Option<ServiceAccountTokens>,
    /// Whom pods may dial, and who them.
    pub network_policy: Option<NetworkPolicySpec>,
    /// Whether pods keep apart at all.
    pub affinity: AffinitySwitch,
    /// Which components there are.
    pub components: Components,
    /// The image repository of everything that is Pulsar; that of the release if none is given.
    pub default_pulsar_image_repository: Option<String>,
    /// Its tag; the chart's Pulsar version where none is given.
    pub default_pulsar_image_tag: Option<String>,
    /// The line of Pulsar that is meant: it decides on the defaults, and on the keys of images whose tag has no version.
    pub pulsar_version: Option<String>,
    /// When images are pulled.
    #[serde(default)]
    pub default_pull_policy: String,
    /// The images.
    pub images: Images,
    /// TLS.
    pub tls: Tls,
    /// Authentication and authorization.
    pub auth: Auth,
    /// Who signs the certificates.
    pub certs: Certs,
    /// The init jobs.
    pub job: JobSettings,
    /// All init containers of pulsarc's own.
    #[serde(rename = "initContainer")]
    pub init_container: InitContainer,
    /// Objects that the user adds.
    #[serde(default)]
    pub extra_deploy: Vec<serde_json::Value>,
    /// A command that runs after the cluster was initialized.
    #[serde(default)]
    pub extra_init_command: UserCommand,
    /// The metadata store.
    #[serde(rename = "pulsar_metadata")]
    pub pulsar_metadata: PulsarMetadata,
    /// Functions inside the broker.
    pub functions: Functions,
    /// The monitoring stack, another project's: only its switch is read.
    #[serde(default, rename = "victoria-metrics-k8s-stack")]
    pub victoria_metrics: BTreeMap<String, serde_json::Value>,
    /// Further labels for everything.
    #[serde(default)]
    pub labels: StringMap,
    /// Another application name.
    pub name_override: Option<String>,
    /// Another beginning of all names.
    pub fullname_override: Option<String>,
    /// Another name for the Pulsar cluster.
    pub cluster_name: Option<String>,
}

impl Base {
    /// Whether VictoriaMetrics' operator does the scraping (and not Prometheus').
    pub fn scraped_by_victoria_metrics(&self) -> bool {
        self.victoria_metrics.get("enabled").and_then(serde_json::Value::as_bool).unwrap_or_default()
    }
}

/// Settings of all pod monitors.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PodMonitors {
    /// Further labels for the monitors.
    #[serde(default)]
    pub custom_labels: StringMap,
}

/// Whether there are disks.
#[derive(Debug, Clone, Deserialize)]
pub struct VolumeSwitches {
    /// Whether anything is kept on disks.
    #[serde(default)]
    pub persistence: bool,
    /// Whether disks are on the nodes.
    #[serde(default)]
    pub local_storage: bool,
}

/// Rights of the brokers.
#[derive(Debug, Clone, Deserialize)]
pub struct Rbac {
    /// Kept for the chart's sake: it reads this nowhere.
    #[serde(default)]
    pub enabled: bool,
    /// Whether the brokers' rights end at the namespace.
    #[serde(default)]
    pub limit_to_namespace: bool,
}

/// Whether pods keep apart at all.
#[derive(Debug, Clone, Deserialize)]
pub struct AffinitySwitch {
    /// Whether they do.
    #[serde(default)]
    pub anti_affinity: bool,
    /// Kept for the chart's sake: each component has its own.
    #[serde(default, rename = "type")]
    pub kind: String,
}

/// Which components there are.
#[derive(Debug, Clone, Deserialize)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in the configuration")]
pub struct Components {
    /// ZooKeeper.
    #[serde(default)]
    pub zookeeper: bool,
    /// Oxia.
    #[serde(default)]
    pub oxia: bool,
    /// The bookies.
    #[serde(default)]
    pub bookkeeper: bool,
    /// The bookies' autorecovery.
    #[serde(default)]
    pub autorecovery: bool,
    /// The brokers.
    #[serde(default)]
    pub broker: bool,
    /// Functions inside the brokers.
    #[serde(default)]
    pub functions: bool,
    /// The standalone function worker.
    #[serde(default)]
    pub function_worker: bool,
    /// The proxies.
    #[serde(default)]
    pub proxy: bool,
    /// The toolset.
    #[serde(default)]
    pub toolset: bool,
    /// Pulsar Manager.
    #[serde(default)]
    pub pulsar_manager: bool,
    /// Dekaf.
    #[serde(default)]
    pub dekaf: bool,
}

/// The images.
#[derive(Debug, Clone, Deserialize)]
pub struct Images {
    /// `images.zookeeper`.
    pub zookeeper: ImageSpec,
    /// `images.bookie`.
    pub bookie: ImageSpec,
    /// `images.autorecovery`.
    pub autorecovery: ImageSpec,
    /// `images.broker`.
    pub broker: ImageSpec,
    /// `images.toolset`.
    pub toolset: ImageSpec,
    /// `images.proxy`.
    pub proxy: ImageSpec,
    /// `images.functions`: what function instances run in.
    pub functions: ImageSpec,
    /// `images.function_worker`.
    pub function_worker: ImageSpec,
    /// `images.pulsar_manager`.
    pub pulsar_manager: ImageSpec,
    /// `images.dekaf`.
    pub dekaf: ImageSpec,
    /// `images.oxia`.
    pub oxia: ImageSpec,
    /// `images.standalone`.
    pub standalone: ImageSpec,
    /// `images.kubectl`: what jobs that talk to Kubernetes run in.
    pub kubectl: ImageSpec,
    /// The secrets that images are pulled with, by name.
    #[serde(default, rename = "imagePullSecrets")]
    pub pull_secrets: Vec<String>,
}
