//! How a text is in a YAML document so that readers of both versions, and whoever looks at it, take it for that text.
//!
//! What a text needs is decided here; how it is brought about is [`super::block`]'s and [`super::marked`]'s.

use pulsarc_diag::sanitize;

/// The form in which a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As it is.
    Plain,
    /// Between `'`.
    Single,
    /// Between `"`, with nothing to escape.
    Double,
    /// Line by line below a `|`.
    Literal(Chomp),
}

/// What a literal says of its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chomp {
    /// It ends with one line break.
    Clip,
    /// It ends without one.
    Strip,
}

/// The form that `serde_yaml` gives a text, where that is sure at a glance: most texts. None for all others.
pub(super) fn style(text: &str) -> Option<Style> {
    let bytes = text.as_bytes();
    let Some((first, rest)) = bytes.split_first() else { return Some(Style::Single) };
    if any(bytes, |byte| byte != b'\n' && !(b' '..=b'~').contains(&byte)) {
        return None;
    }
    // Nothing else acts among these bytes.
    if any_pair(bytes, |one, next| one == next && (one == b':' || one == b'#')) && acts(text) {
        return None;
    }
    if any(bytes, |byte| byte == b'\n') {
        return literal(bytes).map(Style::Literal);
    }
    if reads_as_something_else(text) {
        return (!any(bytes, |byte| byte == b'"' || byte == b'\\')).then_some(Style::Double);
    }
    let is_text = match (first, rest.first()) {
        (b'+' | b'~', _) => false,
        // `.inf`, `.nan` and `...` among them.
        (b'.', second) => !matches!(second, Some(b'i' | b'I' | b'n' | b'N' | b'.')),
        (b'-', second) => !matches!(second, Some(b'.')) && !text.starts_with("---"),
        _ => true,
    };
    is_text.then(|| if is_plain(*first, rest) { Style::Plain } else { Style::Single })
}

/// Whether nothing in a line is an indicator of YAML's where it stands.
fn is_plain(first: u8, rest: &[u8]) -> bool {
    let ends = |next: Option<&u8>| next.is_none_or(|it| *it == b' ');
    let starts = match first {
        b'#' | b',' | b'[' | b']' | b'{' | b'}' | b'&' | b'*' | b'!' | b'|' | b'>' | b'\'' | b'"' | b'%'
        | b'@' | b'`' | b' ' => false,
        b'?' | b':' | b'-' => !ends(rest.first()),
        _ => true,
    };
    starts
        && !matches!(rest.last(), Some(b' ' | b':'))
        && !any_pair(rest, |one, next| (one == b':' && next == b' ') || (one == b' ' && next == b'#'))
}

/// Whether any byte is of a kind. All are looked at, many at once, which is faster than to stop at the first: most texts
/// have none.
fn any(bytes: &[u8], is: impl Fn(u8) -> bool) -> bool {
    bytes.iter().fold(false, |found, byte| found | is(*byte))
}

/// Whether any two neighbours are of a kind; all are looked at, as in [`any`].
fn any_pair(bytes: &[u8], are: impl Fn(u8, u8) -> bool) -> bool {
    let nexts = bytes.get(1..).unwrap_or_default();
    bytes.iter().zip(nexts).fold(false, |found, (one, next)| found | are(*one, *next))
}

/// How several lines end as a literal, where they can be one silently on where they begin.
fn literal(lines: &[u8]) -> Option<Chomp> {
    let hangs = any_pair(lines, |one, next| one == b' ' && next == b'\n') || lines.last() == Some(&b' ');
    if hangs || matches!(lines.first(), Some(b' ' | b'\n')) || lines.ends_with(b"\n\n") {
        return None;
    }
    Some(if lines.ends_with(b"\n") { Chomp::Clip } else { Chomp::Strip })
}

/// Whether a text acts on who reads the document, which quotes and escapes keep it from.
pub(super) fn acts(text: &str) -> bool {
    let is_plain = |byte: u8| (b' '..=b'~').contains(&byte) || matches!(byte, b'\n' | b'\t');
    let has_command = || {
        text.lines()
            .any(|line| line.trim_start().starts_with("::") || line.contains("##[") || line.contains("##vso"))
    };
    let is_doubled = |pair: &[u8]| matches!(pair, b"::" | b"##");
    // Most texts are looked at byte by byte alone.
    (!text.bytes().all(is_plain) && text.contains(|c| sanitize::acts(c) && !matches!(c, '\n' | '\t')))
        || (text.as_bytes().windows(2).any(is_doubled) && has_command())
}

/// Whether any common reader of YAML takes a plain text for something else: a number, a date or a time, a boolean, a
/// merge. Go's and Python's know numbers with `_` between digits, and Go's before them too; Ruby's knows numbers with `,`,
/// and symbols, which begin with a colon. `serde_yaml` quotes what YAML 1.2 takes for something else, and 1.1's booleans.
pub(super) fn reads_as_something_else(text: &str) -> bool {
    // Several lines are a block or quoted, and no reader takes those for anything but text.
    if text.contains('\n') {
        return false;
    }
    let numeric = |c: char| c.is_ascii_hexdigit() || "_.:,+-xXoObBTtZz ".contains(c);
    let starts_like_a_number = match text.as_bytes() {
        [b'0'..=b'9', ..] => true,
        [b'+' | b'-' | b'.', rest @ ..] => {
            let digits = text.trim_start_matches(['+', '-', '.', '_', ',']);
            digits.starts_with(|c: char| c.is_ascii_digit()) || rest.first() == Some(&b'.')
        }
        _ => false,
    };
    let boolean = text.len() <= 5
        && ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word));
    boolean
        || (starts_like_a_number && text.chars().all(numeric))
        || text.starts_with(':')
        || matches!(text, "=" | "<<")
}
