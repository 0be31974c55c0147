//! Places: bytes of a text, and lines and characters as a client counts them.

use lsp_types::{Position, PositionEncodingKind, Range};
use std::ops::Range as Bytes;

/// How a client counts the characters of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Encoding {
    /// In bytes of UTF-8.
    Utf8,
    /// In units of UTF-16: what every client knows.
    #[default]
    Utf16,
}

impl Encoding {
    /// The best one that a client offers.
    pub(crate) fn negotiated(offered: Option<&[PositionEncodingKind]>) -> Self {
        let utf8 = offered.unwrap_or_default().contains(&PositionEncodingKind::UTF8);
        if utf8 { Self::Utf8 } else { Self::Utf16 }
    }

    /// What the protocol calls it.
    pub(crate) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
        }
    }

    fn width(self, text: &str) -> usize {
        match self {
            Self::Utf8 => text.len(),
            Self::Utf16 => text.chars().map(char::len_utf16).sum(),
        }
    }
}

/// A text with the starts of its lines.
#[derive(Debug, Clone, Default)]
pub(crate) struct Text {
    text: String,
    /// The byte at which each line starts.
    starts: Vec<usize>,
}

impl Text {
    pub(crate) fn new(text: String) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts }
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of lines; a text that ends with a line break has an empty one after it.
    pub(crate) fn lines(&self) -> usize {
        self.starts.len()
    }

    /// The bytes of a line, without its line break; lines count from 0.
    pub(crate) fn line(&self, line: usize) -> Bytes<usize> {
        let Some(start) = self.starts.get(line).copied() else { return self.text.len()..self.text.len() };
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        let text = self.text.get(start..end).unwrap_or_default();
        start..start + text.strip_suffix('\r').unwrap_or(text).len()
    }

    /// The line of a byte, counted from 0.
    pub(crate) fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// Where a byte is.
    pub(crate) fn position(&self, byte: usize, encoding: Encoding) -> Position {
        let byte = self.boundary(byte);
        let line = self.line_of(byte);
        let before = self.starts.get(line).and_then(|start| self.text.get(*start..byte)).unwrap_or_default();
        Position::new(number(line), number(encoding.width(before)))
    }

    /// Where a range of bytes is.
    pub(crate) fn range(&self, bytes: Bytes<usize>, encoding: Encoding) -> Range {
        Range::new(self.position(bytes.start, encoding), self.position(bytes.end.max(bytes.start), encoding))
    }

    /// The byte of a place; the end of its line for a place beyond that.
    pub(crate) fn byte(&self, position: Position, encoding: Encoding) -> usize {
        let line = self.line(index(position.line));
        let wanted = index(position.character);
        let text = self.text.get(line.clone()).unwrap_or_default();
        let mut width = 0;
        for (at, sign) in text.char_indices() {
            if width >= wanted {
                return line.start + at;
            }
            width += encoding.width(sign.encode_utf8(&mut [0; 4]));
            // A place in the middle of a character is its start.
            if width > wanted {
                return line.start + at;
            }
        }
        line.end
    }

    /// The bytes of a range.
    pub(crate) fn bytes(&self, range: Range, encoding: Encoding) -> Bytes<usize> {
        let start = self.byte(range.start, encoding);
        start..self.byte(range.end, encoding).max(start)
    }

    /// Replaces a part of it.
    pub(crate) fn replace(&mut self, bytes: Bytes<usize>, with: &str) {
        let first = self.line_of(bytes.start) + 1;
        let after = self.starts.partition_point(|start| *start <= bytes.end);
        let (old, new) = (bytes.end - bytes.start, with.len());
        let inserted: Vec<usize> = with.match_indices('\n').map(|(at, _)| bytes.start + at + 1).collect();
        for start in self.starts.iter_mut().skip(after) {
            *start = *start - old + new;
        }
        self.starts.splice(first..after.max(first), inserted);
        self.text.replace_range(bytes, with);
    }

    /// The nearest start of a character at or before a byte.
    fn boundary(&self, byte: usize) -> usize {
        let byte = byte.min(self.text.len());
        (0..=byte).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or_default()
    }
}

fn number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_count_as_the_client_counts_them() {
        let text = Text::new("a: 1\r\nü𝕏b: 2\n".to_owned());
        let b = text.as_str().find('b').expect("it is there");
        assert_eq!(text.position(b, Encoding::Utf8), Position::new(1, 6));
        assert_eq!(text.position(b, Encoding::Utf16), Position::new(1, 3));
        assert_eq!(text.byte(Position::new(1, 3), Encoding::Utf16), b);
        assert_eq!(text.byte(Position::new(1, 6), Encoding::Utf8), b);
        assert_eq!(text.byte(Position::new(1, 2), Encoding::Utf16), b - "𝕏".len(), "inside of a character");
        assert_eq!(text.byte(Position::new(0, 99), Encoding::Utf16), 4, "before the line break");
        assert_eq!(text.byte(Position::new(9, 0), Encoding::Utf16), text.as_str().len());
    }

    #[test]
    fn edits_keep_the_lines() {
        let whole = "one\ntwo\nthree\n\nfive";
        let pieces = ["", "x", "\n", "a\nb", "\n\n\n"];
        for start in 0..=whole.len() {
            for end in start..=whole.len() {
                for piece in pieces {
                    let mut text = Text::new(whole.to_owned());
                    text.replace(start..end, piece);
                    let again = Text::new(text.text.clone());
                    assert_eq!(text.starts, again.starts, "{start}..{end} {piece:?}");
                }
            }
        }
    }
}
