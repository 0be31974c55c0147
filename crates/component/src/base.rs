//! The parts of a configuration that belong to no single component: names, images, TLS, authentication, the metadata
//! store, and the switches.

use crate::network::NetworkPolicySpec;
use crate::shapes::{AffinitySpec, Annotated, ImageSpec, Resources, Texts, Tolerations};
use pulsarc_model::{Port, Scalar};
use serde::Deserialize;
use std::collections::BTreeMap;

/// What Kubernetes' pod security admission asks of pods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PodSecurityStandard {
    /// Nothing that gives a pod rights on its node. Every pod here keeps it as it is.
    Baseline,
    /// No root, no further rights, no capabilities besides.
    Restricted,
}

/// Which pods carry a token for the API server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ServiceAccountTokens {
    /// All, as Kubernetes does by itself.
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
    /// Whether the init jobs are emitted in any case.
    #[serde(default)]
    pub initialize: bool,
    /// Whether the init jobs are emitted for a first installation.
    #[serde(default)]
    pub use_release_status: bool,
    /// Settings of all pod monitors.
    pub pod_monitor: PodMonitors,
    /// The path below which a cluster's metadata lies, `/chroot`, or empty.
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
    /// The pod security standard that all pods keep; left as they are where none is said.
    pub pod_security_standard: Option<PodSecurityStandard>,
    /// Which pods carry a token for the API server; all where nothing is said.
    pub service_account_tokens: Option<ServiceAccountTokens>,
    /// Whom pods may dial, and who them.
    pub network_policy: Option<NetworkPolicySpec>,
    /// Whether pods keep apart at all.
    pub affinity: AffinitySwitch,
    /// Which components there are.
    pub components: Components,
    /// The image repository of everything that is Pulsar.
    #[serde(default)]
    pub default_pulsar_image_repository: String,
    /// Its tag; the chart's Pulsar version where none is given.
    pub default_pulsar_image_tag: Option<String>,
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
    pub extra_init_command: String,
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
    pub labels: Texts,
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
    pub custom_labels: Texts,
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

/// TLS.
#[derive(Debug, Clone, Deserialize)]
pub struct Tls {
    /// Whether there is any.
    #[serde(default)]
    pub enabled: bool,
    /// The end of the name of the secret that holds the certificate authority.
    #[serde(default)]
    pub ca_suffix: String,
    /// What all certificates say.
    pub common: CertCommon,
    /// The proxy's.
    pub proxy: TlsComponent,
    /// The broker's.
    pub broker: TlsComponent,
    /// The bookie's.
    pub bookie: TlsComponent,
    /// ZooKeeper's.
    pub zookeeper: TlsComponent,
    /// Autorecovery's.
    pub autorecovery: TlsComponent,
    /// The toolset's.
    pub toolset: TlsComponent,
    /// Standalone's.
    pub standalone: TlsComponent,
    /// Whether function instances dial the broker over TLS.
    pub function_instance: TlsSwitch,
    /// The function worker's.
    pub function_worker: TlsComponent,
    /// Oxia's: kept for the chart's sake, which reads it nowhere.
    pub oxia: TlsSwitch,
    /// The init jobs' certificate authorities.
    pub pulsar_metadata: TlsMetadata,
}

impl Tls {
    /// Whether a component serves TLS: its own switch counts only while TLS is on at all.
    pub fn serves(&self, component: &TlsComponent) -> bool {
        self.enabled && component.enabled
    }
}

/// What all certificates say.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CertCommon {
    /// How long they are valid.
    #[serde(default)]
    pub duration: String,
    /// How long before their end they are renewed.
    #[serde(default)]
    pub renew_before: String,
    /// Whom they are for.
    #[serde(default)]
    pub organization: Vec<String>,
    /// Bits of the key.
    pub key_size: Option<i64>,
    /// `RSA`, `ECDSA` or `Ed25519`.
    pub key_algorithm: Option<String>,
    /// `PKCS1` or `PKCS8`.
    pub key_encoding: Option<String>,
}

/// TLS of a component.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TlsComponent {
    /// Whether it serves TLS; components that are clients alone have no switch.
    #[serde(default)]
    pub enabled: bool,
    /// The end of the name of its certificate and secret.
    #[serde(default, rename = "cert_name")]
    pub cert_name: String,
    /// Whether its certificate is made; else the secret is there already.
    #[serde(default = "yes")]
    pub create_cert: bool,
    /// Further DNS names.
    pub dns_names: Option<Vec<String>>,
    /// Further addresses.
    pub ip_addresses: Option<Vec<String>>,
    /// Further certificate authorities that it trusts.
    #[serde(default)]
    pub cacerts: CaCerts,
    /// Annotations of the secret.
    pub secret_annotations: Option<Texts>,
}

/// Components whose block has no `createCert` always have their certificate made.
fn yes() -> bool {
    true
}

/// A switch in a record of its own.
#[derive(Debug, Clone, Deserialize)]
pub struct TlsSwitch {
    /// Whether it is on.
    #[serde(default)]
    pub enabled: bool,
}

/// What the init jobs trust.
#[derive(Debug, Clone, Deserialize)]
pub struct TlsMetadata {
    /// Further certificate authorities: kept for the chart's sake, whose init jobs use the toolset's.
    #[serde(default)]
    pub cacerts: CaCerts,
}

/// Further certificate authorities.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct CaCerts {
    /// Whether there are any.
    #[serde(default)]
    pub enabled: bool,
    /// The secrets that hold them.
    pub certs: Option<Vec<CaCert>>,
}

/// A secret that holds certificate authorities.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CaCert {
    /// The volume's name, and its folder's.
    pub name: String,
    /// The secret.
    pub existing_secret: String,
    /// The keys of the secret that hold them.
    #[serde(default)]
    pub secret_keys: Vec<String>,
}

/// Authentication and authorization.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Auth {
    /// Who is who.
    pub authentication: Authentication,
    /// Who may do what.
    pub authorization: Authorization,
    /// The roles that may do everything, by who plays them.
    #[serde(default)]
    pub super_users: BTreeMap<String, Option<String>>,
    /// Whether the proxy's role is one that speaks for others.
    #[serde(default)]
    pub use_proxy_roles: bool,
}

impl Auth {
    /// Whether clients are authenticated by tokens.
    pub fn jwt(&self) -> bool {
        self.authentication.enabled && self.authentication.jwt.enabled
    }

    /// Whether clients are authenticated by OpenID Connect.
    pub fn openid(&self) -> bool {
        self.authentication.enabled && self.authentication.openid.enabled
    }

    /// Whether clients' rights are checked.
    pub fn authorizes(&self) -> bool {
        self.authentication.enabled && self.authorization.enabled
    }

    /// The role that somebody plays, where one is named: `broker`, `proxy`, `client`, `manager`.
    pub fn super_user(&self, who: &str) -> Option<&str> {
        self.super_users.get(who).and_then(Option::as_deref).filter(|role| !role.is_empty())
    }

    /// The roles of all super users but `except`, sorted, apart by commas and nothing else: a space would be part of
    /// the role.
    pub fn super_user_roles(&self, except: Option<&str>) -> String {
        let named = self.super_users.iter().filter(|(who, _)| Some(who.as_str()) != except);
        let mut roles: Vec<&str> =
            named.filter_map(|(_, role)| role.as_deref()).filter(|role| !role.is_empty()).collect();
        roles.sort_unstable();
        roles.join(",")
    }
}

/// Who is who.
#[derive(Debug, Clone, Deserialize)]
pub struct Authentication {
    /// Whether clients are authenticated.
    #[serde(default)]
    pub enabled: bool,
    /// By tokens.
    pub jwt: Jwt,
    /// By OpenID Connect.
    pub openid: OpenId,
}

/// Tokens.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Jwt {
    /// Whether there are any.
    #[serde(default)]
    pub enabled: bool,
    /// Whether they are signed with a secret key (and not with a pair of keys).
    #[serde(default)]
    pub using_secret_key: bool,
    /// The job that makes keys and tokens in the cluster.
    pub generate_secrets: GenerateSecrets,
    /// Annotations of what the job makes.
    pub secret_annotations: SecretAnnotations,
}

/// The job that makes keys and tokens.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GenerateSecrets {
    /// Whether there is one.
    #[serde(default)]
    pub enabled: bool,
    /// Where it runs.
    #[serde(default)]
    pub node_selector: Texts,
    /// The taints it bears.
    #[serde(default)]
    pub tolerations: Tolerations,
    /// How it keeps apart.
    pub affinity: AffinitySpec,
}

/// Annotations of keys and tokens.
#[derive(Debug, Clone, Deserialize)]
pub struct SecretAnnotations {
    /// Of the key.
    #[serde(default)]
    pub key: Texts,
    /// Of each super user's token.
    #[serde(default)]
    pub token: BTreeMap<String, Texts>,
}

/// OpenID Connect.
#[derive(Debug, Clone, Deserialize)]
pub struct OpenId {
    /// Whether it is used.
    #[serde(default)]
    pub enabled: bool,
    /// Its settings, under their names in Pulsar.
    #[serde(flatten)]
    pub settings: BTreeMap<String, serde_json::Value>,
}

/// Who may do what.
#[derive(Debug, Clone, Deserialize)]
pub struct Authorization {
    /// Whether that is checked.
    #[serde(default)]
    pub enabled: bool,
}

/// Who signs the certificates.
#[derive(Debug, Clone, Deserialize)]
pub struct Certs {
    /// The issuer that is made.
    pub internal_issuer: InternalIssuer,
    /// The issuers by kind.
    pub issuers: Issuers,
}

/// The issuer that is made.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct InternalIssuer {
    /// cert-manager's API.
    #[serde(default)]
    pub api_version: String,
    /// Whether one is made.
    #[serde(default)]
    pub enabled: bool,
    /// What its name ends with.
    #[serde(default)]
    pub component: String,
    /// What it signs with.
    #[serde(rename = "type")]
    pub kind: IssuerKind,
    /// How long the authority is valid.
    #[serde(default)]
    pub duration: String,
    /// How long before its end it is renewed.
    #[serde(default)]
    pub renew_before: String,
    /// The authority's key.
    pub private_key: Option<IssuerKey>,
}

/// The authority's key.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IssuerKey {
    /// Whether a renewal makes a new one.
    pub rotation_policy: Option<String>,
    /// Its algorithm.
    pub algorithm: Option<String>,
    /// Its encoding.
    pub encoding: Option<String>,
    /// Its bits.
    pub size: Option<i64>,
}

/// What an issuer signs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum IssuerKind {
    /// An authority that it makes itself.
    SelfSigning,
    /// An authority that is there.
    Ca,
}

/// The issuers by kind.
#[derive(Debug, Clone, Deserialize)]
pub struct Issuers {
    /// For an authority that is made.
    pub selfsigning: IssuerNames,
    /// For an authority that is there.
    pub ca: IssuerNames,
}

/// An issuer's name and secret.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct IssuerNames {
    /// Its name.
    pub name: Option<String>,
    /// The secret with the authority.
    pub secret_name: Option<String>,
    /// `Issuer` or `ClusterIssuer`.
    pub kind: Option<String>,
    /// The API group.
    pub group: Option<String>,
}

/// The init jobs.
#[derive(Debug, Clone, Deserialize)]
pub struct JobSettings {
    /// Their annotations.
    #[serde(default)]
    pub annotations: Texts,
    /// Whether they are cleaned away.
    pub ttl: JobTtl,
}

/// Whether finished jobs are cleaned away.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct JobTtl {
    /// Whether they are.
    #[serde(default)]
    pub enabled: bool,
    /// After how many seconds.
    pub seconds_after_finished: Option<i32>,
}

/// All init containers of pulsarc's own.
#[derive(Debug, Clone, Deserialize)]
pub struct InitContainer {
    /// What they ask for.
    pub resources: Option<Resources>,
}

/// The metadata store.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PulsarMetadata {
    /// What the init job's name ends with.
    pub component: String,
    /// What the init jobs run in.
    pub image: ImageSpec,
    /// The path of the configuration store.
    #[serde(default)]
    pub configuration_store_metadata_prefix: String,
    /// The port of the configuration store.
    pub configuration_store_port: Port,
    /// The host of a configuration store shared by several clusters.
    pub configuration_store: Option<String>,
    /// `ZooKeepers` that are there already.
    pub user_provided_zookeepers: Option<String>,
    /// Seconds to wait for ZooKeeper.
    #[serde(default)]
    pub wait_zookeeper_timeout: i64,
    /// Seconds to wait for Oxia.
    #[serde(default)]
    pub wait_oxia_timeout: i64,
    /// Seconds to wait for the bookies.
    #[serde(default)]
    pub wait_bookkeeper_timeout: i64,
    /// Seconds that the initialization may take.
    pub init_timeout: Option<i64>,
    /// What the init job asks for.
    pub resources: Option<Resources>,
    /// Where the init jobs run.
    #[serde(default)]
    pub node_selector: Texts,
    /// The taints they bear.
    #[serde(default)]
    pub tolerations: Tolerations,
    /// The bookies' side.
    pub bookkeeper: BookKeeperMetadata,
    /// `metadataStore...`: how the brokers use the store.
    #[serde(flatten)]
    pub settings: BTreeMap<String, Scalar>,
}

/// The bookies' side of the metadata store.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BookKeeperMetadata {
    /// Whether brokers reach the bookies' metadata through Pulsar's own driver.
    #[serde(default)]
    pub use_pulsar_metadata_client_driver: bool,
    /// Whether bookies use Pulsar's own driver.
    #[serde(default)]
    pub use_pulsar_metadata_bookie_driver: bool,
    /// How long a bookie's session lives without word, in milliseconds.
    pub metadata_store_session_timeout_millis: Option<Scalar>,
}

/// Functions inside the brokers.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Functions {
    /// What the names of its objects end with.
    pub component: String,
    /// Whether function state is kept on the bookies.
    #[serde(default)]
    pub use_bookie_as_state_store: bool,
    /// Their rights.
    pub rbac: FunctionsRbac,
    /// Their service account.
    #[serde(default, rename = "service_account")]
    pub service_account: Annotated,
}

/// The rights of functions.
#[derive(Debug, Clone, Deserialize)]
pub struct FunctionsRbac {
    /// Whether they end at the namespace.
    #[serde(default)]
    pub limit_to_namespace: bool,
}
