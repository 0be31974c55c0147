//! Codes of the KRM function. They are defined here, so that `explain` and severity levels know every code.

use pulsarc_diag::{Code, Severity};

/// A list or a function's configuration that this cannot read.
pub static NO_FUNCTION: Code = Code {
    id: "PUL0040",
    severity: Severity::Error,
    title: "bad configuration of the function",
    page: include_str!("pages/PUL0040.md"),
};

/// A resource in the place of one of the function's, which somebody else made.
pub static TAKEN: Code = Code {
    id: "PUL0041",
    severity: Severity::Error,
    title: "a resource is there already",
    page: include_str!("pages/PUL0041.md"),
};

/// Every code that a function's run can tell beside those of its configuration.
pub static CODES: [&Code; 2] = [&NO_FUNCTION, &TAKEN];
