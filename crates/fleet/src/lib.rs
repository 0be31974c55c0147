//! Fleets: which clusters a folder holds, which shard builds one, and findings that many of them share.
//!
//! It deliberately evaluates nothing and prints nothing: a command reads the files of each [`Cluster`], compiles them,
//! and decides on an exit status.

mod folder;
mod shard;
mod shared;

pub use folder::{Cluster, FleetError, clusters};
pub use shard::{NotAShard, Shard};
pub use shared::{Shared, Told};
