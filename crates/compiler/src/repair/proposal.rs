//! Fixes of the current findings, and whether a result with some of them is better.

use super::files::Files;
use super::outcome::Outcome;
use crate::fix;
use pulsarc_diag::{Applicability, Diagnostic, Edit, Fix, KeyPath, Severity, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Findings whose fixes are looked for in one round: a file that nobody wrote by hand may have thousands.
const MOST: usize = 500;

/// What a finding is recognized by after its file has changed.
pub(super) type Subject = (&'static str, Option<KeyPath>, String);

/// A fix of a finding.
#[derive(Debug, Clone)]
pub struct Proposal {
    pub(super) subject: Subject,
    /// The edits of text.
    pub fix: Fix,
    /// The settings that it is about; none if it replaces text that could not be read.
    pub settings: Vec<Edit>,
}

/// The recommended fix of each finding, if it is as certain as asked, in the order of the findings.
pub(super) fn proposals(
    outcome: Outcome<'_>,
    files: &Files,
    least: Applicability,
    (refused, moved): (&BTreeSet<Subject>, &BTreeSet<KeyPath>),
) -> Vec<Proposal> {
    let recommended = |finding: &Diagnostic| {
        if refused.contains(&subject(finding)) {
            return None;
        }
        let mut fixes = of_finding(outcome, files, finding).into_iter();
        let proposed = fixes.find(|proposed| proposed.fix.applicability >= least)?;
        // A value of the user's that a fix has moved is not changed by the fix of another finding.
        if proposed.settings.iter().flat_map(paths).any(|path| moved.contains(path)) {
            return None;
        }
        Some(proposed)
    };
    outcome.diagnostics.iter().take(MOST).filter_map(recommended).collect()
}

/// The fixes of a finding, the recommended one first.
pub(super) fn of_finding(outcome: Outcome<'_>, files: &Files, finding: &Diagnostic) -> Vec<Proposal> {
    let original = |source| files.text(source);
    let fixes = fix::fixes(outcome.built, files.written(), finding, &original);
    let proposal = |proposed: fix::Proposed| Proposal {
        subject: subject(finding),
        fix: proposed.fix,
        settings: proposed.settings,
    };
    fixes.into_iter().map(proposal).collect()
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

pub(super) fn subject(finding: &Diagnostic) -> Subject {
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
pub(super) fn is_better(before: Outcome<'_>, after: Outcome<'_>, fixes: &[Proposal]) -> bool {
    let (old, new) = (tally(before), tally(after));
    let gone = |proposal: &Proposal| {
        let count = |of: &BTreeMap<Subject, usize>| of.get(&proposal.subject).copied().unwrap_or_default();
        count(&new) < count(&old)
    };
    if !fixes.iter().all(gone) {
        return false;
    }
    let (Some(tree), Some(fixed)) = (&before.built.tree, &after.built.tree) else {
        // A file that could not be read: whatever else is in it shows only now.
        return before.built.tree.is_none() && mistakes(after).0 <= mistakes(before).0
            || after.built.tree.is_some();
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
fn tally(result: Outcome<'_>) -> BTreeMap<Subject, usize> {
    let mut counts = BTreeMap::new();
    for finding in result.diagnostics.iter().filter(|finding| finding.severity > Severity::Note) {
        *counts.entry(subject(finding)).or_default() += 1;
    }
    for finding in result.diagnostics.iter().filter(|finding| finding.severity == Severity::Note) {
        counts.entry(subject(finding)).or_insert(1);
    }
    counts
}

/// Errors, and warnings.
pub(super) fn mistakes(result: Outcome<'_>) -> (usize, usize) {
    let count = |severity| result.diagnostics.iter().filter(|found| found.severity == severity).count();
    (count(Severity::Error), count(Severity::Warning))
}
