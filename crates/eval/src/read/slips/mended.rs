//! A repaired text, and which place in it is which in the user's.

use super::{Edit, Repair, Slip};
use std::ops::Range;

/// A text with its slips, and the same repaired.
#[derive(Debug)]
pub(crate) struct Mended {
    /// The text as the user wrote it.
    pub(crate) original: String,
    /// The repaired text.
    pub(crate) text: String,
    /// The slips, at their places in the user's text.
    pub(crate) slips: Vec<Slip>,
    /// Whether the repaired text cannot be parsed either.
    pub(crate) is_broken: bool,
    /// The byte of the user's text that each byte of the repaired one comes from, and its end.
    from: Vec<usize>,
}

impl Mended {
    /// The range of the user's text that a range of the repaired one comes from.
    pub(crate) fn original(&self, range: &Range<usize>) -> Range<usize> {
        original(&self.original, &self.from, range)
    }

    /// The range of the repaired text that a range of the user's became.
    pub(crate) fn repaired(&self, range: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| self.from.partition_point(|from| *from < byte);
        at(range.start)..at(range.end)
    }
}

/// The range of whole characters of the original that a range of the repaired text comes from.
fn original(text: &str, from: &[usize], range: &Range<usize>) -> Range<usize> {
    let at = |byte: usize| from.get(byte).copied().unwrap_or(text.len()).min(text.len());
    let is_boundary = |byte: &usize| text.is_char_boundary(*byte);
    let start = (0..=at(range.start)).rev().find(is_boundary).unwrap_or_default();
    let end = (at(range.end).max(start)..=text.len()).find(is_boundary).unwrap_or(text.len());
    start..end
}

/// A text under repair.
#[derive(Debug)]
pub(super) struct Places {
    original: String,
    text: String,
    from: Vec<usize>,
    /// The edits of this round.
    edits: Vec<Edit>,
}

impl Places {
    pub(super) fn of(text: &str) -> Self {
        let from = (0..=text.len()).collect();
        Self { original: text.to_owned(), text: text.to_owned(), from, edits: Vec::new() }
    }

    /// The text as it is now.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// A slip of the text as it is now, at its place in the user's.
    pub(super) fn in_original(&self, slip: Slip) -> Slip {
        let at = |range: &Range<usize>| self.visible(original(&self.original, &self.from, range));
        let repair = slip.repair.map(|Repair { edits, certainty }| {
            let edits = edits
                .into_iter()
                .map(|edit| Edit { range: original(&self.original, &self.from, &edit.range), ..edit });
            Repair { edits: edits.collect(), certainty }
        });
        Slip {
            range: at(&slip.range),
            label: slip.label.map(|(range, text)| (at(&range), text)),
            repair,
            ..slip
        }
    }

    /// A place that can be underlined: the character before an empty one.
    fn visible(&self, range: Range<usize>) -> Range<usize> {
        if !range.is_empty() {
            return range;
        }
        let before = self.original[..range.start].trim_end();
        let last = before.chars().next_back().map_or(0, char::len_utf8);
        if last == 0 {
            range.start..(range.start + 1).min(self.original.len())
        } else {
            before.len() - last..before.len()
        }
    }

    /// Whether two slips begin on one line of the user's text.
    pub(super) fn share_a_line(&self, one: &Slip, other: &Slip) -> bool {
        let (one, other) = (one.range.start, other.range.start);
        self.original.get(one.min(other)..one.max(other)).is_some_and(|between| !between.contains('\n'))
    }

    /// Notes the repair of a slip, unless another is there, which leaves this slip to the next round. Returns the slip at
    /// its place in the user's text.
    pub(super) fn apply(&mut self, slip: Slip) -> Option<Slip> {
        let edits = slip.repair.iter().flat_map(|repair| &repair.edits);
        let overlaps = |edit: &Edit| {
            self.edits
                .iter()
                .any(|other| edit.range.start < other.range.end && other.range.start < edit.range.end)
        };
        if edits.clone().any(overlaps) {
            return None;
        }
        let edits: Vec<Edit> = edits.cloned().collect();
        self.edits.extend(edits);
        Some(self.in_original(slip))
    }

    /// Applies the edits of this round.
    pub(super) fn turn(&mut self) {
        let mut edits = std::mem::take(&mut self.edits);
        edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
        let (mut text, mut from, mut done) = (String::new(), Vec::new(), 0);
        for Edit { range, text: new } in edits {
            text.push_str(&self.text[done..range.start]);
            from.extend_from_slice(&self.from[done..range.start]);
            // What the new text keeps of the old one stays where it was.
            let old = &self.text[range.clone()];
            let kept = if old.is_empty() { None } else { new.find(old) };
            let end = self.from[range.end];
            from.extend((0..new.len()).map(|at| match kept {
                Some(start) if at < start => self.from[range.start],
                Some(start) => self.from[(range.start + at - start).min(range.end)],
                None => self.from[(range.start + at).min(range.end)].min(end),
            }));
            text.push_str(&new);
            done = range.end;
        }
        text.push_str(&self.text[done..]);
        from.extend_from_slice(&self.from[done..]);
        (self.text, self.from) = (text, from);
    }

    /// The result.
    pub(super) fn mended(self, slips: Vec<Slip>, is_broken: bool) -> Mended {
        let Self { original, text, from, .. } = self;
        Mended { original, text, slips, is_broken, from }
    }
}
