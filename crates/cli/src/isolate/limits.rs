//! The limits of every command: options, and what exceeds them.

use crate::heading;
use clap::Args;
use pulsarc_compiler::{PAST_LIMIT, limits};
use pulsarc_diag::Diagnostic;
use std::time::Duration;

/// Limits of every command.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = heading::LIMITS)]
pub(crate) struct Limits {
    /// Maximum seconds per configuration; exit status 4 if exceeded
    #[arg(
        long = "max-seconds",
        global = true,
        hide_short_help = true,
        value_name = "SECONDS",
        default_value_t = 10
    )]
    seconds: u64,
    /// Maximum memory per configuration, in MiB; exit status 4 if exceeded
    #[arg(
        long = "max-memory",
        global = true,
        hide_short_help = true,
        value_name = "MIB",
        default_value_t = 1024
    )]
    memory: u64,
    /// Maximum number of values in a YAML or JSON file, counting those that aliases repeat
    #[arg(
        long = "max-values",
        global = true,
        hide_short_help = true,
        value_name = "NUMBER",
        default_value_t = 1_000_000
    )]
    values: usize,
    /// Maximum nesting of maps and lists
    #[arg(
        long = "max-depth",
        global = true,
        hide_short_help = true,
        value_name = "NUMBER",
        default_value_t = 200,
        value_parser = clap::value_parser!(u16).range(1..=900)
    )]
    depth: u16,
    /// Maximum size of an input file, in MiB
    #[arg(
        long = "max-input",
        global = true,
        hide_short_help = true,
        value_name = "MIB",
        default_value_t = 64,
        value_parser = clap::value_parser!(u64).range(1..=4_095)
    )]
    input_size: u64,
    /// Maximum size of one configuration's output, in MiB
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

/// Bytes in the unit of the options.
const MEBIBYTE: u64 = 1 << 20;

/// A limit that was exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Passed {
    /// More seconds than these.
    Time(u64),
    /// More MiB than these.
    Memory(u64),
    /// More seconds of wall time than these, in a transfer.
    Transfer(u64),
}

impl Limits {
    /// The limits of readers and writers.
    pub(crate) fn sizes(&self) -> limits::Limits {
        limits::Limits {
            values: self.values,
            depth: usize::from(self.depth),
            input: self.input_size * MEBIBYTE,
            output: self.output_size * MEBIBYTE,
        }
    }

    /// The limit that a process exceeds.
    pub(super) fn passed(&self, time: Duration, process: Option<u32>) -> Option<Passed> {
        if time > Duration::from_secs(self.seconds) {
            return Some(Passed::Time(self.seconds));
        }
        (resident(process)? > self.memory * MEBIBYTE).then_some(Passed::Memory(self.memory))
    }

    /// So many MiB a process may hold after its work, an eighth of what it may hold during that: beyond, another one should
    /// go on. Nickel does not give back all memory of an evaluation.
    pub(super) fn kept(&self) -> u64 {
        self.memory / 8
    }

    /// Whether another process should go on with the work of this one.
    pub(crate) fn has_grown(&self) -> bool {
        holds_more(None, self.kept())
    }
}

/// Whether a process holds more than so many MiB, this one if none is named.
pub(super) fn holds_more(process: Option<u32>, mebibytes: u64) -> bool {
    resident(process).is_some_and(|bytes| bytes > mebibytes * MEBIBYTE)
}

impl Passed {
    /// As a diagnostic; `what` names the work.
    pub(crate) fn diagnostic(self, what: &str) -> Diagnostic {
        let (message, help) = match self {
            Self::Time(seconds) => (
                format!("{what} takes longer than {seconds} seconds"),
                "most configurations take milliseconds: look for a function that calls itself endlessly, or \
                raise the limit with --max-seconds",
            ),
            Self::Memory(mebibytes) => (
                format!("{what} takes more than {mebibytes} MiB of memory"),
                "most configurations take about 50 MiB: look for a list or text that grows without end, or \
                raise the limit with --max-memory",
            ),
            Self::Transfer(seconds) => (
                format!("{what} waits for longer than {seconds} seconds"),
                "look for a registry or name server that does not answer, or another process that holds the layout; or raise the limit with --timeout",
            ),
        };
        Diagnostic::new(&PAST_LIMIT, message).help(help)
    }
}

/// The resident memory of a process in bytes, by default this one. Only Linux provides it.
fn resident(process: Option<u32>) -> Option<u64> {
    let process = process.map_or_else(|| "self".to_owned(), |id| id.to_string());
    let pages = std::fs::read_to_string(format!("/proc/{process}/statm")).ok()?;
    // The page size of every platform that Linux says this on and pulsarc is built for, or the smallest of them.
    pages.split(' ').nth(1)?.parse::<u64>().ok().map(|pages| pages * 4096)
}
