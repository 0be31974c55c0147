//! Values without the quotes that they need, and `true`, `false` and `null` as YAML spells them.

use super::characters::escaped;
use super::names::{self, is_unknown};
use super::words::{Closed, Kind, Words};
use super::{Certainty, Context, Edit, Search, Slip};
use crate::codes::{INTERPOLATION, MISSPELT, UNKNOWN_NAME, UNQUOTED};
use pulsarc_diag::suggest;
use std::collections::BTreeSet;
use std::ops::Range;

/// Unquoted values, at the words that show it.
pub(super) fn slips(words: &Words<'_>, context: &Context<'_>) -> Vec<Slip> {
    let bound = names::bound(words);
    let mut found: Vec<Slip> = Vec::new();
    let mut brackets: Vec<usize> = Vec::new();
    let mut done = 0;
    for at in 0..words.all.len() {
        match words.kind(at) {
            Some(Kind::Open) => brackets.push(at),
            Some(Kind::Close) => drop(brackets.pop()),
            Some(Kind::Text(Closed::Yes) | Kind::Block) => {
                found.extend(interpolations(words, at, &bound));
            }
            _ => {}
        }
        if words.is(at, "import") {
            let path = import_path(words, at);
            done = path.as_ref().map_or(done, |slip| slip.range.end);
            found.extend(path);
        }
        if let Some(slip) = template(words, at) {
            done = slip.range.end;
            found.push(slip);
        }
        if words.range(at).start < done || !shows(words, at, &bound, brackets.last().copied(), context.search)
        {
            continue;
        }
        let slip = unquoted(words, at, brackets.last().copied());
        done = slip.range.end.max(words.range(at).end);
        found.push(slip);
    }
    found
}

/// Whether a word shows that the value it is in lacks its quotes.
fn shows(
    words: &Words<'_>,
    at: usize,
    bound: &BTreeSet<&str>,
    bracket: Option<usize>,
    search: Search,
) -> bool {
    match words.kind(at) {
        Some(Kind::Name) => {
            is_unknown(words, at, bound, bracket)
                && (search == Search::Any || begins_value(words, at, bracket))
        }
        // A number is applied to nothing: `100Gi`, `4.0.8`, `10.0.0.0/8`.
        Some(Kind::Number) => {
            let next = words.kind(at + 1);
            words.is_joined(at + 1) && matches!(next, Some(Kind::Name | Kind::Number))
                || words.is_joined(at + 1) && words.is(at + 1, "%")
                || words.is_joined(at + 1) && words.is_joined(at + 2) && words.is(at + 1, ":")
        }
        _ => words.is(at, "~") && is_value_start(words, at),
    }
}

/// Whether a word is in a value as far as a broken text shows it: after a sign, on the same line.
fn begins_value(words: &Words<'_>, at: usize, bracket: Option<usize>) -> bool {
    let in_list = bracket.is_some_and(|open| words.is(open, "["));
    let line = (0..at).rev().take_while(|before| !words.is_first(before + 1));
    in_list
        || line
            .into_iter()
            .any(|before| words.is_any(before, &["=", "&", "++", "then", "else", "import", "+"]))
}

fn is_value_start(words: &Words<'_>, at: usize) -> bool {
    at > 0 && words.is_any(at - 1, &["=", "[", ","])
}

/// Signs before which a value begins on its line, and at which it ends.
const BOUNDS: [&str; 17] =
    ["=", "==", "[", "{", "(", "&", "|", "=>", "then", "else", "in", "import", "++", "&&", "||", "|>", "if"];

/// The value that a word is in: the words around it on its line.
fn region(words: &Words<'_>, at: usize, bracket: Option<usize>) -> (usize, usize) {
    let mut start = at;
    while start > 0 && !words.is_first(start) && !is_bound_before(words, start - 1) {
        start -= 1;
    }
    let mut end = at + 1;
    while end < words.all.len() && !words.is_first(end) && !ends_before(words, end, bracket) {
        end += 1;
    }
    (start, end)
}

fn is_bound_before(words: &Words<'_>, at: usize) -> bool {
    let is_spaced = |sign: &str| words.is(at, sign) && !words.is_joined(at + 1);
    // `-XX:Max=2g` and `a=b` have an `=` with something joined to both of its sides.
    let is_inner =
        words.is(at, "=") && words.is_joined(at) && words.is_joined(at + 1) && holds_a_value(words, at);
    is_spaced(",") || is_spaced(":") || is_spaced(";") || (words.is_any(at, &BOUNDS) && !is_inner)
}

/// Whether another `=` is before this one on its line.
fn holds_a_value(words: &Words<'_>, at: usize) -> bool {
    (0..at).rev().take_while(|before| !words.is_first(before + 1)).any(|before| words.is(before, "="))
}

fn ends_before(words: &Words<'_>, at: usize, bracket: Option<usize>) -> bool {
    let in_list = bracket.is_some_and(|open| words.is(open, "["));
    if words.is(at, ",") {
        return in_list || !words.is_joined(at + 1) || words.is_first(at + 1) || begins_entry(words, at + 1);
    }
    if words.is_any(at, &["=", "|"]) {
        return !words.is_joined(at);
    }
    words.kind(at) == Some(Kind::Close)
        || words.is(at, ";")
        || (words.is_any(at, &["&", "++", "in", "then", "else", "&&", "||", "|>"]) && !words.is_joined(at))
        || (!words.is_joined(at) && begins_entry(words, at))
}

fn begins_entry(words: &Words<'_>, at: usize) -> bool {
    words.path_end(at).is_some_and(|end| words.is(end, "="))
}

fn unquoted(words: &Words<'_>, at: usize, bracket: Option<usize>) -> Slip {
    let (start, end) = region(words, at, bracket);
    let range = words.range(start).start..words.range(end - 1).end;
    let written = &words.text[range.clone()];
    let has_texts = (start..end).any(|at| {
        matches!(words.kind(at), Some(Kind::Text(_) | Kind::Block | Kind::Open | Kind::SingleQuoted))
    });
    if let Some(meant) = literal(written) {
        let message = format!("`{written}` is spelled `{meant}` in .ncl");
        return Slip::new(&MISSPELT, range.clone(), message, format!("write {meant}")).replace(range, meant);
    }
    if written.starts_with(['*', '&']) && at == start + 1 {
        return anchor(written, range);
    }
    if has_texts || is_computed(words, start, end) {
        let name = words.slice(at);
        let message = format!("nothing defines the name `{name}`");
        let help = format!(
            "define it before its use: let {name} = ... in, or put text in double quotes: \"{name}\""
        );
        return Slip::new(&UNKNOWN_NAME, words.range(at), message, help);
    }
    let is_name = words.kind(start) == Some(Kind::Name) && end == start + 1;
    let is_path = words.path_end(at).is_some_and(|path| path > at + 1 || is_name);
    if let Some(near) = is_path.then(|| similar(words, words.slice(at))).flatten() {
        let message = format!("nothing defines the name `{}`", words.slice(at));
        let range = words.range(at);
        return Slip::new(&UNKNOWN_NAME, range.clone(), message, format!("did you mean `{near}`?"))
            .replace(range, near);
    }
    let text = format!("\"{}\"", escaped(written));
    let message = if is_name {
        format!("nothing defines the name `{written}`; text needs double quotes")
    } else {
        format!("`{written}` is text and needs double quotes")
    };
    let before = start.checked_sub(1);
    let is_whole = before.is_some_and(|before| words.is_any(before, &["=", "[", ",", "import"]))
        || words.is_first(start);
    let certainty = if is_whole { Certainty::Certain } else { Certainty::Likely };
    let edit = Edit { range: range.clone(), text: text.clone() };
    Slip::new(&UNQUOTED, range, message, format!("write {text}")).repair(certainty, vec![edit])
}

/// A name that a `let` defines, if a word is nearly that.
fn similar<'t>(words: &Words<'t>, name: &str) -> Option<&'t str> {
    let defined =
        (1..words.all.len()).filter(|at| words.is(at - 1, "let") && words.kind(*at) == Some(Kind::Name));
    suggest::nearest(name, defined.map(|at| words.slice(at)))
}

/// Whether words are an expression rather than text: they have an operator with spaces around it.
fn is_computed(words: &Words<'_>, start: usize, end: usize) -> bool {
    let is_apart = |at: usize| !words.is_joined(at) && !words.is_joined(at + 1);
    (start..end).any(|at| {
        words.is_any(at, &["*", "+", "/", "%", "@", "==", "!=", "<", ">", "<=", ">="]) && is_apart(at)
    })
}

fn anchor(written: &str, range: Range<usize>) -> Slip {
    let name = written.trim_start_matches(['*', '&']);
    let message = format!("`{written}` is an anchor of YAML, which Nickel does not have");
    let help =
        format!("define the value once, with `let {name} = ... in` before the record, and write {name} here");
    Slip::new(&UNKNOWN_NAME, range.clone(), message, help)
        .repair(Certainty::Filler, vec![Edit { range, text: "null".to_owned() }])
}

/// `true`, `false` or `null`, if a word is a spelling of it in YAML or another language.
fn literal(written: &str) -> Option<&'static str> {
    Some(match written {
        "True" | "TRUE" | "yes" | "Yes" | "YES" | "on" | "On" | "ON" => "true",
        "False" | "FALSE" | "no" | "No" | "NO" | "off" | "Off" | "OFF" => "false",
        "Null" | "NULL" | "nil" | "None" | "~" | "undefined" => "null",
        _ => return None,
    })
}

/// A template of Helm as a value.
fn template(words: &Words<'_>, at: usize) -> Option<Slip> {
    let is_template =
        words.is(at, "{") && words.is(at + 1, "{") && words.is_joined(at + 1) && is_value_start(words, at);
    let start = words.range(at).start;
    let line = &words.text[start..words.line_end(start)];
    let end = start + line.find("}}").filter(|_| is_template)? + 2;
    let written = &words.text[start..end];
    let message = format!("`{written}` is a template of Helm, which .ncl does not have");
    let help = "write the value itself, or define it before the record: let name = ... in";
    let edit = Edit { range: start..end, text: "null".to_owned() };
    Some(Slip::new(&INTERPOLATION, start..end, message, help).repair(Certainty::Filler, vec![edit]))
}

/// The path of an import without its quotes.
fn import_path(words: &Words<'_>, import: usize) -> Option<Slip> {
    if matches!(
        words.kind(import + 1),
        None | Some(Kind::Text(_) | Kind::Block | Kind::Open | Kind::SingleQuoted)
    ) {
        return None;
    }
    let start = words.range(import + 1).start;
    let rest = &words.text[start..words.line_end(start)];
    let length = rest.find([' ', ')', ',', ';', '}', '&']).unwrap_or(rest.trim_end().len());
    let written = &rest[..length];
    let text = format!("\"{written}\"");
    let message = format!("the path `{written}` needs double quotes");
    let range = start..start + length;
    Some(Slip::new(&UNQUOTED, range.clone(), message, format!("write import {text}")).replace(range, text))
}

/// `${name}` in a text, if the file defines the name with a `let` or as a function's argument.
fn interpolations(words: &Words<'_>, at: usize, bound: &BTreeSet<&str>) -> Vec<Slip> {
    let range = words.range(at);
    let text = &words.text[range.clone()];
    let slips = text.match_indices("${").filter_map(|(start, _)| {
        let name = text[start + 2..].split('}').next()?;
        let is_name = bound.contains(name) && defines(words, name);
        let sign = range.start + start..range.start + start + name.len() + 3;
        let message = format!("`${{{name}}}` stays as it is: Nickel inserts a value with `%{{{name}}}`");
        let slip = Slip::new(
            &INTERPOLATION,
            sign,
            message,
            format!("write %{{{name}}} to insert the value of `{name}`"),
        );
        let dollar = range.start + start..range.start + start + 1;
        is_name.then(|| slip.repair(Certainty::Likely, vec![Edit { range: dollar, text: "%".to_owned() }]))
    });
    slips.collect()
}

/// Whether a name is defined by a `let`, and so surely meant as a value.
fn defines(words: &Words<'_>, name: &str) -> bool {
    (1..words.all.len()).any(|at| words.slice(at) == name && words.is(at - 1, "let"))
}
