//! cert-manager's kinds, as far as pulsarc emits them (cert-manager.io/v1).

use k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};
use std::collections::BTreeMap;

/// Signs certificates in its namespace.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Issuer {
    /// Name and labels.
    pub metadata: ObjectMeta,
    /// How it signs.
    pub spec: IssuerSpec,
}

/// How an issuer signs: exactly one of the two is set.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct IssuerSpec {
    /// With the key of each certificate itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_signed: Option<SelfSigned>,
    /// With a certificate authority.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ca: Option<CertificateAuthority>,
}

/// A self-signed issuer has no settings.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SelfSigned {}

/// A certificate authority whose key pair is in a secret.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateAuthority {
    /// The secret's name.
    pub secret_name: String,
}

/// A certificate to be kept in a secret and renewed.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Certificate {
    /// Name and labels.
    pub metadata: ObjectMeta,
    /// What the certificate says.
    pub spec: CertificateSpec,
}

/// What a certificate says and where it is kept.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateSpec {
    /// Annotations for the secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret_template: Option<SecretTemplate>,
    /// The secret that it is kept in.
    pub secret_name: String,
    /// Further forms of the key pair in the secret.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub additional_output_formats: Vec<OutputFormat>,
    /// How long it is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration: Option<String>,
    /// How long before its end it is renewed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renew_before: Option<String>,
    /// Whom it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<Subject>,
    /// The subject's common name.
    pub common_name: String,
    /// Whether it may sign others.
    #[serde(rename = "isCA")]
    pub is_ca: bool,
    /// Its private key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private_key: Option<PrivateKey>,
    /// What it may be used for.
    pub usages: Vec<String>,
    /// The DNS names it is valid for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dns_names: Vec<String>,
    /// The addresses it is valid for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ip_addresses: Vec<String>,
    /// Who signs it.
    pub issuer_ref: IssuerRef,
}

/// What the secret of a certificate gets.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SecretTemplate {
    /// Its annotations.
    pub annotations: BTreeMap<String, String>,
}

/// An additional form of a key pair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutputFormat {
    /// `CombinedPEM`: key and certificate in one file.
    #[serde(rename = "type")]
    pub kind: String,
}

/// Whom a certificate is for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Subject {
    /// The organizations.
    pub organizations: Vec<String>,
}

/// How a private key is made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PrivateKey {
    /// `RSA`, `ECDSA` or `Ed25519`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub algorithm: Option<String>,
    /// `PKCS1` or `PKCS8`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// Bits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<i64>,
    /// `Never` keeps the key over renewals, `Always` makes a new one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rotation_policy: Option<String>,
}

/// Who signs a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct IssuerRef {
    /// Its name.
    pub name: String,
    /// `Issuer` or `ClusterIssuer`, or another group's kind.
    pub kind: String,
    /// The API group.
    pub group: String,
}

fn whole<S: Serializer, T: Serialize>(
    serializer: S,
    kind: &'static str,
    metadata: &ObjectMeta,
    spec: &T,
) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_struct(kind, 4)?;
    object.serialize_field("apiVersion", "cert-manager.io/v1")?;
    object.serialize_field("kind", kind)?;
    object.serialize_field("metadata", metadata)?;
    object.serialize_field("spec", spec)?;
    object.end()
}

impl Serialize for Issuer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        whole(serializer, "Issuer", &self.metadata, &self.spec)
    }
}

impl Serialize for Certificate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        whole(serializer, "Certificate", &self.metadata, &self.spec)
    }
}
