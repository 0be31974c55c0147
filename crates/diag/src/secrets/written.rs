//! Secrets in the text of a configuration that is not read: by the names before them, line by line.
//!
//! A file that is no YAML and no Nickel has no tree to look into, and its error shows a line of it all the same; and what
//! a Nickel file says on its way to a value stands in no tree either. What is taken for a secret here is rather too much.

use crate::secrets::look::{in_text, joined};
use crate::secrets::name::{Name, is_reference};
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
    let mut hidden_to = 0;
    let mut secret_name: Option<Range<usize>> = None;
    for name in names(text) {
        // What stands within a secret is covered with it.
        if name.start < hidden_to {
            continue;
        }
        let word = &text[name.clone()];
        let last = if syntax == Syntax::Yaml { word } else { word.rsplit('.').next().unwrap_or(word) };
        let says = Says::of(last, &marked);
        let after = name.end + quote(&text[name.end..]);
        let after = if syntax == Syntax::Assignment { after + index(&text[after..]) } else { after };
        let Some(start) = given(text, after, syntax).filter(|_| says != Says::Nothing) else { continue };
        let secret = match says {
            Says::Nothing => None,
            // `{name: DB_PASSWORD, value: s3cret}`, over lines or not.
            Says::Name => {
                let value = start..start + line_of(&text[start..]).len();
                secret_name = Some(value).filter(|value| Name::of(first(&text[value.clone()])) > Name::Plain);
                None
            }
            Says::Value => {
                let near = |before: &Range<usize>| start.saturating_sub(before.start) <= 120;
                let value = extent(text, after, start, syntax);
                let follows = after_name(text, value.end);
                let is_secret = secret_name.as_ref().is_some_and(near) || Name::of(&follows) > Name::Plain;
                is_secret.then_some(value)
            }
            Says::Data => (syntax != Syntax::Assignment && is_of_secret(text, name.start))
                .then(|| name.end..block(text, name.start)),
            Says::Secret => Some(extent(text, after, start, syntax))
                .filter(|value| !is_reference(unquoted(&text[value.clone()]))),
        };
        if let Some(secret) = secret {
            hidden_to = secret.end;
            found.push(secret);
        }
    }
    joined(found)
}

/// What the name of a key says of what is given to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Nothing,
    Secret,
    /// The name of a variable.
    Name,
    /// The value of a variable.
    Value,
    /// The data of an object, which may be a Secret.
    Data,
}

impl Says {
    fn of(name: &str, marked: impl Fn(&str) -> bool) -> Self {
        match name {
            "name" => Self::Name,
            "value" => Self::Value,
            "data" | "stringData" => Self::Data,
            _ if Name::of(name) > Name::Plain || marked(name) => Self::Secret,
            _ => Self::Nothing,
        }
    }
}

/// The rest of a line, as far as it can matter.
fn line_of(text: &str) -> &str {
    let end = text.char_indices().take(100).find(|(_, c)| *c == '\n').map(|(at, _)| at);
    let end = end.or_else(|| text.char_indices().nth(100).map(|(at, _)| at));
    &text[..end.unwrap_or(text.len())]
}

/// The first word of a value.
fn first(value: &str) -> &str {
    value.trim().trim_start_matches(['"', '\'']).split(|c| !is_name(c)).next().unwrap_or_default()
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

/// The length of the indices behind a key of an assignment, also of one that is not closed.
fn index(rest: &str) -> usize {
    let end = rest.find('=').unwrap_or_default();
    if rest.starts_with('[') { end } else { 0 }
}

/// Where the value begins that a name is given there, at the end of its sign; none where it is given none.
fn given(text: &str, after: usize, syntax: Syntax) -> Option<usize> {
    let rest = text[after..].trim_start_matches([' ', '\t']);
    let mut at = text.len() - rest.len();
    if syntax == Syntax::Nickel && rest.starts_with('|') {
        // `password | String = "..."`
        let annotation = &rest[..rest.char_indices().nth(500).map_or(rest.len(), |(end, _)| end)];
        at += annotation.find('=')?;
    }
    let sign = text[at..].chars().next()?;
    match (syntax, sign) {
        (Syntax::Nickel | Syntax::Assignment, '=') | (Syntax::Yaml, ':') => {}
        _ => return None,
    }
    (!text[at + 1..].starts_with(['=', '>'])).then_some(at + 1)
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
            Some(sign @ ('"' | '\'')) => rest[1..].find(sign).map_or(text.len(), |close| start + close + 2),
            _ => line_end(start),
        },
    };
    start..start + text[start..end.max(start)].trim_end_matches(' ').len()
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
    // An object says what it is near its beginning, or at its end.
    let from = (at.saturating_sub(4_000)..at).find(|from| text.is_char_boundary(*from)).unwrap_or(at);
    let before = text[from..at].rfind("kind").is_some_and(|kinds| kind(&text[from + kinds + 4..]));
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
        for (text, shown) in [
            ("a.ui_password=s3,cret", "a.ui_password=#"),
            ("a.ui_password[0]=s3cret", "a.ui_password[0]=#"),
            ("a.ui_password[=s3cret", "a.ui_password[=#"),
        ] {
            assert_eq!(hidden(text, Syntax::Assignment), shown);
        }
    }
}
