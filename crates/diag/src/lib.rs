//! What pulsarc tells its users: codes, spans in their sources, and diagnostics.
//!
//! Every phase reports with the types of this crate; [`render`] alone turns them into text. It is deliberately no
//! error type of its own: a phase returns what it could make *and* the diagnostics, and the edge decides on the
//! exit status. It reads no files: a [`Sources`] is given the texts. What is told of them does nothing to a terminal
//! ([`sanitize`]) and says no secret ([`Secrets`]); what a secret is, it does not know.

mod code;
mod diagnostic;
mod key_path;
mod redact;
pub mod render;
pub mod sanitize;
pub mod secrets;
mod source;
pub mod suggest;

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Findings, Label};
pub use key_path::{KeyPath, Segment};
pub use redact::{HIDDEN, Secrets, shown};
pub use source::{Location, Source, SourceId, Sources, Span};
