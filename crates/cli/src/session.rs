//! The context of a run: its limits, its clock, and its evaluator.

use crate::isolate::{Clock, Evaluations, Limits};
use pulsarc_compiler::Evaluate;
use std::path::PathBuf;

/// One run of a command.
pub(crate) struct Session {
    /// The limits of the command line.
    pub(crate) limits: Limits,
    /// The time that counts against them.
    pub(crate) clock: Clock,
    evaluations: Evaluations,
}

impl Session {
    /// A run within these limits, whose configurations may import from these folders beyond their projects.
    pub(crate) fn new(limits: Limits, clock: Clock, allowed: &[PathBuf]) -> Self {
        let evaluations = Evaluations::new(&limits, allowed);
        Self { limits, clock, evaluations }
    }

    /// Who evaluates configurations.
    pub(crate) fn evaluations(&self) -> &dyn Evaluate {
        &self.evaluations
    }
}
