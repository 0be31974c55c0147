//! `pulsarc lsp`: the language server.

use crate::exit::{Exit, Failure};
use crate::fleet;
use crate::format;
use crate::session::Session;
use crate::severity::SeverityOptions;
use crate::target::TargetOptions;
use clap::Args;
use pulsarc_lsp::{Edge, Ended};
use std::io;
use std::sync::Mutex;

/// MiB that the process which evaluates code may hold between two checks.
const MOST_KEPT: u64 = 48;

/// Serve an editor: findings, completion and navigation while a configuration is written
///
/// Speaks the language server protocol on standard input and output; an editor starts it. docs/editors.md shows how.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc lsp\n  pulsarc lsp --kube-version 1.31 --deny warnings")]
pub(crate) struct Arguments {
    #[command(flatten)]
    target: TargetOptions,
    #[command(flatten)]
    severity: SeverityOptions,
    /// What every editor's client passes; there is no other way
    #[arg(long, hide = true)]
    stdio: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let clock = session.clock.clone();
    let edge = Edge {
        evaluations: Mutex::new(Box::new(session.lasting_evaluations(MOST_KEPT))),
        begins: Box::new(move || clock.restart()),
        format: |text| format::format(text).map_err(|error| error.to_string()),
        copies: fleet::cache_folder().map(|cache| cache.join("editor")),
        target: arguments.target.target(),
        levels: arguments.severity.levels(),
    };
    match pulsarc_lsp::serve(io::stdin(), io::stdout(), edge) {
        Ok(Ended::AsAsked) => Ok(Exit::Success),
        // As the protocol asks: an end that was not announced.
        Ok(Ended::Abruptly) => Ok(Exit::Differences),
        Err(broken) => Err(Failure::usage(broken)),
    }
}
