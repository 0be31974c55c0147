//! The names that a text defines anywhere: a word that is none of them means nothing to Nickel.

use super::words::{Kind, Words, is_reserved};
use std::collections::BTreeSet;

/// Every name that is bound by a `let`, a function, a pattern, or as a key of a record. Where it is bound does not count,
/// so that a word outside of these is surely unknown.
pub(super) fn bound<'t>(words: &Words<'t>) -> BTreeSet<&'t str> {
    let mut names = BTreeSet::from(["std"]);
    let mut binds_until: Option<&str> = None;
    let mut brackets: Vec<usize> = Vec::new();
    for at in 0..words.all.len() {
        match words.kind(at) {
            Some(Kind::Open) => brackets.push(at),
            Some(Kind::Close) => drop(brackets.pop()),
            _ => {}
        }
        if binds_until.is_some_and(|end| words.is(at, end)) {
            binds_until = None;
        }
        if words.is(at, "let") {
            binds_until = Some("=");
        } else if words.is(at, "fun") {
            binds_until = Some("=>");
        } else if words.is(at, "forall") {
            binds_until = Some(".");
        }
        let is_arm = words.is(at, "=>");
        if is_arm {
            names.extend(before_arrow(words, at));
        }
        if words.kind(at) == Some(Kind::Name)
            && !is_reserved(words.slice(at))
            && (binds_until.is_some()
                || is_key(words, at, brackets.last().copied())
                || continues_let(words, at))
        {
            names.insert(words.slice(at));
        }
    }
    names
}

/// The names of the pattern before an arrow.
fn before_arrow<'t>(words: &Words<'t>, arrow: usize) -> Vec<&'t str> {
    let (mut depth, mut names) = (0_usize, Vec::new());
    for at in (0..arrow).rev() {
        match words.kind(at) {
            Some(Kind::Close) => depth += 1,
            Some(Kind::Open) if depth == 0 => break,
            Some(Kind::Open) => depth -= 1,
            Some(Kind::Sign) if depth == 0 && words.is(at, ",") => break,
            Some(Kind::Name) => names.push(words.slice(at)),
            _ => {}
        }
    }
    names
}

/// Whether a name is a binding after the first of one `let`: `let a = 1, b = 2 in`. Every name before an `=` counts.
fn continues_let(words: &Words<'_>, at: usize) -> bool {
    words.is_any(at + 1, &["="]) && !words.is(at.wrapping_sub(1), ".")
}

/// Whether a name is the first of a path of keys, or a key without a value.
pub(super) fn is_key(words: &Words<'_>, at: usize, bracket: Option<usize>) -> bool {
    if at > 0 && words.is(at - 1, ".") && words.is_joined(at) {
        return false;
    }
    if !bracket.is_some_and(|open| words.is(open, "{")) {
        return false;
    }
    let begins = at == 0 || words.is_any(at - 1, &["{", ",", ";", "include"]) || words.is_first(at);
    let Some(end) = words.path_end(at) else { return false };
    let is_alone = end == at + 1 && words.is_any(end, &[",", "}"]);
    begins && (words.is_any(end, &["=", "|", "?"]) || is_colon(words, end) || is_alone)
}

/// Whether a colon follows a key: one within an address has something joined to it.
pub(super) fn is_colon(words: &Words<'_>, at: usize) -> bool {
    words.is(at, ":") && !(words.is_joined(at + 1) && !words.is_first(at + 1) && !is_text(words, at + 1))
}

fn is_text(words: &Words<'_>, at: usize) -> bool {
    matches!(words.kind(at), Some(Kind::Text(_) | Kind::Open | Kind::SingleQuoted))
}

/// Whether a name at a word is used as a value that nothing defines.
pub(super) fn is_unknown(
    words: &Words<'_>,
    at: usize,
    bound: &BTreeSet<&str>,
    bracket: Option<usize>,
) -> bool {
    let name = words.slice(at);
    words.kind(at) == Some(Kind::Name)
        && !is_reserved(name)
        && !name.starts_with('%')
        && !IN_CONTEXT.contains(&name)
        && !bound.contains(name)
        && !(at > 0 && words.is(at - 1, ".") && words.is_joined(at - 1) || follows_a_dot(words, at))
        && !is_key(words, at, bracket)
}

fn follows_a_dot(words: &Words<'_>, at: usize) -> bool {
    at > 1 && words.is(at - 1, ".")
}

/// Words that mean something in some places: annotations and types.
const IN_CONTEXT: [&str; 16] = [
    "default",
    "doc",
    "optional",
    "priority",
    "force",
    "not_exported",
    "rec",
    "as",
    "or",
    "include",
    "Dyn",
    "Number",
    "Bool",
    "String",
    "Array",
    "std",
];
