//! `pulsarc rollout`: what can be done about a rollout that did not finish.

use crate::exit::{Exit, Failure};
use crate::heading;
use crate::live::options::{ClusterOptions, ReleaseOptions, duration};
use crate::live::wanted::{by, failed, of_objects};
use crate::output;
use crate::session::Session;
use clap::{Args, ValueEnum};
use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_live::Origin;
use std::time::Duration;

/// Restore what an unfinished controlled rollout has paused
///
/// A controlled rollout pauses load shedding, bundle splitting and autorecovery, and restores them when it ends. After a run that
/// was killed, the next `apply` or `rollback` restores them; `rollout restore` does only that, and restarts nothing.
#[derive(Debug, Args)]
#[command(
    after_help = "Examples:\n  pulsarc rollout restore -n pulsar\n  pulsarc rollout restore --release orders -n messaging --lock-timeout 2m"
)]
pub(crate) struct Arguments {
    /// What to do
    #[arg(value_enum, value_name = "ACTION", help_heading = heading::INPUT)]
    action: Action,
    #[command(flatten)]
    release: ReleaseOptions,
    #[command(flatten)]
    cluster: ClusterOptions,
    /// How long to wait while another run works on the release; 0s rejects at once
    #[arg(long, value_name = "DURATION", default_value = "0s", value_parser = duration, help_heading = heading::APPLY)]
    lock_timeout: Duration,
}

/// What can be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Action {
    /// Restore paused settings, and restart nothing
    Restore,
}

/// Runs the command.
pub(crate) fn run(arguments: &Arguments, session: &Session) -> Result<Exit, Failure> {
    let Action::Restore = arguments.action;
    let connection = arguments.cluster.connect(session)?;
    let cluster = &connection.cluster;
    let wanted = of_objects(arguments.release.release(), Vec::new(), Origin::default())?;
    let restored = cluster
        .restore(&wanted, &by(), arguments.lock_timeout)
        .map_err(|error| failed(&error, cluster, &wanted.secrets))?;
    let mut text = Escaped::<Terminal>::new();
    if restored.is_empty() {
        text.literal("nothing was paused\n");
    }
    for sentence in restored {
        text.line(sentence).literal("\n");
    }
    output::print(text)?;
    Ok(Exit::Success)
}
