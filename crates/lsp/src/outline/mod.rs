//! The settings of a text with their places, as far as it can be read: also while it is being written.
//!
//! The readers of a check stop at the first thing that they cannot parse. The ones here read on: they are made for text
//! in which somebody is typing, follow indentation where brackets are missing, and report nothing.

mod flow;
mod nickel;
mod scalars;
mod words;
mod yaml;

use crate::documents::Language;
use pulsarc_compiler::limits;
use pulsarc_diag::{KeyPath, Segment};
use std::ops::Range;

pub(crate) use scalars::unquoted;
pub(crate) use words::{Kind, Token, Words};

/// What an entry holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    /// Nothing yet.
    Nothing,
    /// A single value.
    Scalar,
    /// Entries by key.
    Record,
    /// Items.
    List,
    /// Code: a call, an import, a merge.
    Code,
}

/// One setting, or one item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its key, or its index in a list.
    pub(crate) step: Segment,
    /// The bytes of its key with quotes; of an item, its dash or first byte.
    pub(crate) key: Range<usize>,
    /// The bytes of its value, without comments and space around it.
    pub(crate) value: Range<usize>,
    /// What it holds.
    pub(crate) holds: Holds,
    /// What is in it, in the order of the text. `a.b.c = 1` in Nickel is three entries, each within the one before.
    pub(crate) entries: Vec<Entry>,
}

impl Entry {
    /// An entry whose value has not been read.
    fn new(step: Segment, key: Range<usize>) -> Self {
        let value = key.end..key.end;
        Self { step, key, value, holds: Holds::Nothing, entries: Vec::new() }
    }

    /// Where it ends.
    pub(crate) fn end(&self) -> usize {
        self.value.end.max(self.key.end)
    }

    /// Its key; none of an item.
    pub(crate) fn name(&self) -> Option<&str> {
        match &self.step {
            Segment::Key(key) => Some(key),
            Segment::Index(_) => None,
        }
    }
}

/// An import of a Nickel text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Import {
    /// The path as written.
    pub(crate) path: String,
    /// The bytes of the path, with quotes.
    pub(crate) bytes: Range<usize>,
}

/// The settings of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    /// The settings at the top.
    pub(crate) entries: Vec<Entry>,
    /// The imports, in the order of the text.
    pub(crate) imports: Vec<Import>,
}

impl Outline {
    /// Reads a text.
    pub(crate) fn of(text: &str, language: Language) -> Self {
        match language {
            Language::Values => Self { entries: yaml::entries(text), imports: Vec::new() },
            Language::Nickel => {
                let (entries, imports) = nickel::entries(text);
                Self { entries, imports }
            }
        }
    }

    /// The innermost entry whose key or value has a byte, and its path. The end of a key or value counts as within.
    pub(crate) fn at(&self, byte: usize) -> Option<(KeyPath, &Entry)> {
        let (mut path, mut found) = (KeyPath::root(), None);
        let mut entries = &self.entries;
        while let Some(entry) = innermost(entries, byte) {
            path.push(entry.step.clone());
            found = Some(entry);
            if has(&entry.key, byte) && !has(&entry.value, byte) {
                break;
            }
            entries = &entry.entries;
        }
        Some((path, found?))
    }

    /// The entries at a path: several if a text writes a record piece by piece.
    pub(crate) fn find(&self, path: &KeyPath) -> Vec<&Entry> {
        let Some((first, rest)) = path.segments().split_first() else { return Vec::new() };
        let mut found: Vec<&Entry> = self.entries.iter().filter(|entry| entry.step == *first).collect();
        for segment in rest {
            found = found.into_iter().flat_map(|entry| &entry.entries).collect();
            found.retain(|entry| entry.step == *segment);
        }
        found
    }

    /// The entries in the record or list at a path, in all of its pieces.
    pub(crate) fn within(&self, path: &KeyPath) -> Vec<&Entry> {
        if path.segments().is_empty() {
            return self.entries.iter().collect();
        }
        self.find(path).into_iter().flat_map(|entry| &entry.entries).collect()
    }
}

/// The entry with a byte: one that begins there rather than one that ends there.
fn innermost(entries: &[Entry], byte: usize) -> Option<&Entry> {
    let with = |entry: &&Entry| has(&entry.key, byte) || has(&entry.value, byte);
    entries.iter().rev().find(with)
}

fn has(range: &Range<usize>, byte: usize) -> bool {
    range.start <= byte && byte <= range.end
}

/// So many levels are read: as many as a check reads, and no more than a thread's stack has room for.
fn deepest() -> usize {
    limits::held().depth.min(250)
}

#[cfg(test)]
mod tests;
