//! `pulsarc build`: a configuration becomes manifests.

use crate::exit::{Exit, Failure};
use crate::input::InputOptions;
use crate::output::{self, Format, Layout};
use crate::target::TargetOptions;
use clap::Args;
use std::path::PathBuf;

/// Build the manifests of a cluster
///
/// A build that finds an error writes nothing. Same input, same output, byte for byte.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// Write into this folder instead of to standard output
    ///
    /// Files that an earlier build left there are replaced or removed; all others stay.
    #[arg(long, short = 'o', value_name = "DIR")]
    output: Option<PathBuf>,
    /// How the objects are spread over files; needs --output
    #[arg(long, value_enum, default_value_t = Layout::Stream, requires = "output")]
    layout: Layout,
    /// The form of the manifests
    #[arg(long, value_enum, default_value_t = Format::Yaml)]
    format: Format,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let built = arguments.input.compile(&arguments.target.target())?;
    built.tell();
    if built.has_errors() {
        return Ok(built.exit());
    }
    match &arguments.output {
        Some(folder) => {
            output::to_folder(&built.compiled.objects, folder, arguments.layout, arguments.format)?;
        }
        None => output::to_standard_output(&built.compiled.objects, arguments.format)?,
    }
    // The process ends, and with it all of this: taking it down piece by piece is a tenth of a build.
    std::mem::forget(built);
    Ok(Exit::Success)
}
