//! Text that does nothing to whoever reads it: the one place that makes it so.
//!
//! A value may hold what moves a terminal's cursor, turns the order of letters around, hides others, or what a CI
//! system takes for a command. All of it is shown as what it is, `\u{1b}`, and nothing else is changed. What a form has
//! by itself (quotes of JSON, tags of HTML) is escaped by those who write that form.

use crate::hidden;
use std::borrow::Cow;
use std::fmt::Write;

/// Text of any number of lines, for a terminal or a log: ends of lines and tabs stay.
pub fn text(text: &str) -> String {
    let mut inert = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    let mut line_begins = true;
    let mut last = ['\n'; 2];
    while let Some(c) = rest.next() {
        let next = rest.peek().copied();
        let is_command = match (c, next) {
            // A line that begins so is a command to the runner of GitHub Actions, and `##[` is one anywhere.
            (':', Some(':')) => line_begins,
            ('[' | 'v', _) => last == ['#', '#'],
            _ => false,
        };
        if is_command || !is_inert(c, next) {
            escape(c, &mut inert);
        } else {
            inert.push(c);
        }
        line_begins = c == '\n' || c == '\r' || (line_begins && c.is_whitespace());
        last = [last[1], c];
    }
    inert
}

/// Text that has to stay on one line: a name of a file or of a key.
pub fn line(one: &str) -> String {
    text(one).replace('\n', "\\n").replace('\t', "\\t")
}

/// Characters alone, for forms in which no line is a command: a page.
pub fn characters(text: &str) -> Cow<'_, str> {
    replaced(text, escape)
}

/// A written JSON document, with escapes in the place of what a reader would not see: it says the same.
pub fn json(document: &str) -> String {
    let escaped = replaced(document, |c, inert| {
        let mut units = [0; 2];
        for unit in c.encode_utf16(&mut units) {
            let _ = write!(inert, "\\u{unit:04x}");
        }
    });
    escaped.replace("##[", "#\\u0023[").replace("##vso", "#\\u0023vso")
}

/// Whether a character acts on its surroundings or cannot be seen: controls, marks of direction, characters without
/// width, ends of lines and paragraphs of their own, tags, and what is no character at all.
pub fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e0fff}')
        || u32::from(c) & 0xfffe == 0xfffe
}

fn is_inert(c: char, next: Option<char>) -> bool {
    !acts(c) || matches!(c, '\n' | '\t') || (c == '\r' && next == Some('\n'))
}

fn escape(c: char, into: &mut String) {
    let _ = write!(into, "\\u{{{:x}}}", u32::from(c));
}

fn replaced(text: &str, escape: impl Fn(char, &mut String)) -> Cow<'_, str> {
    let acting = |c: char| acts(c) && !matches!(c, '\n' | '\t');
    if !text.contains(acting) {
        return Cow::Borrowed(text);
    }
    let mut inert = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if is_inert(c, rest.peek().copied()) {
            inert.push(c);
        } else {
            escape(c, &mut inert);
        }
    }
    Cow::Owned(inert)
}

/// A source text as it is drawn: inert, and with a word in the place of each secret. Lines stay where they are.
#[derive(Debug, Default)]
pub(crate) struct Drawn {
    /// The text.
    pub(crate) text: String,
    /// What differs from the source, in order: the bytes there, and here.
    changed: Vec<(std::ops::Range<usize>, std::ops::Range<usize>)>,
}

impl Drawn {
    /// Draws a text; none where it is drawn as it stands.
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
            let masked = hidden::masked(rest);
            let commands = rest.starts_with("##[") || rest.starts_with("##vso");
            let next = rest[c.len_utf8()..].chars().next();
            let length = if masked > 0 { masked } else { c.len_utf8() };
            let start = drawn.text.len();
            if masked > 0 {
                drawn.text.push_str(hidden::HIDDEN);
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
    fn what_acts_is_shown() {
        assert_eq!(text("a\u{1b}[31mb"), "a\\u{1b}[31mb");
        assert_eq!(text("a\u{9b}31m\u{202e}b\u{200b}"), "a\\u{9b}31m\\u{202e}b\\u{200b}");
        assert_eq!(text("one\ttwo\r\nthree\rfour\n"), "one\ttwo\r\nthree\\u{d}four\n");
        assert_eq!(text("größe 大 🚀"), "größe 大 🚀");
        assert_eq!(line("a\nb"), "a\\nb");
    }

    #[test]
    fn nothing_is_a_command_of_a_runner() {
        assert_eq!(text("::error::x\n  ::debug::y a::b"), "\\u{3a}:error::x\n  \\u{3a}:debug::y a::b");
        assert_eq!(text("a ##[group]b ##vso[c]"), "a ##\\u{5b}group]b ##\\u{76}so[c]");
        assert_eq!(
            json("{\"a\": \"##[error]\u{202e}\u{7f}\"}"),
            "{\"a\": \"#\\u0023[error]\\u202e\\u007f\"}"
        );
    }

    #[test]
    fn json_says_the_same() {
        let value = "\u{1b}\u{9b}\u{2066}\u{e0041}##[x]";
        let document = json(&serde_json::to_string(value).expect("it is written"));
        assert!(document.is_ascii(), "{document}");
        assert_eq!(serde_json::from_str::<String>(&document).expect("it is read"), value);
    }

    #[test]
    fn places_are_found_in_what_is_drawn() {
        let drawn = Drawn::of("a\u{1b}b").expect("it differs");
        assert_eq!(drawn.text, "a\\u{1b}b");
        assert_eq!(drawn.range(&(1..2)), 1..7);
        assert_eq!(drawn.range(&(2..3)), 7..8);
        assert_eq!((drawn.source(0), drawn.source(3), drawn.source(7)), (0, 1, 2));
        assert!(Drawn::of("plain: text\n").is_none());
    }
}
