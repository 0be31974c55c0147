//! When a component's objects are applied to a cluster. Each component publishes it about itself.

use serde::Serialize;

/// A stage of an apply. Every stage waits until the earlier ones are ready.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// Namespaces, storage classes, service accounts and roles.
    Foundation,
    /// Config maps, certificates, secrets, network policies, and jobs that create secrets.
    Configuration,
    /// The metadata store: ZooKeeper or Oxia.
    Metadata,
    /// The jobs that initialize a new cluster.
    Initialization,
    /// Bookies.
    Bookies,
    /// Autorecovery.
    Autorecovery,
    /// Brokers, and the standalone Pulsar.
    Brokers,
    /// The function worker.
    FunctionWorker,
    /// Proxies.
    Proxies,
    /// Everything else: tools, consoles, ingresses, monitors, autoscalers.
    Rest,
}

impl Stage {
    /// All stages, in their order.
    pub const ALL: [Self; 10] = [
        Self::Foundation,
        Self::Configuration,
        Self::Metadata,
        Self::Initialization,
        Self::Bookies,
        Self::Autorecovery,
        Self::Brokers,
        Self::FunctionWorker,
        Self::Proxies,
        Self::Rest,
    ];

    /// Its name in output: `metadata store`.
    pub fn title(self) -> &'static str {
        match self {
            Self::Foundation => "namespace, accounts and roles",
            Self::Configuration => "configuration, certificates and secrets",
            Self::Metadata => "metadata store",
            Self::Initialization => "initialization",
            Self::Bookies => "bookies",
            Self::Autorecovery => "autorecovery",
            Self::Brokers => "brokers",
            Self::FunctionWorker => "function worker",
            Self::Proxies => "proxies",
            Self::Rest => "everything else",
        }
    }
}
