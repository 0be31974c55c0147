//! The texts a configuration was written in, and places in them.
//!
//! It knows nothing of what a text means: the evaluator and the renderer do.

use crate::redact::{Secrets, covered};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// One text in a [`Sources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SourceId(pub(crate) u32);

/// A range of bytes in one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// The text it lies in.
    pub source: SourceId,
    /// Its first byte.
    pub start: u32,
    /// The byte after its last one.
    pub end: u32,
}

impl Span {
    /// A span over `range` of `source`; texts beyond 4 GiB are not read, so the offsets fit.
    pub fn new(source: SourceId, range: Range<usize>) -> Self {
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { source, start: offset(range.start), end: offset(range.end) }
    }

    /// Whether it has a byte in common with another one.
    pub fn overlaps(self, other: Self) -> bool {
        self.source == other.source && self.start < other.end && other.start < self.end
    }

    /// The bytes it covers.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A text and the name that its user knows it by.
#[derive(Debug, Clone)]
pub struct Source {
    /// A path as the user gave it, `<stdin>`, `--set`, or a name inside pulsarc's own library.
    pub name: String,
    /// The whole text.
    pub text: Cow<'static, str>,
    /// Whether the user wrote it (and not pulsarc's contracts and library).
    pub users: bool,
    /// Found when it is first asked for: most texts are never told of.
    line_starts: OnceLock<Vec<usize>>,
    /// The characters before each [`STRIDE`] of bytes; found like the lines, so that a place on a line of a megabyte is not
    /// counted out for every finding on it.
    characters: OnceLock<Vec<usize>>,
}

/// Bytes from one count of characters to the next.
const STRIDE: usize = 4096;

/// A human's place in a text: both count from 1; the column counts characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Location {
    /// The line.
    pub line: usize,
    /// The column, in characters.
    pub column: usize,
}

/// All texts that a run has read.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    all: Vec<Source>,
    imports: BTreeMap<PathBuf, Option<Arc<str>>>,
    secrets: Secrets,
    /// What is covered once nothing reads the texts any more.
    pending: Vec<Span>,
}

impl Sources {
    /// Adds a text that the user wrote.
    pub fn add(&mut self, name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> SourceId {
        self.push(name.into(), text.into(), true)
    }

    /// Adds a text of pulsarc's own: a contract or a part of the library.
    pub fn add_own(&mut self, name: impl Into<String>, text: impl Into<Cow<'static, str>>) -> SourceId {
        self.push(name.into(), text.into(), false)
    }

    /// Adds a text of another run's, as it is there.
    pub fn adopt(&mut self, source: &Source) -> SourceId {
        self.push(source.name.clone(), source.text.clone(), source.users)
    }

    fn push(&mut self, name: String, text: Cow<'static, str>, users: bool) -> SourceId {
        self.all.push(Source {
            name,
            text,
            users,
            line_starts: OnceLock::new(),
            characters: OnceLock::new(),
        });
        SourceId(u32::try_from(self.all.len() - 1).unwrap_or(u32::MAX))
    }

    /// Adds a file that an import led to, or none if no file was there and the import led elsewhere.
    pub fn add_import(&mut self, path: PathBuf, text: Option<Arc<str>>) {
        self.imports.insert(path, text);
    }

    /// Every path that an import was looked for at, by its absolute name, with the text that was there. Whether anything
    /// is told of them or not: what a run comes to depends on the inputs and on these.
    pub fn imports(&self) -> impl Iterator<Item = (&Path, Option<&str>)> {
        self.imports.iter().map(|(path, text)| (path.as_path(), text.as_deref()))
    }

    /// How many texts there are.
    pub fn count(&self) -> usize {
        self.all.len()
    }

    /// Forgets all texts but the first `count`, where nothing speaks of the others any more.
    pub fn keep_first(&mut self, count: usize) {
        self.all.truncate(count);
    }

    /// The text behind an id.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.all[id.0 as usize]
    }

    /// Every source with its id, in the order they were added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.all
            .iter()
            .enumerate()
            .map(|(at, source)| (SourceId(u32::try_from(at).unwrap_or(u32::MAX)), source))
    }

    /// Whether the user wrote the text that a span lies in.
    pub fn is_users(&self, span: Span) -> bool {
        self.get(span.source).users
    }

    /// Where a byte of a source is, for humans.
    pub fn locate(&self, id: SourceId, byte: usize) -> Location {
        let source = self.get(id);
        let starts = source.line_starts();
        let line = starts.partition_point(|start| *start <= byte).max(1) - 1;
        let start = starts[line];
        let byte = byte.min(source.text.len());
        Location {
            line: line + 1,
            column: source.characters_before(byte).saturating_sub(source.characters_before(start)) + 1,
        }
    }

    /// Covers a part of a user's text, so that nobody can tell it any more; lines and columns stay what they are.
    pub fn hide(&mut self, span: Span) {
        let Some(source) = self.all.get_mut(span.source.0 as usize).filter(|source| source.users) else {
            return;
        };
        let text = &source.text;
        let end = (span.range().end..text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let start =
            (0..=span.range().start.min(end)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let cover = covered(&text[start..end]);
        source.text.to_mut().replace_range(start..end, &cover);
        source.characters = OnceLock::new();
    }

    /// Marks a part of a user's text to be covered by [`hide_secrets`](Self::hide_secrets): whoever looks for secrets by
    /// the names before them has to see the text as it was written.
    pub fn hide_later(&mut self, span: Span) {
        self.pending.push(span);
    }

    /// Covers what was marked, and every secret whose value is known, wherever a user's text repeats it.
    pub fn hide_secrets(&mut self) {
        for span in std::mem::take(&mut self.pending) {
            self.hide(span);
        }
        let found: Vec<Span> = self
            .iter()
            .filter(|(_, source)| source.users)
            .flat_map(|(id, source)| {
                self.secrets.found(&source.text).into_iter().map(move |range| Span::new(id, range))
            })
            .collect();
        for span in found {
            self.hide(span);
        }
    }

    /// The secrets in these texts, by their values.
    pub fn secrets(&self) -> &Secrets {
        &self.secrets
    }

    /// The secrets in these texts, to keep another one.
    pub fn secrets_mut(&mut self) -> &mut Secrets {
        &mut self.secrets
    }

    /// The text that a span covers.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).text.get(span.range()).unwrap_or_default()
    }
}

impl Source {
    /// How many characters begin before a byte.
    fn characters_before(&self, byte: usize) -> usize {
        let begins = |bytes: &[u8]| bytes.iter().filter(|byte| **byte & 0xc0 != 0x80).count();
        let bytes = self.text.as_bytes();
        let counted = self.characters.get_or_init(|| {
            let mut sum = 0;
            let sums = bytes.chunks(STRIDE).map(|chunk| {
                sum += begins(chunk);
                sum
            });
            std::iter::once(0).chain(sums).collect()
        });
        counted[byte / STRIDE] + begins(&bytes[byte / STRIDE * STRIDE..byte])
    }

    /// The byte at which each line starts.
    pub(crate) fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn locations_count_lines_and_characters_from_one() {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", "a: 1\nüb: 2\n");
        assert_eq!(sources.locate(id, 0), Location { line: 1, column: 1 });
        assert_eq!(sources.locate(id, 5), Location { line: 2, column: 1 });
        let b = "a: 1\nü".len();
        assert_eq!(sources.locate(id, b), Location { line: 2, column: 2 });
        assert_eq!(sources.locate(id, 11), Location { line: 2, column: 6 });
        assert_eq!(sources.locate(id, 12), Location { line: 3, column: 1 });
        let long = sources.add("b.yaml", format!("é\n{}é", "ü".repeat(STRIDE)));
        let end = sources.get(long).text.len();
        assert_eq!(sources.locate(long, end), Location { line: 2, column: STRIDE + 2 });
        assert_eq!(sources.locate(long, end + 9), Location { line: 2, column: STRIDE + 2 });
    }
}
