//! What changes between two sets of Kubernetes objects, and what follows from it.
//!
//! ```text
//! two lists of objects -> by identity -> trees without what makes no difference -> changes with consequences
//! ```
//!
//! It is pure: it reads nothing, prints nothing, and knows only objects, no configuration. It is not an admission
//! check: it reports no other reasons for which the API server would reject an object.

mod compare;
mod config_map;
mod consequence;
mod identity;
mod lines;
mod releases;
mod rename;
mod secret;
mod shape;
mod tree;
mod verdict;
mod workload;

pub use compare::{Change, ChangeKind, Changes, Field, FieldChange, compare, contradictions};
pub use consequence::Consequence;
pub use identity::{Identity, is_cluster_wide};
pub use lines::{patch, unified};
pub use workload::{PersistentData, Pods};
