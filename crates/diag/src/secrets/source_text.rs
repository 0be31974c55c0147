//! Secrets in the text of a configuration that is not read: by the names before them.
//!
//! A file that is neither YAML nor Nickel has no tree to look into, and its error shows a line of it all the same;
//! and what a Nickel file says on its way to a value is in no tree either. What is taken for a secret here is rather
//! too much: a text with a mistake in it is not written as it should be.

mod extent;

use super::look::{in_code, joined};
use super::name::Name;
use extent::{after_name, block, line_of, single, values, within};
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

/// How far behind the name of a variable its value may begin, in bytes.
const NEAR: usize = 120;
/// How much of a text is looked at for a value that may be none, in bytes.
const FAR: usize = 400;

/// The bytes of a text that are secret, by the names before them; `marked` says which other names are.
pub fn in_source(text: &str, syntax: Syntax, marked: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = in_code(text);
    let mut hidden_to = 0;
    let mut secret_name: Option<Range<usize>> = None;
    for name in names(text) {
        // What is within a secret is covered with it.
        if name.start < hidden_to {
            continue;
        }
        let word = &text[name.clone()];
        let last = if syntax == Syntax::Yaml { word } else { word.rsplit('.').next().unwrap_or(word) };
        let says = Says::of(last, &marked);
        if says == Says::Nothing {
            continue;
        }
        let after = name.end + quote(&text[name.end..]);
        let after = if syntax == Syntax::Assignment { after + index(&text[after..]) } else { after };
        let near = &text[..boundary(text, after + FAR)];
        let secrets = match says {
            // `{name: DB_PASSWORD, value: s3cret}`, over lines or not.
            Says::Name => {
                let value = values(near, after, syntax).into_iter().next();
                let value = value.map(|value| value.start..value.start + line_of(&text[value.start..]).len());
                secret_name = value.filter(|value| Name::of(first(&text[value.clone()])) > Name::Plain);
                Vec::new()
            }
            Says::Value => {
                let found = values(near, after, syntax);
                let behind = |before: &Range<usize>| after.saturating_sub(before.start) <= NEAR;
                let ahead =
                    || found.last().is_some_and(|value| Name::of(&after_name(text, value.end)) > Name::Plain);
                if secret_name.as_ref().is_some_and(behind) || ahead() {
                    values(text, after, syntax)
                } else {
                    Vec::new()
                }
            }
            Says::Data if syntax != Syntax::Assignment && is_of_secret(text, name.start) => {
                let end = values(text, after, syntax).last().map_or(name.end, |value| value.end);
                single(name.end..end.max(block(text, name.start)))
            }
            Says::Nothing | Says::Data => Vec::new(),
            Says::Secret(says) => {
                let hides = |value: &Range<usize>| says.hides(unquoted(&text[value.clone()]));
                let found = match text[..name.start].chars().next_back() {
                    // `"DB_PASSWORD=s3cret"`: the value goes to the quote before the name.
                    Some(open @ ('"' | '\'')) if after == name.end => within(text, after, open),
                    _ => values(text, after, syntax),
                };
                found.into_iter().filter(hides).collect()
            }
        };
        for secret in secrets {
            hidden_to = hidden_to.max(secret.end);
            found.push(secret);
        }
    }
    joined(found)
}

/// The bytes that are secret in the comments of a text whose values were read: the same, in comments alone.
pub fn in_comments(text: &str, syntax: Syntax, marked: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let begins = line
            .match_indices('#')
            .map(|(start, _)| start)
            .find(|start| line[..*start].chars().next_back().is_none_or(char::is_whitespace));
        if let Some(begins) = begins {
            let secrets = in_source(&line[begins..], syntax, &marked);
            found.extend(secrets.into_iter().map(|range| at + begins + range.start..at + begins + range.end));
        }
        at += line.len();
    }
    found
}

/// What the name of a key says about what is given to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Says {
    Nothing,
    Secret(Name),
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
            "data" | "stringData" => Self::Data,
            _ if is_value(name) => Self::Value,
            _ if is_name(name) => Self::Name,
            _ if marked(name) => Self::Secret(Name::Whole),
            _ => match Name::of(name) {
                Name::Plain => Self::Nothing,
                says => Self::Secret(says),
            },
        }
    }
}

/// The end of a character at or behind a byte.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Whether a key of a variable is that of its name, however it is spelled.
pub fn is_name(key: &str) -> bool {
    key == "name" || (key.len() <= 5 && key.starts_with(['n', 'N']))
}

/// Whether a key of a variable is that of its value, however that is spelled.
pub fn is_value(key: &str) -> bool {
    key != "valueFrom"
        && key.starts_with('v')
        && (key.starts_with("val") || (key.len() <= 7 && strsim::osa_distance(key, "value") <= 2))
}

/// The first word of a value.
fn first(value: &str) -> &str {
    value.trim().trim_start_matches(['"', '\'']).split(|c| !is_letter(c)).next().unwrap_or_default()
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || "_-.".contains(c)
}

/// The words that may be names of keys.
fn names(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(is_letter)?;
        at = text[start..].find(|c| !is_letter(c)).map_or(text.len(), |end| start + end);
        Some(start..at)
    })
}

/// The length of the quote that ends a name, with the backslash that a text in a text has before it.
fn quote(rest: &str) -> usize {
    ["\"", "'", "\\\""].iter().find(|quote| rest.starts_with(**quote)).map_or(0, |quote| quote.len())
}

/// The length of the indices behind a key of an assignment, also of one that is not closed.
fn index(rest: &str) -> usize {
    let end = rest.find('=').unwrap_or_default();
    if rest.starts_with('[') { end } else { 0 }
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
    fn secrets_are_found_in_yaml_that_cannot_be_read() {
        let shown = |text| hidden(text, Syntax::Yaml);
        for (text, expected) in [
            ("a: 1\nui_password: s3cret, x # y\nb: 2", "a: 1\nui_password: #\nb: 2"),
            ("password: \"s3\ncret\" # y", "password: # # y"),
            ("  password: |\n    s3\n    cret\n  b: 2", "  password: #  b: 2"),
            ("marked: 12", "marked: #"),
            ("password = s3cret", "password = #"),
            ("\"password\" \"s3cret\"", "\"password\" #"),
            ("password := 's3cret' x", "password := # x"),
            ("\"password\": [\n  \"s3cret\"\n], b", "\"password\": #, b"),
            ("DB_PASSWORD_2: /s3cret", "DB_PASSWORD_2: #"),
            (
                "tokenSecretKey: /pulsar/keys/token/secret.key",
                "tokenSecretKey: /pulsar/keys/token/secret.key",
            ),
            (
                "- name: DB_PASSWORD\n  value: s3cret\n- name: A\n  value: b",
                "- name: DB_PASSWORD\n  value: #\n- name: A\n  value: b",
            ),
            ("- name: DB_PASSWORD\n  vlaue = s3cret", "- name: DB_PASSWORD\n  vlaue = #"),
            ("kind: Secret\nstringData:\n  a: s3cret\ntype: x", "kind: Secret\nstringData#type: x"),
            ("kind: ConfigMap\ndata:\n  a: plain\n", "kind: ConfigMap\ndata:\n  a: plain\n"),
            ("password: \"open", "password: #"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn secrets_are_found_in_nickel() {
        let shown = |text| hidden(text, Syntax::Nickel);
        for (text, expected) in [
            ("{ a.ui_password = \"s3}cret\", b = 2 }", "{ a.ui_password = #, b = 2 }"),
            ("let password = m%\"\n s3\n\"% ++ \"x\" in 1", "let password = #"),
            ("password | String | default = 12,\n b = 1", "password | String | default = #,\n b = 1"),
            (
                "password\n  | String\n  | default\n  = \"s3cret\",",
                "password\n  | String\n  | default\n  = #,",
            ),
            ("password : \"s3cret\", b", "password : #, b"),
            ("password : String = \"s3cret\", b", "password : String = #, b"),
            ("password | default \"s3cret\", b", "password | default #, b"),
            ("password : s3cret\nb = 1", "password : #\nb = 1"),
            ("password \"s3cret\", b", "password #, b"),
            ("password == \"s3cret\", b", "password == #, b"),
            ("{ name = \"DB_PASSWORD\", value = \"s3cret\" }", "{ name = \"DB_PASSWORD\", value = # }"),
            ("[\"DB_PASSWORD=s3cret\"]", "[\"DB_PASSWORD=#\"]"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }

    #[test]
    fn secrets_are_found_in_assignments() {
        for (text, shown) in [
            ("a.ui_password=s3,cret", "a.ui_password=#"),
            ("a.ui_password[0]=s3cret", "a.ui_password[0]=#"),
            ("a.ui_password[=s3cret", "a.ui_password[=#"),
        ] {
            assert_eq!(hidden(text, Syntax::Assignment), shown);
        }
    }

    #[test]
    fn secrets_are_found_in_comments() {
        let text = "password: a # password: b\n# token: c\nx: 1";
        let found: Vec<&str> =
            in_comments(text, Syntax::Yaml, |_| false).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["b", "c"]);
    }
}
