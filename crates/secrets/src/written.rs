//! Secrets in the text of a configuration that is not read: by the names before them, line by line.
//!
//! A file that is no YAML and no Nickel has no tree to look into, and its error shows a line of it all the same; and what
//! a Nickel file says on its way to a value stands in no tree either. What is taken for a secret here is rather too much.

use crate::look::{in_text, joined};
use crate::name::{Name, is_reference};
use std::ops::Range;

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Syntax {
    /// Nickel.
    Nickel,
    /// YAML, or JSON.
    Yaml,
    /// An assignment of the command line.
    Assignment,
}

/// The bytes of a text that are secret, by the names before them; `marked` says which other names are.
pub fn in_source(text: &str, syntax: Syntax, marked: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = in_text(text);
    let mut secret_name: Option<Range<usize>> = None;
    for name in names(text) {
        let word = &text[name.clone()];
        let last = if syntax == Syntax::Yaml { word } else { word.rsplit('.').next().unwrap_or(word) };
        let after = name.end + quote(&text[name.end..]);
        let Some(value) = value(text, after, syntax) else { continue };
        let line = &text[value.clone()];
        match last {
            // `{name: DB_PASSWORD, value: s3cret}`, over lines or not.
            "name" => secret_name = Some(value).filter(|_| Name::of(unquoted(line)) > Name::Plain),
            "value" => {
                let near = |before: &Range<usize>| text[before.end.min(value.start)..value.start].len() <= 40;
                let follows = after_name(text, value.end);
                if secret_name.as_ref().is_some_and(near) || Name::of(&follows) > Name::Plain {
                    found.push(value);
                }
            }
            "stringData" | "data" if syntax != Syntax::Assignment && is_of_secret(text, name.start) => {
                found.push(name.end..block(text, name.start));
            }
            _ if (Name::of(last) > Name::Plain || marked(last)) && !is_reference(unquoted(line)) => {
                found.push(value);
            }
            _ => {}
        }
    }
    joined(found)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || "_-.".contains(c)
}

/// The words that may be names of keys.
fn names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_name)?;
        at = text[start..].find(|c| !is_name(c)).map_or(text.len(), |end| start + end);
        Some(start..at)
    })
}

/// The length of the quote that ends a name.
fn quote(rest: &str) -> usize {
    usize::from(rest.starts_with(['"', '\'']))
}

/// Where the value stands that a name is given there; none where it is given none.
fn value(text: &str, after: usize, syntax: Syntax) -> Option<Range<usize>> {
    let rest = text[after..].trim_start_matches([' ', '\t']);
    let mut at = text.len() - rest.len();
    if syntax == Syntax::Nickel && rest.starts_with('|') {
        // `password | String = "..."`
        let sign = text[at..].find('=').filter(|sign| !text[at..at + sign].contains(';'))?;
        at += sign;
    }
    let sign = text[at..].chars().next()?;
    match (syntax, sign) {
        (Syntax::Nickel | Syntax::Assignment, '=') | (Syntax::Yaml, ':') => {}
        _ => return None,
    }
    if text[at + 1..].starts_with(['=', '>']) {
        return None;
    }
    at += 1;
    let line_end = |from: usize| text[from..].find('\n').map_or(text.len(), |end| from + end);
    let rest = text[at..].trim_start_matches([' ', '\t']);
    let start = text.len() - rest.len();
    let end = match syntax {
        Syntax::Assignment => text.len(),
        Syntax::Yaml if rest.starts_with(['|', '>', '\n', '\r']) => block(text, after),
        Syntax::Nickel if rest.starts_with(['\n', '\r']) => {
            let next = text.len() - rest.trim_start().len();
            expression(text, next)
        }
        Syntax::Nickel => expression(text, start),
        Syntax::Yaml => match rest.chars().next() {
            Some(sign @ ('"' | '\'')) => {
                let close = rest[1..].find(sign).map_or(text.len(), |close| start + close + 2);
                // In quotes that are never closed the rest of the text would be one secret, and so it is.
                close.max(start)
            }
            _ => line_end(start),
        },
    };
    Some(start..start + text[start..end].trim_end_matches(' ').len())
}

/// The end of what a Nickel field is given: its texts over lines whole, else its line without the comma at its end.
fn expression(text: &str, start: usize) -> usize {
    let mut at = start;
    loop {
        let rest = &text[at..];
        let next = rest.find(['"', '\n', ',', '}', ';', '{', '[']);
        let Some(next) = next else { return text.len() };
        match rest[next..].chars().next() {
            Some('"') => {
                let percents = rest[..next].chars().rev().take_while(|c| *c == '%').count();
                let open = at + next + 1;
                let close = format!("\"{}", "%".repeat(percents));
                at = end_of_text(text, open, &close, percents == 0);
            }
            Some('{' | '[') => at += next + 1,
            _ => return at + next,
        }
        if at >= text.len() {
            return text.len();
        }
    }
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

/// The end of the lines that stand deeper than the one at a byte.
fn block(text: &str, at: usize) -> usize {
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

/// The text of the `name` right behind a value.
fn after_name(text: &str, end: usize) -> String {
    let next: String = text[end..].chars().take(120).collect();
    let next = next.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
    let named = next.strip_prefix("name").or_else(|| next.strip_prefix("\"name\""));
    let value = named.map(|rest| rest.trim_start().trim_start_matches([':', '='])).unwrap_or_default();
    unquoted(value.lines().next().unwrap_or_default()).to_owned()
}

fn unquoted(value: &str) -> &str {
    value.trim().trim_end_matches([',', '}', ' ']).trim_matches(['"', '\''])
}

/// Whether the nearest `kind` before or shortly after a place is that of a Secret.
fn is_of_secret(text: &str, at: usize) -> bool {
    let kind = |part: &str| {
        let line = part.lines().next().unwrap_or_default();
        line.trim_start_matches(|c: char| c == '"' || c == ':' || c == '=' || c.is_whitespace())
            .starts_with("Secret")
    };
    let before = text[..at].rfind("kind").is_some_and(|kinds| kind(&text[kinds + 4..]));
    before || text[at..].find("kind").is_some_and(|kinds| kind(&text[at + kinds + 4..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hidden(text: &str, syntax: Syntax) -> String {
        let mut shown = text.to_owned();
        for range in in_source(text, syntax, |name| name == "marked").into_iter().rev() {
            shown.replace_range(range, "#");
        }
        shown
    }

    #[test]
    fn yaml_that_cannot_be_read_tells_no_secret() {
        let shown = |text| hidden(text, Syntax::Yaml);
        assert_eq!(shown("a: 1\nui_password: s3cret, x # y\nb: 2"), "a: 1\nui_password: #\nb: 2");
        assert_eq!(shown("password: \"s3\ncret\" # y"), "password: # # y");
        assert_eq!(shown("  password: |\n    s3\n    cret\n  b: 2"), "  password: #  b: 2");
        assert_eq!(shown("marked: 12"), "marked: #");
        assert_eq!(
            shown("- name: DB_PASSWORD\n  value: s3cret\n- name: A\n  value: b"),
            "- name: DB_PASSWORD\n  value: #\n- name: A\n  value: b"
        );
        assert_eq!(
            shown("kind: Secret\nstringData:\n  a: s3cret\ntype: x"),
            "kind: Secret\nstringData#type: x"
        );
        assert_eq!(shown("kind: ConfigMap\ndata:\n  a: plain\n"), "kind: ConfigMap\ndata:\n  a: plain\n");
        assert_eq!(shown("password: \"open"), "password: #");
    }

    #[test]
    fn nickel_tells_no_secret() {
        let shown = |text| hidden(text, Syntax::Nickel);
        assert_eq!(shown("{ a.ui_password = \"s3}cret\", b = 2 }"), "{ a.ui_password = #, b = 2 }");
        assert_eq!(shown("let password = m%\"\n s3\n\"% ++ \"x\" in 1"), "let password = #");
        assert_eq!(
            shown("password | String | default = 12,\n b = 1"),
            "password | String | default = #,\n b = 1"
        );
        assert_eq!(
            shown("{ name = \"DB_PASSWORD\", value = \"s3cret\" }"),
            "{ name = \"DB_PASSWORD\", value = # }"
        );
        assert_eq!(shown("password == \"x\""), "password == \"x\"");
    }

    #[test]
    fn assignments_tell_no_secret() {
        assert_eq!(hidden("a.ui_password=s3,cret", Syntax::Assignment), "a.ui_password=#");
    }
}
