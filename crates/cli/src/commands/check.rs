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
    /// Tell too what could be safer: pods that may run as root, rights, tokens, connections in the clear
    ///
    /// Each is a note, since most are defaults of the Helm chart's; `--deny CODE` makes one an error, and `checks` in the
    /// configuration accepts one.
    #[arg(long)]
    security: bool,
    /// How findings are told
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    budget::told_as(arguments.format);
    let target = arguments.target.target();
    let built = if arguments.security {
        arguments.input.review(&target)?
    } else {
        arguments.input.compile(&target)?
    };
    report::tell(&built, arguments.format)?;
    Ok(built.exit())
}
