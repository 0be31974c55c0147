//! What evaluating a configuration may cost: an honest one takes milliseconds, and one that never ends shall not take a
//! CI runner with it.
//!
//! A second thread looks at the clock and at the process's memory while a configuration is compiled, and ends the
//! process where a limit is passed: an evaluation cannot be stopped from within. Nothing is written by then, since
//! outputs come after. Memory is read where Linux tells it; elsewhere only the time counts.

use crate::exit::Exit;
use crate::input::Built;
use crate::report::{self, Format};
use crate::supervisor;
use clap::Args;
use pulsarc_compiler::{PAST_LIMIT, UnderEvaluation};
use pulsarc_diag::Diagnostic;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// Limits of every command that compiles a configuration.
#[derive(Debug, Clone, Args)]
pub(crate) struct Limits {
    /// How many seconds a configuration may take; exit status 4 where it takes longer
    #[arg(long, global = true, hide_short_help = true, value_name = "SECONDS", default_value_t = 10)]
    max_seconds: u64,
    /// How much memory may be taken for it, in MiB; exit status 4 where it takes more
    #[arg(long, global = true, hide_short_help = true, value_name = "MIB", default_value_t = 1024)]
    max_memory: u64,
    /// How many values a file of YAML or JSON may hold, what its aliases repeat counted out
    #[arg(long, global = true, hide_short_help = true, value_name = "NUMBER", default_value_t = 1_000_000)]
    max_values: usize,
}

/// Those of this process: the command line says them once.
static LIMITS: OnceLock<Limits> = OnceLock::new();
/// How findings of this process are told.
static FORMAT: OnceLock<Format> = OnceLock::new();
/// Which configuration is compiled.
static WHAT: Mutex<String> = Mutex::new(String::new());

/// How often the memory is looked at: at its fastest an evaluation takes some 20 MiB in between.
const LOOK: Duration = Duration::from_millis(10);

impl Limits {
    /// Makes these the limits of the process.
    pub(crate) fn hold(&self) {
        pulsarc_compiler::allow_values(self.max_values);
        let _ = LIMITS.set(self.clone());
    }
}

/// Has a limit that is passed told as all findings of a command are.
pub(crate) fn told_as(format: Format) {
    let _ = FORMAT.set(format);
}

/// Does what a limit is held over; `what` says which configuration it is about.
pub(crate) fn within<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let Some(limits) = LIMITS.get() else { return work() };
    what.clone_into(&mut WHAT.lock().unwrap_or_else(PoisonError::into_inner));
    let (done, ended) = channel::<()>();
    let running = Arc::new(Mutex::new(true));
    let watched = Arc::clone(&running);
    // Where no thread can be had, there is no limit either. It ends by itself once the work is done: to wait for that
    // would cost more than many a configuration does.
    let watch = std::thread::Builder::new().spawn(move || {
        let started = Instant::now();
        while ended.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) && !supervisor::handed_over() {
            if let Some(passed) = limits.passed(started) {
                // Held until the end: what comes after the work does not begin meanwhile.
                let running = watched.lock().unwrap_or_else(PoisonError::into_inner);
                if *running {
                    end(passed);
                }
            }
        }
    });
    let result = work();
    *running.lock().unwrap_or_else(PoisonError::into_inner) = false;
    drop(done);
    drop(watch);
    result
}

/// Tells that an evaluation ended its process, and ends this one.
pub(crate) fn broken_off() -> ! {
    end(Passed {
        message: "evaluating it takes more memory or stack than there is".to_owned(),
        help: "look for a number, a list or a text that grows without an end, or for a value that nests without one",
    })
}

/// A limit that was passed, and the option that raises it.
struct Passed {
    message: String,
    help: &'static str,
}

impl Limits {
    fn passed(&self, started: Instant) -> Option<Passed> {
        if started.elapsed() > Duration::from_secs(self.max_seconds) {
            let message = format!("it takes longer than {} seconds to evaluate", self.max_seconds);
            return Some(Passed {
                message,
                help: "an honest configuration takes milliseconds: look for a function that calls itself without an end, or raise the limit with --max-seconds",
            });
        }
        let mebibytes = resident()? >> 20;
        (mebibytes > self.max_memory).then(|| Passed {
            message: format!("it takes more than {} MiB of memory to evaluate", self.max_memory),
            help: "an honest configuration takes some 50 MiB: look for a list or a text that grows without an end, or raise the limit with --max-memory",
        })
    }
}

/// The bytes of memory that the process holds.
fn resident() -> Option<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    // The page size of every platform that Linux tells this on and pulsarc is built for, or the least of them.
    pages.split(' ').nth(1)?.parse::<u64>().ok().map(|pages| pages * 4096)
}

fn end(passed: Passed) -> ! {
    let UnderEvaluation { sources, span, path } = pulsarc_compiler::under_evaluation();
    let what = WHAT.lock().unwrap_or_else(PoisonError::into_inner).clone();
    // Where no text of the user's is being evaluated, its name says what is meant.
    let message = if span.is_some() { passed.message } else { format!("{what}: {}", passed.message) };
    let mut told = Diagnostic::new(&PAST_LIMIT, message).span(span).help(passed.help);
    told.path = path;
    let format = FORMAT.get().copied().unwrap_or(Format::Text);
    // There is nobody left to tell that this cannot be told.
    let _ = report::tell(&Built::failed(told, sources), format);
    std::process::exit(i32::from(Exit::PastLimit.number()))
}
