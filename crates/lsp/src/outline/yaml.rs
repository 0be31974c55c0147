//! YAML line by line: what is nested follows from the columns.

use super::flow::Flow;
use super::scalars::{Key, Yaml, step};
use super::{Entry, Holds, deepest};
use pulsarc_diag::Segment;

/// The entries of a text; those of several documents one after the other.
pub(super) fn entries(text: &str) -> Vec<Entry> {
    let mut reader = Reader { yaml: Yaml { text }, open: vec![Open::documents()], most: deepest() };
    let mut line = 0;
    while line < text.len() {
        line = reader.line(line);
    }
    reader.close_to(1);
    let documents = reader.open.pop().map(|open| open.entry.entries).unwrap_or_default();
    documents.into_iter().flat_map(|document| document.entries).collect()
}

/// An entry that holds the lines below it.
struct Open {
    entry: Entry,
    /// The column of what is in it, counted from 1; 0 around the documents.
    column: usize,
}

impl Open {
    /// What holds the documents, with the first of them.
    fn documents() -> Self {
        let mut entry = Entry::new(Segment::Index(0), 0..0);
        entry.holds = Holds::List;
        entry.entries.push(Entry::new(Segment::Index(0), 0..0));
        Self { entry, column: 0 }
    }
}

struct Reader<'t> {
    yaml: Yaml<'t>,
    /// The entries around the line, the outermost first; never empty.
    open: Vec<Open>,
    most: usize,
}

impl Reader<'_> {
    /// Reads what starts on a line; returns the line after it.
    fn line(&mut self, start: usize) -> usize {
        let mut at = self.yaml.past_spaces(start);
        if self.yaml.is_marker(start, "---") || self.yaml.is_marker(start, "...") {
            self.close_to(1);
            if let Some(documents) = self.open.last_mut() {
                documents.entry.entries.push(Entry::new(Segment::Index(0), start..start));
            }
            at = self.yaml.past_spaces(start + 3);
        }
        if self.yaml.is_end(at) || self.yaml.is_comment(at) || self.yaml.byte(start) == Some(b'%') {
            return self.yaml.next_line(at);
        }
        let end = self.content(start, at).unwrap_or(at);
        self.yaml.next_line(end.max(at))
    }

    /// Reads an item, a key with its value, or a value, in a line; returns where it ends.
    fn content(&mut self, line: usize, mut at: usize) -> Option<usize> {
        loop {
            let column = at - line + 1;
            let dash = self.yaml.is_dash(at);
            self.leave(column, dash);
            if dash {
                self.item(column, at)?;
                at = self.yaml.past_spaces(at + 1);
                if self.yaml.is_end(at) || self.yaml.is_comment(at) {
                    return Some(at);
                }
                continue;
            }
            let text = self.yaml.past_properties(at);
            if let Some(key) = self.yaml.key(text) {
                return self.setting(column, at, &key);
            }
            return self.value(text);
        }
    }

    /// Leaves what a line at a column is not in.
    fn leave(&mut self, column: usize, dash: bool) {
        while let [.., around, top] = self.open.as_slice() {
            let fits = dash == (top.entry.holds == Holds::List);
            let stays = match top.column.cmp(&column) {
                std::cmp::Ordering::Less => true,
                // The items of a list may be in the column of its key.
                std::cmp::Ordering::Equal => fits || dash,
                // A column between two levels: the nearest one is meant.
                std::cmp::Ordering::Greater => fits && around.column < column,
            };
            if stays {
                return;
            }
            self.close();
        }
    }

    fn close(&mut self) {
        let Some(Open { mut entry, .. }) = self.open.pop() else { return };
        entry.value.end = entry.entries.last().map_or(entry.value.end, Entry::end);
        if let Some(around) = self.open.last_mut() {
            around.entry.entries.push(entry);
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close();
        }
    }

    /// Makes the last entry one that holds what is at a column.
    fn enter(&mut self, column: usize, at: usize, holds: Holds) -> Option<()> {
        if self.open.len() > self.most {
            return None;
        }
        let entries = &mut self.open.last_mut()?.entry.entries;
        let last = entries.last()?.holds;
        // A key below a word: the word is still being written.
        if last != Holds::Nothing && !(last == Holds::Scalar && holds == Holds::Record) {
            return None;
        }
        let mut entry = entries.pop()?;
        (entry.holds, entry.value) = (holds, at..at);
        self.open.push(Open { entry, column });
        Some(())
    }

    fn item(&mut self, column: usize, at: usize) -> Option<()> {
        let is_next = |top: &Open| top.entry.holds == Holds::List && top.column >= column;
        if !self.open.last().is_some_and(is_next) {
            self.enter(column, at, Holds::List)?;
        }
        let entries = &mut self.open.last_mut()?.entry.entries;
        entries.push(Entry::new(Segment::Index(entries.len()), at..at + 1));
        Some(())
    }

    fn setting(&mut self, column: usize, at: usize, key: &Key) -> Option<usize> {
        let is_next = |top: &Open| top.entry.holds == Holds::Record && top.column >= column;
        if !self.open.last().is_some_and(is_next) && self.enter(column, at, Holds::Record).is_none() {
            self.open.last().filter(|top| top.entry.holds == Holds::Record)?;
        }
        let mut entry = Entry::new(step(self.yaml.slice(key.bytes.clone())), key.bytes.clone());
        entry.value = key.after..key.after;
        self.open.last_mut()?.entry.entries.push(entry);
        let value = self.yaml.past_properties(self.yaml.past_spaces(key.after));
        if self.yaml.is_end(value) || self.yaml.is_comment(value) {
            return Some(value);
        }
        self.value(value)
    }

    /// Reads the value of the last entry; returns where it ends.
    fn value(&mut self, at: usize) -> Option<usize> {
        if self.yaml.is_end(at) || self.yaml.is_comment(at) {
            return None;
        }
        let (yaml, depth) = (self.yaml, self.open.len());
        let top = self.open.last_mut()?;
        let floor = top.column;
        let entry = top.entry.entries.last_mut().filter(|entry| entry.holds == Holds::Nothing)?;
        let stops = |line: usize| {
            let text = yaml.past_spaces(line);
            text - line < floor && (yaml.key(text).is_some() || yaml.is_dash(text))
        };
        let end = match yaml.byte(at)? {
            b'{' | b'[' => {
                return Some(Flow::new(yaml, at, floor, self.most.saturating_sub(depth)).read(entry));
            }
            b'|' | b'>' => block(yaml, at, floor),
            b'"' | b'\'' => yaml.quoted(at, stops),
            _ => plain(yaml, at, floor),
        };
        (entry.value, entry.holds) = (at..end, Holds::Scalar);
        Some(end)
    }
}

/// The end of a block scalar: all lines below that are empty or indented.
fn block(yaml: Yaml<'_>, at: usize, floor: usize) -> usize {
    let mut end = yaml.plain_in_line(at);
    let mut line = yaml.next_line(at);
    while line < yaml.text.len() {
        let mut text = line;
        while yaml.byte(text) == Some(b' ') {
            text += 1;
        }
        if !yaml.is_end(text) {
            if text - line < floor || floor == 0 && yaml.is_marker(line, "---") {
                break;
            }
            end = yaml.trimmed(text..yaml.line_end(text));
        }
        line = yaml.next_line(line);
    }
    end
}

/// The end of a plain scalar: it goes on in lines that are indented and no settings.
fn plain(yaml: Yaml<'_>, at: usize, floor: usize) -> usize {
    let mut end = yaml.plain_in_line(at);
    while yaml.is_end(yaml.past_spaces(end)) {
        let mut line = yaml.next_line(end);
        let mut text = yaml.past_spaces(line);
        while line < yaml.text.len() && yaml.is_end(text) {
            line = yaml.next_line(line);
            text = yaml.past_spaces(line);
        }
        let ends = yaml.is_end(text)
            || text - line < floor
            || yaml.is_comment(text)
            || yaml.is_marker(line, "---")
            || yaml.is_marker(line, "...")
            || yaml.key(text).is_some();
        if ends {
            break;
        }
        end = yaml.plain_in_line(text);
    }
    end
}
