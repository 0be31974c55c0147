//! Where the cursor is: the record that a key would be put in, the setting whose value is being written, and the word
//! that an answer replaces.
//!
//! The readers of outlines answer it: a word of our own is put at the cursor, once as a key and once as a value, after
//! the text before it. Where they find it is where the cursor is, by the same rules that the whole text is read by.

use crate::documents::Language;
use crate::outline::{Entry, Holds, Kind, Outline, Words};
use pulsarc_diag::{KeyPath, Segment};
use std::ops::Range;

/// The word of our own.
const WORD: &str = "pulsarc_writes_here";
/// In larger texts nothing is completed: each question reads the text twice.
const LARGEST: usize = 8 << 20;

/// The value that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// The path of the setting, or of the item of a list.
    pub(crate) path: KeyPath,
    /// The byte that the whole value starts at: before the word if the value has several.
    pub(crate) start: usize,
}

/// How a text is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// YAML, where columns say what is nested.
    Block,
    /// YAML between brackets.
    Flow,
    /// JSON: keys and texts are in quotes.
    Json,
    /// Nickel.
    Nickel,
}

/// Where the cursor is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cursor {
    /// The byte that it is before.
    pub(crate) byte: usize,
    /// The bytes of the word around it, without quotes.
    pub(crate) word: Range<usize>,
    /// The quote before the word, if there is one.
    pub(crate) quote: Option<char>,
    /// Whether the quote after the word is there.
    pub(crate) closed: bool,
    /// The record that a key would be put in.
    pub(crate) key: Option<KeyPath>,
    /// The value that is being written.
    pub(crate) value: Option<Written>,
    /// Whether a colon or an equals sign follows the word.
    pub(crate) followed: bool,
    /// Whether a space has to come before a value.
    pub(crate) space: bool,
    /// How the text around it is written.
    pub(crate) style: Style,
    /// The column of the key, or of the line's first word in Nickel.
    pub(crate) indent: usize,
    /// How many columns a level is indented by.
    pub(crate) unit: usize,
    /// The names before the word, which dots part: `pulsar` and `presets` of `pulsar.presets.one`.
    pub(crate) names: Vec<String>,
}

impl Cursor {
    /// Finds it; none in a comment.
    pub(crate) fn at(text: &str, language: Language, byte: usize) -> Option<Self> {
        let byte = byte.min(text.len());
        if text.len() > LARGEST || !text.is_char_boundary(byte) {
            return None;
        }
        let line = text.get(..byte)?.rfind('\n').map_or(0, |at| at + 1);
        let word = Word::before(text, language, line..byte);
        let (end, closed) = word.end(text, language, byte);
        let after = text.get(end + usize::from(closed)..)?.trim_start_matches([' ', '\t']);
        let followed = match language {
            Language::Values => after.starts_with(':'),
            Language::Nickel => after.starts_with(['=', '.', '|', ':']) && !after.starts_with("=="),
        };
        let outer = word.outer();
        let (names, path) = names(text, language, &word);
        let mut cursor = Self {
            byte,
            word: word.start..end,
            quote: word.quote,
            closed,
            key: None,
            value: None,
            followed,
            space: false,
            style: match language {
                Language::Nickel => Style::Nickel,
                Language::Values if text.trim_start().starts_with('{') => Style::Json,
                Language::Values => Style::Block,
            },
            indent: indent(text, language, line, outer),
            unit: unit(text),
            names,
        };
        let before = text.get(..outer)?;
        cursor.space = language == Language::Values && outer > line && before.ends_with(':');
        cursor.value = written(before, language, cursor.space);
        let starts = |value: &Written| value.start >= line;
        let may_be_key = match language {
            Language::Values => !cursor.space,
            Language::Nickel => is_in_record(before) && !text.get(..path)?.trim_end().ends_with('='),
        };
        if may_be_key && let Some((key, flow)) = key(before, language) {
            cursor.key = Some(key);
            if flow && cursor.style == Style::Block {
                cursor.style = Style::Flow;
            }
            // What is on the line before goes on in this one only as long as nothing else is written here.
            cursor.value = cursor.value.filter(|value| starts(value) && language == Language::Values);
        }
        let nowhere = cursor.key.is_none() && cursor.value.is_none();
        (!(nowhere && word.comment)).then_some(cursor)
    }

    /// The text of the word before the cursor.
    pub(crate) fn typed<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.word.start..self.byte).unwrap_or_default()
    }

    /// Where the word starts, with its quote.
    pub(crate) fn outer(&self) -> usize {
        self.word.start - usize::from(self.quote.is_some())
    }

    /// Whether the path of an import is being written.
    pub(crate) fn is_import(&self, text: &str) -> bool {
        let before = text.get(..self.outer()).unwrap_or_default();
        self.style == Style::Nickel && self.quote == Some('"') && before.trim_end().ends_with("import")
    }

    /// The value that is being written, if the word is all of it so far.
    pub(crate) fn whole_value(&self) -> Option<&KeyPath> {
        let outer = self.outer();
        self.value.as_ref().filter(|value| value.start >= outer).map(|value| &value.path)
    }
}

/// The word before the cursor.
struct Word {
    start: usize,
    quote: Option<char>,
    /// Whether a comment may have started before it.
    comment: bool,
}

impl Word {
    /// The last word of a part of a line.
    fn before(text: &str, language: Language, part: Range<usize>) -> Self {
        let mut word = Self { start: part.start, quote: None, comment: false };
        let bytes = text.as_bytes();
        let mut at = part.start;
        while at < part.end {
            let byte = bytes.get(at).copied().unwrap_or_default();
            match (word.quote, byte) {
                (Some('"'), b'\\') => at += 1,
                (Some(quote), _) => {
                    if char::from(byte) == quote {
                        word.quote = None;
                        word.start = at + 1;
                    }
                }
                (None, b'"') => (word.quote, word.start) = (Some('"'), at + 1),
                (None, b'\'') if language == Language::Values && word.start == at => {
                    (word.quote, word.start) = (Some('\''), at + 1);
                }
                (None, _) => {
                    let first = word.start == at;
                    word.comment |= byte == b'#' && (first || language == Language::Nickel);
                    if parts(text, language, at, first) {
                        word.start = at + 1;
                    }
                }
            }
            at += 1;
        }
        // A backslash may be the last byte.
        word.start = word.start.min(part.end);
        word
    }

    /// Where it starts, with its quote.
    fn outer(&self) -> usize {
        self.start - usize::from(self.quote.is_some())
    }

    /// Where it ends, and whether its second quote is there.
    fn end(&self, text: &str, language: Language, byte: usize) -> (usize, bool) {
        let rest = text.as_bytes().get(byte..).unwrap_or_default();
        let line = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        if let Some(quote) = self.quote {
            let closing = rest.iter().take(line).position(|byte| char::from(*byte) == quote);
            return closing.map_or((byte, false), |length| (byte + length, true));
        }
        let end = (byte..byte + line).find(|at| parts(text, language, *at, false));
        (end.unwrap_or(byte + line), false)
    }
}

/// Whether the byte at a place parts words.
fn parts(text: &str, language: Language, at: usize, first: bool) -> bool {
    let next = text.as_bytes().get(at + 1).copied();
    let Some(byte) = text.as_bytes().get(at).copied() else { return true };
    match language {
        Language::Values => match byte {
            b' ' | b'\t' | b'\r' | b',' | b'{' | b'}' | b'[' | b']' => true,
            // After a key in quotes no space is needed.
            b':' => first || matches!(next, None | Some(b' ' | b'\t' | b'\r' | b'\n')),
            _ => false,
        },
        Language::Nickel => match byte {
            b'\'' => false,
            b'-' => first,
            _ => byte.is_ascii() && !byte.is_ascii_alphanumeric() && byte != b'_',
        },
    }
}

/// The names before a word of Nickel, and where the first of them starts.
fn names(text: &str, language: Language, word: &Word) -> (Vec<String>, usize) {
    let (mut names, mut start) = (Vec::new(), word.outer());
    if language == Language::Values {
        return (names, start);
    }
    while let Some(before) = text.get(..start).and_then(|before| before.strip_suffix('.')) {
        let is_part = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | '\'');
        let name = before.rsplit(|sign| !is_part(sign)).next().unwrap_or_default();
        if name.is_empty() {
            break;
        }
        names.insert(0, name.to_owned());
        start = before.len() - name.len();
        if names.len() > 16 {
            break;
        }
    }
    (names, start)
}

/// Whether the innermost open bracket is that of a record.
fn is_in_record(before: &str) -> bool {
    let (mut words, mut open) = (Words::new(before), Vec::new());
    loop {
        match words.next().kind {
            Kind::Open(bracket) => open.push(bracket),
            Kind::Close(_) => drop(open.pop()),
            Kind::End => return open.last() == Some(&b'{'),
            _ => {}
        }
    }
}

/// The record that a key after a text is in, and whether that is in flow style.
fn key(before: &str, language: Language) -> Option<(KeyPath, bool)> {
    let text = match language {
        Language::Values => format!("{before}{WORD}:"),
        Language::Nickel => format!("{before}{WORD} = 1"),
    };
    let outline = Outline::of(&text, language);
    let last = last(&outline);
    let (own, around) = last.split_last()?;
    let found = own.name() == Some(WORD) && own.key.start == before.len();
    let flow = around
        .iter()
        .any(|entry| text.get(entry.value.start..).is_some_and(|text| text.starts_with(['{', '['])));
    found.then(|| (path(around), flow))
}

/// The value that a word after a text is, or is a part of.
fn written(before: &str, language: Language, space: bool) -> Option<Written> {
    let text = format!("{before}{}{WORD}", if space { " " } else { "" });
    let outline = Outline::of(&text, language);
    let last = last(&outline);
    let own = last.last()?;
    let found =
        own.value.end == text.len() && !matches!(own.holds, Holds::Nothing | Holds::Record | Holds::List);
    found.then(|| Written { path: path(&last), start: own.value.start.min(before.len()) })
}

/// The last entry of a text, and those around it, the outermost first.
fn last(outline: &Outline) -> Vec<&Entry> {
    let mut last = Vec::new();
    let mut entries = &outline.entries;
    while let Some(entry) = entries.last() {
        last.push(entry);
        entries = &entry.entries;
    }
    last
}

fn path(entries: &[&Entry]) -> KeyPath {
    let mut path = KeyPath::root();
    for entry in entries {
        path.push(entry.step.clone());
    }
    path
}

/// The column that what is nested at the cursor is indented from.
fn indent(text: &str, language: Language, line: usize, outer: usize) -> usize {
    match language {
        Language::Values => outer - line,
        Language::Nickel => {
            let line = text.get(line..outer).unwrap_or_default();
            line.len() - line.trim_start_matches([' ', '\t']).len()
        }
    }
}

/// How many columns the first nested line is indented by.
fn unit(text: &str) -> usize {
    let spaces = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let written = |line: &&str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
    let nested = text.lines().filter(written).map(spaces).find(|spaces| *spaces > 0);
    nested.filter(|spaces| *spaces <= 8).unwrap_or(2)
}

/// Whether a path leads to an item of a list.
pub(crate) fn is_item(path: &KeyPath) -> bool {
    matches!(path.segments().last(), Some(Segment::Index(_)))
}

#[cfg(test)]
mod tests;
