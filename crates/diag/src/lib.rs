//! Diagnostics: codes, spans in the user's sources, messages, and their rendering.
//!
//! Every phase reports with the types of this crate; only [`render`] turns them into text. It deliberately has no
//! error type: a phase returns what it could make *and* the diagnostics, and the edge decides on the exit status. It
//! reads no files: a [`Sources`] is given the texts. Rendered text is escaped ([`sanitize`]) and redacted
//! ([`Secrets`]); this crate does not decide what a secret is.

pub mod advice;
mod code;
mod diagnostic;
mod fix;
mod key_path;
pub mod nickel;
mod redact;
pub mod render;
pub mod sanitize;
pub mod secrets;
mod source;
pub mod suggest;

pub use advice::{Advice, Applicability, Edit, Literal, Syntax};
pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Findings, Label};
pub use fix::{Fix, TextEdit};
pub use key_path::{KeyPath, Segment};
pub use redact::{HIDDEN, Secrets, shown};
pub use source::{Location, Source, SourceId, Sources, Span};
