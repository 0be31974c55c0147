//! `pulsarc cache`: what is kept of fleets between runs.

use crate::exit::{Exit, Failure};
use crate::fleet::Cache;
use crate::output;
use clap::{Args, Subcommand};

/// Look at what is kept of fleets between runs, or clear it
///
/// A run over a fleet keeps what became of each cluster, and takes it from there where nothing has changed. The oldest
/// of it goes where it is more than a gibibyte.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Clear it
    Clear,
    /// Print its folder
    Path,
    /// Print how many bytes it holds
    Size,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let Some(cache) = Cache::open() else {
        return Err(Failure::usage("there is no folder for caches: set HOME or XDG_CACHE_HOME"));
    };
    match arguments.what {
        What::Clear => {
            cache.clear().map_err(|error| Failure::file("cannot clear", cache.folder(), &error))?;
        }
        What::Path => output::print_text(&format!("{}\n", cache.folder().display()))?,
        What::Size => output::print_text(&format!("{}\n", cache.size()))?,
    }
    Ok(Exit::Success)
}
