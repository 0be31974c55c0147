//! `pulsarc cache`: the cached results of fleets.

use crate::exit::{Exit, Failure};
use crate::fleet::Cache;
use crate::output;
use clap::{Args, Subcommand};

/// Show or clear the cached results of fleets
///
/// A run over a fleet caches the result of each cluster, and reuses it if nothing has changed. Above one GiB the
/// oldest entries are removed.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc cache size\n  pulsarc cache clear")]
pub(crate) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Clear the cache
    Clear,
    /// Print the cache's folder
    Path,
    /// Print the cache's size in bytes
    Size,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let Some(cache) = Cache::open() else {
        return Err(Failure::usage("no cache directory: set HOME or XDG_CACHE_HOME"));
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
