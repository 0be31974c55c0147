//! Fixes of the current findings, and whether a result with some of them is better.

use super::files::Files;
use crate::input::Built;
use pulsarc_compiler::fix;
use pulsarc_diag::{Applicability, Diagnostic, Edit, Fix, KeyPath, Severity, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Findings whose fixes are looked for in one round: a file that nobody wrote by hand may have thousands.
const MOST: usize = 500;

/// What a finding is recognized by after its file has changed.
pub(super) type Subject = (&'static str, Option<KeyPath>, String);

/// A fix of a finding.
#[derive(Debug, Clone)]
pub(super) struct Proposal {
    pub(super) subject: Subject,
    pub(super) fix: Fix,
    /// The settings that it is about; none if it replaces text that could not be read.
    pub(super) settings: Vec<Edit>,
}

/// The recommended fix of each finding, if it is as certain as asked, in the order of the findings.
pub(super) fn proposals(
    built: &Built,
    files: &Files,
    least: Applicability,
    (refused, moved): (&BTreeSet<Subject>, &BTreeSet<KeyPath>),
) -> Vec<Proposal> {
    let of_finding = |finding: &Diagnostic| {
        let subject = subject(finding);
        if refused.contains(&subject) {
            return None;
        }
        let original = |source| files.text(source);
        let fixes = fix::fixes(&built.compiled, files.written(), finding, &original);
        let proposed = fixes.into_iter().find(|proposed| proposed.fix.applicability >= least)?;
        // A value of the user's that a fix has moved is not changed by the fix of another finding.
        if proposed.settings.iter().flat_map(paths).any(|path| moved.contains(path)) {
            return None;
        }
        Some(Proposal { subject, fix: proposed.fix, settings: proposed.settings })
    };
    built.diagnostics.iter().take(MOST).filter_map(of_finding).collect()
}

/// The settings of an edit.
fn paths(edit: &Edit) -> Vec<&KeyPath> {
    match edit {
        Edit::Set { path, .. } | Edit::Remove { path } => vec![path],
        Edit::Move { from, to } => vec![from, to],
    }
}

/// The new path of a setting, if an edit moves it.
pub(super) fn moved_to(edit: &Edit) -> Option<&KeyPath> {
    match edit {
        Edit::Move { to, .. } => Some(to),
        Edit::Set { .. } | Edit::Remove { .. } => None,
    }
}

fn subject(finding: &Diagnostic) -> Subject {
    (finding.code.id, finding.path.clone(), finding.message.clone())
}

/// Those that touch different parts of the text.
pub(super) fn apart(proposals: &[Proposal]) -> Vec<Proposal> {
    let mut taken: Vec<Span> = Vec::new();
    let mut targets: BTreeSet<&KeyPath> = BTreeSet::new();
    let mut apart: Vec<Proposal> = Vec::new();
    for proposal in proposals {
        let spans = proposal.fix.edits.iter().map(|edit| edit.span);
        let clash = |span: Span| {
            taken.iter().any(|other| {
                other.source == span.source && span.start <= other.end && other.start <= span.end
            })
        };
        let same = apart.iter().any(|other| other.fix.edits == proposal.fix.edits);
        // Two keys that become the same one would be a duplicate key.
        let own: Vec<&KeyPath> = proposal.settings.iter().filter_map(moved_to).collect();
        let joins = own.iter().any(|target| targets.contains(target));
        if same || (!joins && !spans.clone().any(clash)) {
            targets.extend(own);
            taken.extend(spans);
            apart.push(proposal.clone());
        }
    }
    apart
}

/// Whether a result with fixes is better than the one before: their findings are gone, nothing else has changed, and
/// nothing is worse.
pub(super) fn is_better(before: &Built, after: &Built, fixes: &[Proposal]) -> bool {
    let (old, new) = (counted(before), counted(after));
    let gone = |proposal: &Proposal| {
        let count = |of: &BTreeMap<Subject, usize>| of.get(&proposal.subject).copied().unwrap_or_default();
        count(&new) < count(&old)
    };
    if !fixes.iter().all(gone) {
        return false;
    }
    let (Some(tree), Some(fixed)) = (&before.compiled.tree, &after.compiled.tree) else {
        // A file that could not be read: whatever else is in it shows only now.
        return before.compiled.tree.is_none() && mistakes(after).0 <= mistakes(before).0
            || after.compiled.tree.is_some();
    };
    let settings = || fixes.iter().flat_map(|proposal| &proposal.settings);
    let of_text = fixes.iter().any(|proposal| proposal.settings.is_empty());
    if !of_text && fix::rest(tree, settings()) != fix::rest(fixed, settings()) {
        return false;
    }
    // A key that is read at last may show another mistake in its place; a guess must not.
    let certain = fixes.iter().all(|proposal| proposal.fix.applicability == Applicability::Safe);
    let known: BTreeSet<_> = old.keys().map(|(code, path, _)| (code, path)).collect();
    let is_fresh = |finding: &&Diagnostic| {
        finding.severity > Severity::Note && !known.contains(&(&finding.code.id, &finding.path))
    };
    let fresh: Vec<&Diagnostic> = after.diagnostics.iter().filter(is_fresh).collect();
    let harmless = fresh.iter().all(|finding| finding.severity < Severity::Error)
        && mistakes(after).0 < mistakes(before).0;
    mistakes(after) <= mistakes(before) && (certain || fresh.is_empty() || harmless)
}

/// The findings that count, by what they are recognized by.
fn counted(built: &Built) -> BTreeMap<Subject, usize> {
    let mut counts = BTreeMap::new();
    for finding in built.diagnostics.iter().filter(|finding| finding.severity > Severity::Note) {
        *counts.entry(subject(finding)).or_default() += 1;
    }
    for finding in built.diagnostics.iter().filter(|finding| finding.severity == Severity::Note) {
        counts.entry(subject(finding)).or_insert(1);
    }
    counts
}

/// Errors, and warnings.
fn mistakes(built: &Built) -> (usize, usize) {
    let count = |severity| built.diagnostics.iter().filter(|found| found.severity == severity).count();
    (count(Severity::Error), count(Severity::Warning))
}
