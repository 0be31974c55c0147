//! The language server: findings, completion and navigation while a configuration is written.
//!
//! ```text
//! messages -> open documents -> configurations that they are part of -> checked -> published, and asked about
//! ```
//!
//! It reads files and answers a client; it starts no processes and knows no command line: the [`Edge`] gives it what
//! evaluates code.

mod actions;
mod analysis;
mod completion;
mod cursor;
mod definition;
mod documents;
mod edge;
mod folding;
mod hover;
mod inlay;
mod lookup;
mod outline;
mod position;
mod references;
mod rename;
#[cfg(test)]
mod robustness;
mod symbols;
#[cfg(test)]
mod testing;
mod uri;
mod view;
mod workspace;

pub use edge::{Compiled, Edge};
