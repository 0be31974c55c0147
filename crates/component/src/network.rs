//! What the configuration says about network policies. Which connections there are is not said: it follows from the
//! objects.

use k8s_openapi::api::networking::v1::{
    NetworkPolicyEgressRule, NetworkPolicyIngressRule, NetworkPolicyPeer,
};
use pulsarc_kube::k8s_openapi;
use pulsarc_model::Port;
use serde::Deserialize;
use std::collections::BTreeMap;

/// The block `networkPolicy`.
#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NetworkPolicySpec {
    /// Whether there are any.
    #[serde(default)]
    pub enabled: bool,
    /// Who clients are; none for anybody.
    #[serde(default)]
    pub clients: Vec<NetworkPolicyPeer>,
    /// Who scrapes; none for anybody.
    #[serde(default)]
    pub monitoring: Vec<NetworkPolicyPeer>,
    /// Who answers questions about names.
    pub dns: Reached,
    /// Where the API server is.
    pub kubernetes_api: Reached,
    /// What differs for single components, by name.
    #[serde(default)]
    pub components: BTreeMap<String, ComponentPolicy>,
}

/// Somebody that is not a component.
#[derive(Debug, Clone, Deserialize)]
pub struct Reached {
    /// Where; none for anywhere.
    #[serde(default)]
    pub peers: Vec<NetworkPolicyPeer>,
    /// At which ports.
    #[serde(default)]
    pub ports: Vec<Port>,
}

/// What differs for a component.
#[derive(Debug, Clone, Deserialize)]
pub struct ComponentPolicy {
    /// Whether its pods are closed.
    #[serde(default)]
    pub enabled: bool,
    /// Who may dial it besides.
    #[serde(default)]
    pub ingress: Vec<NetworkPolicyIngressRule>,
    /// Whom it may dial besides.
    #[serde(default)]
    pub egress: Vec<NetworkPolicyEgressRule>,
}
