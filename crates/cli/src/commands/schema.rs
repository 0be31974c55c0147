//! `pulsarc schema`: the schema of a configuration, for YAML editors.

use crate::exit::{Exit, Failure};
use crate::output::{self, By, Document};
use clap::Args;
use pulsarc_kube::write;

/// Print the JSON Schema of a configuration, for YAML editors
///
/// With `# yaml-language-server: $schema=pulsarc.schema.json` at the top of a values file, an editor completes its
/// keys, shows their docs, and underlines unknown ones.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc schema > pulsarc.schema.json")]
pub(crate) struct Arguments {}

/// Runs the command.
pub(crate) fn run(_arguments: &Arguments) -> Result<Exit, Failure> {
    let schema = write::json(&crate::json_schema::schema()).map_err(Failure::unwritable)?;
    output::print(Document::of(schema, By::Serializer))?;
    Ok(Exit::Success)
}
