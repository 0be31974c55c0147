//! The codes of the report.

use pulsarc_diag::{Code, Severity};

macro_rules! notes {
    ($($name:ident = $id:literal, $title:literal;)*) => {
        $(pub(crate) static $name: Code = Code {
            id: $id,
            severity: Severity::Note,
            title: $title,
            page: include_str!(concat!("pages/", $id, ".md")),
        };)*

        /// Every code of the report.
        pub static CODES: &[&Code] = &[$(&$name),*];
    };
}

notes! {
    ROOT = "PUL0761", "pods that may run as root";
    ESCALATION = "PUL0762", "containers that may escalate privileges";
    SYSTEM_CALLS = "PUL0763", "pods without a seccomp profile";
    WRITES = "PUL0764", "roles with write access";
    TOKENS = "PUL0765", "unneeded service account tokens";
    OPEN = "PUL0766", "pods open to all connections";
    PLAIN = "PUL0767", "unencrypted connections";
    ANYBODY = "PUL0768", "unauthenticated clients";
    VARIABLES = "PUL0769", "secrets in environment variables";
}
