//! `pulsarc history`: the revisions of a release.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::live::options::{ClusterOptions, ReleaseOptions};
use crate::live::state::{StateFormat, history};
use crate::live::wanted::failed;
use crate::output::{self, By, Document};
use crate::session::Session;
use clap::Args;
use pulsarc_diag::Secrets;
use pulsarc_kube::write;

/// List the revisions of a release, the newest first
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc history -n pulsar\n  pulsarc history -n pulsar --format json")]
pub(crate) struct Arguments {
    #[command(flatten)]
    release: ReleaseOptions,
    #[command(flatten)]
    cluster: ClusterOptions,
    /// Output format
    #[arg(long, value_enum, default_value_t = StateFormat::Text, help_heading = heading::OUTPUT)]
    format: StateFormat,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let connection = arguments.cluster.connect(session)?;
    let release = arguments.release.release();
    let revisions = connection
        .cluster
        .history(&release)
        .map_err(|error| failed(&error, &connection.cluster, &Secrets::default()))?;
    match arguments.format {
        StateFormat::Text => output::print(history(&revisions, &release))?,
        StateFormat::Json => {
            let text = write::json(&serde_json::json!({ "release": release, "revisions": revisions }));
            output::print(Document::of(text.map_err(Failure::unwritable)?, By::Serializer))?;
        }
    }
    Ok(Exit::Success)
}
