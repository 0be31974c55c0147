//! `pulsarc man`: manual pages, one for pulsarc and one for each command, for packagers.

use crate::exit::{self, Exit, Failure};
use crate::output::{self, Foreign, Mark, Single};
use clap::{Args, Command};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use std::io;
use std::path::{Path, PathBuf};

/// Write the manual pages to a folder
///
/// Read one with `man -l DIR/pulsarc-check.1`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc man ~/.local/share/man/man1")]
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
    let page = rendered(command, name).map_err(|error| Failure::file("cannot write", &path, &error))?;
    Ok((path, String::from_utf8_lossy(&page).into_owned()))
}

/// The sections of a page. clap's own renderer has none of exit statuses, and calls examples `EXTRA`.
fn rendered(command: &Command, name: &str) -> io::Result<Vec<u8>> {
    // A date would make two builds of one version differ.
    // What the short help leaves out is in the manual.
    let command = command.clone().mut_args(|arg| arg.hide_short_help(false));
    let man = Man::new(command.clone()).title(name.to_uppercase()).date("");
    let mut page = Vec::new();
    man.render_title(&mut page)?;
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if command.has_subcommands() {
        man.render_subcommands_section(&mut page)?;
    }
    statuses(&command).to_writer(&mut page)?;
    if let Some(examples) = examples(&command) {
        examples.to_writer(&mut page)?;
    }
    man.render_version_section(&mut page)?;
    Ok(page)
}

fn statuses(command: &Command) -> Roff {
    let compares = ["diff", "upgrade"].contains(&command.get_name());
    let statuses: &[(Exit, &str)] = if compares { &exit::COMPARED } else { &exit::STATUSES };
    let mut section = Roff::default();
    section.control("SH", ["EXIT STATUS"]);
    for (exit, what) in statuses {
        section.control("TP", []).text([bold(exit.number().to_string())]).text([roman(*what)]);
    }
    section
}

/// The commands at the end of the help text.
fn examples(command: &Command) -> Option<Roff> {
    let help = command.get_after_help()?.to_string();
    let examples = help.strip_prefix(EXAMPLES)?;
    let mut section = Roff::default();
    section.control("SH", ["EXAMPLES"]).control("nf", []);
    for line in examples.lines().map(str::trim).filter(|line| !line.is_empty()) {
        section.text([roman(line)]);
    }
    section.control("fi", []);
    Some(section)
}

/// What the examples in a help text begin with.
const EXAMPLES: &str = "Examples:\n";
