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
        let property = |(key, value): (String, String)| {
            let value = if is_property(&key) { on_one_line(value) } else { value };
            (key, value)
        };
        self.0.into_iter().map(property).collect()
    }
}

/// Whether the image writes a variable into a file of properties, `conf/broker.conf`, if the file has its key: names in
/// capitals are for shells and JVMs, and `PF_` ones become YAML, which quotes them.
fn is_property(key: &str) -> bool {
    let is_shells =
        key.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
    key.starts_with("PULSAR_PREFIX_") || !(is_shells || key.starts_with("PF_"))
}

/// A value of a property as one line of its file. The image writes values as they are, and the rest of one with several
/// lines would be properties of its own; the reader of the file takes `\n` for the end of a line within a value.
fn on_one_line(value: String) -> String {
    let text = value.trim_end_matches(['\n', '\r']);
    if text.contains(['\n', '\r']) { text.replace('\r', "\\r").replace('\n', "\\n") } else { value }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_stays_on_one_line_and_variables_keep_theirs() {
        let mut settings = Settings::new();
        for key in ["superUserRoles", "PULSAR_PREFIX_a", "PULSAR_MEM", "PF_a"] {
            settings.set(key, "a\r\nauthorizationEnabled=false\n");
        }
        settings.set("folded", "a b\n");
        let data = settings.into_data();
        assert_eq!(data["superUserRoles"], "a\\r\\nauthorizationEnabled=false");
        assert_eq!(data["PULSAR_PREFIX_a"], data["superUserRoles"]);
        for key in ["PULSAR_MEM", "PF_a"] {
            assert_eq!(data[key], "a\r\nauthorizationEnabled=false\n");
        }
        assert_eq!(data["folded"], "a b\n");
    }
}
