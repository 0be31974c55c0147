//! What evaluating a configuration may cost: an honest one takes milliseconds, and one that never ends shall not take a
//! CI runner with it.
//!
//! A second thread looks at the clock and at the process's memory while a configuration is compiled, and ends the
//! process where a limit is passed: an evaluation cannot be stopped from within. Nothing is written by then, since
//! outputs come after. Memory is read where Linux tells it; elsewhere only the time counts.

use crate::exit::{Exit, Failure};
use crate::input::Built;
use crate::report::{self, Format};
use crate::steps::Steps;
use crate::supervisor;
use clap::Args;
use pulsarc_compiler::{INTERNAL, PAST_LIMIT, UnderEvaluation};
use pulsarc_diag::{Diagnostic, Sources};
use std::borrow::Cow;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, Once, OnceLock, PoisonError};
use std::time::{Duration, Instant};

/// Limits of every command that compiles a configuration.
#[derive(Debug, Clone, Args)]
pub(crate) struct Limits {
    /// How many seconds a configuration may take; exit status 4 where it takes longer
    #[arg(
        long = "max-seconds",
        global = true,
        hide_short_help = true,
        value_name = "SECONDS",
        default_value_t = 10
    )]
    seconds: u64,
    /// How much memory may be taken for it, in MiB; exit status 4 where it takes more
    #[arg(
        long = "max-memory",
        global = true,
        hide_short_help = true,
        value_name = "MIB",
        default_value_t = 1024
    )]
    memory: u64,
    /// How many values a file of YAML or JSON may hold, what its aliases repeat counted out
    #[arg(
        long = "max-values",
        global = true,
        hide_short_help = true,
        value_name = "NUMBER",
        default_value_t = 1_000_000
    )]
    values: usize,
    /// How deep records and lists may stand in one another
    #[arg(
        long = "max-depth",
        global = true,
        hide_short_help = true,
        value_name = "NUMBER",
        default_value_t = 200,
        value_parser = clap::value_parser!(u16).range(1..=900)
    )]
    depth: u16,
    /// How large one file may be that is read, in MiB
    #[arg(
        long = "max-input",
        global = true,
        hide_short_help = true,
        value_name = "MIB",
        default_value_t = 64,
        value_parser = clap::value_parser!(u64).range(1..=4_095)
    )]
    input_size: u64,
    /// How large all that is written may be for one configuration, in MiB
    #[arg(
        long = "max-output",
        global = true,
        hide_short_help = true,
        value_name = "MIB",
        default_value_t = 64,
        value_parser = clap::value_parser!(u64).range(1..=4_095)
    )]
    output_size: u64,
}

/// Bytes in what the options count.
const MEBIBYTE: u64 = 1 << 20;

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
        pulsarc_compiler::limits::hold(pulsarc_compiler::limits::Limits {
            values: self.values,
            depth: usize::from(self.depth),
            input: self.input_size * MEBIBYTE,
        });
        let _ = LIMITS.set(self.clone());
    }
}

/// Whether so many bytes may be written for one configuration.
pub(crate) fn may_write(bytes: usize) -> Result<(), Failure> {
    let most = LIMITS.get().map_or(u64::MAX, |limits| limits.output_size);
    if bytes as u64 <= most.saturating_mul(MEBIBYTE) {
        return Ok(());
    }
    let what = WHAT.lock().unwrap_or_else(PoisonError::into_inner).clone();
    Err(Failure::of(
        Exit::PastLimit,
        format!(
            "{what}: what comes of it has more than {most} MiB, and nothing was written: look for a text or a list that is too large, or raise the limit with --max-output"
        ),
    ))
}

/// Who is told of a limit that is passed, in the place of the user.
static LAST_WORD: OnceLock<fn(&Built)> = OnceLock::new();

/// Hands the finding of a limit that is passed to a function, before the process ends.
pub(crate) fn last_word(hook: fn(&Built)) {
    let _ = LAST_WORD.set(hook);
}

/// Has a limit that is passed told as all findings of a command are.
pub(crate) fn told_as(format: Format) {
    let _ = FORMAT.set(format);
}

/// Since when a configuration is compiled, where one is. Held while a limit that was passed is told, so that what comes
/// after the work does not begin meanwhile.
static SINCE: Mutex<Option<Instant>> = Mutex::new(None);
/// Wakes who looks at it.
static BEGUN: Condvar = Condvar::new();
static WATCHED: Once = Once::new();

/// Does what a limit is held over; `what` says which configuration it is about.
pub(crate) fn within<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let Some(limits) = LIMITS.get() else { return work() };
    what.clone_into(&mut WHAT.lock().unwrap_or_else(PoisonError::into_inner));
    let before = since().replace(Instant::now());
    BEGUN.notify_one();
    // One thread looks at all that a process compiles. Where none can be had, there is no limit either.
    WATCHED.call_once(|| drop(std::thread::Builder::new().spawn(move || watch(limits))));
    let result = work();
    *since() = before;
    result
}

fn since() -> MutexGuard<'static, Option<Instant>> {
    SINCE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Looks until the process ends, or a child does the work and keeps the limits too.
fn watch(limits: &Limits) {
    while !supervisor::handed_over() {
        let idle = BEGUN.wait_while(since(), |since| since.is_none());
        drop(idle);
        std::thread::sleep(LOOK);
        let since = since();
        let passed = since.filter(|_| !supervisor::handed_over()).and_then(|started| limits.passed(started));
        if let Some(passed) = passed {
            end(passed, pulsarc_compiler::under_evaluation());
        }
    }
}

/// Tells that an evaluation ended its process, and ends this one.
pub(crate) fn broken_off(steps: &Steps) -> ! {
    end(BROKEN_OFF, steps.last().unwrap_or_else(pulsarc_compiler::under_evaluation))
}

const BROKEN_OFF: Passed = Passed {
    message: Cow::Borrowed("evaluating it takes more memory or stack than there is"),
    help: "look for a number, a list or a text that grows without an end, or for a value that nests without one",
};

/// What is told of an evaluation that ended its process, by its exit status where it had one and the step that it was at.
pub(crate) fn ended_by_itself(status: Option<i32>, steps: &Steps) -> (Diagnostic, Sources) {
    let told = match status {
        None => Diagnostic::new(&PAST_LIMIT, BROKEN_OFF.message).help(BROKEN_OFF.help),
        Some(_) => Diagnostic::new(&INTERNAL, "pulsarc itself failed over this cluster")
            .help("please report this with the configuration that made it fail"),
    };
    let UnderEvaluation { sources, span, path } = steps.last().unwrap_or_default();
    (Diagnostic { path, ..told.span(span) }, sources)
}

/// A limit that was passed, and the option that raises it.
struct Passed {
    message: Cow<'static, str>,
    help: &'static str,
}

impl Limits {
    fn passed(&self, started: Instant) -> Option<Passed> {
        if started.elapsed() > Duration::from_secs(self.seconds) {
            let message = format!("it takes longer than {} seconds to evaluate", self.seconds);
            return Some(Passed {
                message: message.into(),
                help: "an honest configuration takes milliseconds: look for a function that calls itself without an end, or raise the limit with --max-seconds",
            });
        }
        let mebibytes = resident()? >> 20;
        HELD.store(mebibytes, Ordering::Relaxed);
        (mebibytes > self.memory).then(|| Passed {
            message: format!("it takes more than {} MiB of memory to evaluate", self.memory).into(),
            help: "an honest configuration takes some 50 MiB: look for a list or a text that grows without an end, or raise the limit with --max-memory",
        })
    }
}

/// The memory that the process held when it was last looked at, in MiB.
static HELD: AtomicU64 = AtomicU64::new(0);

/// Whether the process holds so much, an eighth of what it may, that another one should go on with its work: Nickel does
/// not give back all that an evaluation by the contracts took.
pub(crate) fn has_grown() -> bool {
    LIMITS.get().is_some_and(|limits| HELD.load(Ordering::Relaxed) > limits.memory / 8)
}

/// The bytes of memory that the process holds.
fn resident() -> Option<u64> {
    let pages = std::fs::read_to_string("/proc/self/statm").ok()?;
    // The page size of every platform that Linux tells this on and pulsarc is built for, or the least of them.
    pages.split(' ').nth(1)?.parse::<u64>().ok().map(|pages| pages * 4096)
}

fn end(passed: Passed, at: UnderEvaluation) -> ! {
    let UnderEvaluation { sources, span, path } = at;
    let what = WHAT.lock().unwrap_or_else(PoisonError::into_inner).clone();
    // Where no text of the user's is being evaluated, its name says what is meant.
    let message =
        if span.is_some() { passed.message.into_owned() } else { format!("{what}: {}", passed.message) };
    let mut told = Diagnostic::new(&PAST_LIMIT, message).span(span).help(passed.help);
    told.path = path;
    let format = FORMAT.get().copied().unwrap_or(Format::Text);
    let built = Built::failed(told, sources);
    match LAST_WORD.get() {
        Some(hook) => hook(&built),
        // There is nobody left to tell that this cannot be told.
        None => drop(report::tell(&built, format)),
    }
    std::process::exit(i32::from(Exit::PastLimit.number()))
}
