//! What pulsarc tells its users: codes, spans in their sources, and diagnostics.
//!
//! Every phase reports with the types of this crate; [`render`] alone turns them into text. It is deliberately no
//! error type of its own: a phase returns what it could make *and* the diagnostics, and the edge decides on the
//! exit status. It reads no files: a [`Sources`] is given the texts. What is told of them does nothing to a terminal
//! ([`inert`]) and says no secret ([`Secrets`]); what a secret is, it does not know.

mod code;
mod diagnostic;
mod hidden;
pub mod inert;
mod key_path;
pub mod render;
pub mod secrets;
mod source;
pub mod suggest;

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Findings, Label};
pub use hidden::{HIDDEN, Secrets, shown};
pub use key_path::{KeyPath, Segment};
pub use source::{Location, Source, SourceId, Sources, Span};
