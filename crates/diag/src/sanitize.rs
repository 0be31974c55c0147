//! Sanitizing: text of a configuration that is shown means nothing but itself to whoever reads it.
//!
//! A value may hold what moves a terminal's cursor, reverses the order of letters, hides others, or what a CI system
//! takes for a command. All of it is shown as an escape, `\u{1b}`, and nothing else is changed. What a format has
//! alone (tags of HTML, links of Markdown, quotes of JSON) its [`Medium`] escapes as well; sinks take [`Escaped`]
//! text only.

mod drawn;
mod escaped;

pub(crate) use drawn::Drawn;
pub use escaped::{Annotations, Escaped, Markdown, Medium, Terminal, Xml};

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
    text(one).replace('\r', "\\r").replace('\n', "\\n").replace('\t', "\\t")
}

/// Characters alone, for the message of an annotation, in which no line is a command.
pub fn characters(text: &str) -> Cow<'_, str> {
    replaced(text, escape)
}

/// A written page: what acts on its readers is shown, and no line of it is a command where it is printed.
pub fn page(html: &str) -> String {
    let mut page = String::with_capacity(html.len());
    for line in characters(html).split_inclusive('\n') {
        let begins = line.len() - line.trim_start().len();
        let command = line[begins..].starts_with("::");
        let line = line.replace("##[", "#&#35;[").replace("##vso", "#&#35;vso");
        if command {
            page.push_str(&line[..begins]);
            page.push_str("&#58;");
            page.push_str(&line[begins + 1..]);
        } else {
            page.push_str(&line);
        }
    }
    page
}

/// A written JSON document, with escapes instead of what a reader would not see: it says the same.
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
/// width, ends of lines and paragraphs of their own, tags, and what is not a character at all.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn active_characters_are_escaped() {
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
    fn a_page_is_read_as_before() {
        assert_eq!(
            page("<p>a\n ::error::b\n##[c]\u{202e}</p>"),
            "<p>a\n &#58;:error::b\n#&#35;[c]\\u{202e}</p>"
        );
    }

    #[test]
    fn json_has_the_same_content() {
        let value = "\u{1b}\u{9b}\u{2066}\u{e0041}##[x]";
        let document = json(&serde_json::to_string(value).expect("it is written"));
        assert!(document.is_ascii(), "{document}");
        assert_eq!(serde_json::from_str::<String>(&document).expect("it is read"), value);
    }
}
