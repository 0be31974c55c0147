//! The comments of a document, and which key or item each is about.
//!
//! The parser drops comments, so they are read from the text around its values. This module keeps all comments: the
//! caller decides which to use.

use super::Places;
use libyaml_safer::{Event, EventData, ScalarStyle};
use std::collections::BTreeMap;
use std::ops::Range;

/// A key or an item of a document, by the byte of the source at which it begins. An item may begin with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Entry {
    /// A key of a record.
    Key(u32),
    /// An item of a list.
    Item(u32),
}

/// The comments of one document. Each is as written, from its `#` on; an empty one is a blank line between two.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comments {
    /// Those at the very beginning.
    pub head: Head,
    /// On lines of their own, before what they are about.
    pub above: BTreeMap<Entry, Vec<String>>,
    /// At the end of a line.
    pub beside: BTreeMap<Entry, String>,
    /// On lines of their own, after what they are about, and indented deeper.
    pub inside: BTreeMap<Entry, Vec<String>>,
    /// On lines of their own, after the last entry of a record or list, and indented as that.
    pub below: BTreeMap<Entry, Vec<String>>,
}

/// The first comments of a document, up to a blank line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// The lines.
    pub lines: Vec<String>,
    /// What follows at once, and may be what they are about instead of the whole.
    pub above: Option<Entry>,
}

/// A key or item, as far as comments need it.
struct Place {
    entry: Entry,
    start: usize,
    end: usize,
    column: usize,
    parent: Option<usize>,
}

/// A comment in the text.
struct Comment<'t> {
    text: &'t str,
    start: usize,
    line: usize,
    column: usize,
    /// Whether nothing stands before it on its line.
    alone: bool,
}

/// The comments of the document that the parser saw as these events.
pub(super) fn of(events: &[Event], places: &Places<'_>) -> Comments {
    let Outline { entries, literals, .. } = outline(events, places);
    let mut comments = Comments::default();
    let (mut last, mut head_end) = (None, None);
    let ended = ended_on(&entries, places);
    for comment in found(places, &literals) {
        if !comment.alone
            && let Some(about) = beside(&entries, &ended, &comment, places)
        {
            comments.beside.insert(about, comment.text.to_owned());
            continue;
        }
        let follows = last.is_some_and(|line: usize| line + 1 == comment.line);
        let next = entries.partition_point(|entry| entry.start <= comment.start);
        let next = Some(next).filter(|next| *next < entries.len());
        let heads = next == Some(0) && (last.is_none() || follows && head_end == last);
        let lines = if heads || entries.is_empty() {
            head_end = Some(comment.line);
            &mut comments.head.lines
        } else {
            match about(&entries, next, comment.column) {
                (Side::Above, entry) => comments.above.entry(entry).or_default(),
                (Side::Inside, entry) => comments.inside.entry(entry).or_default(),
                (Side::Below, entry) => comments.below.entry(entry).or_default(),
            }
        };
        if !lines.is_empty() && !follows {
            lines.push(String::new());
        }
        lines.push(comment.text.to_owned());
        last = Some(comment.line);
    }
    let first =
        entries.first().filter(|first| head_end.is_some_and(|line| line + 1 == places.line(first.start)));
    comments.head.above = first.map(|first| first.entry);
    comments
}

/// The entries that end on each line, the outermost first.
fn ended_on(entries: &[Place], places: &Places<'_>) -> BTreeMap<usize, Vec<usize>> {
    let mut ended = BTreeMap::<usize, Vec<usize>>::new();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| entry.end > entry.start) {
        ended.entry(places.line(entry.end)).or_default().push(at);
    }
    ended
}

/// What a comment at the end of a line is about: what ended on the line, the outermost, or else what began there.
fn beside(
    entries: &[Place],
    ended: &BTreeMap<usize, Vec<usize>>,
    comment: &Comment<'_>,
    places: &Places<'_>,
) -> Option<Entry> {
    let mut here = ended.get(&comment.line).into_iter().flatten().map(|at| &entries[*at]);
    let begun = || {
        let before = entries.partition_point(|entry| entry.start <= comment.start).checked_sub(1)?;
        Some(&entries[before]).filter(|entry| places.line(entry.start) == comment.line)
    };
    here.find(|entry| entry.end <= comment.start).or_else(begun).map(|place| place.entry)
}

/// Where a comment stands, seen from what it is about.
enum Side {
    Above,
    Inside,
    Below,
}

/// What a comment on a line of its own is about: the next entry, or, where it is indented deeper than that, the entry
/// before it that stands where it does or less deep.
fn about(entries: &[Place], next: Option<usize>, column: usize) -> (Side, Entry) {
    let before = next.unwrap_or(entries.len()).checked_sub(1);
    match (next.map(|next| &entries[next]), before) {
        (Some(next), None) => (Side::Above, next.entry),
        (Some(next), Some(_)) if column <= next.column => (Side::Above, next.entry),
        (Some(next), Some(before)) if entries[before].column < next.column => (Side::Above, next.entry),
        (_, before) => {
            let mut at = before.unwrap_or_default();
            while let Some(parent) = entries[at].parent.filter(|_| entries[at].column > column) {
                at = parent;
            }
            let side = if entries[at].column < column { Side::Inside } else { Side::Below };
            (side, entries[at].entry)
        }
    }
}

/// The comments in the text, in its order.
fn found<'t>(places: &Places<'t>, literals: &[Range<usize>]) -> Vec<Comment<'t>> {
    let mut comments = Vec::new();
    for (number, line) in places.text.split('\n').enumerate() {
        let start = places.lines[number];
        let is_literal = |at: usize| {
            let before = literals.partition_point(|literal| literal.start <= at);
            before.checked_sub(1).is_some_and(|last| literals[last].contains(&at))
        };
        let sign = line.match_indices('#').map(|(at, _)| at).find(|at| {
            let apart = line[..*at].chars().next_back().is_none_or(char::is_whitespace);
            apart && !is_literal(start + at)
        });
        if let Some(at) = sign {
            comments.push(Comment {
                text: line[at..].trim_end(),
                start: start + at,
                line: number,
                column: line[..at].chars().count(),
                alone: line[..at].trim().is_empty(),
            });
        }
    }
    comments
}

/// What comments stand between.
#[derive(Default)]
struct Outline {
    entries: Vec<Place>,
    /// Texts, in which a `#` is one.
    literals: Vec<Range<usize>>,
    open: Vec<Open>,
}

/// A record or list that has not ended yet.
struct Open {
    /// The entry whose value it is.
    owner: Option<usize>,
    kind: Kind,
}

enum Kind {
    /// With the key whose value comes next.
    Record(Option<usize>),
    /// With the column of its dashes, where it has some.
    List(Option<usize>),
}

fn outline(events: &[Event], places: &Places<'_>) -> Outline {
    let mut outline = Outline::default();
    for event in events {
        let (start, end) = places.range(event);
        let column = usize::try_from(event.start_mark.column).unwrap_or_default();
        match &event.data {
            EventData::Scalar { style, .. } => {
                let header = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                // A comment may stand after the `|` of a text in lines.
                let text =
                    if header { places.text[start..].find('\n').map_or(end, |at| start + at) } else { start };
                outline.literals.push(text..end.max(text));
                let owner = outline.node(places, start, column);
                outline.ended(owner, end);
            }
            EventData::Alias { .. } => {
                let owner = outline.node(places, start, column);
                outline.ended(owner, end);
            }
            EventData::MappingStart { .. } => {
                let owner = outline.node(places, start, column);
                outline.open.push(Open { owner, kind: Kind::Record(None) });
            }
            EventData::SequenceStart { .. } => {
                let dashes = places.text[start..].starts_with('-').then_some(column);
                let owner = outline.node(places, start, column);
                outline.open.push(Open { owner, kind: Kind::List(dashes) });
            }
            EventData::MappingEnd | EventData::SequenceEnd => {
                let owner = outline.open.pop().and_then(|open| open.owner);
                // Without a bracket of its own it ends at no place that a comment could stand beside.
                if end > start {
                    outline.ended(owner, end);
                }
            }
            _ => {}
        }
    }
    outline
}

impl Outline {
    /// A value, key or item begins; the entry that it belongs to.
    fn node(&mut self, places: &Places<'_>, start: usize, column: usize) -> Option<usize> {
        let parent = self.open.last().and_then(|open| open.owner);
        let next = self.entries.len();
        let open = self.open.last_mut()?;
        let (entry, column): (fn(u32) -> Entry, usize) = match &mut open.kind {
            Kind::Record(key @ None) => {
                *key = Some(next);
                (Entry::Key, column)
            }
            Kind::Record(key) => return key.take(),
            Kind::List(dashes) => (Entry::Item, dashes.unwrap_or(column)),
        };
        let byte = u32::try_from(places.offset + start).unwrap_or(u32::MAX);
        self.entries.push(Place { entry: entry(byte), start, end: start, column, parent });
        Some(next)
    }

    /// What belongs to an entry ends here.
    fn ended(&mut self, owner: Option<usize>, end: usize) {
        if let Some(entry) = owner.and_then(|owner| self.entries.get_mut(owner)) {
            entry.end = end;
        }
    }
}
