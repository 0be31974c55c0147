//! What happens during an apply, as it happens: a line that changes on a terminal, lines elsewhere, events for programs.

use super::events;
use super::options::duration_in_words;
use crate::session::{Session, Verbosity};
use indicatif::{ProgressBar, ProgressStyle};
use pulsarc_diag::sanitize;
use pulsarc_diff::Identity;
use pulsarc_live::{Action, Event, Step};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, IsTerminal};
use std::time::Duration;

/// How events are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Format {
    /// For a terminal, or the log of a CI job
    Text,
    /// One event a line, each with its `event`: `plan`, `locked`, `stageBegins`, `done`, `rollout`, `waiting`, `ready`, `stageReady`,
    /// `note`, `rejected`, `outcome`
    Json,
}

/// Where events go.
enum Sink {
    Nowhere,
    Lines,
    Bar(ProgressBar),
    Json,
}

/// Shows events.
pub(crate) struct Progress {
    sink: Sink,
    stage: &'static str,
    /// What objects wait for, as it was said last.
    waiting: BTreeMap<Identity, String>,
    ready: BTreeSet<Identity>,
    waits: usize,
}

impl Progress {
    /// Progress in a format: on a terminal as a line that changes.
    pub(crate) fn new(format: Format, session: &Session) -> Self {
        let sink = match format {
            Format::Json => Sink::Json,
            Format::Text if session.verbosity == Verbosity::Quiet => Sink::Nowhere,
            Format::Text if io::stderr().is_terminal() => Sink::Bar(bar()),
            Format::Text => Sink::Lines,
        };
        Self { sink, stage: "", waiting: BTreeMap::new(), ready: BTreeSet::new(), waits: 0 }
    }

    /// Shows an event.
    pub(crate) fn show(&mut self, event: &Event) {
        match &self.sink {
            // If nobody reads them, the apply goes on all the same.
            Sink::Json => drop(events::write(event)),
            Sink::Nowhere => {}
            Sink::Lines | Sink::Bar(_) => self.tell(event),
        }
    }

    fn tell(&mut self, event: &Event) {
        match event {
            Event::Locked { holder } => self.line(&format!("waiting: {holder} works on the release")),
            Event::StageBegins { stage, steps, waits } => {
                self.stage = stage.title();
                self.waits = *waits;
                self.waiting.clear();
                self.ready.clear();
                if *steps > 0 {
                    let plural = if *steps == 1 { "change" } else { "changes" };
                    self.line(&format!("{}: {steps} {plural}", self.stage));
                }
            }
            Event::Done { step } => self.line(&format!("  {}", done(step))),
            Event::Rollout { pod, does, .. } => self.line(&format!("  {pod}: {does}")),
            Event::Waiting { object, why } => {
                let before = self.waiting.insert(object.clone(), why.clone());
                // On a terminal the line that changes says it.
                if before.as_ref() != Some(why) && matches!(self.sink, Sink::Lines) {
                    self.line(&format!("  waiting for {object}: {why}"));
                }
            }
            Event::Ready { object } => {
                self.ready.insert(object.clone());
                if self.waiting.remove(object).is_some() {
                    self.line(&format!("  ready: {object}"));
                }
            }
            Event::StageReady { stage, milliseconds } => {
                if self.waits > 0 {
                    let time = duration_in_words(Duration::from_millis(*milliseconds));
                    self.line(&format!("{}: ready after {time}", stage.title()));
                }
            }
            Event::Note { text } => self.line(&format!("note: {text}")),
        }
        self.update();
    }

    fn line(&self, text: &str) {
        match &self.sink {
            Sink::Bar(bar) => bar.println(sanitize::line(text)),
            Sink::Lines => stderr_line!("{text}"),
            Sink::Nowhere | Sink::Json => {}
        }
    }

    /// Says on the line that changes what is waited for.
    fn update(&self) {
        let Sink::Bar(bar) = &self.sink else { return };
        let mut text = self.stage.to_owned();
        if self.waits > 0 {
            text = format!("{text}: {} of {} ready", self.ready.len(), self.waits);
        }
        if let Some((object, why)) = self.waiting.iter().next() {
            text = format!("{text}; {object}: {why}");
        }
        bar.set_message(sanitize::line(&text));
        bar.tick();
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Sink::Bar(bar) = &self.sink {
            bar.finish_and_clear();
        }
    }
}

fn bar() -> ProgressBar {
    let bar = ProgressBar::new_spinner();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {wide_msg} {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// `created StatefulSet/pulsar-broker`.
pub(crate) fn done(step: &Step) -> String {
    let what = match step.action {
        Action::Create => "created",
        Action::Update => "updated",
        Action::By(_) => "replaced",
        Action::Delete => "deleted",
    };
    format!("{what} {}", step.object)
}

/// `create StatefulSet/pulsar-broker`.
pub(crate) fn to_do(step: &Step) -> String {
    let what = match step.action {
        Action::Create => "create",
        Action::Update => "update",
        Action::By(_) => "replace",
        Action::Delete => "delete",
    };
    format!("{what} {}", step.object)
}
