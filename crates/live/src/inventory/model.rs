//! The inventory, as data.

use crate::release::Origin;
use crate::resource::Resource;
use pulsarc_diff::Identity;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Everything that is stored about a release.
#[derive(Debug, Clone, Default)]
pub struct Inventory {
    /// The objects that the release owns: those of the current revision, and of the pending one.
    pub objects: Vec<Entry>,
    /// The last revisions, the oldest first. The last one is current.
    pub revisions: Vec<Revision>,
    /// A revision that was begun and not finished.
    pub pending: Option<Pending>,
    /// The version of the Secret, for its next replacement; none if it does not exist yet.
    pub version: Option<String>,
}

/// An object that a release owns.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Entry {
    /// Where it is in the API.
    pub resource: Resource,
    /// Its namespace; `None` for a cluster-scoped object.
    pub namespace: Option<String>,
    /// Its name.
    pub name: String,
}

impl Entry {
    /// Its identity.
    pub fn identity(&self) -> Identity {
        Identity {
            group: self.resource.group.clone(),
            kind: self.resource.kind.clone(),
            namespace: self.namespace.clone(),
            name: self.name.clone(),
        }
    }
}

/// A revision of a release.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Revision {
    /// Its number, from 1.
    pub number: u32,
    /// When it was finished: seconds since 1970, UTC.
    pub time: u64,
    /// Who applied it: `user@host`.
    pub by: String,
    /// Why it exists: `apply`, `rollback to 3`, `adopted from Helm revision 7`.
    pub reason: String,
    /// The digest of its objects.
    pub fingerprint: String,
    /// Its objects; none if they do not fit into the Secret.
    pub objects: Option<Vec<Value>>,
    /// What is remembered besides.
    pub origin: Origin,
    /// The UIDs of jobs that it has seen complete, by `Job/NAME`: their objects may expire.
    pub completed: BTreeMap<String, String>,
}

/// The key under which something about a StatefulSet is remembered in [`Pending::restore`]: `settings/pulsar/pulsar-broker`.
pub(crate) fn restore_key(kind: &str, set: &Identity) -> String {
    format!("{kind}/{}/{}", set.namespace.as_deref().unwrap_or_default(), set.name)
}

/// A revision that was begun.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pending {
    /// The revision that it becomes.
    pub revision: Revision,
    /// When it was begun: seconds since 1970, UTC.
    pub begun: u64,
    /// What other parts of pulsarc have to restore, whatever happens, by their own keys.
    pub restore: BTreeMap<String, Value>,
}
