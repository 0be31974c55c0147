//! Two values side by side, and operators that are not for them: Nickel applies the first to the second, which fails
//! because a text, a number, a list or a record is no function.

use super::words::{Closed, Kind, Words};
use super::{Context, Slip};
use crate::codes::{OPERATOR, SEPARATOR};

/// A missing comma in a list, a missing `&` between records, `+` between texts, `&&` between records.
pub(super) fn slips(words: &Words<'_>, context: &Context<'_>) -> Vec<Slip> {
    let mut found = Vec::new();
    let mut brackets: Vec<usize> = Vec::new();
    for at in 0..words.all.len() {
        let bracket = brackets.last().copied();
        if at > 0 {
            found.extend(plus(words, at));
            found.extend(both(words, at));
            found.extend(side_by_side(words, at, bracket, context));
        }
        match words.kind(at) {
            Some(Kind::Open) => brackets.push(at),
            Some(Kind::Close) => drop(brackets.pop()),
            _ => {}
        }
    }
    found
}

fn side_by_side(words: &Words<'_>, at: usize, bracket: Option<usize>, context: &Context<'_>) -> Option<Slip> {
    let before = at - 1;
    if words.is_joined(at) && words.kind(at) == Some(Kind::Number) {
        return None;
    }
    let in_list = bracket.is_some_and(|open| words.is(open, "["));
    if in_list && ends_literal(words, before) && begins_literal(words, at) && !is_argument(words, before) {
        let end = words.range(before).end;
        let shown = words.slice(at);
        let message =
            format!("a comma is missing between two items, `{}` and `{shown}`", words.slice(before));
        return Some(
            Slip::new(
                &SEPARATOR,
                words.range(before).start.max(end - 1)..end,
                message,
                "write a comma after each item",
            )
            .insert(end, ","),
        );
    }
    let is_operand = words.is_any(at, &["{", "("]) || is_path(words, at);
    if !is_operand || in_list {
        return None;
    }
    let preset = preset_before(words, before, context);
    if preset.is_none() && !words.is(at, "{") {
        return None;
    }
    let is_record = words.is(before, "}") && !is_match(words, before);
    let is_import =
        matches!(words.kind(before), Some(Kind::Text(_))) && before > 0 && words.is(before - 1, "import");
    let is_data = words.is(before, ")") && imports_data(words, before);
    if !is_record && !is_import && !is_data && preset.is_none() {
        return None;
    }
    // A record may be the value of an annotation or the body of something: only values that end here are meant.
    let end = words.range(before).end;
    let what = preset.map_or_else(|| "two records".to_owned(), |name| format!("`{name}` and a record"));
    let message = format!("an operator is missing between {what}: `&` merges them");
    let start =
        if words.is(before, "}") || words.is(before, ")") { end - 1 } else { words.range(before).start };
    Some(Slip::new(&OPERATOR, start..end, message, "write & before the record").insert(end, " &"))
}

/// Whether a path of names begins at a word, and no key of an entry.
fn is_path(words: &Words<'_>, at: usize) -> bool {
    words.kind(at) == Some(Kind::Name)
        && words.path_end(at).is_some_and(|end| end > at + 1 && !words.is_any(end, &["=", ":", "|"]))
}

/// The data of pulsarc's library whose path ends at a word.
fn preset_before(words: &Words<'_>, before: usize, context: &Context<'_>) -> Option<String> {
    if words.kind(before) != Some(Kind::Name) || before < 2 || !words.is(before - 1, ".") {
        return None;
    }
    let start = words.path_start(before + 1)?;
    if start > 0 && words.is_any(start - 1, &["let", ",", "{"]) && words.is(before + 1, "=") {
        return None;
    }
    super::library::data_at(words, start, before, context)
}

/// Whether a bracket closes the arms of a `match` or a pattern.
fn is_match(words: &Words<'_>, close: usize) -> bool {
    let open = words.partner(close);
    open >= words.all.len() || (open > 0 && words.is_any(open - 1, &["match", "let", "fun"]))
}

/// Whether brackets hold nothing but an import of data.
fn imports_data(words: &Words<'_>, close: usize) -> bool {
    let is_data =
        |path: &str| [".yaml\"", ".yml\"", ".json\"", ".toml\""].iter().any(|end| path.ends_with(end));
    close >= 3 && words.is(close - 2, "import") && words.is(close - 3, "(") && is_data(words.slice(close - 1))
}

fn ends_literal(words: &Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Some(Kind::Text(Closed::Yes) | Kind::Number | Kind::Block) => true,
        Some(Kind::Close) => words.is(at, "]") || (words.is(at, "}") && !is_match(words, at)),
        Some(Kind::Name) => words.is_any(at, &["true", "false", "null"]),
        _ => false,
    }
}

fn begins_literal(words: &Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Some(Kind::Text(Closed::Yes) | Kind::Number | Kind::Block | Kind::Tag) => true,
        Some(Kind::Open) => words.is_any(at, &["{", "["]),
        Some(Kind::Name) => words.is_any(at, &["true", "false", "null"]),
        _ => false,
    }
}

/// Whether a literal that ends at a word is an argument, and not the whole item before the next one.
fn is_argument(words: &Words<'_>, end: usize) -> bool {
    let start = if words.kind(end) == Some(Kind::Close) { words.partner(end) } else { end };
    start > 0 && !words.is_any(start - 1, &["[", ","]) && !ends_literal(words, start - 1)
}

/// `+` beside a text, which adds numbers only.
fn plus(words: &Words<'_>, at: usize) -> Option<Slip> {
    let is_text = |at: usize| matches!(words.kind(at), Some(Kind::Text(Closed::Yes) | Kind::Block));
    if !words.is(at, "+") {
        return None;
    }
    // Before the sign, a text may be the argument of a function that returns a number.
    let is_operand = is_text(at - 1)
        && at > 1
        && (words.is_any(at - 2, &["=", "(", "[", ",", "+", "++", "then", "else", "in", "=>"]));
    if !is_text(at + 1) && !is_operand {
        return None;
    }
    let message = "`+` adds numbers; texts are joined with `++`";
    let slip = |help: &str| Slip::new(&OPERATOR, words.range(at), message, help);
    let is_number = |at: usize| words.kind(at) == Some(Kind::Number);
    Some(if is_number(at - 1) || is_number(at + 1) {
        slip("write the number without quotes, or ++ between two texts")
    } else {
        slip("write ++ in place of +").replace(words.range(at), "++")
    })
}

/// `&&` between records, which compares switches.
fn both(words: &Words<'_>, at: usize) -> Option<Slip> {
    let is_record = words.is(at - 1, "}") && !is_match(words, at - 1);
    (words.is(at, "&&") && (is_record || words.is(at + 1, "{"))).then(|| {
        let message = "`&&` is for true and false; records are merged with `&`";
        Slip::new(&OPERATOR, words.range(at), message, "write & in place of &&").replace(words.range(at), "&")
    })
}
