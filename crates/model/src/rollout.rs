//! How a component's pods are restarted by an apply that knows Pulsar. Each component publishes it about itself.

use serde::Serialize;

/// The rollout of a component's pods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rollout {
    /// What the pods are to Pulsar.
    pub role: Role,
    /// Where each pod answers about itself.
    pub endpoint: Endpoint,
}

/// What pods are to Pulsar, which decides in what order they restart and what is checked in between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Servers of a `ZooKeeper` ensemble.
    ZooKeeper,
    /// Bookies.
    Bookie,
    /// Brokers.
    Broker,
    /// Function workers outside of brokers.
    FunctionWorker,
    /// Proxies.
    Proxy,
}

/// Where a pod answers about itself, by the settings that its environment holds: a pod that has not restarted yet answers by its
/// former settings. It is HTTP for all but `ZooKeeper`, which answers on its client port.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Endpoint {
    /// What stands before the name of each setting: `PF_` for function workers.
    pub prefix: &'static str,
    /// The setting with the port: `webServicePort`.
    pub port: &'static str,
    /// The port that the program uses without that setting.
    pub default_port: u16,
    /// The setting with the TLS port, which is preferred where it is set.
    pub tls_port: Option<&'static str>,
    /// The setting with the credentials of the pod's own client: `brokerClientAuthenticationParameters`.
    pub credentials: Option<&'static str>,
    /// The setting with the path of the authorities that the pod's own client trusts: `brokerClientTrustCertsFilePath`.
    pub authority: Option<&'static str>,
}

impl Endpoint {
    /// The web service of brokers and proxies.
    pub const WEB_SERVICE: Self = Self {
        prefix: "",
        port: "webServicePort",
        default_port: 8080,
        tls_port: Some("webServicePortTls"),
        credentials: Some("brokerClientAuthenticationParameters"),
        authority: Some("brokerClientTrustCertsFilePath"),
    };

    /// A port without TLS and credentials, by its setting, and what the program uses without that.
    pub const fn plain(port: &'static str, default_port: u16) -> Self {
        Self { prefix: "", port, default_port, tls_port: None, credentials: None, authority: None }
    }
}
