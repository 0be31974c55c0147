//! `pulsarc drift`: what others have changed in a release since its last apply.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::live::options::{ClusterOptions, ReleaseOptions};
use crate::live::state::{StateFormat, drift};
use crate::live::wanted::failed;
use crate::output::{self, By, Document};
use crate::session::Session;
use clap::Args;
use pulsarc_diag::Secrets;
use pulsarc_kube::write;

/// Show what others have changed in a release since its last apply
///
/// Each field with its manager, the time, what was applied and what it is now. Exits with 0 if nothing was changed, 1 if
/// something was, 2 on error.
#[derive(Debug, Args)]
#[command(after_help = "Examples:\n  pulsarc drift -n pulsar\n  pulsarc drift -n pulsar --format json")]
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
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Exit {
    drifted(arguments, session).unwrap_or_else(|failure| {
        Exit::reported(failure);
        Exit::Trouble
    })
}

fn drifted(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let connection = arguments.cluster.connect(session)?;
    let release = arguments.release.release();
    let read = connection.cluster.drift(&release);
    let (found, secrets) = read.map_err(|error| failed(&error, &connection.cluster, &Secrets::default()))?;
    match arguments.format {
        StateFormat::Text => output::print(drift(&found, &release, &secrets))?,
        StateFormat::Json => {
            let text = write::json(
                &serde_json::json!({ "release": release, "drift": found.drift, "unknown": found.unknown }),
            );
            let text = secrets.without(&text.map_err(Failure::unwritable)?);
            output::print(Document::of(text, By::Serializer))?;
        }
    }
    Ok(if found.drift.is_empty() { Exit::Success } else { Exit::Differences })
}
