//! What an apply writes into the inventory: a pending revision before anything changes, and what became of it.

use super::run::Run;
use crate::inventory::{Entry, Inventory, Pending, Revision};
use crate::plan::Action;
use crate::resource::Resource;
use crate::time;
use crate::gate;
use pulsarc_diff::Identity;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// So many revisions are remembered.
const REVISIONS: usize = 10;

/// Puts the pending revision into the inventory. Every object that the release has or may get is listed from then on.
pub(super) fn begin(run: &Run<'_>, inventory: &mut Inventory, restarts: BTreeMap<String, Value>) {
    let before = inventory.pending.take();
    let begun = before.as_ref().map_or_else(time::now, |pending| pending.begun);
    let mut restore = before.map(|pending| pending.restore).unwrap_or_default();
    restore.extend(restarts);
    let entries = entries(run);
    let listed: BTreeSet<Entry> = inventory.objects.drain(..).chain(entries).collect();
    inventory.objects = listed.into_iter().collect();
    let revision = revision(run, inventory);
    inventory.pending = Some(Pending { revision, begun, restore });
}

/// Makes the pending revision the current one. Without steps, and if it is what the current revision already has, there is no new
/// one.
pub(super) fn finish(run: &Run<'_>, inventory: &mut Inventory) {
    let pending = inventory.pending.take();
    let wanted: BTreeSet<Identity> = run.plan.objects.keys().cloned().collect();
    let deleted: BTreeSet<&Identity> = steps(run, &Action::Delete).collect();
    let stays = |entry: &Entry| {
        let object = entry.identity();
        wanted.contains(&object) || (run.plan.live.contains_key(&object) && !deleted.contains(&object))
            || run.plan.kept.iter().any(|kept| kept.object == object)
    };
    inventory.objects.retain(stays);
    let fingerprint = &run.plan.fingerprint;
    let is_current = inventory.revisions.last().is_some_and(|last| last.fingerprint == *fingerprint);
    if is_current && run.plan.steps.is_empty() {
        return;
    }
    let mut revision = pending
        .map(|pending| pending.revision)
        .filter(|revision| revision.fingerprint == *fingerprint)
        .unwrap_or_else(|| self::revision(run, inventory));
    revision.time = time::now();
    revision.completed.extend(run.completed.borrow().clone());
    inventory.revisions.push(revision);
    let surplus = inventory.revisions.len().saturating_sub(REVISIONS);
    inventory.revisions.drain(..surplus);
}

/// The revision that this run makes.
fn revision(run: &Run<'_>, inventory: &Inventory) -> Revision {
    Revision {
        number: next(inventory),
        time: time::now(),
        by: run.options.by.clone(),
        reason: run.options.reason.clone(),
        fingerprint: run.plan.fingerprint.clone(),
        objects: Some(run.wanted.objects.clone()),
        origin: run.wanted.origin.clone(),
        completed: completed(run, inventory),
    }
}

/// The number of the next revision.
pub(super) fn next(inventory: &Inventory) -> u32 {
    inventory.revisions.last().map_or(0, |last| last.number).saturating_add(1)
}

/// The jobs that have completed and stay as they are: those of the last revision, and those that exist.
fn completed(run: &Run<'_>, inventory: &Inventory) -> BTreeMap<String, String> {
    let changed: BTreeSet<String> = run.plan.steps.iter().map(|step| step.object.to_string()).collect();
    let before = inventory.revisions.last().map(|last| last.completed.clone()).unwrap_or_default();
    let jobs = run.plan.live.iter().filter(|(id, job)| id.kind == "Job" && gate::is_complete(job));
    let live = jobs.filter_map(|(id, job)| {
        Some((id.to_string(), job.pointer("/metadata/uid")?.as_str()?.to_owned()))
    });
    before.into_iter().chain(live).filter(|(job, _)| !changed.contains(job)).collect()
}

/// The entries of the wanted objects.
fn entries(run: &Run<'_>) -> Vec<Entry> {
    let entry = |object: &Identity| {
        let resource: &Resource = run.resources.get(object)?;
        Some(Entry { resource: resource.clone(), namespace: object.namespace.clone(), name: object.name.clone() })
    };
    run.plan.objects.keys().filter_map(entry).collect()
}

/// The objects of the steps with an action.
fn steps<'r>(run: &'r Run<'_>, action: &'r Action) -> impl Iterator<Item = &'r Identity> {
    run.plan.steps.iter().filter(move |step| step.action == *action).map(|step| &step.object)
}
