//! Standard error: the one place that writes to it, with text that is safe there.
//!
//! If it cannot be written, nobody can read why, and the exit status still reports it: the standard library's macros
//! would end the run with another status.

use pulsarc_diag::sanitize::{self, Escaped, Terminal};
use std::fmt::Arguments;
use std::io::{self, Write};

/// Writes text that is safe in a terminal, with its colours.
pub(crate) fn write(text: &Escaped<Terminal>) {
    let _ = io::stderr().lock().write_all(text.as_str().as_bytes());
}

/// Writes any other text, sanitized.
pub(crate) fn sanitized(text: Arguments<'_>) {
    let _ = io::stderr().lock().write_all(sanitize::text(&text.to_string()).as_bytes());
}
