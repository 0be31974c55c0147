//! Keys and texts as Nickel reads them.

use std::fmt::Write as _;

/// Words that represent something else than a key.
const RESERVED: [&str; 19] = [
    "Array", "Bool", "Dyn", "Number", "String", "else", "false", "forall", "fun", "if", "import", "in",
    "include", "let", "match", "null", "rec", "then", "true",
];

/// A key, in quotes where it needs them.
pub fn key(name: &str) -> String {
    let rest = name.trim_start_matches('_');
    let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '\'');
    let bare = rest.starts_with(|first: char| first.is_ascii_alphabetic())
        && rest.chars().all(letters)
        && !RESERVED.contains(&name);
    if bare { name.to_owned() } else { quoted(name) }
}

/// A text on one line.
pub fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '%' if rest.peek() == Some(&'{') => out.push_str("\\%"),
            c if c.is_control() || is_unseen(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// What no editor shows, and a reader would miss: marks of direction and width, and ends of lines that are none to most.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_quoted_only_where_they_must_be() {
        for bare in ["a", "_a", "victoria-metrics-k8s-stack", "default", "priority", "PULSAR_MEM", "or"] {
            assert_eq!(key(bare), bare);
        }
        for (name, written) in [
            ("prometheus.io/scrape", "\"prometheus.io/scrape\""),
            ("1", "\"1\""),
            ("", "\"\""),
            ("_", "\"_\""),
            ("if", "\"if\""),
            ("a b", "\"a b\""),
            ("ü", "\"ü\""),
            ("%{x}", "\"\\%{x}\""),
        ] {
            assert_eq!(key(name), written);
        }
    }
}
