//! The codes of what reading, evaluating and the contracts find.

use pulsarc_diag::{Code, Severity};
use pulsarc_model::{MISSING, UNKNOWN_KEY, WRONG_TYPE};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $title:literal;)*) => {
        $($(#[$doc])* pub static $name: Code =
            Code { id: $id, severity: Severity::Error, title: $title, page: include_str!(concat!("pages/", $id, ".md")) };)*

        /// Every code of this crate, and those of the decoder.
        pub static CODES: &[&Code] = &[&UNKNOWN_KEY, &WRONG_TYPE, &MISSING, $(&$name),*];
    };
}

codes! {
    /// A file that cannot be parsed.
    SYNTAX = "PUL0001", "syntax error";
    /// A word that is not in an enumeration.
    NOT_ALLOWED = "PUL0004", "not one of the allowed values";
    /// A number out of its range.
    OUT_OF_RANGE = "PUL0005", "number out of range";
    /// A text that is no quantity.
    QUANTITY = "PUL0006", "bad quantity";
    /// A text that is no duration.
    DURATION = "PUL0007", "bad duration";
    /// A text that is no name.
    NAME = "PUL0008", "bad name";
    /// A number that is no port.
    PORT = "PUL0009", "bad port";
    /// A text that is no image reference.
    IMAGE = "PUL0010", "bad image reference";
    /// A text that is no label or annotation.
    LABEL = "PUL0011", "bad label or annotation";
    /// A key that stands twice.
    DUPLICATE_KEY = "PUL0012", "duplicate key";
    /// A text that is no address.
    ADDRESS = "PUL0013", "bad IP address or CIDR";
    /// A value that YAML reads as something else than was meant.
    YAML_TRAP = "PUL0015", "YAML reads this as something else";
    /// An import that leads nowhere.
    IMPORT = "PUL0016", "import not found";
    /// A configuration that cannot be evaluated.
    EVALUATION = "PUL0017", "the configuration cannot be evaluated";
    /// More than an honest configuration holds.
    TOO_LARGE = "PUL0018", "the configuration is too large";
    /// A `--set` that is no assignment.
    SET = "PUL0019", "bad --set";
    /// More time or memory than an evaluation may take.
    PAST_LIMIT = "PUL0021", "past a limit of time or memory";
    /// An import from outside of the project.
    OUTSIDE = "PUL0022", "import from outside of the project";
    /// A value that a contract in the configuration rejects.
    REJECTED = "PUL0023", "value rejected by a contract";
    /// What is told in the place of a secret, taken for one.
    HIDDEN_VALUE = "PUL0050", "hidden secret";
    /// What stands for a layer of a fleet and is none.
    NO_LAYER = "PUL0030", "no layer of a fleet";
    /// A name that two clusters of a fleet have, or that no folder can have.
    CLUSTER_NAME = "PUL0031", "bad name of a cluster";
    /// An environment, region or cell that a fleet does not have.
    NO_SUCH_PART = "PUL0032", "no such part of the fleet";
    /// A fleet without any cluster.
    NO_CLUSTER = "PUL0033", "a fleet without clusters";
    /// A failure of pulsarc itself.
    INTERNAL = "PUL0099", "pulsarc itself failed";
}

/// The code by its id; wrong type for one that no page stands for.
pub(crate) fn by_id(id: &str) -> &'static Code {
    CODES.iter().find(|code| code.id == id).copied().unwrap_or(&WRONG_TYPE)
}
