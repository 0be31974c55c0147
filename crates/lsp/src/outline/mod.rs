//! The settings of a text with their places, as far as it can be read: also while it is being written.

use crate::documents::Language;
use pulsarc_diag::{KeyPath, Segment};
use std::ops::Range;

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

/// The settings of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Outline {
    /// The settings at the top.
    pub(crate) entries: Vec<Entry>,
}

impl Outline {
    /// Reads a text.
    pub(crate) fn of(_text: &str, _language: Language) -> Self {
        Self::default()
    }

    /// The innermost entry whose key or value has a byte, and its path.
    pub(crate) fn at(&self, _byte: usize) -> Option<(KeyPath, &Entry)> {
        None
    }

    /// The entries at a path: several if a text writes a record piece by piece.
    pub(crate) fn find(&self, _path: &KeyPath) -> Vec<&Entry> {
        Vec::new()
    }
}
