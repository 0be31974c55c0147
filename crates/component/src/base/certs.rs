//! The block `certs`: the issuers that sign certificates.

use serde::Deserialize;

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
