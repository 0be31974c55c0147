//! The codes of what the decoder finds.

use pulsarc_diag::{Code, Severity};

/// A key that the schema does not have.
pub static UNKNOWN_KEY: Code = Code {
    id: "PUL0002",
    severity: Severity::Error,
    title: "unknown key",
    page: include_str!("pages/PUL0002.md"),
};

/// A value of another type than its key takes.
pub static WRONG_TYPE: Code = Code {
    id: "PUL0003",
    severity: Severity::Error,
    title: "wrong type",
    page: include_str!("pages/PUL0003.md"),
};

/// A value that has to be there.
pub static MISSING: Code = Code {
    id: "PUL0014",
    severity: Severity::Error,
    title: "missing value",
    page: include_str!("pages/PUL0014.md"),
};
