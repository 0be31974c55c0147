//! `pulsarc man`: manual pages, one for pulsarc and one for each command, for packagers.

use crate::exit::{Exit, Failure};
use crate::output::{self, Foreign, Mark, Single};
use clap::{Args, Command};
use clap_mangen::Man;
use std::path::{Path, PathBuf};

/// Write the manual pages to a folder
///
/// Read one with `man -l DIR/pulsarc-check.1`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder, created if missing
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Replace pages of these names even if pulsarc did not write them
    #[arg(long)]
    force: bool,
}

/// Runs the command, for the whole of the command line.
pub(crate) fn run(arguments: &Arguments, mut whole: Command) -> Result<Exit, Failure> {
    whole.build();
    let folder = &arguments.folder;
    std::fs::create_dir_all(folder).map_err(|error| Failure::file("cannot make", folder, &error))?;
    let mut pages = vec![page(&whole, whole.get_name(), folder)?];
    for command in whole.get_subcommands().filter(|command| !command.is_hide_set()) {
        if command.get_name() != "help" {
            pages.push(page(command, &format!("{}-{}", whole.get_name(), command.get_name()), folder)?);
        }
    }
    let foreign = Foreign::forced(arguments.force);
    let single = Single { mark: Some(Mark::MANUAL), foreign, inputs: &[] };
    for (path, _) in &pages {
        output::replaces(path, single)?;
    }
    for (path, text) in &pages {
        output::to_file(path, text, single)?;
    }
    Ok(Exit::Success)
}

/// A page of the manual, and where it goes.
fn page(command: &Command, name: &str, folder: &Path) -> Result<(PathBuf, String), Failure> {
    let path = folder.join(format!("{name}.1"));
    let mut page = Vec::new();
    // A date would make two builds of one version differ.
    let man = Man::new(command.clone()).title(name.to_uppercase()).date("");
    man.render(&mut page).map_err(|error| Failure::file("cannot write", &path, &error))?;
    Ok((path, String::from_utf8_lossy(&page).into_owned()))
}
