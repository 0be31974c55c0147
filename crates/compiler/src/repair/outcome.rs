//! Results with their findings as they count.

use crate::Built;
use pulsarc_diag::Diagnostic;
use pulsarc_eval::Layer;

/// A result with its findings as they count.
#[derive(Debug, Default)]
pub struct Counted {
    /// The result.
    pub built: Built,
    /// The findings, in the order of the sources.
    pub diagnostics: Vec<Diagnostic>,
}

/// A result with its findings as they count, borrowed.
#[derive(Debug, Clone, Copy)]
pub struct Outcome<'a> {
    /// The result.
    pub built: &'a Built,
    /// The findings, in the order of the sources.
    pub diagnostics: &'a [Diagnostic],
}

impl Counted {
    /// The same, borrowed.
    pub fn outcome(&self) -> Outcome<'_> {
        Outcome { built: &self.built, diagnostics: &self.diagnostics }
    }
}

/// Compiles layers.
pub type Compile<'a> = &'a dyn Fn(&[Layer]) -> Counted;
