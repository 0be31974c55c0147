//! Tests of configurations: what a file of tests asks for, and whether what was built keeps it.
//!
//! A file of tests is a record by name, as `pulsar.Tests` says it. Reading files and building configurations is the
//! edge's: [`suite`] tells what to build, [`judge`] looks at what was built.

mod question;
mod verdict;

pub use question::{Case, suite};
pub use verdict::judge;
