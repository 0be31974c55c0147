//! Codes of the KRM function. They are defined here, so that `explain` and severity levels know every code.

use pulsarc_diag::{Code, Severity};

/// A list or a function's configuration that this cannot read.
pub static NO_FUNCTION: Code = Code {
    id: "PUL0040",
    severity: Severity::Error,
    title: "invalid function configuration",
    page: include_str!("pages/PUL0040.md"),
};

/// A resource instead of one of the function's, which somebody else made.
pub static TAKEN: Code = Code {
    id: "PUL0041",
    severity: Severity::Error,
    title: "resource name already in use",
    page: include_str!("pages/PUL0041.md"),
};

/// Every code of a function's run besides those of its configuration.
pub static CODES: [&Code; 2] = [&NO_FUNCTION, &TAKEN];
