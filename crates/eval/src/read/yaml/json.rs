//! JSON with spans. YAML's parser accepts most of it, but neither surrogate pairs nor keys of more than 1,024
//! characters.
//!
//! It reads what JSON is, and gives up on everything else silently: that is for YAML's parser, which knows more.

use super::{Dialect, Unfit, duplicate, number, too_deep, too_many};
use crate::limits;
use pulsarc_diag::{Diagnostic, Findings, SourceId, Span};
use pulsarc_model::{Node, Origin, Value};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::ops::Range;

/// The result of a text that may be JSON.
pub(super) enum Json {
    /// It is, and this is what it says.
    Value(Node),
    /// It is, and holds more than it may: the reason has been reported.
    Refused,
    /// It is none.
    Other,
}

/// Reads a text that begins at `offset` of its source, if it is JSON.
pub(super) fn read(source: SourceId, text: &str, offset: usize, found: &mut Findings) -> Json {
    if !text.trim_start().starts_with(['{', '[']) {
        return Json::Other;
    }
    let mut findings = Findings::default();
    let mut reader =
        Reader { text, at: 0, source, offset, left: limits::held().values, found: &mut findings };
    let read = reader.document();
    match read {
        Ok(node) => {
            found.extend(findings);
            Json::Value(node)
        }
        Err(Stop::Refused(why)) => {
            found.push(*why);
            Json::Refused
        }
        Err(Stop::Other) => Json::Other,
    }
}

/// Why nothing more is read.
enum Stop {
    /// It is not JSON.
    Other,
    /// It is more than may be read.
    Refused(Box<Diagnostic>),
}

struct Reader<'t, 'f> {
    text: &'t str,
    at: usize,
    source: SourceId,
    offset: usize,
    /// So many values may follow.
    left: usize,
    found: &'f mut Findings,
}

impl Reader<'_, '_> {
    fn document(&mut self) -> Result<Node, Stop> {
        let node = self.value(0)?;
        self.space();
        if self.at < self.text.len() { Err(Stop::Other) } else { Ok(node) }
    }

    fn value(&mut self, depth: usize) -> Result<Node, Stop> {
        self.space();
        let start = self.at;
        if depth > limits::held().depth {
            return Err(Stop::Refused(Box::new(too_deep(self.span(start..start + 1)))));
        }
        let Some(left) = self.left.checked_sub(1) else {
            return Err(Stop::Refused(Box::new(too_many(None, self.span(start..start + 1)))));
        };
        self.left = left;
        let value = match self.peek() {
            Some(b'{') => Value::Record(self.entries(depth)?),
            Some(b'[') => Value::List(self.items(depth)?),
            Some(b'"') => Value::Text(self.string()?),
            Some(b'-' | b'0'..=b'9') => {
                self.number()?;
                let span = self.span(start..self.at);
                match number::value(&self.text[start..self.at], Dialect::Json) {
                    Ok(value) => value,
                    Err(unfit @ Unfit::Size) => return Err(Stop::Refused(Box::new(unfit.finding(span)))),
                    Err(unfit) => {
                        self.found.push(unfit.finding(span));
                        unfit.nearest()
                    }
                }
            }
            _ => self.word()?,
        };
        Ok(Node { value, span: Some(self.span(start..self.at)), key_span: None, origin: Origin::User })
    }

    fn entries(&mut self, depth: usize) -> Result<BTreeMap<String, Node>, Stop> {
        let mut entries = BTreeMap::new();
        self.at += 1;
        self.space();
        if self.takes(b'}') {
            return Ok(entries);
        }
        loop {
            self.space();
            let start = self.at;
            let key = self.string()?;
            let key_span = self.span(start..self.at);
            self.space();
            self.expect(b':')?;
            let node = Node { key_span: Some(key_span), ..self.value(depth + 1)? };
            match entries.entry(key) {
                Entry::Vacant(free) => {
                    free.insert(node);
                }
                Entry::Occupied(mut there) => {
                    self.found.push(duplicate(there.key(), there.get().key_span, key_span));
                    there.insert(node);
                }
            }
            self.space();
            if self.takes(b'}') {
                return Ok(entries);
            }
            self.expect(b',')?;
        }
    }

    fn items(&mut self, depth: usize) -> Result<Vec<Node>, Stop> {
        let mut items = Vec::new();
        self.at += 1;
        self.space();
        if self.takes(b']') {
            return Ok(items);
        }
        loop {
            items.push(self.value(depth + 1)?);
            self.space();
            if self.takes(b']') {
                return Ok(items);
            }
            self.expect(b',')?;
        }
    }

    fn string(&mut self) -> Result<String, Stop> {
        self.expect(b'"')?;
        let mut read = String::new();
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let plain =
                rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20)).ok_or(Stop::Other)?;
            read.push_str(&self.text[self.at..self.at + plain]);
            self.at += plain;
            match self.next() {
                Some(b'"') => return Ok(read),
                Some(b'\\') => read.push(self.escaped()?),
                _ => return Err(Stop::Other),
            }
        }
    }

    fn escaped(&mut self) -> Result<char, Stop> {
        Ok(match self.next() {
            Some(sign @ (b'"' | b'\\' | b'/')) => char::from(sign),
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => {
                let unit = self.unit()?;
                let code = if (0xd800..0xdc00).contains(&unit) {
                    self.expect(b'\\')?;
                    self.expect(b'u')?;
                    let low =
                        self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(Stop::Other)?;
                    0x1_0000 + ((unit - 0xd800) << 10) + low
                } else {
                    unit
                };
                char::from_u32(code).ok_or(Stop::Other)?
            }
            _ => return Err(Stop::Other),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Result<u32, Stop> {
        let digits = self
            .text
            .get(self.at..self.at + 4)
            .filter(|digits| digits.bytes().all(|d| d.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or(Stop::Other)?;
        self.at += 4;
        Ok(unit)
    }

    /// A number as JSON has them: no sign but `-`, no zero in front, digits on both sides of the point.
    fn number(&mut self) -> Result<(), Stop> {
        self.takes(b'-');
        let whole = self.digits()?;
        if whole > 1 && self.text.as_bytes()[self.at - whole] == b'0' {
            return Err(Stop::Other);
        }
        if self.takes(b'.') {
            self.digits()?;
        }
        if self.takes(b'e') || self.takes(b'E') {
            let _ = self.takes(b'+') || self.takes(b'-');
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Result<usize, Stop> {
        let digits = self.text.as_bytes()[self.at..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        self.at += digits;
        if digits == 0 { Err(Stop::Other) } else { Ok(digits) }
    }

    fn word(&mut self) -> Result<Value, Stop> {
        for (word, value) in
            [("null", Value::Null), ("true", Value::Bool(true)), ("false", Value::Bool(false))]
        {
            if self.text[self.at..].starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(Stop::Other)
    }

    fn space(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\n' | b'\r')).count();
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek()?;
        self.at += 1;
        Some(byte)
    }

    fn takes(&mut self, byte: u8) -> bool {
        let takes = self.peek() == Some(byte);
        self.at += usize::from(takes);
        takes
    }

    fn expect(&mut self, byte: u8) -> Result<(), Stop> {
        if self.takes(byte) { Ok(()) } else { Err(Stop::Other) }
    }

    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source, self.offset + range.start..self.offset + range.end)
    }
}
