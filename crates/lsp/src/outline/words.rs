//! The words of a Nickel text, also of one that Nickel's lexer does not get through.

use std::ops::Range;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier or a keyword.
    Name,
    /// A text in double quotes, with them.
    Text,
    /// A text of several lines, with its delimiters.
    Block,
    /// A number.
    Number,
    /// An enum tag.
    Tag,
    /// `{`, `[` or `(`.
    Open(u8),
    /// `}`, `]` or `)`.
    Close(u8),
    /// `,`
    Comma,
    /// `=`
    Equals,
    /// `.`
    Dot,
    /// `&`
    Merge,
    /// `|`
    Pipe,
    /// `:`
    Colon,
    /// `=>`
    Arrow,
    /// Any other operator or sign.
    Operator,
    /// The end of the text.
    End,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// Its bytes.
    pub(crate) bytes: Range<usize>,
    /// Whether it is the first of its line.
    pub(crate) first: bool,
    /// The column of the first word of its line.
    pub(crate) indent: usize,
}

/// The words of a text, one after the other.
#[derive(Debug, Clone)]
pub(crate) struct Words<'t> {
    text: &'t str,
    at: usize,
    first: bool,
    indent: usize,
    line: usize,
}

/// Operators of several signs.
const OPERATORS: [&str; 11] = ["==", "!=", "<=", ">=", "++", "&&", "||", "|>", "->", "..", "@"];

impl<'t> Words<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, at: 0, first: true, indent: 0, line: 0 }
    }

    /// The text of a word.
    pub(crate) fn text_of(&self, token: &Token) -> &'t str {
        self.text.get(token.bytes.clone()).unwrap_or_default()
    }

    /// Leaves the rest of the text out.
    pub(super) fn give_up(&mut self) {
        self.at = self.text.len();
    }

    /// The next word; [`Kind::End`] again and again at the end.
    pub(crate) fn next(&mut self) -> Token {
        self.gap();
        let start = self.at;
        let kind = self.word();
        if self.first {
            self.indent = start - self.line;
        }
        let token = Token { kind, bytes: start..self.at, first: self.first, indent: self.indent };
        self.first = false;
        // A text may have line breaks: what comes after it is on its last line.
        if let Some(last) = self.text.get(start..self.at).and_then(|text| text.rfind('\n')) {
            self.line = start + last + 1;
        }
        token
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// Space, line breaks and comments.
    fn gap(&mut self) {
        loop {
            match self.byte(self.at) {
                Some(b'\n') => {
                    self.at += 1;
                    (self.first, self.line) = (true, self.at);
                }
                Some(b' ' | b'\t' | b'\r') => self.at += 1,
                Some(b'#') => self.at = comment_end(self.text, self.at),
                _ => return,
            }
        }
    }

    fn word(&mut self) -> Kind {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(byte) = self.byte(self.at) else { return Kind::End };
        let single = match byte {
            b'"' => {
                self.at = text_end(self.text, self.at + 1, 0);
                return Kind::Text;
            }
            b'_' | b'a'..=b'z' | b'A'..=b'Z' => return self.name(),
            b'0'..=b'9' => {
                self.at += run(rest, |byte| byte.is_ascii_alphanumeric() || byte == b'.');
                return Kind::Number;
            }
            b'\'' => {
                self.at += 1;
                if self.byte(self.at) == Some(b'"') {
                    self.at = text_end(self.text, self.at + 1, 0);
                } else {
                    self.at += run(rest.get(1..).unwrap_or_default(), in_name);
                }
                return Kind::Tag;
            }
            _ if rest.starts_with("=>") => {
                self.at += 2;
                return Kind::Arrow;
            }
            _ if OPERATORS.iter().any(|operator| rest.starts_with(operator)) => {
                self.at += if byte == b'@' { 1 } else { 2 };
                return Kind::Operator;
            }
            b'{' | b'[' | b'(' => Kind::Open(byte),
            b'}' | b']' | b')' => Kind::Close(byte),
            b',' => Kind::Comma,
            b'=' => Kind::Equals,
            b'.' => Kind::Dot,
            b'&' => Kind::Merge,
            b'|' => Kind::Pipe,
            b':' => Kind::Colon,
            _ => {
                self.at += rest.chars().next().map_or(1, char::len_utf8);
                return Kind::Operator;
            }
        };
        self.at += 1;
        single
    }

    /// A name, or a text of several lines, which begins like one: `m%"`.
    fn name(&mut self) -> Kind {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = run(rest, in_name);
        let after = rest.get(length..).unwrap_or_default();
        let percents = run(after, |byte| byte == b'%');
        if percents > 0 && after.as_bytes().get(percents) == Some(&b'"') {
            self.at = text_end(self.text, self.at + length + percents + 1, percents);
            return Kind::Block;
        }
        self.at += length;
        Kind::Name
    }
}

fn in_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'\'')
}

fn run(text: &str, is: impl Fn(u8) -> bool) -> usize {
    text.bytes().position(|byte| !is(byte)).unwrap_or(text.len())
}

fn comment_end(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    rest.iter().position(|byte| *byte == b'\n').map_or(text.len(), |length| at + length)
}

/// What a part of a text is within.
enum Within {
    /// A text that so many percent signs delimit.
    Text(usize),
    /// Code in a text, or braces in that.
    Braces,
}

/// The end of a text that begins before a byte and that so many percent signs delimit.
fn text_end(text: &str, start: usize, percents: usize) -> usize {
    let bytes = text.as_bytes();
    let mut within = vec![Within::Text(percents)];
    let mut at = start;
    while let (Some(byte), Some(top)) = (bytes.get(at).copied(), within.last()) {
        let rest = bytes.get(at..).unwrap_or_default();
        match (top, byte) {
            (Within::Text(0), b'\n') if within.len() == 1 && begins_setting(text, at + 1) => {
                return at - usize::from(at > start && bytes.get(at - 1) == Some(&b'\r'));
            }
            (Within::Text(0), b'\\') => at += 1,
            (Within::Text(percents), b'"') if delimits(rest, *percents) => {
                at += percents;
                within.pop();
            }
            (Within::Text(percents), b'%') => {
                let length = rest.iter().take_while(|byte| **byte == b'%').count();
                at += length - 1;
                if length >= (*percents).max(1) && bytes.get(at + 1) == Some(&b'{') {
                    at += 1;
                    within.push(Within::Braces);
                }
            }
            (Within::Text(_), _) => {}
            (Within::Braces, b'{') => within.push(Within::Braces),
            (Within::Braces, b'}') => {
                within.pop();
            }
            (Within::Braces, b'"') => {
                let before = bytes.get(start..at).unwrap_or_default();
                let percents = before.iter().rev().take_while(|byte| **byte == b'%').count();
                within.push(Within::Text(percents));
            }
            (Within::Braces, b'#') => at = comment_end(text, at).saturating_sub(1).max(at),
            (Within::Braces, _) => {}
        }
        at += 1;
        if within.is_empty() {
            break;
        }
    }
    at.min(text.len())
}

fn delimits(rest: &[u8], percents: usize) -> bool {
    rest.get(1..=percents).is_some_and(|after| after.iter().all(|byte| *byte == b'%'))
}

/// Whether a line begins as one after a text does: the quote that ends the text before it is missing.
fn begins_setting(text: &str, line: usize) -> bool {
    let rest = text.get(line..).unwrap_or_default().trim_start_matches([' ', '\t']);
    if rest.starts_with(['}', ']']) {
        return true;
    }
    let path = run(rest, |byte| in_name(byte) || byte == b'.');
    let after = rest.get(path..).unwrap_or_default().trim_start_matches([' ', '\t']);
    path > 0 && after.starts_with('=') && !after.starts_with("==")
}
