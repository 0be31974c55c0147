//! Fleets: which clusters a folder or a fleet's file gives, which shard builds one, and findings that many share.
//!
//! It deliberately builds and prints nothing: a command reads the layers of each [`Cluster`], compiles them, and decides
//! on an exit status.

mod error;
mod folder;
mod inside;
mod manifest;
mod project;
mod reads;
mod scan;
mod settings;
mod shard;
mod shared;

pub use error::FleetError;
pub use folder::clusters;
pub use inside::is_project_file;
pub use manifest::{Manifest, manifest};
pub use project::{Project, Recognised, project, recognised};
pub use reads::{Reads, files_of};
pub use scan::whole;
pub use settings::{SETTINGS, Settings, settings};
pub use shard::{NotAShard, Shard};
pub use shared::{Shared, SharedFinding};

use pulsarc_eval::Record;
use std::path::PathBuf;
use std::sync::Arc;

/// One cluster of a fleet.
#[derive(Debug, Clone, PartialEq)]
pub struct Cluster {
    /// What it is called: unique in its fleet, with `/` between folders.
    pub name: String,
    /// What it is built of; later ones win.
    pub layers: Vec<Part>,
    /// Its namespace, where the fleet says one.
    pub namespace: Option<String>,
    /// Its release, where the fleet says one.
    pub release: Option<String>,
    /// The context of the kubeconfig by which it is reached, where the fleet says one.
    pub context: Option<String>,
}

/// One layer of a cluster.
#[derive(Debug, Clone, PartialEq)]
pub enum Part {
    /// A file.
    File(PathBuf),
    /// A record that is in the fleet's own file.
    Record(Arc<Record>),
}
