//! The sizes that a text may have before it is read or written: no honest configuration reaches them, and an option
//! raises each.
//!
//! Time and memory are not limited here: the process that watches an evaluation does that.

use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// The limits of a process.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Values of one document of YAML or JSON, those that its aliases repeat among them.
    pub values: usize,
    /// Nesting of maps and lists.
    pub depth: usize,
    /// Bytes of one file.
    pub input: u64,
    /// Bytes of all that is written for one configuration.
    pub output: u64,
}

impl Default for Limits {
    /// An honest file has thousands of values, a dozen deep; ten thousand keys are half a megabyte.
    fn default() -> Self {
        Self { values: 1_000_000, depth: 200, input: 64 << 20, output: 64 << 20 }
    }
}

static HELD: OnceLock<Limits> = OnceLock::new();

/// Makes these the limits of the process. The first call counts.
pub fn hold(limits: Limits) {
    let _ = HELD.set(limits);
}

/// The limits that are held.
pub fn held() -> Limits {
    HELD.get().copied().unwrap_or_default()
}
