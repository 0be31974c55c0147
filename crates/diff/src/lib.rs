//! What changes between two sets of Kubernetes objects, and what follows from it.
//!
//! ```text
//! two lists of objects -> by identity -> trees without what makes no difference -> changes with consequences
//! ```
//!
//! It is pure: it reads nothing, prints nothing, and knows only objects, no configuration. It is not an admission
//! check: it reports no other reasons for which the API server would reject an object.

mod change;
mod compare;
mod consequence;
mod context;
mod delivery;
mod derived;
mod facts;
mod identity;
mod lines;
mod procedure;
mod releases;
mod rename;
mod rules;
mod secret;
mod setting;
mod shape;
mod tree;
mod workload;

pub use change::{Cause, Change, ChangeKind, Changes, Field, FieldChange};
pub use compare::{compare, contradictions, shown_path, shown_value};
pub use consequence::{Consequence, Kind};
pub use facts::{ComponentFacts, Facts};
pub use identity::{Identity, is_cluster_wide};
pub use lines::{patch, unified};
pub use rules::{Work, work_of_job};
pub use workload::Pods;
