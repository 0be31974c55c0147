//! The summary at the end of a check.

use pulsarc_diag::{Diagnostic, Severity};

/// How many findings there are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    /// Errors.
    pub(crate) errors: usize,
    /// Warnings.
    pub(crate) warnings: usize,
    /// Notes.
    pub(crate) notes: usize,
}

impl Tally {
    /// Counts findings.
    pub(crate) fn of(found: &[Diagnostic]) -> Self {
        let count = |severity| found.iter().filter(|found| found.severity == severity).count();
        Self {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            notes: count(Severity::Note),
        }
    }

    /// Whether nothing was found.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// In words: `2 errors, 1 warning`, or `no findings`.
    pub(crate) fn in_words(self) -> String {
        let counts = [(self.errors, "error"), (self.warnings, "warning"), (self.notes, "note")];
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let words: Vec<String> = counts
            .map(|(count, word)| format!("{count} {word}{}", if count == 1 { "" } else { "s" }))
            .collect();
        if words.is_empty() { "no findings".to_owned() } else { words.join(", ") }
    }

    /// The last line of a check.
    pub(crate) fn summary(self) -> String {
        format!("check: {}", self.in_words())
    }
}
