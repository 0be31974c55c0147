//! The configurations of the projects that the client has open.

use std::path::PathBuf;

/// Layers that are checked together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Configuration {
    /// What it is called: its files, or its name in `pulsarc.toml` or a fleet.
    pub(crate) name: String,
    /// Its layers as absolute paths; later ones win.
    pub(crate) layers: Vec<PathBuf>,
    /// Its namespace, where the project says one.
    pub(crate) namespace: Option<String>,
    /// Its release, where the project says one.
    pub(crate) release: Option<String>,
}

/// The projects.
#[derive(Debug, Default)]
pub(crate) struct Workspace {
    /// Every configuration.
    pub(crate) configurations: Vec<std::sync::Arc<Configuration>>,
}
