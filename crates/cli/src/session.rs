//! The context of a run: its limits, its clock, its evaluator, and how much it says.

use crate::isolate::{Clock, Evaluations, Limits};
use pulsarc_compiler::Evaluate;
use std::fmt::Arguments;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// How much a run says besides its findings and its output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verbosity {
    /// Notes, progress and summaries.
    Normal,
    /// Nothing.
    Quiet,
}

/// One run of a command.
pub(crate) struct Session {
    /// The limits of the command line.
    pub(crate) limits: Limits,
    /// The time that counts against them.
    pub(crate) clock: Clock,
    /// How much it says.
    pub(crate) verbosity: Verbosity,
    evaluations: Evaluations,
    allowed: Vec<PathBuf>,
}

impl Session {
    /// A run within these limits, whose configurations may import from these folders beyond their projects.
    pub(crate) fn new(limits: Limits, clock: Clock, verbosity: Verbosity, allowed: &[PathBuf]) -> Self {
        let evaluations = Evaluations::new(&limits, allowed);
        Self { limits, clock, verbosity, evaluations, allowed: allowed.to_vec() }
    }

    /// Who evaluates configurations.
    pub(crate) fn evaluations(&self) -> &dyn Evaluate {
        &self.evaluations
    }

    /// An evaluator of its own for a process that runs all day, whose children hold at most so many MiB.
    pub(crate) fn lasting_evaluations(&self, mebibytes: u64) -> Evaluations {
        Evaluations::new(&self.limits, &self.allowed).keeping(mebibytes)
    }

    /// Writes a line that is no finding to standard error.
    pub(crate) fn note(&self, text: Arguments<'_>) {
        if self.verbosity == Verbosity::Normal {
            stderr_line!("{text}");
        }
    }

    /// Says to a person at a terminal that all went well. Scripts know it by the exit status.
    pub(crate) fn done(&self, text: Arguments<'_>) {
        if io::stderr().is_terminal() {
            self.note(text);
        }
    }
}
