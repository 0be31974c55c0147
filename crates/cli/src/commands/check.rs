//! `pulsarc check`: everything that is wrong with a configuration, in one run.

use crate::budget;
use crate::exit::{Exit, Failure};
use crate::input::InputOptions;
use crate::report::{self, Format};
use crate::target::TargetOptions;
use clap::Args;

/// Check a cluster's configuration without building it
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// How findings are told
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    budget::told_as(arguments.format);
    let built = arguments.input.compile(&arguments.target.target())?;
    report::tell(&built, arguments.format)?;
    Ok(built.exit())
}
