//! `pulsarc status`: the state of a release in a running cluster.

use crate::color;
use crate::exit::{Exit, Failure};
use crate::heading;
use crate::live::events;
use crate::live::options::{ClusterOptions, ReleaseOptions};
use crate::live::state::{StateFormat, status};
use crate::live::wanted::{self, failed};
use crate::output::{self, By, Document};
use crate::session::Session;
use clap::Args;
use pulsarc_diag::Secrets;
use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_kube::write;
use pulsarc_live::Status;
use std::io::{self, IsTerminal};
use std::time::Duration;

/// Show the state of a release: revision, components, pods, certificates
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc status -n pulsar\n  pulsarc status -n pulsar --watch\n  pulsarc status -n pulsar --format json"
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    release: ReleaseOptions,
    #[command(flatten)]
    cluster: ClusterOptions,
    /// Show it again whenever it changes, until Ctrl-C
    #[arg(long, help_heading = heading::OUTPUT)]
    watch: bool,
    /// Output format; with --watch, JSON is one document a line
    #[arg(long, value_enum, default_value_t = StateFormat::Text, help_heading = heading::OUTPUT)]
    format: StateFormat,
}

/// How often a watched state is read.
const AGAIN: Duration = Duration::from_secs(2);

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let connection = arguments.cluster.connect(session)?;
    let release = arguments.release.release();
    let facts = wanted::facts(&release)?;
    let read = || {
        connection
            .cluster
            .status(&release, &facts)
            .map_err(|error| failed(&error, &connection.cluster, &Secrets::default()))
    };
    if !arguments.watch {
        arguments.print(&read()?)?;
        return Ok(Exit::Success);
    }
    let mut before = None;
    loop {
        let now = read()?;
        let text = serde_json::to_string(&now).map_err(Failure::unwritable)?;
        if before.as_ref() != Some(&text) {
            arguments.print_again(&now)?;
            before = Some(text);
        }
        std::thread::sleep(AGAIN);
    }
}

impl Arguments {
    fn print(&self, read: &Status) -> Result<(), Failure> {
        match self.format {
            StateFormat::Text => output::print(status(read, color::is_wanted(io::stdout().is_terminal()))),
            StateFormat::Json => {
                output::print(Document::of(write::json(read).map_err(Failure::unwritable)?, By::Serializer))
            }
        }
    }

    /// Prints a state after another one, on a terminal in its place.
    fn print_again(&self, read: &Status) -> Result<(), Failure> {
        match self.format {
            StateFormat::Json => events::write(read),
            StateFormat::Text => {
                let terminal = io::stdout().is_terminal();
                let mut text = Escaped::<Terminal>::new();
                text.literal(if terminal { "\u{1b}[H\u{1b}[2J" } else { "" });
                text.append(&status(read, color::is_wanted(terminal)));
                text.literal(if terminal { "" } else { "\n" });
                output::print(text)
            }
        }
    }
}
