//! Config maps: what pulsarc computes, and what the user sets.

pub use pulsarc_catalogue::{prefixed, unprefixed};

use crate::Cluster;
use crate::meta::metadata;
use crate::shapes::ConfigData;
use k8s_openapi::api::core::v1::ConfigMap;
use pulsarc_kube::k8s_openapi;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The keys that pulsarc computes for a component.
#[derive(Debug, Clone, Default)]
pub struct Settings(BTreeMap<String, String>);

impl Settings {
    /// No keys.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets a key.
    #[allow(clippy::needless_pass_by_value, reason = "callers set ports, numbers and texts alike")]
    pub fn set(&mut self, key: impl Into<String>, value: impl ToString) -> &mut Self {
        self.0.insert(key.into(), value.to_string());
        self
    }

    /// Sets a key that the image's conf file does not have.
    #[allow(clippy::needless_pass_by_value, reason = "callers set ports, numbers and texts alike")]
    pub fn set_prefixed(&mut self, key: &str, value: impl ToString) -> &mut Self {
        self.set(prefixed(key), value)
    }

    /// The value of a key that was set.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    /// The keys and their values.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(key, value)| (key.as_str(), value.as_str()))
    }

    /// With what the user sets, which wins.
    #[must_use]
    pub fn with(mut self, users: &ConfigData) -> Self {
        self.0.extend(users.iter().map(|(key, value)| (key.clone(), value.to_string())));
        self
    }

    /// The data of a config map.
    pub fn into_data(self) -> BTreeMap<String, String> {
        self.0
    }
}

/// A component's config map.
pub fn config_map(cluster: &Cluster<'_>, component: &str, settings: Settings) -> ConfigMap {
    ConfigMap {
        metadata: metadata(cluster, cluster.names.of(component), Some(component)),
        data: Some(settings.into_data()),
        ..ConfigMap::default()
    }
}

/// The checksum of a config map's data, which restarts the pods that carry it when the data changes.
pub fn checksum(config: &ConfigMap) -> String {
    let mut hash = Sha256::new();
    for (key, value) in config.data.iter().flatten() {
        for part in [key, value] {
            hash.update(part.len().to_le_bytes());
            hash.update(part.as_bytes());
        }
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
