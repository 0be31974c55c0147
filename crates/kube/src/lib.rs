//! Kubernetes objects as pulsarc emits them: typed, labelled, ordered, and written as YAML or JSON.
//!
//! It knows nothing of Pulsar: component crates decide what an object holds.

pub mod cert_manager;
mod labels;
mod object;
mod order;
pub mod pod_monitor;
mod stateful_set;
pub mod write;

pub use k8s_openapi;
pub use labels::{Labels, RECOMMENDED_MANAGED_BY};
pub use object::{Foreign, Object};
pub use order::{apply_rank, in_apply_order};
