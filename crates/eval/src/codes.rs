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
    NOT_ALLOWED = "PUL0004", "value not allowed";
    /// A number out of its range.
    OUT_OF_RANGE = "PUL0005", "number out of range";
    /// A text that is not a quantity.
    QUANTITY = "PUL0006", "invalid quantity";
    /// A text that is not a duration.
    DURATION = "PUL0007", "invalid duration";
    /// A text that is not a name.
    NAME = "PUL0008", "invalid name";
    /// A number that is not a port.
    PORT = "PUL0009", "invalid port";
    /// A text that is not an image reference.
    IMAGE = "PUL0010", "invalid image reference";
    /// A text that is not a label or annotation.
    LABEL = "PUL0011", "invalid label or annotation";
    /// A duplicate key.
    DUPLICATE_KEY = "PUL0012", "duplicate key";
    /// A text that is not an address.
    ADDRESS = "PUL0013", "invalid IP address or CIDR";
    /// A value that YAML reads as something else than was meant.
    YAML_TRAP = "PUL0015", "value that YAML reads differently";
    /// An import that leads nowhere.
    IMPORT = "PUL0016", "import not found";
    /// A configuration that cannot be evaluated.
    EVALUATION = "PUL0017", "configuration cannot be evaluated";
    /// More than an honest configuration holds.
    TOO_LARGE = "PUL0018", "configuration too large";
    /// A `--set` that is not an assignment.
    SET = "PUL0019", "invalid --set";
    /// An exceeded limit of time or memory.
    PAST_LIMIT = "PUL0021", "time or memory limit exceeded";
    /// An import from outside of the project.
    OUTSIDE = "PUL0022", "import from outside the project";
    /// A value that a contract in the configuration rejects.
    REJECTED = "PUL0023", "value rejected by a contract";
    /// A wrong or missing sign between a key and its value.
    SIGN = "PUL0060", "wrong or missing sign after a key";
    /// A wrong, missing or superfluous separator.
    SEPARATOR = "PUL0061", "wrong or missing separator";
    /// A missing, superfluous or wrong bracket.
    BRACKET = "PUL0062", "unbalanced bracket";
    /// A text with one of its quotes.
    QUOTE = "PUL0063", "unbalanced quote";
    /// Text without double quotes.
    UNQUOTED = "PUL0064", "text without double quotes";
    /// `True`, `yes` or `~`.
    MISSPELT = "PUL0065", "misspelt true, false or null";
    /// Indentation or dashes in place of brackets.
    YAML_LAYOUT = "PUL0066", "YAML layout in Nickel";
    /// A comment that begins with `//` or `/*`.
    FOREIGN_COMMENT = "PUL0067", "comment in another syntax";
    /// A key with signs that needs quotes.
    KEY_QUOTES = "PUL0068", "key without double quotes";
    /// A name that nothing defines.
    UNKNOWN_NAME = "PUL0069", "unknown name";
    /// A function without its argument.
    NO_ARGUMENT = "PUL0070", "missing argument";
    /// An operator that is missing, or that is for other values.
    OPERATOR = "PUL0071", "wrong or missing operator";
    /// An expression that lacks a part.
    INCOMPLETE = "PUL0072", "incomplete expression";
    /// `${name}` in a text.
    INTERPOLATION = "PUL0073", "interpolation in another syntax";
    /// A placeholder for a redacted secret, used as a value.
    HIDDEN_VALUE = "PUL0050", "redacted secret";
    /// An invalid layer of a fleet.
    NO_LAYER = "PUL0030", "invalid fleet layer";
    /// A name that two clusters of a fleet have, or that no folder can have.
    CLUSTER_NAME = "PUL0031", "invalid cluster name";
    /// An environment, region or cell that a fleet does not have.
    NO_SUCH_PART = "PUL0032", "unknown part of a fleet";
    /// A fleet without any cluster.
    NO_CLUSTER = "PUL0033", "fleet without clusters";
    /// A failure of pulsarc itself.
    INTERNAL = "PUL0099", "internal error in pulsarc";
}

/// Whether a code says that a contract of a cluster rejects the value of one key, whose default takes its place.
pub fn is_of_value(code: &Code) -> bool {
    let codes = [
        &WRONG_TYPE,
        &NOT_ALLOWED,
        &OUT_OF_RANGE,
        &QUANTITY,
        &DURATION,
        &NAME,
        &PORT,
        &IMAGE,
        &LABEL,
        &ADDRESS,
    ];
    codes.contains(&code)
}

/// Whether a code, by its id, is about the language that a file is written in and not about a cluster: Nickel's own tools
/// report it as well.
pub fn is_of_language(id: &str) -> bool {
    let codes = [
        &SYNTAX,
        &IMPORT,
        &SIGN,
        &SEPARATOR,
        &BRACKET,
        &QUOTE,
        &UNQUOTED,
        &MISSPELT,
        &YAML_LAYOUT,
        &FOREIGN_COMMENT,
        &KEY_QUOTES,
        &UNKNOWN_NAME,
        &NO_ARGUMENT,
        &OPERATOR,
        &INCOMPLETE,
        &INTERPOLATION,
    ];
    codes.iter().any(|code| code.id == id)
}

/// The code by its id; wrong type for one that no page represents.
pub(crate) fn by_id(id: &str) -> &'static Code {
    CODES.iter().find(|code| code.id == id).copied().unwrap_or(&WRONG_TYPE)
}
