//! Redaction: secrets, and what is shown in their place.
//!
//! Once a configuration is read, its texts are here for people alone: what is secret in them is covered in place,
//! byte for byte, so that locations stay right and nothing behind this can show it by mistake. What is drawn instead
//! of a cover is [`HIDDEN`]. Secrets are taken out of messages by their values.

use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::OnceLock;

/// What is shown instead of a secret.
pub const HIDDEN: &str = "<hidden>";

/// A character of the same length in UTF-8 that no honest text has.
fn cover_of(c: char) -> char {
    match c.len_utf8() {
        1 => '\u{1}',
        2 => '\u{80}',
        3 => '\u{fffe}',
        _ => '\u{10fffe}',
    }
}

fn is_cover(c: char) -> bool {
    c == cover_of(c)
}

/// A text as long as this one, line by line, that says nothing.
pub(crate) fn covered(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\r') { c } else { cover_of(c) }).collect()
}

/// How many bytes at the start of a text are covered.
pub(crate) fn masked(text: &str) -> usize {
    text.find(|c| !is_cover(c)).unwrap_or(text.len())
}

/// A text with the word instead of every cover.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = masked(rest);
        if length > 0 {
            shown.push_str(HIDDEN);
            rest = &rest[length..];
        } else {
            shown.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    shown
}

/// The secrets of a run, by their values.
#[derive(Debug, Clone, Default)]
pub struct Secrets {
    values: BTreeSet<String>,
    /// Whether there is one, even one that is too short or too common to be looked for in words.
    any: bool,
    finder: OnceLock<Option<AhoCorasick>>,
}

/// A secret that is shorter is not looked for in words: it would be found in every other one.
const SHORTEST: usize = 4;

/// A line of a secret that is shorter says too little to be looked for.
const SHORTEST_LINE: usize = 12;

impl Secrets {
    /// Adds a secret: its whole value, and each of its lines that says enough on its own.
    pub fn keep(&mut self, value: &str) {
        self.note();
        let is_long = |line: &&str| line.trim().len() >= SHORTEST_LINE;
        let lines = value.lines().filter(|_| value.trim().contains('\n')).filter(is_long);
        for part in std::iter::once(value).chain(lines).map(str::trim) {
            if part.chars().count() >= SHORTEST && self.values.insert(part.to_owned()) {
                self.finder = OnceLock::new();
            }
        }
    }

    /// Remembers that there is a secret, which is not looked for in words.
    pub fn note(&mut self) {
        self.any = true;
    }

    /// Adds the secrets of another run.
    pub fn keep_all(&mut self, others: &Self) {
        self.any |= others.any;
        others.values.iter().for_each(|value| self.keep(value));
    }

    /// Their values, for another process of pulsarc that must not show them either.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(String::as_str)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        !self.any
    }

    /// A text without the secrets, even if it writes them with the escapes of JSON or HTML.
    pub fn without(&self, text: &str) -> String {
        let mut shown = String::with_capacity(text.len());
        let mut at = 0;
        for range in self.found(text) {
            shown.push_str(&text[at..range.start]);
            shown.push_str(HIDDEN);
            at = range.end;
        }
        shown + &text[at..]
    }

    /// Where a text has a secret, in order; the longest where one begins with another.
    pub fn found(&self, text: &str) -> Vec<Range<usize>> {
        let finder = self.finder.get_or_init(|| self.build());
        let ranges = |finder: &AhoCorasick| finder.find_iter(text).map(|found| found.range()).collect();
        finder.as_ref().map(ranges).unwrap_or_default()
    }

    fn build(&self) -> Option<AhoCorasick> {
        let forms = self.values.iter().flat_map(|value| {
            let json = escaped(value, |c| match c {
                '"' => Some("\\\""),
                '\\' => Some("\\\\"),
                '\n' => Some("\\n"),
                '\t' => Some("\\t"),
                _ => None,
            });
            let html = escaped(value, |c| match c {
                '&' => Some("&amp;"),
                '<' => Some("&lt;"),
                '>' => Some("&gt;"),
                '"' => Some("&quot;"),
                _ => None,
            });
            [Some(value.clone()), json, html].into_iter().flatten()
        });
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostLongest);
        (!self.values.is_empty()).then(|| builder.build(forms).ok()).flatten()
    }
}

/// A value with escapes; none if it needs none.
fn escaped(value: &str, escape: fn(char) -> Option<&'static str>) -> Option<String> {
    value.contains(|c| escape(c).is_some()).then(|| {
        let mut written = String::new();
        for c in value.chars() {
            match escape(c) {
                Some(escape) => written.push_str(escape),
                None => written.push(c),
            }
        }
        written
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_redaction_is_as_long_as_the_secret() {
        for text in ["hunter2", "größe", "大きい", "🚀", "two\r\nlines"] {
            let cover = covered(text);
            assert_eq!(cover.len(), text.len());
            assert_eq!(cover.chars().count(), text.chars().count());
        }
        assert_eq!(shown(&format!("a: {} # b", covered("x🚀"))), "a: <hidden> # b");
        assert_eq!(shown(&covered("two\nlines")), "<hidden>\n<hidden>");
    }

    #[test]
    fn messages_are_redacted_by_value() {
        let mut secrets = Secrets::default();
        secrets.keep("s3cret");
        secrets.keep("s3cret-longer\"");
        assert_eq!(
            secrets.without("got s3cret, s3cret-longer\\\" or s3cret-longer\""),
            "got <hidden>, <hidden> or <hidden>"
        );
    }

    #[test]
    fn a_short_secret_is_remembered_and_not_looked_for() {
        let mut secrets = Secrets::default();
        assert!(secrets.is_empty());
        secrets.keep("abc");
        assert_eq!(secrets.without("abc"), "abc");
        assert!(!secrets.is_empty());
    }
}
