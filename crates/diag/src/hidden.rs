//! Secrets, and what stands in their place.
//!
//! Once a configuration is read, its texts are here for people alone: what is secret in them is covered where it
//! stands, byte for byte, so that places stay right and nobody behind this can tell it by mistake. What is drawn in the
//! place of a cover is [`HIDDEN`]. Words about a secret are covered too, by its value.

/// What is told in the place of a secret.
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

/// A text with the word in the place of every cover.
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
    /// The longest first, so that one within another is no remainder.
    values: Vec<String>,
}

/// A secret that is shorter is not looked for in words: it would be found in every other one.
const SHORTEST: usize = 4;

impl Secrets {
    /// Keeps a value from being told: the whole, and each of its lines that says enough by itself.
    pub fn keep(&mut self, value: &str) {
        let lines =
            value.lines().filter(|_| value.trim().contains('\n')).filter(|line| line.trim().len() >= 12);
        for part in std::iter::once(value).chain(lines).map(str::trim) {
            if part.chars().count() >= SHORTEST && !self.values.iter().any(|known| known == part) {
                let at = self.values.partition_point(|known| known.len() >= part.len());
                self.values.insert(at, part.to_owned());
            }
        }
    }

    /// Keeps what another run kept.
    pub fn keep_all(&mut self, others: &Self) {
        others.values.iter().for_each(|value| self.keep(value));
    }

    /// Their values, for another process of pulsarc's that must not tell them either.
    pub fn values(&self) -> impl Iterator<Item = &str> {
        self.values.iter().map(String::as_str)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// A text without the secrets, also where it writes them with the escapes of JSON or HTML.
    pub fn without(&self, text: &str) -> String {
        self.values.iter().fold(text.to_owned(), |text, value| {
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
            [Some(value.clone()), json, html]
                .iter()
                .flatten()
                .fold(text, |text, form| if text.contains(form) { text.replace(form, HIDDEN) } else { text })
        })
    }
}

/// A value with escapes; none where it needs none.
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
    fn a_cover_is_as_long_as_what_it_covers() {
        for text in ["hunter2", "größe", "大きい", "🚀", "two\r\nlines"] {
            let cover = covered(text);
            assert_eq!(cover.len(), text.len());
            assert_eq!(cover.chars().count(), text.chars().count());
        }
        assert_eq!(shown(&format!("a: {} # b", covered("x🚀"))), "a: <hidden> # b");
        assert_eq!(shown(&covered("two\nlines")), "<hidden>\n<hidden>");
    }

    #[test]
    fn words_about_a_secret_do_not_tell_it() {
        let mut secrets = Secrets::default();
        secrets.keep("s3cret");
        secrets.keep("s3cret-longer\"");
        assert_eq!(
            secrets.without("got s3cret, s3cret-longer\\\" or s3cret-longer\""),
            "got <hidden>, <hidden> or <hidden>"
        );
        secrets.keep("abc");
        assert_eq!(secrets.without("abc"), "abc");
    }
}
