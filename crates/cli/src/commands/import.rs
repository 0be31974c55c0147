//! `pulsarc import`: turns a values file into an idiomatic configuration.

use crate::exit::{Exit, Failure};
use crate::input::InputOptions;
use crate::output::{self, By, Document, Foreign, Single};
use crate::session::Session;
use crate::target::TargetOptions;
use clap::Args;
use std::path::PathBuf;

/// Convert values files to a .ncl file that builds the same objects
///
/// The file contains what differs from the defaults, in the order of the values and with their comments, and uses the
/// library's presets if the values match one. Several files are layers of one configuration, as with `build`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    input: InputOptions,
    #[command(flatten)]
    target: TargetOptions,
    /// Write to this file instead of standard output
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Import values even if they have errors, and replace an existing output file
    #[arg(long)]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let layers = arguments.input.values()?;
    let built = arguments.input.compile_values(session.evaluations(), &layers, &arguments.target.target());
    built.tell();
    if built.has_errors() && !arguments.force {
        stderr_line!("nothing was imported: fix the errors first, or import anyway with --force");
        return Ok(built.exit());
    }
    let imported = pulsarc_import::import(&layers);
    let Some(text) = imported.text else { return Ok(Exit::BadConfig) };
    if !built.has_errors() && !imported.differs.is_empty() && !arguments.force {
        let places: Vec<String> = imported.differs.iter().map(ToString::to_string).collect();
        return Err(Failure::unwritable(format!(
            "the import evaluates differently at {}: please report this with the values; --force writes it \
            anyway",
            places.join(", ")
        )));
    }
    match &arguments.output {
        Some(path) => {
            let inputs = built.read(&arguments.input);
            let single = Single { mark: None, foreign: Foreign::forced(arguments.force), inputs: &inputs };
            output::to_file(path, &text, single)?;
        }
        None => output::print(Document::of(text, By::Author))?,
    }
    match imported.left_out {
        0 => {}
        1 => stderr_line!("1 value is left out: it equals the default"),
        some => stderr_line!("{some} values are left out: they equal the defaults"),
    }
    Ok(Exit::Success)
}
