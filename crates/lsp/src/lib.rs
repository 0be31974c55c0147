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
mod answer;
mod check;
mod completion;
mod copies;
mod cursor;
mod definition;
mod documents;
mod edge;
mod folding;
mod formatting;
mod hover;
mod inlay;
mod large;
mod library;
mod lookup;
mod options;
mod outline;
mod pages;
mod places;
mod position;
mod provider;
mod publish;
mod references;
mod rename;
#[cfg(test)]
mod robustness;
mod server;
mod shown;
mod stack;
mod state;
mod symbols;
#[cfg(test)]
mod testing;
mod texts;
mod transport;
mod uri;
mod view;
#[cfg(test)]
mod workbench;
mod workspace;

pub use edge::{Compiled, Edge};
pub use transport::Broken;

use std::io::{Read, Write};
use std::sync::Arc;
use transport::Transport;

/// How a client has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// It has asked the server to end.
    AsAsked,
    /// It is gone.
    Abruptly,
}

/// Serves a client until it ends.
///
/// # Errors
/// [`Broken`] if the client cannot be understood or reached any more.
pub fn serve(
    input: impl Read + Send + 'static,
    output: impl Write + Send + 'static,
    edge: Edge,
) -> Result<Ended, Broken> {
    server::serve(Transport::start(input, output)?, Arc::new(edge))
}
