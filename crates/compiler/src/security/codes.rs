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
    ESCALATION = "PUL0762", "containers that may gain rights";
    SYSTEM_CALLS = "PUL0763", "pods without a filter of system calls";
    WRITES = "PUL0764", "rights that change the cluster";
    TOKENS = "PUL0765", "tokens that nothing needs";
    OPEN = "PUL0766", "pods that anybody may dial";
    PLAIN = "PUL0767", "connections in the clear";
    ANYBODY = "PUL0768", "clients that nobody checks";
    VARIABLES = "PUL0769", "secrets in variables";
}
