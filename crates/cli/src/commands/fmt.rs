//! `pulsarc fmt`: Nickel's own formatter over configurations.

use crate::exit::{Exit, Failure};
use crate::files::{self, Links};
use crate::output::{self, By, Document};
use crate::session::Session;
use clap::Args;
use pulsarc_diag::sanitize;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Format .ncl files with Nickel's own formatter
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc fmt\n  pulsarc fmt clusters --check\n  pulsarc fmt - < cluster.ncl"
)]
pub(crate) struct Arguments {
    /// Files, folders with files, or `-` for standard input to standard output
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Write nothing; list the files that are not formatted, and fail if there are any
    #[arg(long)]
    check: bool,
}

/// Runs the command: formats all files, or none if one cannot be formatted.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    if arguments.paths == [PathBuf::from("-")] {
        return standard_input(arguments.check);
    }
    let mut found = Vec::new();
    for path in &arguments.paths {
        found.extend(files::below(path, ".ncl", Links::Skip)?);
    }
    let (mut changed, mut failed) = (Vec::new(), false);
    for file in found {
        session.clock.restart();
        let text = fs::read_to_string(&file).map_err(|error| Failure::input(&file, &error))?;
        match crate::format::format(&text) {
            Ok(formatted) if formatted == text => {}
            Ok(formatted) => changed.push((file, formatted)),
            Err(error) => {
                stderr_line!("error: {}: {}", named(&file), error);
                failed = true;
            }
        }
    }
    if failed {
        return Ok(Exit::BadConfig);
    }
    if arguments.check {
        for (file, _) in &changed {
            stderr_line!("{0} is not formatted: run `pulsarc fmt {0}`", named(file));
        }
        return Ok(if changed.is_empty() { Exit::Success } else { Exit::BadConfig });
    }
    for (file, formatted) in &changed {
        output::rewrite_file(file, formatted)?;
        session.note(format_args!("formatted {}", named(file)));
    }
    Ok(Exit::Success)
}

fn named(file: &Path) -> String {
    sanitize::line(&file.display().to_string())
}

fn standard_input(check: bool) -> Result<Exit, Failure> {
    let name = Path::new("standard input");
    let mut text = String::new();
    io::stdin()
        .lock()
        .read_to_string(&mut text)
        .map_err(|error| Failure::file("cannot read", name, &error))?;
    let formatted = match crate::format::format(&text) {
        Ok(formatted) => formatted,
        Err(error) => {
            stderr_line!("error: standard input: {error}");
            return Ok(Exit::BadConfig);
        }
    };
    if check {
        return Ok(if formatted == text { Exit::Success } else { Exit::BadConfig });
    }
    output::print(Document::of(formatted, By::Author))?;
    Ok(Exit::Success)
}
