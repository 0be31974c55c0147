//! What a new project can be asked for.

/// Answers to the questions of `pulsarc init`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// The metadata store.
    pub store: Store,
    /// Where functions run.
    pub functions: Functions,
    /// Whether connections are encrypted.
    pub tls: bool,
    /// How clients authenticate.
    pub authentication: Authentication,
    /// The size of production.
    pub size: Size,
    /// Which operator scrapes metrics.
    pub monitors: Monitors,
}

/// Which operator scrapes metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Monitors {
    /// None: no monitors, whose kinds an empty cluster lacks.
    #[default]
    Off,
    /// The Prometheus Operator, by `PodMonitor` objects.
    Prometheus,
    /// The operator of `VictoriaMetrics`, by `VMPodScrape` objects.
    VictoriaMetrics,
}

/// The metadata store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Store {
    /// `ZooKeeper`.
    #[default]
    ZooKeeper,
    /// Oxia.
    Oxia,
}

/// Where functions run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Functions {
    /// No functions.
    #[default]
    Off,
    /// In the brokers.
    Brokers,
    /// In separate workers.
    Workers,
}

/// How clients authenticate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Authentication {
    /// No authentication.
    #[default]
    Off,
    /// With JSON web tokens.
    Tokens,
}

/// The size of production.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// One of each: a node for trying things.
    #[default]
    Small,
    /// Three zones.
    Medium,
    /// Three zones, with twice the bookies and brokers.
    Large,
}
