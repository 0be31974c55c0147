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
mod definition;
mod documents;
mod edge;
mod folding;
mod hover;
mod inlay;
mod library;
mod lookup;
mod outline;
mod places;
mod position;
mod provider;
mod references;
mod rename;
mod shown;
mod stack;
mod symbols;
mod uri;
mod view;
#[cfg(test)]
mod workbench;
mod workspace;

pub use edge::{Compiled, Edge};
