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
pub use results::{Outcome, Reference};

use pulsarc_diag::{Code, Severity};

/// A list or a function's configuration that this cannot read.
pub static NO_FUNCTION: Code = Code {
    id: "PUL0040",
    severity: Severity::Error,
    title: "bad configuration of the function",
    page: include_str!("pages/PUL0040.md"),
};

/// A resource in the place of one of the function's, which somebody else made.
pub static TAKEN: Code = Code {
    id: "PUL0041",
    severity: Severity::Error,
    title: "a resource is there already",
    page: include_str!("pages/PUL0041.md"),
};

/// Every code that a function's run can tell beside those of its configuration.
pub static CODES: [&Code; 2] = [&NO_FUNCTION, &TAKEN];
