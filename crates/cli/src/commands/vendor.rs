//! `pulsarc vendor`: updates a project's copy of the contracts.

use crate::exit::{Exit, Failure};
use crate::output::{Foreign, project};
use clap::Args;
use pulsarc_diag::sanitize;
use std::path::PathBuf;

/// Update a project's copy of the contracts and the library, `.pulsarc`
///
/// Editors and plain Nickel read the copy. pulsarc itself ignores it and uses its embedded contracts.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc vendor\n  pulsarc vendor clusters --check")]
pub(crate) struct Arguments {
    /// The project's folder
    #[arg(default_value = ".")]
    dir: PathBuf,
    /// Write nothing, and fail if the copy belongs to another version
    #[arg(long)]
    check: bool,
    /// Replace files of the copy even if pulsarc did not write them
    #[arg(long, conflicts_with = "check")]
    force: bool,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let copy = arguments.dir.join(crate::project::VENDORED);
    if arguments.check {
        if copy.is_dir() && !project::is_stale(&copy) {
            return Ok(Exit::Success);
        }
        stderr_line!(
            "{} belongs to another version of pulsarc: run `pulsarc vendor`",
            sanitize::line(&copy.display().to_string())
        );
        return Ok(Exit::BadConfig);
    }
    project::vendor(&arguments.dir, Foreign::forced(arguments.force))?;
    Ok(Exit::Success)
}
