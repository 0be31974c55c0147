//! `pulsarc pull`: the files of an artifact, from a registry.

use crate::commands::push::{Artifact, ArtifactFormat};
use crate::exit::{Exit, Failure};
use crate::heading;
use crate::output::{self, Against, Delivery, Foreign};
use crate::registry::{RegistryOptions, failed};
use crate::session::Session;
use clap::Args;
use clap::builder::{PathBufValueParser, TypedValueParser as _};
use pulsarc_oci::Address;
use std::path::PathBuf;

/// Pull the files of an OCI artifact into a folder
///
/// The digests are verified before anything is written. Files of an earlier pull are replaced or removed; all other
/// files are kept.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc pull oci://registry.example.com/pulsar/prod:v1 -o manifests\n  pulsarc pull oci-layout:artifacts:v1 -o manifests"
)]
pub(crate) struct Arguments {
    /// The artifact: `oci://HOST/REPOSITORY:TAG`, with `@sha256:...` to require a digest; or `oci-layout:FOLDER:TAG`
    #[arg(value_name = "ADDRESS", help_heading = heading::INPUT)]
    from: String,
    /// Write to this folder
    #[arg(
        long,
        short = 'o',
        value_name = "DIR",
        value_parser = PathBufValueParser::new().try_map(output::destination::path),
        help_heading = heading::OUTPUT
    )]
    output: PathBuf,
    /// Replace files in the folder even if pulsarc did not write them
    #[arg(long, help_heading = heading::OUTPUT)]
    force: bool,
    #[command(flatten)]
    registry: RegistryOptions,
    /// Output format
    #[arg(long, value_enum, default_value_t = ArtifactFormat::Text, help_heading = heading::OUTPUT)]
    format: ArtifactFormat,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let address: Address = arguments.from.parse().map_err(Failure::usage)?;
    let transfer = arguments.registry.begin(session);
    let transport = arguments.registry.transport()?;
    let (files, digest) = pulsarc_oci::pull(&address, &transport).map_err(|error| failed(&error))?;
    drop(transfer);
    let delivery =
        Delivery { against: Against::PowerFailures, foreign: Foreign::forced(arguments.force), inputs: &[] };
    output::replace(&arguments.output, &files, delivery)?;
    let paths = files.into_keys().collect();
    let artifact = Artifact { address: address.to_string(), digest: digest.to_string(), files: paths };
    artifact.print(arguments.format)?;
    Ok(Exit::Success)
}
