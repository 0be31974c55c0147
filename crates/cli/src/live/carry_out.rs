//! Carrying out a plan: it is shown, what follows from it has to be accepted, somebody agrees, and it is applied.

use super::events::{self, Around};
use super::options::duration;
use super::progress::{Format, Progress};
use super::wanted::{by, failed};
use super::{confirm, outcome, shown, text};
use crate::color;
use crate::exit::{Exit, Failure};
use crate::heading;
use crate::output;
use crate::session::Session;
use crate::stderr;
use clap::Args;
use pulsarc_live::{Acceptance, ApplyOptions, Cluster, Plan, Wait, Wanted};
use std::collections::BTreeSet;
use std::io::{self, IsTerminal};
use std::time::Duration;

/// How a plan is carried out.
#[derive(Debug, Args)]
#[command(next_help_heading = heading::APPLY)]
pub(crate) struct CarryOutOptions {
    /// Do not ask for confirmation; needed if there is no terminal
    #[arg(long, short = 'y')]
    pub(crate) yes: bool,
    /// Accept what follows from a change: dataLoss:StatefulSet/pulsar-bookie (repeatable)
    #[arg(long, value_name = "KIND:KIND/NAME", value_parser = Acceptance::parse, help_heading = heading::DECISIONS)]
    accept: Vec<Acceptance>,
    /// Maximum time for each stage to become ready, such as 90s or 10m
    #[arg(long, value_name = "DURATION", default_value = "10m", value_parser = duration)]
    timeout: Duration,
    /// Do not wait until anything is ready
    #[arg(long)]
    no_wait: bool,
    /// Also wait for the addresses of load balancers and ingresses
    #[arg(long, conflicts_with = "no_wait")]
    wait_for_addresses: bool,
    /// How long to wait while another run works on the release; 0s rejects at once
    #[arg(long, value_name = "DURATION", default_value = "0s", value_parser = duration)]
    lock_timeout: Duration,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text, help_heading = heading::OUTPUT)]
    pub(crate) format: Format,
}

/// What is asked before an apply.
pub(crate) enum Question {
    /// Whether to go on.
    Agree(String),
    /// To type a word.
    Type(String, String),
}

impl CarryOutOptions {
    fn wait(&self) -> Wait {
        match (self.no_wait, self.wait_for_addresses) {
            (true, _) => Wait::Nothing,
            (false, true) => Wait::ReadyWithAddresses,
            (false, false) => Wait::Ready,
        }
    }

    fn apply(&self, reason: &str) -> ApplyOptions {
        ApplyOptions {
            accepted: self.accept.iter().cloned().collect(),
            timeout: self.timeout,
            wait: self.wait(),
            lock_timeout: self.lock_timeout,
            by: by(),
            reason: reason.to_owned(),
        }
    }

    /// Checks that somebody can be asked.
    pub(crate) fn can_confirm(&self, command: &str) -> Result<(), Failure> {
        confirm::needs_yes(self.yes, command)
    }
}

/// Shows a plan and carries it out.
pub(crate) fn carry_out(
    cluster: &Cluster,
    (wanted, plan): (&Wanted, &Plan),
    options: &CarryOutOptions,
    (question, reason): (Question, &str),
    session: &Session,
) -> Result<Exit, Failure> {
    match options.format {
        Format::Text => output::print(text::document(plan, color::is_wanted(io::stdout().is_terminal())))?,
        Format::Json => events::write(&Around::Plan { plan })?,
    }
    if let Some(exit) = ends_before(plan, options, session)? {
        return Ok(exit);
    }
    if !options.yes && !plan.is_empty() {
        let agreed = match question {
            Question::Agree(question) => confirm::agrees(&question)?,
            Question::Type(question, word) => confirm::types(&question, &word)?,
        };
        if !agreed {
            return rejected(options, "nothing was changed", Vec::new());
        }
    }
    let apply = options.apply(reason);
    let mut progress = Progress::new(options.format, session);
    let ended = cluster.apply(wanted, plan, &apply, &mut |event| progress.show(event));
    drop(progress);
    let ended = ended.map_err(|error| failed(&error, cluster, &wanted.secrets))?;
    if options.format == Format::Json {
        events::write(&Around::Outcome { outcome: &ended })?;
    }
    if let Some(stopped) = &ended.stopped {
        if options.format == Format::Text {
            stderr::write(&outcome::stop(&ended, stopped));
        }
        return Ok(Exit::Cluster);
    }
    if options.format == Format::Text {
        output::print(outcome::success(&ended, apply.wait))?;
    }
    Ok(Exit::Success)
}

/// How a run ends that has nothing to apply, or may not.
fn ends_before(plan: &Plan, options: &CarryOutOptions, session: &Session) -> Result<Option<Exit>, Failure> {
    if let Some(why) = shown::blocked(plan) {
        return rejected(options, &format!("nothing was applied: {why}"), Vec::new()).map(Some);
    }
    let accepted: BTreeSet<Acceptance> = options.accept.iter().cloned().collect();
    for needless in accepted.iter().filter(|one| !plan.decisions.contains(one)) {
        session.note(format_args!("note: --accept {needless} applies to nothing in this plan"));
    }
    let open = shown::to_accept(plan, &accepted);
    if !open.is_empty() {
        return rejected(options, "nothing was applied: accept what follows from it", open).map(Some);
    }
    Ok(shown::is_done(plan).then_some(Exit::Success))
}

/// Says why nothing was applied.
pub(crate) fn rejected(options: &CarryOutOptions, why: &str, accept: Vec<String>) -> Result<Exit, Failure> {
    match options.format {
        Format::Json => events::write(&Around::Rejected { why, accept })?,
        Format::Text if accept.is_empty() => stderr_line!("error: {why}"),
        Format::Text => stderr_line!("error: {why}: {}", accept.join(" ")),
    }
    Ok(Exit::Cluster)
}
