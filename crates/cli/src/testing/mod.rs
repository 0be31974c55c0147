//! Tests of configurations: the expectations of a test file, and their verdicts.
//!
//! A test file is a record by name, as `pulsar.Tests` defines it. The edge reads files and builds configurations:
//! [`suite`] returns the builds to run, [`judge`] checks their results.

mod question;
mod verdict;

pub use question::{Case, suite};
pub(crate) use verdict::{Failing, judge};
