//! What pulsarc remembers about a release, in the Secret `pulsarc.RELEASE` of its namespace.
//!
//! The Secret is the parent of an `ApplySet` (Kubernetes enhancement 3659): its objects have the label
//! `applyset.kubernetes.io/part-of`, by which one request per kind lists them.

mod model;

pub use model::{Entry, Inventory, Pending, Revision};
