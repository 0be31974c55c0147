//! How far the values behind a name go, in texts that may be broken anywhere.

use super::{Syntax, is_letter, unquoted};
use std::ops::Range;

/// How much of a text is looked at for the end of an annotation or of a list, in bytes.
const FAR: usize = 10_000;

/// Words of Nickel behind a name that are no value of it.
const KEYWORDS: [&str; 9] =
    ["default", "force", "optional", "not_exported", "doc", "priority", "std", "pulsar", "forall"];

/// The values that a name is given at a place, with or without the sign that should be there.
pub(super) fn values(text: &str, after: usize, syntax: Syntax) -> Vec<Range<usize>> {
    let at = after + blank(text, after, syntax);
    let rest = &text[at..];
    if syntax == Syntax::Nickel && (rest.starts_with('|') || rest.starts_with(':')) && !rest.starts_with(":=")
    {
        return annotated(text, at);
    }
    let sign = match syntax {
        Syntax::Assignment => usize::from(rest.starts_with('=')),
        Syntax::Nickel | Syntax::Yaml => rest.len() - rest.trim_start_matches([':', '=', ';', '>']).len(),
    };
    if sign > 0 && !rest.starts_with('>') {
        return single(extent(text, after, at + sign, syntax));
    }
    // `password "s3cret"`: the sign is left out.
    if at > after && rest.starts_with(['"', '\'']) { single(at..string(text, at)) } else { Vec::new() }
}

/// One value, or none if it is empty.
pub(super) fn single(value: Range<usize>) -> Vec<Range<usize>> {
    if value.is_empty() { Vec::new() } else { Vec::from([value]) }
}

/// What follows a name and a sign within a text in quotes.
pub(super) fn within(text: &str, after: usize, quote: char) -> Vec<Range<usize>> {
    let rest = &text[after..];
    let blanks = rest.len() - rest.trim_start_matches([' ', '\t', ':', '=']).len();
    let start = after + blanks;
    let end = text[start..].find([quote, '\n']).map_or(text.len(), |end| start + end);
    if blanks > 0 { single(start..end.max(start)) } else { Vec::new() }
}

/// The length of the blanks before a sign; a field of Nickel may have it on a line of its own.
fn blank(text: &str, after: usize, syntax: Syntax) -> usize {
    let rest = &text[after..];
    let over_lines = rest.len() - rest.trim_start().len();
    if syntax == Syntax::Nickel && rest[over_lines..].starts_with(['|', '=', ':']) {
        return over_lines;
    }
    rest.len() - rest.trim_start_matches([' ', '\t']).len()
}

/// The values among the annotations of a Nickel field: what follows its `=`, and texts and words that are no contract.
fn annotated(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    let mut at = from;
    let mut before = "";
    while let Some(c) = text[at..].chars().next().filter(|_| at - from < FAR) {
        match c {
            '"' => {
                let end = nickel_string(text, at);
                if before != "doc" {
                    found.push(at..end);
                }
                at = end;
                continue;
            }
            '=' if depth == 0 => {
                found.push(extent(text, from, at + 1, Syntax::Nickel));
                break;
            }
            ',' | ';' | '}' | ')' | ']' if depth == 0 => break,
            '\n' if depth == 0 && !text[at..].trim_start().starts_with(['|', '=', ':', '"']) => break,
            '{' | '(' | '[' => depth += 1,
            '}' | ')' | ']' => depth -= 1,
            _ if is_letter(c) => {
                let end = text[at..].find(|c| !is_letter(c)).map_or(text.len(), |end| at + end);
                let word = &text[at..end];
                let is_contract =
                    c.is_uppercase() || word.split('.').next().is_some_and(|w| KEYWORDS.contains(&w));
                if depth == 0 && !is_contract {
                    found.push(at..end);
                }
                before = word;
                at = end;
                continue;
            }
            _ => {}
        }
        at += c.len_utf8();
    }
    found.retain(|value| !value.is_empty());
    found
}

/// The value that begins behind a sign.
fn extent(text: &str, after: usize, sign: usize, syntax: Syntax) -> Range<usize> {
    let line_end = |from: usize| text[from..].find('\n').map_or(text.len(), |end| from + end);
    let rest = text[sign..].trim_start_matches([' ', '\t']);
    let start = text.len() - rest.len();
    let end = match syntax {
        Syntax::Assignment => text.len(),
        Syntax::Yaml if rest.starts_with(['|', '>', '\n', '\r']) => block(text, after),
        Syntax::Nickel if rest.starts_with(['\n', '\r']) => {
            expression(text, text.len() - rest.trim_start().len())
        }
        Syntax::Nickel => expression(text, start),
        Syntax::Yaml => match rest.chars().next() {
            // In quotes that are never closed the rest of the text would be one secret, and so it is.
            Some('"' | '\'') => string(text, start),
            Some('[' | '{') => bracketed(text, start).unwrap_or_else(|| line_end(start)),
            _ => line_end(start),
        },
    };
    start..start + text[start..end.max(start)].trim_end_matches(' ').len()
}

/// The end of a text in quotes of YAML or JSON.
pub(super) fn string(text: &str, start: usize) -> usize {
    let Some(quote) = text[start..].chars().next() else { return start };
    let close = if quote == '"' { "\"" } else { "'" };
    end_of_text(text, start + 1, close, quote == '"')
}

/// The end of a list or record of YAML or JSON over lines; none if it is not closed.
fn bracketed(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = start;
    while let Some(c) = text[at..].chars().next().filter(|_| at - start < FAR) {
        match c {
            '"' => {
                at = string(text, at);
                continue;
            }
            '[' | '{' => depth += 1,
            ']' | '}' => depth -= 1,
            _ => {}
        }
        at += c.len_utf8();
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The end of what a Nickel field is given: its texts over lines whole, else its line without the comma at its end.
pub(super) fn expression(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        let rest = &text[at..];
        let next = rest.find(['"', '\n', ',', '}', ';', '{', '[']);
        let Some(next) = next else { return text.len() };
        match rest[next..].chars().next() {
            Some('"') => at = nickel_string(text, at + next),
            Some('{' | '[') => at += next + 1,
            _ => return at + next,
        }
        if at >= text.len() {
            return text.len();
        }
    }
}

/// The end of a text of Nickel whose first quote is at a byte: `m%"` has the same number of percents at its end.
fn nickel_string(text: &str, quote: usize) -> usize {
    let percents = text[..quote].chars().rev().take_while(|c| *c == '%').count();
    let close = format!("\"{}", "%".repeat(percents));
    end_of_text(text, quote + 1, &close, percents == 0)
}

fn end_of_text(text: &str, open: usize, close: &str, escapes: bool) -> usize {
    let mut from = open;
    while let Some(found) = text[from..].find(close).map(|found| from + found) {
        let slashes = text[open..found].chars().rev().take_while(|c| *c == '\\').count();
        if !escapes || slashes % 2 == 0 {
            return found + close.len();
        }
        from = found + close.len();
    }
    text.len()
}

/// The end of the lines that are indented deeper than the one at a byte.
pub(super) fn block(text: &str, at: usize) -> usize {
    let start = text[..at].rfind('\n').map_or(0, |start| start + 1);
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '-']).len();
    let own = indent(text[start..].lines().next().unwrap_or_default());
    let mut end = start;
    for (number, line) in text[start..].split_inclusive('\n').enumerate() {
        let blank = line.trim().is_empty();
        if number > 0 && !blank && indent(line) <= own {
            break;
        }
        end += line.len();
    }
    end
}

/// The rest of a line, as far as it can matter.
pub(super) fn line_of(text: &str) -> &str {
    let end = text.char_indices().take(100).find(|(_, c)| *c == '\n').map(|(at, _)| at);
    let end = end.or_else(|| text.char_indices().nth(100).map(|(at, _)| at));
    &text[..end.unwrap_or(text.len())]
}

/// The text of the `name` right behind a value.
pub(super) fn after_name(text: &str, end: usize) -> String {
    let next: String = text[end..].chars().take(super::NEAR).collect();
    let next = next.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    let named = next.strip_prefix("name").or_else(|| next.strip_prefix("\"name\""));
    let value = named.map(|rest| rest.trim_start().trim_start_matches([':', '='])).unwrap_or_default();
    unquoted(value.lines().next().unwrap_or_default()).to_owned()
}
