//! The protocol of KRM functions ("KRM Functions Specification", `config.kubernetes.io/v1`), which kustomize and kpt call:
//! a list of resources comes in, with a configuration of the function, and goes out with the function's own resources in
//! it and what it found.
//!
//! It knows nothing of Pulsar or of how a configuration is compiled: it says what is to be compiled, and puts objects into
//! lists.

mod function;
mod list;
mod merge;
mod results;
mod written;

pub use function::{Function, Part, Setting};
pub use list::ResourceList;
pub use merge::Release;
pub use results::Outcome;
