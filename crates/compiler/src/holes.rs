//! Holes in a configuration: what a null removed although the cluster needs it, and values that are wrong.
//!
//! The contract's default fills each hole, so that everything else is still checked. A finding that depends on such a
//! guess is left out. A null is accepted if the objects do not depend on what it removed.

use crate::describe::Described;
use crate::{emit, spec};
use pulsarc_component::{Entry, Target};
use pulsarc_diag::{Diagnostic, Findings, KeyPath, Segment, Severity};
use pulsarc_eval::Removed;
use pulsarc_model::{MISSING, Node, Number, UNKNOWN_KEY, Value};
use pulsarc_rules::Owned;
use std::collections::BTreeSet;

/// More rounds than a configuration has nested nulls.
const MOST_ROUNDS: usize = 50;

/// Fills the holes that nulls left, and reports those that the cluster reads; none if there is no hole.
pub(crate) fn complete(
    tree: &mut Node,
    removed: &Removed,
    entries: &[Entry],
    target: &Target,
) -> Option<Findings> {
    let mut found = Findings::default();
    let holes = fill(tree, removed, entries);
    let objects = (!holes.is_empty()).then(|| emitted(tree, entries, target))?;
    for path in &holes {
        let Some(default) = tree.get(path) else { continue };
        let changed = changed(tree, &[path], entries);
        if objects != emitted(&changed, entries, target) {
            let span = removed.get(path).copied().flatten();
            found.push(read(path, default).at(path).span(span));
        }
    }
    Some(found)
}

/// Puts the default at every block that was removed, and at every value without which a block cannot be decoded; their
/// paths.
fn fill(tree: &mut Node, removed: &Removed, entries: &[Entry]) -> BTreeSet<KeyPath> {
    let mut holes = BTreeSet::new();
    if removed.is_empty() {
        return holes;
    }
    let mut defaults = None;
    for path in removed.keys().filter(|path| pulsarc_eval::is_block(path)) {
        let is_outermost = path.prefixes().find(|path| removed.contains_key(path)).as_ref() == Some(path);
        let defaults = defaults.get_or_insert_with(pulsarc_eval::complete_defaults);
        if let (Some(default), true) = (defaults.get(path), is_outermost) {
            tree.put(path, default.clone());
            holes.insert(path.clone());
        }
    }
    for _ in 0..MOST_ROUNDS {
        let mut findings = Findings::default();
        spec::decode(tree, entries, &mut findings);
        let before = holes.len();
        for missing in findings.iter().filter(|found| found.code == &MISSING) {
            let Some(path) = &missing.path else { continue };
            let Some(hole) = path.prefixes().find(|path| removed.contains_key(path)) else { continue };
            let defaults = defaults.get_or_insert_with(pulsarc_eval::complete_defaults);
            if let (Some(default), true) = (defaults.get(&hole), holes.insert(hole.clone())) {
                tree.put(&hole, default.clone());
            }
        }
        if holes.len() == before {
            break;
        }
    }
    holes
}

/// A null that removes what the cluster reads.
fn read(path: &KeyPath, default: &Node) -> Diagnostic {
    let name = path.last_key().unwrap_or_default();
    match (&default.value, default.as_words()) {
        (Value::Record(_), _) => Diagnostic::new(
            &MISSING,
            format!("`{name}` is null, which removes all defaults of this block; the cluster needs them"),
        )
        .help("write {} or delete the line: both keep the defaults"),
        (_, Some(words)) => Diagnostic::new(
            &MISSING,
            format!("`{name}` is null, which removes its default; the cluster needs a value"),
        )
        .help(format!("write a value, or delete the line to keep the default {words}")),
        _ => Diagnostic::new(
            &MISSING,
            format!("`{name}` is null, which removes its default; the cluster needs a value"),
        )
        .help("write a value, or delete the line to keep the default"),
    }
}

/// The objects of a configuration, right or not.
pub(crate) fn emitted(tree: &Node, entries: &[Entry], target: &Target) -> Vec<Owned> {
    let mut unheard = Findings::default();
    let Some(described) = Described::decode(tree, entries, target, &mut unheard) else { return Vec::new() };
    emit::emit(&described.spec, &described.cluster(target, tree), &mut unheard)
}

/// The same configuration with other values at some paths: as many of them as can be decoded.
pub(crate) fn changed(tree: &Node, paths: &[&KeyPath], entries: &[Entry]) -> Node {
    let mut other = tree.clone();
    for path in paths {
        if let Some(node) = other.get_mut(path) {
            change(node);
        }
    }
    for _ in 0..MOST_ROUNDS {
        let mut findings = Findings::default();
        spec::decode(&other, entries, &mut findings);
        let mut is_restored = false;
        for wrong in findings.iter().filter_map(|found| found.path.as_ref()) {
            let Some(own) = tree.get(wrong).filter(|_| paths.iter().any(|path| wrong.is_within(path))) else {
                continue;
            };
            if other.get(wrong) != Some(own) {
                other.put(wrong, own.clone());
                is_restored |= other.get(wrong) == Some(own);
            }
        }
        if !is_restored {
            break;
        }
    }
    other
}

/// Gives every single value in a node another one of its kind.
fn change(node: &mut Node) {
    match &mut node.value {
        Value::Null => node.value = Value::Text("another".to_owned()),
        Value::Bool(truth) => *truth = !*truth,
        Value::Number(Number::Integer(number)) => *number = number.saturating_add(1),
        Value::Number(Number::Decimal(number)) => *number += 1.0,
        Value::Text(text) => text.push_str("another"),
        Value::List(items) => items.iter_mut().for_each(change),
        Value::Record(entries) => entries.values_mut().for_each(change),
    }
}

/// The findings without those that depend on a default that fills the place of a wrong value: with another value in that
/// place, `again` does not find them.
pub(crate) fn without_guesses(
    findings: Findings,
    errors: &Findings,
    tree: &Node,
    entries: &[Entry],
    again: impl FnOnce(&Node) -> Findings,
) -> Findings {
    let is_wrong = |found: &&Diagnostic| found.severity == Severity::Error && found.code != &UNKNOWN_KEY;
    let wrong: BTreeSet<&KeyPath> =
        errors.iter().filter(is_wrong).filter_map(|found| found.path.as_ref()).collect();
    let is_plain = |path: &&KeyPath| {
        tree.get(*path).is_some() && path.segments().iter().all(|segment| matches!(segment, Segment::Key(_)))
    };
    let guesses: Vec<&KeyPath> = wrong.into_iter().filter(is_plain).collect();
    if findings.is_empty() || guesses.is_empty() {
        return findings;
    }
    let changed = changed(tree, &guesses, entries);
    let others = again(&changed);
    let is_other = |found: &Diagnostic| {
        others.iter().any(|other| {
            (other.code, &other.path, &other.message) == (found.code, &found.path, &found.message)
        })
    };
    let mut sure = Findings::default();
    sure.extend(findings.into_iter().filter(is_other));
    sure
}
