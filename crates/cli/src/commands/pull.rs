//! `pulsarc pull`: the files of an artifact, from a registry.

use crate::commands::push::{Outcome, Told};
use crate::exit::{Exit, Failure};
use crate::output;
use crate::registry::{RegistryOptions, failed};
use clap::Args;
use pulsarc_oci::{Address, Files};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Pull the files of an OCI artifact into a folder
///
/// What is pulled is held against its digests before anything is written. Files that an earlier pull left there are replaced
/// or removed; all others stay.
#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Where from: `oci://HOST/REPOSITORY:TAG`, with `@sha256:...` where it has to be that one; or `oci-layout:FOLDER:TAG`
    #[arg(value_name = "ADDRESS")]
    from: String,
    /// Write into this folder
    #[arg(long, short = 'o', value_name = "DIR")]
    output: PathBuf,
    #[command(flatten)]
    registry: RegistryOptions,
    /// The form of what is printed
    #[arg(long, value_enum, default_value_t = Told::Text)]
    format: Told,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments) -> Result<Exit, Failure> {
    let address: Address = arguments.from.parse().map_err(Failure::usage)?;
    let transport = arguments.registry.transport()?;
    let (files, digest) = pulsarc_oci::pull(&address, &transport).map_err(|error| failed(&error))?;
    let paths = files.keys().cloned().collect();
    let mut folders: BTreeMap<String, Files> = BTreeMap::new();
    for (path, text) in files {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", &path));
        folders.entry(folder.to_owned()).or_default().insert(name.to_owned(), text);
    }
    // What an earlier pull left in folders that this one does not have.
    let known: Vec<String> = folders.keys().cloned().collect();
    for gone in output::other_builds(&arguments.output, &known) {
        output::remove(&arguments.output.join(gone), &arguments.output)?;
    }
    for (folder, files) in &folders {
        output::replace(&arguments.output.join(folder), files, output::Against::PowerFailures)?;
    }
    let outcome = Outcome { address: address.to_string(), digest: digest.to_string(), files: paths };
    outcome.print(arguments.format)?;
    Ok(Exit::Success)
}
