//! The words for values of a wrong shape, whichever way they were found.

use crate::codes::{TOO_LARGE, YAML_TRAP};
use crate::limits;
use pulsarc_diag::advice::{write, write_it};
use pulsarc_diag::{Advice, Diagnostic, KeyPath, Literal, suggest};
use pulsarc_model::{MISSING, UNKNOWN_KEY, Value, WRONG_TYPE};

/// The values that a key accepts, in a user's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expected {
    Switch,
    Number,
    Text,
    List,
    Record,
    Function,
}

impl Expected {
    fn words(self) -> &'static str {
        match self {
            Self::Switch => "true or false",
            Self::Number => "a number",
            Self::Text => "text",
            Self::List => "a list",
            Self::Record => "a map",
            Self::Function => "a function",
        }
    }

    /// The help, unless the value suggests a better one.
    fn help(self) -> &'static str {
        match self {
            Self::Switch => "write true or false",
            Self::Number => "write a number",
            Self::Text => "write text",
            Self::List => "write a list: [a, b], or one item per line, each after a dash",
            Self::Record => "write keys and their values below this key",
            Self::Function => "write a function: fun config objects => { ... }",
        }
    }
}

/// A key that the schema does not have among `known`.
pub(crate) fn unknown_key(name: &str, mut known: Vec<String>) -> Diagnostic {
    let finding = Diagnostic::new(&UNKNOWN_KEY, format!("unknown key `{name}`"));
    if let Some(near) = suggest::nearest(name, known.iter().map(String::as_str)) {
        let near = near.to_owned();
        return finding.suggest(near);
    }
    known.sort();
    finding.help(format!("remove it; valid keys here are {}", known.join(", ")))
}

/// A key that has to have a value.
pub(crate) fn missing(name: &str) -> Diagnostic {
    Diagnostic::new(&MISSING, format!("`{name}` is missing")).help(format!("add `{name}`"))
}

/// More levels than the limit allows.
pub(crate) fn too_deep() -> Diagnostic {
    Diagnostic::new(
        &TOO_LARGE,
        format!("maps and lists are nested more than {} levels deep", limits::held().depth),
    )
    .help("flatten it, or raise the limit with --max-depth")
}

/// A value of another type than its key accepts; `got` is `None` for values that are not data, `written` its text in
/// the source.
pub(crate) fn wrong_type(expected: Expected, got: Option<&Value>, written: Option<&str>) -> Diagnostic {
    let words = got.map_or_else(|| "a function".to_owned(), in_words);
    let finding = Diagnostic::new(&WRONG_TYPE, format!("expected {}, got {words}", expected.words()));
    match (expected, got) {
        (Expected::Text, Some(Value::Number(_) | Value::Bool(_))) => {
            let written = written.unwrap_or_default();
            let finding = Diagnostic { code: &YAML_TRAP, ..finding };
            finding.help(format!("put it in quotes: \"{written}\"")).advise(in_quotes(written))
        }
        (Expected::Number | Expected::Switch, Some(Value::Text(text))) if is_bare(text) => {
            let bare = match text.trim() {
                "true" => Some(Literal::Bool(true)),
                "false" => Some(Literal::Bool(false)),
                digits => digits.parse().ok().map(Literal::Integer),
            };
            let fits = |bare: &Literal| matches!(bare, Literal::Bool(_)) == (expected == Expected::Switch);
            let advice = bare.filter(fits).map(|bare| write_it(bare).safe());
            finding.help(format!("write {} without quotes", text.trim())).advise(advice)
        }
        _ => finding.help(expected.help()),
    }
}

/// Advice to write the only choice that a text is the beginning or a misspelling of.
pub(crate) fn nearest_choice(text: &str, choices: &[&str], path: &KeyPath) -> Option<Advice> {
    let folded = text.to_lowercase();
    let mut begun =
        choices.iter().filter(|choice| !folded.is_empty() && choice.to_lowercase().starts_with(&folded));
    let begun = begun.next().filter(|_| begun.next().is_none()).copied();
    let near = begun.or_else(|| suggest::nearest(text, choices.iter().copied()));
    near.map(|choice| write(path, choice))
}

/// Advice to put a word of the source in quotes, if it has none and is a single word.
pub(crate) fn in_quotes(written: &str) -> Option<Advice> {
    let word = !written.is_empty() && written.chars().all(|c| c.is_alphanumeric() || "+-._:".contains(c));
    word.then(|| write_it(written).safe())
}

/// Whether a text says a number or a switch.
fn is_bare(text: &str) -> bool {
    let text = text.trim();
    text == "true" || text == "false" || text.parse::<f64>().is_ok()
}

/// A value in a message.
pub(crate) fn in_words(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(truth) => format!("`{truth}`"),
        Value::Number(number) => format!("the number {number}"),
        Value::Text(text) => format!("the text {text:?}"),
        Value::List(_) => "a list".to_owned(),
        Value::Record(_) => "a map".to_owned(),
    }
}
