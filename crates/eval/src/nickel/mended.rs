//! Users' files that were repaired before Nickel read them.

use crate::nickel::engine::Engine;
use crate::nickel::walk::{Content, Nulls, ProblemKind, Walked};
use crate::read::slips::{Export, Library, Mended};
use nickel_lang_core::files::FileId;
use pulsarc_diag::{Diagnostic, Findings, Segment, Sources, Span};
use std::collections::{BTreeMap, HashMap};

/// Deeper exports are values of presets.
const DEEPEST: usize = 3;

impl Engine {
    /// Reports the slips of repaired files, and remembers which place is which. Returns whether one of the files cannot be
    /// parsed even so.
    pub(super) fn report_slips(
        &mut self,
        mended: HashMap<FileId, Mended>,
        sources: &mut Sources,
        found: &mut Findings,
    ) -> bool {
        let is_broken = mended.values().any(|mended| mended.is_broken);
        let ids: Vec<FileId> = mended.keys().copied().collect();
        self.mended.extend(mended);
        for id in ids {
            let source = self.place(sources).source(id);
            let slips = self.mended.get(&id).into_iter().flat_map(|mended| &mended.slips);
            found.extend(slips.map(|slip| slip.finding(source)));
        }
        is_broken
    }

    /// Whether a finding is about a part of a file that is a slip already.
    pub(super) fn is_slip(&self, finding: &Diagnostic) -> bool {
        let Some(span) = finding.span else { return false };
        let slips = self.mended.iter().filter_map(|(id, mended)| Some((*self.known.get(id)?, mended)));
        let mut spans = slips.flat_map(|(source, mended)| {
            mended.slips.iter().map(move |slip| Span::new(source, slip.range.clone()))
        });
        spans.any(|slip| slip.overlaps(span))
    }

    /// The names of pulsarc's own library.
    pub(super) fn exports() -> Library {
        let mut engine = Self::new();
        let Some(value) = engine.embedded_file("lib/pulsar.ncl") else { return Library::default() };
        let (walked, walk) = engine.walk(&value, &[], Nulls::Stay);
        let mut exports = BTreeMap::new();
        for problem in walk.problems {
            let key = |segment: &Segment| match segment {
                Segment::Key(key) => Some(key.clone()),
                Segment::Index(_) => None,
            };
            let path: Option<Vec<String>> = problem.path.segments().iter().map(key).collect();
            let is_function = matches!(problem.kind, ProblemKind::NoData);
            if let Some(path) = path.filter(|path| path.len() <= DEEPEST) {
                exports.insert(path, if is_function { Export::Function } else { Export::Other });
            }
        }
        if let Some(walked) = walked {
            add(&walked, &mut Vec::new(), &mut exports);
        }
        Library::new(exports)
    }
}

fn add(walked: &Walked, path: &mut Vec<String>, exports: &mut BTreeMap<Vec<String>, Export>) {
    let Content::Record(entries) = &walked.value else { return };
    for (key, entry) in entries {
        path.push(key.clone());
        let is_record = matches!(entry.value, Content::Record(_));
        exports.insert(path.clone(), if is_record { Export::Record } else { Export::Other });
        if path.len() < DEEPEST {
            add(entry, path, exports);
        }
        path.pop();
    }
}
