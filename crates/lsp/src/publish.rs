//! Findings as the protocol's diagnostics, by file.

use crate::analysis::{Checked, file_of};
use crate::position::{Encoding, Text};
use crate::uri;
use lsp_types::{
    CodeDescription, Diagnostic as Shown, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    Location, NumberOrString, Position, Range, Uri,
};
use pulsarc_diag::{Code, Diagnostic, Severity, SourceId, Sources, Span};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::Arc;

/// What the protocol calls the one who reports.
pub(crate) const SOURCE: &str = "pulsarc";

/// The findings in each file.
pub(crate) type ByFile = BTreeMap<PathBuf, Vec<Shown>>;

/// Turns findings into the protocol's, with places as the client counts them.
pub(crate) struct Publisher<'a> {
    sources: &'a Sources,
    encoding: Encoding,
    /// The pages of codes.
    page: &'a dyn Fn(&Code) -> Option<Uri>,
    texts: RefCell<BTreeMap<SourceId, Rc<Text>>>,
    files: RefCell<BTreeMap<SourceId, Option<PathBuf>>>,
    /// The files that begin with a byte order mark.
    marked: &'a dyn Fn(&Path) -> bool,
}

impl<'a> Publisher<'a> {
    pub(crate) fn new(
        sources: &'a Sources,
        encoding: Encoding,
        page: &'a dyn Fn(&Code) -> Option<Uri>,
        marked: &'a dyn Fn(&Path) -> bool,
    ) -> Self {
        Self { sources, encoding, page, texts: RefCell::default(), files: RefCell::default(), marked }
    }

    /// The findings by file; those without a place are at the start of `home`.
    pub(crate) fn by_file(&self, findings: &[Diagnostic], home: &Path) -> ByFile {
        let mut files = ByFile::new();
        for finding in findings {
            let (file, range) = finding
                .span
                .and_then(|span| self.place(span))
                .unwrap_or_else(|| (home.to_owned(), Range::default()));
            files.entry(file).or_default().push(self.shown(finding, range));
        }
        files
    }

    fn shown(&self, finding: &Diagnostic, range: Range) -> Shown {
        let related: Vec<_> = finding
            .labels
            .iter()
            .filter_map(|label| {
                let (file, range) = self.place(label.span)?;
                let location = Location::new(uri::of(&file)?, range);
                Some(DiagnosticRelatedInformation { location, message: label.text.clone() })
            })
            .collect();
        let message = match finding.help_line(self.sources) {
            Some(help) => format!("{}\nhelp: {help}", finding.message),
            None => finding.message.clone(),
        };
        Shown {
            range,
            severity: Some(severity(finding.severity)),
            code: Some(NumberOrString::String(finding.code.id.to_owned())),
            code_description: (self.page)(finding.code).map(|href| CodeDescription { href }),
            source: Some(SOURCE.to_owned()),
            message,
            related_information: (!related.is_empty()).then_some(related),
            tags: tag(finding.code).map(|tag| vec![tag]),
            data: finding.path.as_ref().map(|path| serde_json::Value::String(path.to_string())),
        }
    }

    /// The file and the range of a span; none outside of files.
    fn place(&self, span: Span) -> Option<(PathBuf, Range)> {
        let source = self.sources.get(span.source);
        let path = self.files.borrow_mut().entry(span.source).or_insert_with(|| file_of(source)).clone()?;
        let text = self
            .texts
            .borrow_mut()
            .entry(span.source)
            .or_insert_with(|| Rc::new(Text::new(source.text.to_string())))
            .clone();
        let mut range = text.range(span.range(), self.encoding);
        if (self.marked)(&path) {
            after_mark(&mut range.start, self.encoding);
            after_mark(&mut range.end, self.encoding);
        }
        Some((path, range))
    }
}

/// A place in a text without its byte order mark, in the text with it.
fn after_mark(position: &mut Position, encoding: Encoding) {
    if position.line == 0 {
        position.character += match encoding {
            Encoding::Utf8 => 3,
            Encoding::Utf16 => 1,
        };
    }
}

fn severity(severity: Severity) -> DiagnosticSeverity {
    match severity {
        Severity::Error => DiagnosticSeverity::ERROR,
        Severity::Warning => DiagnosticSeverity::WARNING,
        Severity::Note => DiagnosticSeverity::INFORMATION,
    }
}

/// Codes of settings that nothing reads: editors show their text faded.
const UNUSED: [&str; 10] = [
    "PUL0112", "PUL0212", "PUL0311", "PUL0402", "PUL0503", "PUL0508", "PUL0605", "PUL0618", "PUL0736",
    "PUL0905",
];
/// Codes of settings that are out of use: editors strike their text through.
const DEPRECATED: [&str; 4] = ["PUL0803", "PUL0806", "PUL0808", "PUL0831"];

fn tag(code: &Code) -> Option<DiagnosticTag> {
    if UNUSED.contains(&code.id) {
        return Some(DiagnosticTag::UNNECESSARY);
    }
    DEPRECATED.contains(&code.id).then_some(DiagnosticTag::DEPRECATED)
}

/// The findings of a check whose text cannot be read, and those of the last check that could, where they still apply:
/// before and after the part that has changed since.
pub(crate) fn with_earlier(now: ByFile, earlier: &ByFile, checks: [&Checked; 2]) -> ByFile {
    let mut all = now;
    for (file, findings) in earlier {
        let [old, new] = checks.map(|checked| text_of(checked, file));
        let (Some(old), Some(new)) = (old, new) else { continue };
        let kept = Changed::between(&old, &new);
        let own = all.entry(file.clone()).or_default();
        own.extend(findings.iter().filter_map(|finding| {
            let range = kept.moved(finding.range)?;
            Some(Shown { range, ..finding.clone() })
        }));
    }
    all
}

fn text_of(checked: &Checked, file: &Path) -> Option<Arc<str>> {
    let layer = checked.layers.iter().find(|layer| Path::new(&layer.name) == file)?;
    std::str::from_utf8(&layer.bytes).ok().map(Arc::from)
}

/// The lines that differ between two texts.
struct Changed {
    /// Lines at the start that are equal.
    same: u32,
    /// The first line after the part that differs, in the old text.
    after: u32,
    /// The number of lines that the new text has more.
    shift: i64,
}

impl Changed {
    fn between(old: &str, new: &str) -> Self {
        let (old, new): (Vec<&str>, Vec<&str>) = (old.split('\n').collect(), new.split('\n').collect());
        let same = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
        let rest = old.len().min(new.len()) - same;
        let end =
            old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(one, other)| one == other).count();
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let length = |lines: &[&str]| i64::try_from(lines.len()).unwrap_or_default();
        Self { same: number(same), after: number(old.len() - end), shift: length(&new) - length(&old) }
    }

    /// Where a range of the old text is in the new one; none if it is in the part that has changed.
    fn moved(&self, range: Range) -> Option<Range> {
        if range.end.line < self.same {
            return Some(range);
        }
        let line = |line: u32| u32::try_from(i64::from(line) + self.shift).ok();
        (range.start.line >= self.after).then_some(())?;
        let place = |at: Position| Some(Position::new(line(at.line)?, at.character));
        Some(Range::new(place(range.start)?, place(range.end)?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_outside_of_a_change_move_with_their_text() {
        let changed = Changed::between("a\nb\nc\nd\n", "a\nb\nx\ny\nd\n");
        let range = |line| Range::new(Position::new(line, 0), Position::new(line, 1));
        assert_eq!(changed.moved(range(1)), Some(range(1)));
        assert_eq!(changed.moved(range(2)), None);
        assert_eq!(changed.moved(range(3)), Some(range(4)));
        let same = Changed::between("a\nb", "a\nb");
        assert_eq!(same.moved(range(1)), Some(range(1)));
    }

    #[test]
    fn codes_are_tagged_by_what_they_say() {
        let says = |words: &[&str]| -> Vec<&str> {
            let codes = pulsarc_compiler::codes();
            let says = codes.iter().filter(|code| words.iter().any(|word| code.title.contains(word)));
            says.map(|code| code.id).collect()
        };
        assert_eq!(
            says(&["unused", "without effect", "setting of a disabled", "setting of another"]),
            UNUSED
        );
        assert_eq!(says(&["deprecated", "obsolete", "removed Pulsar key", "Pulsar key removed"]), DEPRECATED);
    }
}
