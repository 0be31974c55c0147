//! Names of pulsarc's own library that it does not have, and functions of it without their arguments.

use super::words::{Kind, Words};
use super::{Certainty, Context, Edit, Slip};
use crate::codes::{NO_ARGUMENT, UNKNOWN_NAME};
use crate::nickel::embedded;
use pulsarc_diag::suggest;
use std::collections::BTreeMap;
use std::ops::Range;

/// What the library has at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Export {
    /// A record, whose keys are paths of their own.
    Record,
    /// A function.
    Function,
    /// A contract or a single value.
    Other,
}

/// The exports of the library by their paths, such as `tls.everywhere`.
#[derive(Debug, Clone, Default)]
pub(crate) struct Library {
    exports: BTreeMap<Vec<String>, Export>,
}

impl Library {
    pub(crate) fn new(exports: BTreeMap<Vec<String>, Export>) -> Self {
        Self { exports }
    }

    fn get(&self, path: &[String]) -> Option<Export> {
        if path.is_empty() { Some(Export::Record) } else { self.exports.get(path).copied() }
    }

    /// The names at a path.
    fn below(&self, path: &[String]) -> Vec<&str> {
        let is_below = |known: &&Vec<String>| known.len() == path.len() + 1 && known.starts_with(path);
        self.exports.keys().filter(is_below).filter_map(|known| known.last()).map(String::as_str).collect()
    }

    fn is_empty(&self) -> bool {
        self.exports.is_empty()
    }
}

/// Where paths into the library are wrong.
pub(super) fn slips(words: &Words<'_>, context: &Context<'_>) -> Vec<Slip> {
    let Some(name) = imported_as(words) else { return Vec::new() };
    let mut library = None;
    let mut found = Vec::new();
    for at in 0..words.all.len() {
        let is_start = words.slice(at) == name && words.kind(at) == Some(Kind::Name) && words.is(at + 1, ".");
        if !is_start || (at > 0 && words.is_any(at - 1, &[".", "let"])) {
            continue;
        }
        let Some(end) = words.path_end(at) else { continue };
        if words.is(end, "=") {
            continue;
        }
        let path: Vec<String> = (at + 2..end).step_by(2).map(|key| words.slice(key).to_owned()).collect();
        let is_contract = path.first().is_some_and(|name| name.starts_with(|c: char| c.is_ascii_uppercase()));
        let has_function = path.last().is_some_and(|key| embedded::library_has_function(key));
        let is_suspicious = path.iter().any(|key| !embedded::library_has_key(key))
            || (has_function && !is_contract && !has_argument(words, end));
        if is_suspicious {
            let library = library.get_or_insert_with(|| (context.library)());
            found.extend(wrong(words, at + 2, end, &path, library));
        }
    }
    found
}

/// What the library is called in a text.
fn imported_as<'t>(words: &Words<'t>) -> Option<&'t str> {
    let is_library = |at: usize| {
        words.is(at, "let")
            && words.is(at + 2, "=")
            && words.is(at + 3, "import")
            && (words.slice(at + 4) == "\"pulsar.ncl\"" || words.slice(at + 4).ends_with("/pulsar.ncl\""))
    };
    (0..words.all.len()).find(|at| is_library(*at)).map(|at| words.slice(at + 1))
}

/// Whether a word may be the argument of what is before it.
fn has_argument(words: &Words<'_>, at: usize) -> bool {
    match words.kind(at) {
        Some(Kind::Text(_) | Kind::Block | Kind::Number | Kind::Tag | Kind::Open) => true,
        Some(Kind::Name) => {
            !words.is_any(at, &["in", "then", "else"])
                && !words.path_end(at).is_some_and(|end| words.is(end, "="))
        }
        _ => false,
    }
}

/// What is wrong with a path whose keys are at every second word from `first` on.
fn wrong(words: &Words<'_>, first: usize, end: usize, path: &[String], library: &Library) -> Option<Slip> {
    if library.is_empty() {
        return None;
    }
    for length in 1..=path.len() {
        let (around, key) = (&path[..length - 1], &path[length - 1]);
        let at = first + 2 * (length - 1);
        match library.get(&path[..length]) {
            Some(Export::Record) => {}
            Some(Export::Function) if length == path.len() && !has_argument(words, end) => {
                return Some(no_argument(words, at, path));
            }
            Some(_) => return None,
            None if library.below(around).is_empty() => return None,
            None => return Some(unknown(words, at..end, around, key, library)),
        }
    }
    None
}

/// A name that the library does not have, at the first word of a range that ends with its path.
fn unknown(
    words: &Words<'_>,
    Range { start: at, end }: Range<usize>,
    around: &[String],
    key: &str,
    library: &Library,
) -> Slip {
    let known = library.below(around);
    let group = if around.is_empty() {
        "pulsarc's library".to_owned()
    } else {
        format!("`pulsar.{}`", around.join("."))
    };
    let message = format!("{group} has no `{key}`");
    let range = words.range(at);
    let slip = |help: String| Slip::new(&UNKNOWN_NAME, range.clone(), message.clone(), help);
    if let Some(near) = suggest::nearest(key, known.iter().copied()) {
        slip(format!("did you mean `{near}`?")).replace(range.clone(), near)
    } else {
        // Nothing in its place lets the rest be checked.
        let whole = words.range(at - 2 * around.len() - 2).start..words.range(end - 1).end;
        slip(format!("choose one of {}", known.join(", ")))
            .repair(Certainty::Filler, vec![Edit { range: whole, text: "{}".to_owned() }])
    }
}

fn no_argument(words: &Words<'_>, at: usize, path: &[String]) -> Slip {
    let name = format!("pulsar.{}", path.join("."));
    let argument = if path.first().is_some_and(|group| group == "jvm") {
        "\"2Gi\""
    } else if path.last().is_some_and(|name| name == "layers") {
        "[base, { ... }]"
    } else {
        "\"registry.example.com\""
    };
    let range = words.range(at);
    let end = range.end;
    Slip::new(
        &NO_ARGUMENT,
        range,
        format!("`{name}` is a function, and its argument is missing"),
        format!("give it its argument: {name} {argument}"),
    )
    .repair(
        Certainty::Filler,
        vec![Edit { range: end..end, text: format!(" {argument}").replace("[base, { ... }]", "[]") }],
    )
}

/// The path from a word to another one in the library's, if it has data there.
pub(super) fn data_at(words: &Words<'_>, start: usize, last: usize, context: &Context<'_>) -> Option<String> {
    let name = imported_as(words).filter(|name| words.slice(start) == *name)?;
    let path: Vec<String> = (start + 2..=last).step_by(2).map(|key| words.slice(key).to_owned()).collect();
    let library = (context.library)();
    (library.get(&path) == Some(Export::Record)).then(|| format!("{name}.{}", path.join(".")))
}
