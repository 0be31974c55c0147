//! `pulsarc doc`: the reference of every key.

use crate::exit::{Exit, Failure};
use crate::output::{self, By, Document, Foreign, Mark, Single};
use clap::Args;
use std::path::PathBuf;

/// Write the reference of all keys, as one HTML page with offline search
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Write to this file instead of standard output
    #[arg(long, short = 'o', value_name = "FILE")]
    output: Option<PathBuf>,
    /// Replace the output file even if pulsarc did not write it
    #[arg(long, requires = "output")]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let single = Single { mark: Some(Mark::PAGE), foreign: Foreign::forced(arguments.force), inputs: &[] };
    // The page takes seconds: a file that must not be replaced is named before it is made.
    if let Some(path) = &arguments.output {
        output::replaces(path, single)?;
    }
    let page = pulsarc_report::reference(&pulsarc_compiler::keys(|_| true));
    output::to_file_or_print(arguments.output.as_deref(), Document::of(page, By::Page), single)?;
    Ok(Exit::Success)
}
