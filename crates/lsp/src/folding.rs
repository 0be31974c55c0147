//! The parts of a document that can be folded.

use crate::documents::Language;
use crate::outline::Entry;
use crate::position::Text;
use crate::view::View;
use lsp_types::{FoldingRange, FoldingRangeKind};
use std::collections::BTreeMap;
use std::ops::Range;

/// Records, lists and texts of several lines, and runs of comments.
pub(crate) fn ranges(view: &View<'_>) -> Vec<FoldingRange> {
    let lines = Text::new(view.document.checked_text().to_owned());
    let outline = view.outline();
    let mut folds = Folds { lines: &lines, found: BTreeMap::new(), texts: Vec::new() };
    folds.entries(&outline.entries);
    folds.comments();
    if view.document.language == Language::Nickel {
        let imports = outline.imports.iter().map(|import| lines.line_of(import.bytes.start));
        folds.run(imports, &FoldingRangeKind::Imports);
    }
    let range = |(start, (end, kind)): (usize, (usize, Option<FoldingRangeKind>))| FoldingRange {
        start_line: number(start),
        end_line: number(end),
        kind,
        ..FoldingRange::default()
    };
    folds.found.into_iter().map(range).collect()
}

fn number(line: usize) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}

/// What was found: by the first line, the last one and what it is. An editor shows one for each line.
struct Folds<'t> {
    lines: &'t Text,
    found: BTreeMap<usize, (usize, Option<FoldingRangeKind>)>,
    /// The lines of texts: a `#` in them begins no comment.
    texts: Vec<Range<usize>>,
}

impl Folds<'_> {
    fn entries(&mut self, entries: &[Entry]) {
        for entry in entries {
            let start = self.lines.line_of(entry.key.start);
            let mut end = self.lines.line_of(entry.end());
            if entry.entries.is_empty() && end > start {
                self.texts.push(start..end + 1);
            }
            // The bracket that closes it stays where it can be seen.
            if end > start && self.text(end).starts_with(['}', ']', ')', '"']) {
                end -= 1;
            }
            self.add(start, end, None);
            self.entries(&entry.entries);
        }
    }

    fn text(&self, line: usize) -> &str {
        self.lines.as_str().get(self.lines.line(line)).unwrap_or_default().trim_start()
    }

    fn add(&mut self, start: usize, end: usize, kind: Option<FoldingRangeKind>) {
        if end > start {
            let found = self.found.entry(start).or_insert((end, kind));
            found.0 = found.0.max(end);
        }
    }

    fn comments(&mut self) {
        self.texts.sort_by_key(|text| text.start);
        let mut texts = self.texts.iter().peekable();
        let mut comments = Vec::new();
        for line in 0..self.lines.lines() {
            while texts.next_if(|text| text.end <= line).is_some() {}
            let in_text = texts.peek().is_some_and(|text| text.contains(&line));
            if !in_text && self.text(line).starts_with('#') {
                comments.push(line);
            }
        }
        self.run(comments.into_iter(), &FoldingRangeKind::Comment);
    }

    /// Adds the runs of lines that follow one another.
    fn run(&mut self, lines: impl Iterator<Item = usize>, kind: &FoldingRangeKind) {
        let mut run: Option<(usize, usize)> = None;
        for line in lines {
            match &mut run {
                Some((_, last)) if line <= *last + 1 => *last = line,
                _ => {
                    if let Some((start, end)) = run.replace((line, line)) {
                        self.add(start, end, Some(kind.clone()));
                    }
                }
            }
        }
        if let Some((start, end)) = run {
            self.add(start, end, Some(kind.clone()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::Project;

    fn of(name: &str, text: &str) -> Vec<(u32, u32, Option<FoldingRangeKind>)> {
        let project = Project::one(name, text);
        let ranges = ranges(&project.marked().0);
        ranges.into_iter().map(|range| (range.start_line, range.end_line, range.kind)).collect()
    }

    #[test]
    fn what_has_several_lines_can_be_folded() {
        let yaml = "# One.\n# Two.\na:\n  b: 1\n  c:\n  - d: |\n      # no\n      # comment\n    e: 1\nf: {\n  g: 1\n}\n";
        assert_eq!(
            of("values.yaml", yaml),
            [
                (0, 1, Some(FoldingRangeKind::Comment)),
                (2, 8, None),
                (4, 8, None),
                (5, 8, None),
                (9, 10, None),
            ]
        );
        let nickel = "let a = import \"a.ncl\" in\nlet b = import \"b.ncl\" in\n{\n  c.d = {\n    e = 1,\n  },\n  f = m%\"\n    # no\n    # comment\n  \"%,\n}\n";
        assert_eq!(
            of("cluster.ncl", nickel),
            [(0, 1, Some(FoldingRangeKind::Imports)), (3, 4, None), (6, 8, None)]
        );
    }
}
