//! What evaluating a configuration may cost: an honest one takes milliseconds, and one that never ends shall not take a
//! CI runner with it.
//!
//! A second thread looks at the clock and at the process's memory while a configuration is compiled, and ends the
//! process where a limit is passed: an evaluation cannot be stopped from within. Nothing is written by then, since
//! outputs come after. Memory is read where Linux tells it; elsewhere only the time counts.

use crate::exit::Exit;
use clap::Args;
use pulsarc_compiler::PAST_LIMIT;
use pulsarc_diag::inert;
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
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
}

/// Those of this process: the command line says them once.
static LIMITS: OnceLock<Limits> = OnceLock::new();

/// How often the memory is looked at: at its fastest an evaluation takes some 20 MiB in between.
const LOOK: Duration = Duration::from_millis(10);

impl Limits {
    /// Makes these the limits of the process.
    pub(crate) fn hold(&self) {
        let _ = LIMITS.set(self.clone());
    }
}

/// Does what a limit is held over; `what` says which configuration it is about.
pub(crate) fn within<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let Some(limits) = LIMITS.get() else { return work() };
    std::thread::scope(|scope| {
        let (done, ended) = channel::<()>();
        // Where no thread can be had, there is no limit either.
        let watch = std::thread::Builder::new().spawn_scoped(scope, move || {
            let started = Instant::now();
            while ended.recv_timeout(LOOK) == Err(RecvTimeoutError::Timeout) {
                if let Some(passed) = limits.passed(started) {
                    end(what, &passed);
                }
            }
        });
        let result = work();
        drop(done);
        drop(watch);
        result
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

fn end(what: &str, passed: &Passed) -> ! {
    eprintln!("error[{}]: {}", PAST_LIMIT.id, passed.message);
    eprintln!(" = in: {}", inert::text(what));
    eprintln!(" = help: {}", passed.help);
    std::process::exit(i32::from(Exit::PastLimit.number()))
}
