//! A source text as diagnostics show it.

use super::{acts, escape, is_inert};
use crate::redact;

/// A source text as it is drawn: inert, and with a word instead of each secret. Lines stay where they are.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    /// The text.
    pub(crate) text: String,
    /// What differs from the source, in order: the bytes there, and here.
    changed: Vec<(std::ops::Range<usize>, std::ops::Range<usize>)>,
}

impl Drawn {
    /// Draws a text; none if it is drawn as it stands.
    pub(crate) fn of(text: &str) -> Option<Self> {
        let draws_otherwise = |c: char| acts(c) && !matches!(c, '\n' | '\t' | '\r');
        let commands = text.contains("##") || text.contains('\r');
        if !commands && !text.contains(draws_otherwise) {
            return None;
        }
        let mut drawn = Self::default();
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let masked = redact::masked(rest);
            let commands = rest.starts_with("##[") || rest.starts_with("##vso");
            let next = rest[c.len_utf8()..].chars().next();
            let length = if masked > 0 { masked } else { c.len_utf8() };
            let start = drawn.text.len();
            if masked > 0 {
                drawn.text.push_str(redact::HIDDEN);
            } else if commands || !is_inert(c, next) {
                escape(c, &mut drawn.text);
            } else {
                drawn.text.push(c);
                at += length;
                continue;
            }
            drawn.changed.push((at..at + length, start..drawn.text.len()));
            at += length;
        }
        Some(drawn)
    }

    /// A range of the source as a range of what is drawn: of what was replaced, the whole.
    pub(crate) fn range(&self, range: &std::ops::Range<usize>) -> std::ops::Range<usize> {
        let place =
            |byte: usize, is_end: bool| match self.changed.partition_point(|(there, _)| there.start < byte) {
                0 => byte,
                some => {
                    let (there, here) = &self.changed[some - 1];
                    if byte >= there.end {
                        here.end + (byte - there.end)
                    } else if is_end {
                        here.end
                    } else {
                        here.start
                    }
                }
            };
        let start = place(range.start, false);
        start..place(range.end, true).max(start)
    }

    /// The byte of the source that is drawn at a byte.
    pub(crate) fn source(&self, byte: usize) -> usize {
        match self.changed.partition_point(|(_, here)| here.start <= byte) {
            0 => byte,
            some => {
                let (there, here) = &self.changed[some - 1];
                if byte >= here.end { there.end + (byte - here.end) } else { there.start }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_rendered_text() {
        let drawn = Drawn::of("a\u{1b}b").expect("it differs");
        assert_eq!(drawn.text, "a\\u{1b}b");
        assert_eq!(drawn.range(&(1..2)), 1..7);
        assert_eq!(drawn.range(&(2..3)), 7..8);
        assert_eq!((drawn.source(0), drawn.source(3), drawn.source(7)), (0, 1, 2));
        assert!(Drawn::of("plain: text\n").is_none());
    }
}
