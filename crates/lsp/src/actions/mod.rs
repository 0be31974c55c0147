//! Code actions: fixes of findings, singly or for the whole file, exceptions, and explanations.
//!
//! A fix is checked before it is offered: the configuration is compiled with it, and it is left out unless the result is
//! better.

mod current;
mod edits;
#[cfg(test)]
mod tests;

use crate::analysis::Checked;
use crate::options::{EXPLAIN, FIX_ALL_KIND};
use crate::view::View;
use current::{compile, current, outcome};
use lsp_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionTriggerKind, Command, NumberOrString, Range,
    WorkspaceEdit,
};
use pulsarc_compiler::levels;
use pulsarc_compiler::repair::{self, File, Proposal, Repair};
use pulsarc_diag::{Applicability, Diagnostic, Edit, Severity};
use std::sync::Arc;

/// The reason of an exception, which its user replaces.
const REASON: &str = "why this is acceptable";
/// The most checks for one answer. What is not checked is not offered, or not recommended.
const MOST: usize = 40;

/// What can be done about the findings in a range.
pub(crate) fn actions(view: &View<'_>, range: Range, context: &CodeActionContext) -> Vec<CodeAction> {
    let mut actions = Vec::new();
    if is_wanted(context, &CodeActionKind::QUICKFIX) {
        quick_fixes(view, range, context, &mut actions);
    }
    // An editor that only asks whether there is something to do gets no answer that takes several checks.
    let is_asked = context.only.is_some() || context.trigger_kind != Some(CodeActionTriggerKind::AUTOMATIC);
    if is_asked && is_wanted(context, &FIX_ALL_KIND) {
        actions.extend(fix_all(view).map(|edit| CodeAction {
            title: "Apply all safe fixes of this file".to_owned(),
            kind: Some(FIX_ALL_KIND),
            edit: Some(edit),
            ..CodeAction::default()
        }));
    }
    actions
}

/// All safe fixes of the document's findings, as one edit; none if there is none.
pub(crate) fn fix_all(view: &View<'_>) -> Option<WorkspaceEdit> {
    let has_fix = |finding: &Diagnostic| !finding.advice.is_empty() || !finding.fixes.is_empty();
    if !view.checked.iter().any(|checked| checked.diagnostics.iter().any(has_fix)) {
        return None;
    }
    let all: Vec<Arc<Checked>> = view.checked.iter().map(|checked| current(view, checked)).collect();
    let first = all.first()?;
    let compile = |layers: &[pulsarc_compiler::Layer]| compile(view, layers, &first.target);
    let counted = compile(&first.layers);
    let path = &view.document.path;
    let mut repair = Repair::new(&compile, first.layers.clone(), counted).within(path);
    repair.rounds(Applicability::Safe);
    let change = repair.changes().values().next()?;
    let file = File { path: path.clone(), text: change.after.clone(), imported: change.imported };
    if all.iter().skip(1).any(|other| is_worse(view, other, std::slice::from_ref(&file))) {
        return None;
    }
    Some(edits::of_text(view, &change.after))
}

/// Fixes, exceptions and explanations of the findings in a range.
fn quick_fixes(view: &View<'_>, range: Range, context: &CodeActionContext, actions: &mut Vec<CodeAction>) {
    let all: Vec<Arc<Checked>> = view.checked.iter().map(|checked| current(view, checked)).collect();
    let mut left = MOST;
    let (mut accepted, mut explained) = (Vec::new(), Vec::new());
    for checked in &all {
        for (finding, at) in findings(view, checked, range, context) {
            let offer = Offer { view, all: &all, checked, finding, diagnostics: about(context, finding, at) };
            for action in offer.fixes(&mut left) {
                add(actions, action);
            }
            if let Some(action) = offer.exception(&mut left) {
                add(&mut accepted, action);
            }
            add(&mut explained, offer.explanation());
        }
    }
    actions.append(&mut accepted);
    actions.append(&mut explained);
}

/// Adds an action, unless another configuration has the same.
fn add(actions: &mut Vec<CodeAction>, action: CodeAction) {
    let same = actions.iter_mut().find(|other| {
        (&other.title, &other.edit, &other.command) == (&action.title, &action.edit, &action.command)
    });
    match same {
        // What one configuration does not recommend is recommended in none.
        Some(other) => other.is_preferred = other.is_preferred.filter(|_| action.is_preferred.is_some()),
        None => actions.push(action),
    }
}

/// Whether a client asks for a kind of action.
fn is_wanted(context: &CodeActionContext, kind: &CodeActionKind) -> bool {
    context.only.as_ref().is_none_or(|only| {
        only.iter().any(|only| {
            let below = kind.as_str().strip_prefix(only.as_str());
            below.is_some_and(|below| below.is_empty() || below.starts_with('.') || only.as_str().is_empty())
        })
    })
}

/// The findings of the document in a range, or that the client names, with their ranges.
fn findings<'c>(
    view: &View<'_>,
    checked: &'c Checked,
    range: Range,
    context: &CodeActionContext,
) -> Vec<(&'c Diagnostic, Range)> {
    let path = &view.document.path;
    let place = |finding: &'c Diagnostic| {
        let span = finding.span.filter(|span| checked.path(span.source).as_ref() == Some(path))?;
        Some((finding, view.document.range(span.range(), view.encoding)))
    };
    let placed: Vec<(&Diagnostic, Range)> = checked.diagnostics.iter().filter_map(place).collect();
    let with = |is_meant: &dyn Fn(&Diagnostic, Range) -> bool| {
        placed.iter().copied().filter(|(finding, at)| is_meant(finding, *at)).collect::<Vec<_>>()
    };
    let overlaps = |at: Range| at.start <= range.end && range.start <= at.end;
    let near = with(&|finding, at| overlaps(at) || !about(context, finding, at).is_empty());
    if !near.is_empty() {
        return near;
    }
    // A cursor in a key is at no finding about its value.
    with(&|_, at| at.start.line <= range.end.line && range.start.line <= at.end.line)
}

/// The diagnostics of the client that a finding is.
fn about(context: &CodeActionContext, finding: &Diagnostic, at: Range) -> Vec<lsp_types::Diagnostic> {
    let is_same = |diagnostic: &&lsp_types::Diagnostic| {
        let code = matches!(&diagnostic.code, Some(NumberOrString::String(code)) if code == finding.code.id);
        code && diagnostic.range == at
    };
    context.diagnostics.iter().filter(is_same).cloned().collect()
}

/// What can be done about a finding.
struct Offer<'o> {
    view: &'o View<'o>,
    all: &'o [Arc<Checked>],
    checked: &'o Checked,
    finding: &'o Diagnostic,
    diagnostics: Vec<lsp_types::Diagnostic>,
}

impl Offer<'_> {
    /// The fixes that make the configuration better, the recommended one first.
    fn fixes(&self, left: &mut usize) -> Vec<CodeAction> {
        let proposals = repair::of(outcome(self.checked), &self.checked.layers, self.finding);
        let mut actions = Vec::new();
        for proposal in proposals {
            let safe = proposal.fix.applicability == Applicability::Safe && actions.is_empty();
            let Some((edit, everywhere)) = self.checked_edit(&proposal, left) else { continue };
            let preferred = (safe && everywhere).then_some(true);
            actions.push(self.action(title(&proposal), edit, preferred));
        }
        actions
    }

    /// An exception for the finding in this document.
    fn exception(&self, left: &mut usize) -> Option<CodeAction> {
        let code = self.finding.code;
        if code.severity == Severity::Error || code == &levels::NOT_NEEDED {
            return None;
        }
        let source = self.finding.span?.source;
        let place = (source, REASON);
        let proposal = repair::acceptance(outcome(self.checked), &self.checked.layers, self.finding, place)?;
        let (edit, _) = self.checked_edit(&proposal, left)?;
        Some(self.action(format!("Accept {} in this file, with a reason", code.id), edit, None))
    }

    fn explanation(&self) -> CodeAction {
        let id = self.finding.code.id;
        let title = format!("Explain {id}");
        CodeAction {
            title: title.clone(),
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(self.diagnostics.clone()),
            command: Some(Command { title, command: EXPLAIN.to_owned(), arguments: Some(vec![id.into()]) }),
            ..CodeAction::default()
        }
    }

    /// The edit of a fix that makes the configuration better, and whether it makes no other one worse.
    fn checked_edit(&self, proposal: &Proposal, left: &mut usize) -> Option<(WorkspaceEdit, bool)> {
        *left = left.checked_sub(1)?;
        let compile = |layers: &[pulsarc_compiler::Layer]| compile(self.view, layers, &self.checked.target);
        let files = repair::improved(&compile, &self.checked.layers, outcome(self.checked), proposal)?;
        let edit = edits::of_fix(self.view, self.checked, &proposal.fix)?;
        let mut others = self.all.iter().filter(|other| other.configuration != self.checked.configuration);
        let everywhere = others.all(|other| {
            let may_check = *left > 0;
            *left = left.saturating_sub(1);
            may_check && !is_worse(self.view, other, &files)
        });
        Some((edit, everywhere))
    }

    fn action(&self, title: String, edit: WorkspaceEdit, is_preferred: Option<bool>) -> CodeAction {
        CodeAction {
            title,
            kind: Some(CodeActionKind::QUICKFIX),
            diagnostics: Some(self.diagnostics.clone()),
            edit: Some(edit),
            is_preferred,
            ..CodeAction::default()
        }
    }
}

/// Whether new texts make a configuration worse.
fn is_worse(view: &View<'_>, checked: &Checked, files: &[File]) -> bool {
    let layers = files.iter().fold(checked.layers.clone(), repair::with_text);
    let after = compile(view, &layers, &checked.target);
    repair::is_worse(after.outcome(), outcome(checked))
}

/// What a fix does, as an imperative.
fn title(proposal: &Proposal) -> String {
    if let [Edit::Move { from, to }] = proposal.settings.as_slice()
        && from.parent() == to.parent()
        && let (Some(old), Some(new)) = (from.last_key(), to.last_key())
    {
        return format!("Rename `{old}` to `{new}`");
    }
    let mut letters = proposal.fix.message.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
