//! `pulsarc man`: the manual's pages, one for the whole and one a command, for those who package pulsarc.

use crate::exit::{Exit, Failure};
use crate::output::{self, Foreign, Mark, Single};
use clap::{Args, Command};
use clap_mangen::Man;
use std::path::{Path, PathBuf};

/// Write the pages of the manual into a folder
///
/// Read one with `man -l DIR/pulsarc-check.1`.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The folder; it is made where it is not there
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
    let foreign = Foreign::forced(arguments.force);
    write(&whole, whole.get_name(), folder, foreign)?;
    for command in whole.get_subcommands().filter(|command| !command.is_hide_set()) {
        if command.get_name() != "help" {
            write(command, &format!("{}-{}", whole.get_name(), command.get_name()), folder, foreign)?;
        }
    }
    Ok(Exit::Success)
}

fn write(command: &Command, name: &str, folder: &Path, foreign: Foreign) -> Result<(), Failure> {
    let path = folder.join(format!("{name}.1"));
    let mut page = Vec::new();
    // A date would make two builds of one version differ.
    let man = Man::new(command.clone()).title(name.to_uppercase()).date("");
    man.render(&mut page).map_err(|error| Failure::file("cannot write", &path, &error))?;
    let single = Single { mark: Some(Mark::MANUAL), foreign, inputs: &[] };
    output::to_file(&path, &String::from_utf8_lossy(&page), single)
}
