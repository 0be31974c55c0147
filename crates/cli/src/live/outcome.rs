//! How an apply ended.

use super::progress;
use super::shown::Tally;
use pulsarc_diag::sanitize::{Escaped, Terminal};
use pulsarc_live::{Outcome, Step, Stopped, Wait};

/// The line of an apply that did everything.
pub(crate) fn success(outcome: &Outcome, wait: Wait) -> Escaped<Terminal> {
    let mut out = Escaped::new();
    let tally = Tally::of(&outcome.done).done();
    out.literal("revision ").number(outcome.revision).literal(": ");
    out.line(if tally.is_empty() { "nothing changed" } else { &tally });
    out.literal(match wait {
        Wait::Nothing => "; nothing was waited for: `pulsarc status` shows what is ready\n",
        Wait::Ready | Wait::ReadyWithAddresses => "; everything is ready\n",
    });
    out
}

/// What an apply that stopped did, what it did not do, and what to do about it.
pub(crate) fn stop(outcome: &Outcome, stopped: &Stopped) -> Escaped<Terminal> {
    let mut out = Escaped::new();
    out.literal("error: stopped");
    if let Some(stage) = stopped.stage {
        out.literal(" at the stage ").line(stage.title());
    }
    if let Some(object) = &stopped.object {
        out.literal(": ").line(object);
    }
    out.literal(": ").line(&stopped.why).literal("\n");
    if !stopped.log.is_empty() {
        out.literal("  last lines of its log:\n");
        for line in &stopped.log {
            out.literal("    | ").line(line).literal("\n");
        }
    }
    if !stopped.advice.is_empty() {
        out.literal("  = help: ").line(&stopped.advice).literal("\n");
    }
    list(&mut out, "done:\n", &outcome.done, progress::done);
    list(&mut out, "not done:\n", &outcome.not_done, progress::to_do);
    out.literal("revision ").number(outcome.revision);
    out.literal(" is pending: the same command completes it\n");
    out
}

fn list(out: &mut Escaped<Terminal>, title: &'static str, steps: &[Step], word: fn(&Step) -> String) {
    if steps.is_empty() {
        return;
    }
    out.literal(title);
    for step in steps {
        out.literal("  ").line(word(step)).literal("\n");
    }
}
