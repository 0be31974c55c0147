//! The block `tls`: which components use TLS, the contents of their certificates, and the CAs that they trust.

use crate::shapes::StringMap;
use serde::Deserialize;

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
    /// Whether it serves TLS; components that are only clients have no switch.
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
    pub secret_annotations: Option<StringMap>,
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
