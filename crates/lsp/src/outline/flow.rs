//! Maps and lists of YAML in flow style, which is JSON as well.

use super::scalars::{Yaml, step};
use super::{Entry, Holds};
use pulsarc_diag::Segment;

/// A reader of one map or list in flow style.
pub(super) struct Flow<'t> {
    yaml: Yaml<'t>,
    at: usize,
    /// A line with a plain key before this column is not part of it: a bracket is missing.
    floor: usize,
    /// So many levels may still be opened.
    left: usize,
    /// Whether it was left unclosed.
    stopped: bool,
}

impl<'t> Flow<'t> {
    pub(super) fn new(yaml: Yaml<'t>, at: usize, floor: usize, left: usize) -> Self {
        Self { yaml, at, floor, left, stopped: false }
    }

    /// Reads the value that starts here into an entry; returns where it ends.
    pub(super) fn read(mut self, entry: &mut Entry) -> usize {
        self.value(entry);
        self.at
    }

    fn value(&mut self, entry: &mut Entry) {
        self.at = self.yaml.past_properties(self.at);
        let start = self.at;
        match self.yaml.byte(start) {
            Some(b'{') => self.collection(entry, Holds::Record, b'}'),
            Some(b'[') => self.collection(entry, Holds::List, b']'),
            _ => {
                self.scalar();
                entry.holds = if self.at > start { Holds::Scalar } else { Holds::Nothing };
            }
        }
        entry.value = start..self.yaml.trimmed(start..self.at);
    }

    fn collection(&mut self, entry: &mut Entry, holds: Holds, close: u8) {
        entry.holds = holds;
        self.at += 1;
        if self.left == 0 {
            // Nothing that is nested deeper is a configuration.
            (self.at, self.stopped) = (self.yaml.text.len(), true);
            return;
        }
        self.left -= 1;
        loop {
            self.gap();
            if self.stopped {
                break;
            }
            match self.yaml.byte(self.at) {
                None => break,
                Some(byte) if byte == close => {
                    self.at += 1;
                    break;
                }
                // The one around it ends, and this one was left unclosed.
                Some(b'}' | b']') => break,
                Some(b',') => self.at += 1,
                Some(_) if holds == Holds::Record => self.pair(entry),
                Some(_) => self.item(entry),
            }
        }
        self.left += 1;
    }

    /// A key with its value.
    fn pair(&mut self, record: &mut Entry) {
        self.at = self.yaml.past_properties(self.at);
        let start = self.at;
        self.scalar();
        let mut entry = Entry::new(step(self.yaml.slice(start..self.at)), start..self.at);
        let before = self.at;
        self.gap();
        if !self.stopped && self.yaml.byte(self.at) == Some(b':') {
            self.at += 1;
            entry.value = self.at..self.at;
            self.gap();
            if !self.stopped && !matches!(self.yaml.byte(self.at), None | Some(b',' | b'}' | b']')) {
                self.value(&mut entry);
            }
        } else if before == start {
            self.skip();
            return;
        }
        record.entries.push(entry);
    }

    fn item(&mut self, list: &mut Entry) {
        let start = self.at;
        let mut entry = Entry::new(Segment::Index(list.entries.len()), start..self.character_end());
        self.value(&mut entry);
        self.gap();
        if self.at == start || self.yaml.byte(self.at) == Some(b':') {
            self.skip();
        }
        if entry.holds != Holds::Nothing {
            list.entries.push(entry);
        }
    }

    /// Goes past one character that belongs nowhere.
    fn skip(&mut self) {
        self.at = self.character_end();
    }

    fn character_end(&self) -> usize {
        let next = self.yaml.text.get(self.at..).and_then(|rest| rest.chars().next());
        self.at + next.map_or(0, char::len_utf8)
    }

    /// Space, comments and line breaks, as far as they are part of it.
    fn gap(&mut self) {
        let mut at = self.at;
        loop {
            match self.yaml.byte(at) {
                Some(b' ' | b'\t' | b'\r') => at += 1,
                Some(b'#') if self.yaml.is_comment(at) => at = self.yaml.line_end(at),
                Some(b'\n') if self.stops(at + 1) => {
                    self.stopped = true;
                    return;
                }
                Some(b'\n') => at += 1,
                _ => break,
            }
        }
        self.at = at;
    }

    /// Whether a line is no part of it: a bracket is missing before it.
    fn stops(&self, line: usize) -> bool {
        let text = self.yaml.past_spaces(line);
        let quoted = matches!(self.yaml.byte(text), Some(b'"' | b'\''));
        text - line < self.floor && !quoted && self.yaml.key(text).is_some()
    }

    fn scalar(&mut self) {
        if matches!(self.yaml.byte(self.at), Some(b'"' | b'\'')) {
            self.at = self.yaml.quoted(self.at, |line| {
                let text = self.yaml.past_spaces(line);
                self.stops(line) || self.has_key(text) || matches!(self.yaml.byte(text), Some(b'}' | b']'))
            });
            return;
        }
        let start = self.at;
        self.at = self.yaml.plain_in_flow(start);
        // A plain scalar may go on in the next lines.
        while self.at > start && self.yaml.is_end(self.yaml.past_spaces(self.at)) {
            let line = self.yaml.next_line(self.at);
            let text = self.yaml.past_spaces(line);
            let goes_on = !self.yaml.is_end(text)
                && !matches!(self.yaml.byte(text), Some(b'#' | b'"' | b'\''))
                && !self.stops(line)
                && !self.has_key(text);
            let end = self.yaml.plain_in_flow(text);
            if !goes_on || end == text {
                break;
            }
            self.at = end;
        }
    }

    /// Whether a key with its colon is at a byte.
    fn has_key(&self, at: usize) -> bool {
        let end = match self.yaml.byte(at) {
            Some(b'"' | b'\'') => self.yaml.quoted(at, |_| true),
            _ => self.yaml.plain_in_flow(at),
        };
        end > at && self.yaml.byte(self.yaml.past_spaces(end)) == Some(b':')
    }
}
