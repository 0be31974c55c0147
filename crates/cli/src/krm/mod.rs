//! The protocol of KRM functions ("KRM Functions Specification", `config.kubernetes.io/v1`), used by kustomize and
//! kpt: the input is a list of resources with the function's configuration, the output the same list with the
//! function's own resources and findings.
//!
//! It knows nothing of Pulsar or of compiling: it decodes requests, and puts objects into lists.

mod as_written;
mod function;
mod list;
mod merge;
mod results;

pub use function::{Function, Part, Setting};
pub use list::ResourceList;
pub use merge::Release;
pub use results::Outcome;
