//! Tokens in pods: the key that checks them, and the token that a component shows.

use crate::Cluster;
use crate::certs::secret_files;
use crate::config::Settings;
use crate::shapes::{Mounts, Volumes};
use k8s_openapi::api::core::v1::VolumeMount;
use pulsarc_kube::k8s_openapi;

/// Pulsar's class that checks tokens.
pub const TOKEN_PROVIDER: &str = "org.apache.pulsar.broker.authentication.AuthenticationProviderToken";
/// Pulsar's class that checks OpenID Connect.
pub const OPENID_PROVIDER: &str = "org.apache.pulsar.broker.authentication.oidc.AuthenticationProviderOpenID";
/// Pulsar's class that shows a token.
pub const TOKEN_PLUGIN: &str = "org.apache.pulsar.client.impl.auth.AuthenticationToken";

/// What a key is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyUse {
    /// The pod checks tokens, and is given the key that does it.
    Check,
    /// The pod shows a token alone.
    Show,
}

/// The key and token volumes of a component's pods.
#[derive(Debug, Clone)]
pub struct PodTokens<'a> {
    /// What the token volume's name starts with, and the folder of the token: `broker` for `broker-token` and
    /// `/pulsar/tokens/broker/token`.
    pub name: &'a str,
    /// Whose token it is, among `auth.superUsers`.
    pub who: &'a str,
    /// Whether the pods check tokens too.
    pub key: KeyUse,
}

impl PodTokens<'_> {
    /// The mounts, where clients are authenticated by tokens.
    pub fn mounts(&self, cluster: &Cluster<'_>) -> Mounts {
        let read = |name: String, path: &str| VolumeMount {
            name,
            mount_path: path.to_owned(),
            read_only: Some(true),
            ..VolumeMount::default()
        };
        let mut mounts = Vec::new();
        if cluster.base.auth.jwt() {
            if self.key == KeyUse::Check {
                mounts.push(read("token-keys".to_owned(), "/pulsar/keys"));
            }
            mounts.push(read(format!("{}-token", self.name), "/pulsar/tokens"));
        }
        mounts
    }

    /// The volumes behind the mounts.
    pub fn volumes(&self, cluster: &Cluster<'_>) -> Volumes {
        let mut volumes = Vec::new();
        if cluster.base.auth.jwt() {
            if self.key == KeyUse::Check {
                let item = if cluster.uses_secret_key() {
                    ("SECRETKEY", "token/secret.key")
                } else {
                    ("PUBLICKEY", "token/public.key")
                };
                volumes.push(secret_files("token-keys".to_owned(), cluster.token_key_secret(), &[item]));
            }
            let role = cluster.base.auth.super_user(self.who).unwrap_or_default();
            let path = format!("{}/token", self.name);
            volumes.push(secret_files(
                format!("{}-token", self.name),
                cluster.names.token_secret(role),
                &[("TOKEN", &path)],
            ));
        }
        volumes
    }

    /// Where the pods find the token.
    pub fn token_url(&self) -> String {
        format!("file://{}", self.token_path())
    }

    /// The file of the token in the pods.
    pub fn token_path(&self) -> String {
        format!("/pulsar/tokens/{}/token", self.name)
    }
}

impl Cluster<'_> {
    /// Whether tokens are signed with a secret key (and not with a pair of keys).
    pub fn uses_secret_key(&self) -> bool {
        self.base.auth.authentication.jwt.using_secret_key
    }

    /// The secret with the key or keys of the tokens.
    pub fn token_key_secret(&self) -> String {
        self.names.token_secret(if self.uses_secret_key() { "symmetric-key" } else { "asymmetric-key" })
    }

    /// The key of Pulsar's configuration that names the key of the tokens, and the file it is in.
    pub fn token_key_setting(&self) -> (&'static str, &'static str) {
        if self.uses_secret_key() {
            ("tokenSecretKey", "file:///pulsar/keys/token/secret.key")
        } else {
            ("tokenPublicKey", "file:///pulsar/keys/token/public.key")
        }
    }

    /// The classes that authenticate clients of broker, proxy and standalone, apart by commas; none if nobody is
    /// authenticated.
    fn authentication_providers(&self) -> Option<String> {
        let auth = &self.base.auth;
        let providers: Vec<&str> = [(auth.jwt(), TOKEN_PROVIDER), (auth.openid(), OPENID_PROVIDER)]
            .iter()
            .filter(|(on, _)| *on)
            .map(|(_, class)| *class)
            .collect();
        (!providers.is_empty()).then(|| providers.join(","))
    }

    /// Sets what brokers, proxies and a standalone server read: how they authenticate their clients, and what they
    /// show each other. What clients may then do is set by each of them.
    pub fn set_server_authentication(&self, settings: &mut Settings, tokens: &PodTokens<'_>) {
        settings.set("authenticationEnabled", true);
        if let Some(providers) = self.authentication_providers() {
            settings.set("authenticationProviders", providers);
        }
        if self.base.auth.jwt() {
            let (key, file) = self.token_key_setting();
            settings
                .set("brokerClientAuthenticationPlugin", TOKEN_PLUGIN)
                .set("brokerClientAuthenticationParameters", tokens.token_url())
                .set(key, file);
        }
        self.set_openid(settings);
    }

    /// Sets what OpenID Connect's class reads, where it is used. Lists are sorted, without doubles and empty items. A
    /// setting without a value is left out: an empty one would be read as a value.
    fn set_openid(&self, settings: &mut Settings) {
        if !self.base.auth.openid() {
            return;
        }
        for (key, value) in &self.base.auth.authentication.openid.settings {
            let text = match value {
                serde_json::Value::Null => continue,
                serde_json::Value::String(text) => text.clone(),
                serde_json::Value::Array(items) => {
                    let mut texts: Vec<&str> = items
                        .iter()
                        .filter_map(serde_json::Value::as_str)
                        .filter(|text| !text.is_empty())
                        .collect();
                    texts.sort_unstable();
                    texts.dedup();
                    texts.join(",")
                }
                other => other.to_string(),
            };
            settings.set_prefixed(key, text);
        }
    }
}
