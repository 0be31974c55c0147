//! `pulsarc completions`: completion scripts for shells.

use crate::exit::{Exit, Failure};
use crate::output::{self, By, Document};
use clap::{Args, Command};
use clap_complete::Shell;

/// Print the completion script of a shell
///
/// For bash: `pulsarc completions bash > ~/.local/share/bash-completion/completions/pulsarc`
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc completions bash > ~/.local/share/bash-completion/completions/pulsarc\n  pulsarc completions zsh > ~/.zfunc/_pulsarc"
)]
pub(crate) struct Arguments {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

/// Runs the command, for all commands and options.
pub(crate) fn run(arguments: &Arguments, mut whole: Command) -> Result<Exit, Failure> {
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut whole, "pulsarc", &mut text);
    output::print(Document::of(String::from_utf8_lossy(&text), By::Program))?;
    Ok(Exit::Success)
}
