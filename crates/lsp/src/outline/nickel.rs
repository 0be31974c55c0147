//! Nickel as far as it says what is set where: records, what is merged at one place, and the layers of a configuration.

use super::scalars::{step, unquoted};
use super::words::{Kind, Token, Words};
use super::{Entry, Holds, Import, deepest};
use pulsarc_diag::Segment;
use std::ops::Range;

/// The entries and the imports of a text.
pub(super) fn entries(text: &str) -> (Vec<Entry>, Vec<Import>) {
    let words = Words::new(text);
    let balanced = is_balanced(words.clone());
    let mut reader = Reader { words, imports: Vec::new(), left: deepest(), balanced };
    let mut entries = Vec::new();
    loop {
        let read = reader.expression(Until::Bracket);
        entries.extend(read.entries);
        if reader.peek().kind == Kind::End {
            return (entries, reader.imports);
        }
        match reader.field() {
            Some(entry) => entries.push(entry),
            // A bracket or comma too many.
            None => drop(reader.words.next()),
        }
    }
}

/// Whether every bracket is closed.
fn is_balanced(mut words: Words<'_>) -> bool {
    let mut open = Vec::new();
    loop {
        match words.next().kind {
            Kind::Open(bracket) => open.push(bracket),
            Kind::Close(bracket) if open.pop() == Some(opening(bracket)) => {}
            Kind::Close(_) => return false,
            Kind::End => return open.is_empty(),
            _ => {}
        }
    }
}

fn opening(close: u8) -> u8 {
    match close {
        b'}' => b'{',
        b']' => b'[',
        _ => b'(',
    }
}

/// What ends an expression, besides commas and brackets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Until {
    /// Nothing else.
    Bracket,
    /// The `in` of a `let`.
    In,
}

/// What the next operand is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Operand {
    /// The value itself, or a part of it that is merged.
    Value,
    /// An argument of what came before.
    Argument,
    /// Something else: a condition, an operand of a sum.
    Other,
    /// A type or contract.
    Annotation,
}

/// What was read of an expression.
struct Read {
    bytes: Range<usize>,
    holds: Holds,
    entries: Vec<Entry>,
}

/// An expression that is being read.
struct Reading<'t> {
    read: Read,
    next: Operand,
    /// The last step of the name that comes before an argument.
    name: &'t str,
    /// Whether the last word was a bracket with what is in it.
    bracket: bool,
}

struct Reader<'t> {
    words: Words<'t>,
    imports: Vec<Import>,
    /// So many levels may still be opened.
    left: usize,
    /// Whether every bracket is closed. If not, indentation says where records end.
    balanced: bool,
}

impl<'t> Reader<'t> {
    fn peek(&self) -> Token {
        self.words.clone().next()
    }

    /// Goes past the next word if it is of a kind.
    fn takes(&mut self, kind: Kind) -> Option<Token> {
        let mut ahead = self.words.clone();
        let token = ahead.next();
        if token.kind != kind {
            return None;
        }
        self.words = ahead;
        Some(token)
    }

    /// Whether a key with an equals sign comes next: the comma before it is missing.
    fn is_setting_next(&self) -> bool {
        let mut ahead = self.words.clone();
        for _ in 0..16 {
            if !matches!(ahead.next().kind, Kind::Name | Kind::Text) {
                return false;
            }
            match ahead.next().kind {
                Kind::Dot => {}
                kind => return kind == Kind::Equals,
            }
        }
        false
    }

    fn expression(&mut self, until: Until) -> Read {
        let start = self.peek().bytes.start;
        let read = Read { bytes: start..start, holds: Holds::Nothing, entries: Vec::new() };
        let mut reading = Reading { read, next: Operand::Value, name: "", bracket: false };
        loop {
            let token = self.peek();
            if token.first && self.is_setting_next() {
                break;
            }
            match token.kind {
                Kind::End | Kind::Close(_) | Kind::Comma | Kind::Equals => break,
                Kind::Name if until == Until::In && self.words.text_of(&token) == "in" => break,
                _ => self.words.next(),
            };
            self.part(token, &mut reading);
        }
        reading.read
    }

    /// Reads one word of an expression, with what belongs to it.
    fn part(&mut self, token: Token, reading: &mut Reading<'t>) {
        let annotated = reading.next == Operand::Annotation;
        let bracket = matches!(token.kind, Kind::Open(_));
        let mut end = token.bytes.end;
        match token.kind {
            Kind::Pipe | Kind::Colon => {
                reading.next = Operand::Annotation;
                return;
            }
            Kind::Open(bracket) => end = self.bracket(bracket, &token, reading),
            Kind::Name => self.name(&token, reading),
            Kind::Text | Kind::Block | Kind::Number | Kind::Tag => reading.scalar(),
            Kind::Merge | Kind::Arrow => reading.code(Operand::Value),
            Kind::Dot => reading.step(),
            _ if reading.read.holds == Holds::Nothing && self.words.text_of(&token) == "-" => {}
            _ => reading.code(Operand::Other),
        }
        reading.bracket = bracket;
        if annotated {
            reading.next = Operand::Annotation;
        } else {
            reading.read.bytes.end = end;
        }
    }

    fn name(&mut self, token: &Token, reading: &mut Reading<'t>) {
        let name = self.words.text_of(token);
        match name {
            "let" => {
                self.bindings();
                reading.code(Operand::Value);
            }
            "import" => {
                if let Some(path) = self.takes(Kind::Text) {
                    let written = unquoted(self.words.text_of(&path));
                    self.imports.push(Import { path: written, bytes: path.bytes });
                }
                reading.code(Operand::Argument);
            }
            "if" | "fun" | "match" => reading.code(Operand::Other),
            "then" | "else" => reading.code(Operand::Value),
            "null" | "true" | "false" => reading.scalar(),
            _ => reading.code(Operand::Argument),
        }
        reading.name = name;
    }

    /// What `let` defines.
    fn bindings(&mut self) {
        loop {
            self.pattern();
            if self.takes(Kind::Equals).is_some() {
                self.nested(|reader| reader.expression(Until::In));
            }
            if self.takes(Kind::Comma).is_none() {
                break;
            }
        }
        let ends = self.peek();
        if ends.kind == Kind::Name && self.words.text_of(&ends) == "in" {
            self.words.next();
        }
    }

    /// The name or pattern that a `let` defines.
    fn pattern(&mut self) {
        loop {
            let token = self.peek();
            match token.kind {
                Kind::Equals | Kind::End | Kind::Close(_) | Kind::Comma => return,
                Kind::Name if self.words.text_of(&token) == "in" => return,
                Kind::Open(b'{') => {
                    self.words.next();
                    self.nested(|reader| reader.record(&token));
                }
                _ => drop(self.words.next()),
            }
        }
    }

    /// Reads one level deeper, if that is not too deep.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> Option<T> {
        if self.left == 0 {
            self.words.give_up();
            return None;
        }
        self.left -= 1;
        let read = read(self);
        self.left += 1;
        Some(read)
    }

    /// Reads what is in a bracket; returns where it ends.
    fn bracket(&mut self, bracket: u8, open: &Token, reading: &mut Reading<'t>) -> usize {
        let end = match bracket {
            b'{' => {
                let read = self.nested(|reader| reader.record(open));
                read.map(|(entries, end)| {
                    if reading.operand(Holds::Record) {
                        reading.read.entries.extend(entries);
                    }
                    end
                })
            }
            b'[' => {
                let is_layers = reading.next == Operand::Argument && reading.name == "layers";
                let read = self.nested(|reader| reader.items(open));
                read.map(|(items, end)| {
                    if is_layers {
                        let layers = items.into_iter().flat_map(|item| item.entries);
                        reading.read.entries.extend(layers.filter(|entry| entry.name().is_some()));
                    } else if reading.operand(Holds::List) && reading.read.entries.is_empty() {
                        reading.read.entries = items;
                    }
                    end
                })
            }
            _ => {
                let read = self.nested(|reader| reader.expression(Until::Bracket));
                read.map(|inner| {
                    let close = self.takes(Kind::Close(b')'));
                    if reading.operand(inner.holds) {
                        reading.read.entries.extend(inner.entries);
                    }
                    close.map_or(inner.bytes.end, |close| close.bytes.end)
                })
            }
        };
        reading.next = Operand::Argument;
        end.unwrap_or_default().max(open.bytes.end)
    }

    /// Whether the indentation of the next word says that a bracket before it was left open.
    fn is_outside(&self, next: &Token, open: &Token) -> bool {
        let nested = self.left + 1 < deepest();
        let outside = match next.kind {
            Kind::Close(_) => next.indent < open.indent,
            _ => next.indent <= open.indent,
        };
        !self.balanced && nested && next.first && outside
    }

    /// The entries of a record, and where it ends.
    fn record(&mut self, open: &Token) -> (Vec<Entry>, usize) {
        let (mut entries, mut end) = (Vec::new(), open.bytes.end);
        loop {
            let next = self.peek();
            if self.is_outside(&next, open) {
                return (entries, end);
            }
            match next.kind {
                Kind::Close(b'}') => {
                    self.words.next();
                    return (entries, next.bytes.end);
                }
                Kind::Close(_) | Kind::End => return (entries, end),
                Kind::Comma => drop(self.words.next()),
                _ => match self.field() {
                    Some(entry) => {
                        end = entry.end();
                        entries.push(entry);
                    }
                    None => end = self.anything(&next),
                },
            }
        }
    }

    /// The items of a list, and where it ends.
    fn items(&mut self, open: &Token) -> (Vec<Entry>, usize) {
        let (mut items, mut end) = (Vec::new(), open.bytes.end);
        loop {
            let next = self.peek();
            if self.is_outside(&next, open) {
                return (items, end);
            }
            match next.kind {
                Kind::Close(b']') => {
                    self.words.next();
                    return (items, next.bytes.end);
                }
                Kind::Close(_) | Kind::End => return (items, end),
                Kind::Comma => drop(self.words.next()),
                // The list was left open.
                _ if next.first && self.is_setting_next() => return (items, end),
                Kind::Equals => drop(self.words.next()),
                _ => {
                    let read = self.expression(Until::Bracket);
                    end = read.bytes.end;
                    let first = next.bytes.start..next.bytes.start + 1;
                    let mut item = Entry::new(Segment::Index(items.len()), first);
                    (item.value, item.holds, item.entries) = (read.bytes, read.holds, read.entries);
                    items.push(item);
                }
            }
        }
    }

    /// Goes past something that is no entry; returns where it ends.
    fn anything(&mut self, next: &Token) -> usize {
        let read = self.expression(Until::Bracket);
        if self.peek().bytes == next.bytes {
            self.words.next();
        }
        read.bytes.end.max(next.bytes.end)
    }

    /// An entry of a record: `a.b.c = 1` is one in one in one.
    fn field(&mut self) -> Option<Entry> {
        let mut steps = vec![self.key()?];
        while steps.len() < self.left && self.takes(Kind::Dot).is_some() {
            // A path that is still being written does not go on in the next line.
            if self.peek().first {
                break;
            }
            match self.key() {
                Some(step) => steps.push(step),
                None => break,
            }
        }
        let mut innermost = steps.pop()?;
        self.field_value(&mut innermost);
        let around = steps.into_iter().rev();
        Some(around.fold(innermost, |inner, mut entry| {
            (entry.value, entry.holds) = (inner.key.start..inner.end(), Holds::Record);
            entry.entries.push(inner);
            entry
        }))
    }

    fn key(&mut self) -> Option<Entry> {
        let token = self.peek();
        if !matches!(token.kind, Kind::Name | Kind::Text) {
            return None;
        }
        self.words.next();
        Some(Entry::new(step(self.words.text_of(&token)), token.bytes))
    }

    /// The types and contracts of a field, and its value.
    fn field_value(&mut self, entry: &mut Entry) {
        let mut read = None;
        if self.takes(Kind::Colon).is_some() {
            // An equals sign is meant, unless one follows.
            let value = self.expression(Until::Bracket);
            read = Some(value).filter(|read| read.holds != Holds::Code);
        } else if self.takes(Kind::Pipe).is_some() {
            self.expression(Until::Bracket);
        }
        if let Some(equals) = self.takes(Kind::Equals) {
            entry.value = equals.bytes.end..equals.bytes.end;
            read = Some(self.expression(Until::Bracket));
        }
        if let Some(read) = read.filter(|read| read.holds != Holds::Nothing) {
            (entry.value, entry.holds, entry.entries) = (read.bytes, read.holds, read.entries);
        }
    }
}

impl Reading<'_> {
    /// Adds an operand; returns whether it is the value, or merged into it.
    fn operand(&mut self, holds: Holds) -> bool {
        let is_value = self.next == Operand::Value;
        if self.next != Operand::Annotation {
            let first = is_value && self.read.holds == Holds::Nothing;
            self.read.holds = if first { holds } else { Holds::Code };
        }
        is_value
    }

    /// Adds a step of a path: what is taken out of a record is not the record.
    fn step(&mut self) {
        if self.bracket && self.next != Operand::Annotation {
            self.read.entries.clear();
        }
        self.code(Operand::Other);
    }

    fn scalar(&mut self) {
        self.operand(Holds::Scalar);
        self.next = Operand::Argument;
    }

    /// Adds something that has to be computed, after which comes an operand.
    fn code(&mut self, next: Operand) {
        if self.next != Operand::Annotation {
            self.read.holds = Holds::Code;
        }
        self.next = next;
    }
}
