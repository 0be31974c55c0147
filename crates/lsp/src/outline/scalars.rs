//! Scalars and keys of YAML within a text: where each ends.

use pulsarc_diag::Segment;
use std::ops::Range;

/// The signs of flow style.
const FLOW: &[u8] = b",[]{}";

/// A text of YAML, with what can be asked about any of its bytes.
#[derive(Clone, Copy)]
pub(super) struct Yaml<'t> {
    pub(super) text: &'t str,
}

/// A key before its colon.
pub(super) struct Key {
    /// Its bytes, with quotes.
    pub(super) bytes: Range<usize>,
    /// The byte after the colon.
    pub(super) after: usize,
}

impl<'t> Yaml<'t> {
    pub(super) fn byte(self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    pub(super) fn slice(self, range: Range<usize>) -> &'t str {
        self.text.get(range).unwrap_or_default()
    }

    /// Whether a line or the text ends at a byte.
    pub(super) fn is_end(self, at: usize) -> bool {
        matches!(self.byte(at), None | Some(b'\n' | b'\r'))
    }

    /// Whether a word ends before a byte.
    fn is_gap(self, at: usize) -> bool {
        self.is_end(at) || matches!(self.byte(at), Some(b' ' | b'\t'))
    }

    /// The first byte from one on that is no space.
    pub(super) fn past_spaces(self, mut at: usize) -> usize {
        while matches!(self.byte(at), Some(b' ' | b'\t')) {
            at += 1;
        }
        at
    }

    /// The line break that ends the line of a byte, or the end of the text.
    pub(super) fn line_end(self, at: usize) -> usize {
        let rest = self.text.as_bytes().get(at..).unwrap_or_default();
        rest.iter().position(|byte| *byte == b'\n').map_or(self.text.len(), |length| at + length)
    }

    /// The start of the line after that of a byte.
    pub(super) fn next_line(self, at: usize) -> usize {
        (self.line_end(at) + 1).min(self.text.len())
    }

    /// Whether a comment starts at a byte.
    pub(super) fn is_comment(self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.byte(before));
        self.byte(at) == Some(b'#') && matches!(before, None | Some(b' ' | b'\t' | b'\n' | b'\r'))
    }

    /// Whether a line starts with a marker of documents, `---` or `...`.
    pub(super) fn is_marker(self, start: usize, marker: &str) -> bool {
        self.slice(start..start + marker.len()) == marker && self.is_gap(start + marker.len())
    }

    /// Whether a list item starts at a byte.
    pub(super) fn is_dash(self, at: usize) -> bool {
        self.byte(at) == Some(b'-') && self.is_gap(at + 1)
    }

    /// The first byte after anchors and tags.
    pub(super) fn past_properties(self, mut at: usize) -> usize {
        while matches!(self.byte(at), Some(b'&' | b'!')) {
            while !self.is_gap(at) && !(at > 0 && self.byte(at).is_some_and(|byte| FLOW.contains(&byte))) {
                at += 1;
            }
            at = self.past_spaces(at);
            if self.is_end(at) || self.byte(at).is_some_and(|byte| FLOW.contains(&byte)) {
                break;
            }
        }
        at
    }

    /// The key in block style that starts at a byte, if a colon follows on its line.
    pub(super) fn key(self, start: usize) -> Option<Key> {
        let mut end = match self.byte(start)? {
            b'"' | b'\'' => self.quoted_in_line(start)?,
            byte if FLOW.contains(&byte) => return None,
            b'#' | b'|' | b'>' | b'@' | b'`' | b'%' => return None,
            b'?' if self.is_gap(start + 1) => return None,
            _ => self.plain_key(start)?,
        };
        let bytes = start..end;
        end = self.past_spaces(end);
        let found = self.byte(end) == Some(b':') && self.is_gap(end + 1) && !bytes.is_empty();
        found.then_some(Key { bytes, after: end + 1 })
    }

    fn plain_key(self, start: usize) -> Option<usize> {
        let mut at = start;
        while !self.is_end(at) && !self.is_comment(at) {
            if self.byte(at) == Some(b':') && self.is_gap(at + 1) {
                return Some(self.trimmed(start..at));
            }
            at += 1;
        }
        None
    }

    /// Where a range ends without the space at its end.
    pub(super) fn trimmed(self, range: Range<usize>) -> usize {
        let mut end = range.end;
        while end > range.start && matches!(self.byte(end - 1), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            end -= 1;
        }
        end
    }

    /// The end of a text in quotes, if it ends on its line.
    fn quoted_in_line(self, start: usize) -> Option<usize> {
        let quote = self.byte(start)?;
        let mut at = start + 1;
        while !self.is_end(at) {
            match self.byte(at)? {
                b'\\' if quote == b'"' => at += 1,
                byte if byte == quote => {
                    if quote == b'"' || self.byte(at + 1) != Some(quote) {
                        return Some(at + 1);
                    }
                    at += 1;
                }
                _ => {}
            }
            at += 1;
        }
        None
    }

    /// The end of a text in quotes. If its second quote is missing, it ends before the line that `stops` it.
    pub(super) fn quoted(self, start: usize, stops: impl Fn(usize) -> bool) -> usize {
        let Some(quote) = self.byte(start) else { return start };
        let mut at = start + 1;
        while let Some(byte) = self.byte(at) {
            match byte {
                b'\n' if stops(at + 1) => return self.trimmed(start..at),
                b'\\' if quote == b'"' && !self.is_end(at + 1) => at += 1,
                _ if byte == quote && quote == b'\'' && self.byte(at + 1) == Some(quote) => at += 1,
                _ if byte == quote => return at + 1,
                _ => {}
            }
            at += 1;
        }
        self.trimmed(start..self.text.len())
    }

    /// The end of a plain scalar on its line.
    pub(super) fn plain_in_line(self, start: usize) -> usize {
        let mut at = start;
        while !self.is_end(at) && !self.is_comment(at) {
            at += 1;
        }
        self.trimmed(start..at)
    }

    /// The end of a plain scalar in flow style on its line.
    pub(super) fn plain_in_flow(self, start: usize) -> usize {
        let mut at = start;
        while !self.is_end(at)
            && !self.is_comment(at)
            && !self.byte(at).is_some_and(|byte| FLOW.contains(&byte))
        {
            if self.is_flow_colon(at) {
                break;
            }
            at += 1;
        }
        self.trimmed(start..at)
    }

    /// Whether a colon that ends a plain key in flow style is at a byte.
    pub(super) fn is_flow_colon(self, at: usize) -> bool {
        let after = self.byte(at + 1);
        self.byte(at) == Some(b':') && (self.is_gap(at + 1) || after.is_some_and(|byte| FLOW.contains(&byte)))
    }
}

/// A key without its quotes.
pub(super) fn step(written: &str) -> Segment {
    Segment::Key(unquoted(written))
}

/// A text of YAML, JSON or Nickel without its quotes; one that has none as it is.
pub(crate) fn unquoted(written: &str) -> String {
    if let Some(single) = written.strip_prefix('\'') {
        return single.strip_suffix('\'').unwrap_or(single).replace("''", "'");
    }
    let Some(double) = written.strip_prefix('"') else { return written.to_owned() };
    let inner = double.strip_suffix('"').unwrap_or(double);
    if !inner.contains('\\') {
        return inner.to_owned();
    }
    let (mut text, mut rest) = (String::with_capacity(inner.len()), inner.chars());
    while let Some(sign) = rest.next() {
        if sign != '\\' {
            text.push(sign);
            continue;
        }
        match rest.next() {
            Some('n') => text.push('\n'),
            Some('t') => text.push('\t'),
            Some('r') => text.push('\r'),
            Some('x') => text.extend(code(&mut rest, 2)),
            Some('u') => text.extend(code(&mut rest, 4)),
            Some(other) => text.push(other),
            None => {}
        }
    }
    text
}

/// The character of a hexadecimal escape; Nickel has braces around it.
fn code(rest: &mut std::str::Chars<'_>, digits: usize) -> Option<char> {
    let ahead = rest.as_str();
    let (written, length) = match ahead.strip_prefix('{').and_then(|inner| inner.split_once('}')) {
        Some((inner, _)) => (inner, inner.len() + 2),
        None => (ahead.get(..digits)?, digits),
    };
    let sign = char::from_u32(u32::from_str_radix(written, 16).ok()?)?;
    *rest = ahead.get(length..)?.chars();
    Some(sign)
}
