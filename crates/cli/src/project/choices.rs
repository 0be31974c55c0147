//! What a new project can be asked for.

/// Answers to the questions of `pulsarc init`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Choices {
    /// Where metadata is kept.
    pub store: Store,
    /// Where functions run.
    pub functions: Functions,
    /// Whether connections are encrypted.
    pub tls: bool,
    /// How clients prove who they are.
    pub authentication: Authentication,
    /// How large production is.
    pub size: Size,
}

/// Where metadata is kept.
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
    /// Nowhere.
    #[default]
    Off,
    /// In the brokers.
    Brokers,
    /// In workers of their own.
    Workers,
}

/// How clients prove who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Authentication {
    /// They do not.
    #[default]
    Off,
    /// By a JSON web token.
    Tokens,
}

/// How large production is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// One of each: a node for trying things out.
    #[default]
    Small,
    /// Three zones.
    Medium,
    /// Three zones, with twice the bookies and brokers.
    Large,
}
