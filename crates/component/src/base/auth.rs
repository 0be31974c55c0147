//! The block `auth`: how clients authenticate, and what they may do.

use crate::shapes::{AffinitySpec, StringMap, Tolerations};
use serde::Deserialize;
use std::collections::BTreeMap;

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

    /// The role of a purpose, if set: `broker`, `proxy`, `client`, `manager`.
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
    pub node_selector: StringMap,
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
    pub key: StringMap,
    /// Of each super user's token.
    #[serde(default)]
    pub token: BTreeMap<String, StringMap>,
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
