//! Repairs: fixes of findings are applied to the texts of a configuration, and kept only if the result is better.
//!
//! ```text
//! findings -> proposals -> those that do not overlap -> compile again -> kept, or tried one by one -> next round
//! ```
//!
//! Nothing is written: whoever repairs gets the new texts. Changed imports are compiled as open texts.

mod files;
mod outcome;
mod proposal;

pub use files::{Change, File, STDIN, with_text};
pub use outcome::{Compile, Counted, Outcome};
pub use proposal::Proposal;

use crate::edit::Document;
use crate::levels;
use files::Files;
use proposal::{Subject, apart, is_better, mistakes, moved_to, of_finding, proposals, subject};
use pulsarc_diag::{Applicability, Diagnostic, Edit, Fix, KeyPath, Severity, SourceId, Syntax, TextEdit};
use pulsarc_eval::Layer;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Rounds of fixes: each may reveal findings that have fixes of their own.
const ROUNDS: usize = 10;
/// Fixes that are tried one by one in a run.
const SINGLE_TRIES: usize = 500;

/// A configuration that is being repaired.
pub struct Repair<'a> {
    compile: Compile<'a>,
    layers: Vec<Layer>,
    counted: Counted,
    changes: BTreeMap<PathBuf, Change>,
    refused: BTreeSet<Subject>,
    /// The settings that fixes have moved, at their new paths.
    moved: BTreeSet<KeyPath>,
    tries: usize,
    /// The only file that may be edited; none if all may.
    within: Option<PathBuf>,
}

impl<'a> Repair<'a> {
    /// A configuration as it is compiled now.
    pub fn new(compile: Compile<'a>, layers: Vec<Layer>, counted: Counted) -> Self {
        Self {
            compile,
            layers,
            counted,
            changes: BTreeMap::new(),
            refused: BTreeSet::new(),
            moved: BTreeSet::new(),
            tries: 0,
            within: None,
        }
    }

    /// Leaves all files but one as they are.
    #[must_use]
    pub fn within(self, path: &Path) -> Self {
        Self { within: Some(path.to_owned()), ..self }
    }

    /// Applies fixes that are at least this certain until none is left.
    pub fn rounds(&mut self, least: Applicability) {
        for _ in 0..ROUNDS {
            if !self.round(least) {
                break;
            }
        }
    }

    /// The number of fixes that were kept.
    pub fn kept(&self) -> usize {
        self.changes.values().map(|change| change.fixes).sum()
    }

    /// The changed files, by their paths.
    pub fn changes(&self) -> &BTreeMap<PathBuf, Change> {
        &self.changes
    }

    /// The layers with the changes.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// The result with the changes.
    pub fn counted(&self) -> &Counted {
        &self.counted
    }

    /// The result with the changes.
    pub fn into_counted(self) -> Counted {
        self.counted
    }

    /// Applies the fixes of the current findings; whether there was one to apply.
    fn round(&mut self, least: Applicability) -> bool {
        let files = Files::of(&self.counted.built, &self.layers);
        let batch = apart(&self.proposals(&files, least));
        if batch.is_empty() {
            return false;
        }
        if self.attempt(&files, &batch) {
            return true;
        }
        if let [only] = batch.as_slice() {
            self.refused.insert(only.subject.clone());
            return true;
        }
        // One of them spoils the others: each is tried alone, on the files as they are by then.
        for proposal in batch.iter().take(SINGLE_TRIES.saturating_sub(self.tries)) {
            self.tries += 1;
            let files = Files::of(&self.counted.built, &self.layers);
            let now = self.proposals(&files, least);
            let Some(same) = now.into_iter().find(|now| now.subject == proposal.subject) else { continue };
            if !self.attempt(&files, std::slice::from_ref(&same)) {
                self.refused.insert(same.subject);
            }
        }
        self.tries < SINGLE_TRIES
    }

    /// The recommended fixes of the current findings, in the files that may be edited.
    fn proposals(&self, files: &Files, least: Applicability) -> Vec<Proposal> {
        let mut proposals = proposals(self.counted.outcome(), files, least, (&self.refused, &self.moved));
        if let Some(path) = &self.within {
            proposals
                .retain(|proposal| proposal.fix.edits.iter().all(|edit| files.is_at(edit.span.source, path)));
        }
        proposals
    }

    /// Applies fixes together if that makes the result better.
    fn attempt(&mut self, files: &Files, fixes: &[Proposal]) -> bool {
        let Some(Better { changed, layers, counted }) =
            better(self.compile, (&self.layers, self.counted.outcome()), files, fixes)
        else {
            return false;
        };
        self.keep(files, &changed, fixes);
        (self.layers, self.counted) = (layers, counted);
        true
    }

    fn keep(&mut self, files: &Files, changed: &[File], fixes: &[Proposal]) {
        let settings = fixes.iter().flat_map(|proposal| &proposal.settings);
        self.moved.extend(settings.filter_map(moved_to).cloned());
        for file in changed {
            let count = fixes.iter().filter(|proposal| {
                proposal.fix.edits.iter().any(|edit| files.is_at(edit.span.source, &file.path))
            });
            let count = count.count();
            let change = self.changes.entry(file.path.clone()).or_insert_with(|| Change {
                before: files.at(&file.path).map(|file| file.text.clone()).unwrap_or_default(),
                after: String::new(),
                imported: file.imported,
                fixes: 0,
            });
            change.after.clone_from(&file.text);
            change.fixes += count;
        }
    }
}

/// A result that fixes make better.
struct Better {
    changed: Vec<File>,
    layers: Vec<Layer>,
    counted: Counted,
}

/// Applies fixes; none if that makes the result no better.
fn better(
    compile: Compile<'_>,
    (layers, before): (&[Layer], Outcome<'_>),
    files: &Files,
    fixes: &[Proposal],
) -> Option<Better> {
    let edits: Vec<TextEdit> = fixes.iter().flat_map(|proposal| proposal.fix.edits.clone()).collect();
    let changed = files.edited(&edits);
    let layers = changed.iter().fold(layers.to_vec(), with_text);
    let counted = compile(&layers);
    is_better(before, counted.outcome(), fixes).then_some(Better { changed, layers, counted })
}

/// The fixes of one finding of a result, the recommended one first; none of them is checked yet.
pub fn of(outcome: Outcome<'_>, layers: &[Layer], finding: &Diagnostic) -> Vec<Proposal> {
    of_finding(outcome, &Files::of(outcome.built, layers), finding)
}

/// The edits of one file that accept a finding with a reason; none if they have no place there.
pub fn acceptance(
    outcome: Outcome<'_>,
    layers: &[Layer],
    finding: &Diagnostic,
    (source, reason): (SourceId, &str),
) -> Option<Proposal> {
    let files = Files::of(outcome.built, layers);
    let entry = KeyPath::parse(levels::BLOCK).key(finding.code.id);
    let set = |key: &str, value: &str| Edit::Set { path: entry.key(key), value: value.into() };
    let settings = vec![set("level", "allow"), set("reason", reason)];
    let (text, tree) = (files.text(source)?, files.written().or(outcome.built.tree.as_ref())?);
    let syntax = Syntax::of(&outcome.built.sources.get(source).name, text);
    let edits = Document { syntax, text, source, tree, subject: None }.edits(&settings)?;
    let message = format!("accept {}", finding.code.id);
    let fix = Fix { message, applicability: Applicability::Unsafe, edits };
    Some(Proposal { subject: subject(finding), fix, settings })
}

/// The files that a fix changes, with their new texts; none if it does not make the result better.
pub fn improved(
    compile: Compile<'_>,
    layers: &[Layer],
    outcome: Outcome<'_>,
    proposal: &Proposal,
) -> Option<Vec<File>> {
    let files = Files::of(outcome.built, layers);
    better(compile, (layers, outcome), &files, std::slice::from_ref(proposal)).map(|better| better.changed)
}

/// Whether a result has more mistakes than the one before, or an error of another kind or at another place.
pub fn is_worse(after: Outcome<'_>, before: Outcome<'_>) -> bool {
    let errors = |outcome: Outcome<'_>| {
        let errors = outcome.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        errors.map(|found| (found.code.id, found.path.clone())).collect::<BTreeSet<_>>()
    };
    mistakes(after) > mistakes(before) || !errors(after).is_subset(&errors(before))
}
