//! A takeover, as data.

use pulsarc_diff::Identity;
use serde::Serialize;
use serde_json::Value;

/// How objects are taken over.
#[derive(Debug, Clone)]
pub struct AdoptOptions {
    /// The manifests of the release that is taken over: the objects that exist and the configuration does not have are among
    /// them. Empty for objects that kubectl or Argo CD applied.
    pub manifests: Vec<Value>,
    /// Who takes over: `user@host`.
    pub by: String,
    /// Why, for the history: `adopted from Helm revision 7`.
    pub reason: String,
}

/// What taking over changes.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Adoption {
    /// The objects that exist and become pulsarc's.
    pub objects: Vec<AdoptedObject>,
    /// Objects of the old release that the configuration does not have. They stay until an apply deletes them.
    pub unwanted: Vec<Identity>,
    /// Objects of the configuration that do not exist. An apply creates them.
    pub absent: Vec<Identity>,
    /// Objects of the configuration that belong to another release. They are not taken over.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub foreign: Vec<ForeignObject>,
}

/// An object that belongs to another release.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ForeignObject {
    /// The object.
    pub object: Identity,
    /// Its owner: `Helm release orders in namespace shop`.
    pub owner: String,
}

/// An object that becomes pulsarc's.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct AdoptedObject {
    /// The object.
    pub object: Identity,
    /// The managers whose fields are taken over.
    pub managers: Vec<String>,
    /// Labels and annotations that change, a line each: `- meta.helm.sh/release-name`.
    pub metadata: Vec<String>,
}
