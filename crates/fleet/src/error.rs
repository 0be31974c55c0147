//! Why a folder gives no clusters.

use std::io;
use std::path::PathBuf;

/// Why a folder is not a fleet.
#[derive(Debug, thiserror::Error)]
pub enum FleetError {
    /// A file or folder that cannot be read.
    #[error("cannot read {}", .0.display())]
    Unreadable(PathBuf, #[source] io::Error),
    /// Two files that give one cluster.
    #[error("the cluster `{name}` is defined twice, by {} and {}: rename or remove one", .first.display(), .second.display())]
    Twice {
        /// What both are called.
        name: String,
        /// The one.
        first: PathBuf,
        /// The other.
        second: PathBuf,
    },
    /// A symbolic link that leads out of the project, or nowhere.
    #[error("{} is a symbolic link out of this project: copy the file into the project, or allow its folder \
    with --allow-import", .0.display())]
    Outside(PathBuf),
    /// Files and folders with names that no cluster can have.
    #[error("{} cannot be a cluster name: rename it to UTF-8 text without control characters", listed(.0))]
    Names(Vec<PathBuf>),
    /// A folder without any cluster.
    #[error("{} contains no cluster: put a `cluster.ncl` or `values.yaml` into a folder for each", .0.display())]
    Empty(PathBuf),
    /// A folder without anything to check.
    #[error("{} contains no configuration: pulsarc looks for .ncl files, `values*.yaml`, `cluster.yaml`, folders named \
    `environments` and files of fleets; `pulsarc init` starts a project", .0.display())]
    NoConfiguration(PathBuf),
}

/// Paths in a message, with escapes for what is not a text.
#[expect(clippy::unnecessary_debug_formatting, reason = "its escapes show what is not text")]
fn listed(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| format!("{path:?}")).collect::<Vec<_>>().join(", ")
}
