//! The words of a `.ncl` text that may be wrong. They are Nickel's, but every text has some, and a text in quotes ends
//! on its line unless it surely goes on.

use super::texts::{closing_quote, goes_on, is_of_name, literal_end};
use std::ops::Range;

/// The kind of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A name or a keyword.
    Name,
    /// A number.
    Number,
    /// A text in double quotes; whether its closing quote is there.
    Text(Closed),
    /// A text between `m%"` and `"%`.
    Block,
    /// A tag: `'Name`.
    Tag,
    /// A text in single quotes, which Nickel does not have.
    SingleQuoted,
    /// An opening bracket.
    Open,
    /// A closing bracket.
    Close,
    /// Any other sign.
    Sign,
}

/// Whether a text ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Closed {
    Yes,
    No,
}

/// Where a text in double quotes ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Quotes {
    /// At its closing quote, wherever that is.
    AsParsed,
    /// On its line, unless it surely goes on.
    OnALine,
}

/// One word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) kind: Kind,
    pub(super) range: Range<usize>,
    /// Whether it is the first on its line.
    pub(super) first: bool,
    /// Whether nothing is between it and the word before it.
    pub(super) joined: bool,
}

/// A text and its words.
#[derive(Debug)]
pub(super) struct Words<'t> {
    pub(super) text: &'t str,
    pub(super) all: Vec<Word>,
    /// Comments as other languages write them.
    pub(super) foreign_comments: Vec<Range<usize>>,
    /// Where Nickel's comments start.
    comments: Vec<usize>,
    /// For each bracket the word of its other half; for others, and without one, the number of words.
    partners: Vec<usize>,
}

const SIGNS: [&str; 13] = ["=>", "==", ":=", "|>", "||", "&&", "++", "->", "!=", "<=", ">=", "..", "**"];

impl<'t> Words<'t> {
    /// Splits a text that may be wrong into words.
    pub(super) fn of(text: &'t str) -> Self {
        Self::split(text, Quotes::OnALine)
    }

    /// Splits a text that Nickel can parse into its words.
    pub(super) fn of_parsed(text: &'t str) -> Self {
        Self::split(text, Quotes::AsParsed)
    }

    fn split(text: &'t str, quotes: Quotes) -> Self {
        let mut words = Self {
            text,
            all: Vec::new(),
            foreign_comments: Vec::new(),
            comments: Vec::new(),
            partners: Vec::new(),
        };
        let (mut at, mut first, mut end) = (0, true, None);
        while let Some(c) = text[at..].chars().next() {
            let rest = &text[at..];
            let length = match c {
                '\n' => {
                    first = true;
                    1
                }
                c if c.is_whitespace() => c.len_utf8(),
                '#' => {
                    words.comments.push(at);
                    line_length(rest)
                }
                '/' if words.begins_comment(at) => {
                    let length = foreign_length(rest);
                    words.foreign_comments.push(at..at + length);
                    length
                }
                _ => {
                    let (kind, length) = word(text, at, quotes);
                    let joined = end == Some(at);
                    words.all.push(Word { kind, range: at..at + length, first, joined });
                    first = false;
                    end = Some(at + length);
                    length
                }
            };
            at += length;
        }
        words.partners = partners(&words.all);
        words
    }

    /// Whether `//` or `/*` at a byte begins a comment, and is not a part of an address or a pattern.
    fn begins_comment(&self, at: usize) -> bool {
        let before = self.text[..at].chars().next_back();
        let is_apart = before.is_none_or(|c| c.is_whitespace() || ",;{}[]()\"".contains(c));
        let rest = &self.text[at..];
        is_apart && (rest.starts_with("//") || rest.starts_with("/*") && rest.contains("*/"))
    }

    /// The text of a word; empty if there is none.
    pub(super) fn slice(&self, at: usize) -> &'t str {
        self.all.get(at).map_or("", |word| &self.text[word.range.clone()])
    }

    /// Whether a word is this sign, bracket or keyword.
    pub(super) fn is(&self, at: usize, sign: &str) -> bool {
        let is_plain = |word: &Word| matches!(word.kind, Kind::Name | Kind::Open | Kind::Close | Kind::Sign);
        self.all.get(at).is_some_and(is_plain) && self.slice(at) == sign
    }

    /// Whether a word is one of these.
    pub(super) fn is_any(&self, at: usize, signs: &[&str]) -> bool {
        signs.iter().any(|sign| self.is(at, sign))
    }

    /// Whether a word is a keyword that begins an expression.
    pub(super) fn is_reserved(&self, at: usize) -> bool {
        self.kind(at) == Some(Kind::Name) && is_reserved(self.slice(at))
    }

    /// The kind of a word.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.all.get(at).map(|word| word.kind)
    }

    /// Whether a word is the first on its line; past the last word, everything is.
    pub(super) fn is_first(&self, at: usize) -> bool {
        self.all.get(at).is_none_or(|word| word.first)
    }

    /// Whether nothing is between a word and the one before it.
    pub(super) fn is_joined(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|word| word.joined)
    }

    /// Where a word is; past the last word, the end of the text.
    pub(super) fn range(&self, at: usize) -> Range<usize> {
        let end = self.text.len();
        self.all.get(at).map_or(end..end, |word| word.range.clone())
    }

    /// The first byte of the line of a byte, and the length of its indentation.
    pub(super) fn indentation(&self, at: usize) -> (usize, usize) {
        let start = self.text[..at].rfind('\n').map_or(0, |newline| newline + 1);
        let line = &self.text[start..];
        (start, line.len() - line.trim_start_matches([' ', '\t']).len())
    }

    /// The end of the line of a byte.
    pub(super) fn line_end(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |newline| at + newline)
    }

    /// Where the content of a line ends, before a comment.
    pub(super) fn content_end(&self, at: usize) -> usize {
        let end = self.line_end(at);
        let comment = self.comments.partition_point(|start| *start < at);
        let end = self.comments.get(comment).map_or(end, |start| end.min(*start));
        at + self.text[at..end].trim_end().len()
    }

    /// The other half of the bracket at a word, or the number of words.
    pub(super) fn partner(&self, bracket: usize) -> usize {
        self.partners.get(bracket).copied().unwrap_or(self.all.len())
    }

    /// How deep brackets are in brackets.
    pub(super) fn depth(&self) -> usize {
        let (mut depth, mut deepest) = (0_usize, 0);
        for word in &self.all {
            match word.kind {
                Kind::Open => depth += 1,
                Kind::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            deepest = deepest.max(depth);
        }
        deepest
    }

    /// The word after a path of keys that begins at a word, if one does: `a.b."c d"`.
    pub(super) fn path_end(&self, start: usize) -> Option<usize> {
        let is_key = |at| matches!(self.kind(at), Some(Kind::Name | Kind::Text(Closed::Yes)));
        let mut at = start;
        loop {
            if !is_key(at) || (self.kind(at) == Some(Kind::Name) && is_reserved(self.slice(at))) {
                return None;
            }
            at += 1;
            if !self.is(at, ".") {
                return Some(at);
            }
            at += 1;
        }
    }

    /// The first word of the path of keys that ends before a word.
    pub(super) fn path_start(&self, end: usize) -> Option<usize> {
        let mut at = end.checked_sub(1)?;
        loop {
            if !matches!(self.kind(at), Some(Kind::Name | Kind::Text(Closed::Yes))) {
                return None;
            }
            if at < 2 || !self.is(at - 1, ".") {
                return Some(at);
            }
            at -= 2;
        }
    }
}

fn partners(words: &[Word]) -> Vec<usize> {
    let mut partners = vec![words.len(); words.len()];
    let mut open = Vec::new();
    for (at, word) in words.iter().enumerate() {
        match word.kind {
            Kind::Open => open.push(at),
            Kind::Close => {
                if let Some(opened) = open.pop() {
                    partners[opened] = at;
                    partners[at] = opened;
                }
            }
            _ => {}
        }
    }
    partners
}

/// Words that are never keys.
pub(super) fn is_reserved(name: &str) -> bool {
    ["let", "in", "fun", "if", "then", "else", "import", "match", "forall", "null", "true", "false"]
        .contains(&name)
}

fn line_length(rest: &str) -> usize {
    rest.find('\n').unwrap_or(rest.len())
}

fn foreign_length(rest: &str) -> usize {
    if rest.starts_with("//") {
        return rest[..line_length(rest)].trim_end().len();
    }
    rest.find("*/").map_or(rest.len(), |end| end + 2)
}

/// The kind and the length of the word at a byte.
fn word(text: &str, at: usize, quotes: Quotes) -> (Kind, usize) {
    let rest = &text[at..];
    let Some(c) = rest.chars().next() else { return (Kind::Sign, 0) };
    match c {
        '"' => quoted(rest, quotes),
        '\'' => tag(rest),
        '{' | '[' | '(' => (Kind::Open, 1),
        '}' | ']' | ')' => (Kind::Close, 1),
        c if c.is_ascii_digit() || (c == '.' && rest[1..].starts_with(|c: char| c.is_ascii_digit())) => {
            (Kind::Number, number(rest))
        }
        '%' if primitive(rest).is_some() => (Kind::Name, primitive(rest).unwrap_or(1)),
        c if c.is_ascii_alphabetic() || (c == '_' && !name_is_bare(rest)) => name(rest),
        _ => {
            let sign = SIGNS.iter().find(|sign| rest.starts_with(**sign));
            (Kind::Sign, sign.map_or(c.len_utf8(), |sign| sign.len()))
        }
    }
}

/// The length of one of Nickel's primitive operations, such as `%array/length%`.
fn primitive(rest: &str) -> Option<usize> {
    let inner = rest.strip_prefix('%')?;
    let end = inner.find(|c: char| !c.is_ascii_lowercase() && !matches!(c, '/' | '_' | '2'))?;
    (end > 1 && inner[end..].starts_with('%')).then_some(end + 2)
}

fn name_is_bare(rest: &str) -> bool {
    !rest.trim_start_matches('_').starts_with(|c: char| c.is_ascii_alphabetic())
}

fn name(rest: &str) -> (Kind, usize) {
    let length = rest.find(|c| !is_of_name(c)).unwrap_or(rest.len());
    let name = &rest[..length];
    let percents = rest[length..].len() - rest[length..].trim_start_matches('%').len();
    if (name == "m" || name.ends_with("-s")) && percents > 0 && rest[length + percents..].starts_with('"') {
        let start = length + percents;
        let end = literal_end(&rest[start..], percents).map_or(rest.len(), |end| start + end);
        return (Kind::Block, end);
    }
    (Kind::Name, length)
}

fn number(rest: &str) -> usize {
    let digits =
        |from: usize| rest[from..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |at| from + at);
    if let Some(hex) = rest.strip_prefix("0x").filter(|hex| hex.starts_with(|c: char| c.is_ascii_hexdigit()))
    {
        return 2 + hex.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(hex.len());
    }
    let mut end = digits(0);
    if rest[end..].starts_with('.') && rest[end + 1..].starts_with(|c: char| c.is_ascii_digit()) {
        end = digits(end + 1);
    }
    let exponent = rest[end..].strip_prefix(['e', 'E']).map(|after| after.trim_start_matches(['+', '-']));
    match exponent {
        Some(after) if after.starts_with(|c: char| c.is_ascii_digit()) => digits(rest.len() - after.len()),
        _ => end,
    }
}

/// A tag, or a text in single quotes.
fn tag(rest: &str) -> (Kind, usize) {
    let inner = &rest[1..];
    let line = &inner[..line_length(inner)];
    let is_end = |at: usize| {
        let after = line[at + 1..].chars().next();
        after.is_none_or(|c| c.is_whitespace() || ",;}])".contains(c))
    };
    let closing = line.match_indices('\'').map(|(at, _)| at).find(|at| is_end(*at));
    if let Some(at) = closing.filter(|at| !line[..*at].contains(['"', '=', '{', '}'])) {
        return (Kind::SingleQuoted, at + 2);
    }
    let name = inner.find(|c| !is_of_name(c)).unwrap_or(inner.len());
    (if name > 0 { Kind::Tag } else { Kind::Sign }, 1 + name)
}

/// A text in double quotes. It goes on after its line only if what follows is no entry of a record.
fn quoted(rest: &str, quotes: Quotes) -> (Kind, usize) {
    match closing_quote(rest) {
        Some(end)
            if quotes == Quotes::AsParsed
                || !rest[..end].contains('\n')
                || goes_on(&rest[..end], &rest[end..]) =>
        {
            (Kind::Text(Closed::Yes), end)
        }
        _ => {
            let line = rest[..line_length(rest)].trim_end();
            let line = line.strip_suffix([',', ';']).unwrap_or(line).trim_end();
            (Kind::Text(Closed::No), line.len())
        }
    }
}
