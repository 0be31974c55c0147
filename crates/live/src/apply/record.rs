//! What an apply writes into the inventory: a pending revision before anything changes, and what became of it.

use super::run::Run;
use super::scene::Scene;
use super::stop::Stop;
use crate::gate;
use crate::inventory::{self, Entry, Inventory, Pending, Revision, restore_key};
use crate::metadata::uid;
use crate::plan::{Action, ROLLOUT};
use crate::resource::Resource;
use crate::time;
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
    let held = run.plan.rollouts.iter().filter(|rollout| rollout.holds);
    restore.extend(held.map(|rollout| (restore_key(ROLLOUT, &rollout.workload), Value::Bool(true))));
    let entries = entries(run);
    let listed: BTreeSet<Entry> = inventory.objects.drain(..).chain(entries).collect();
    inventory.objects = listed.into_iter().collect();
    let revision = revision(run, inventory);
    inventory.pending = Some(Pending { revision, begun, restore });
}

/// The kind and the StatefulSet of a key under which something is remembered.
pub(super) fn parsed(key: &str) -> Option<(&str, Identity)> {
    let mut parts = key.split('/');
    let (kind, namespace, name) = (parts.next()?, parts.next()?, parts.next()?);
    let set = Identity {
        group: "apps".to_owned(),
        kind: "StatefulSet".to_owned(),
        namespace: Some(namespace.to_owned()),
        name: name.to_owned(),
    };
    parts.next().is_none().then_some((kind, set))
}

/// Adds to what the pending revision has to restore, and stores it before anything changes.
pub(super) async fn remember(run: &Run<'_>, key: &str, value: Value) -> Result<(), Stop> {
    change(&run.scene(), |restore| restore.insert(key.to_owned(), value)).await
}

/// Takes something that was restored out of the pending revision.
pub(super) async fn forget(scene: &Scene<'_>, key: &str) -> Result<(), Stop> {
    change(scene, |restore| restore.remove(key)).await
}

/// What the pending revision remembers under a key.
pub(super) fn remembered(run: &Run<'_>, key: &str) -> Option<Value> {
    run.inventory.borrow().pending.as_ref()?.restore.get(key).cloned()
}

async fn change(
    scene: &Scene<'_>,
    change: impl FnOnce(&mut BTreeMap<String, Value>) -> Option<Value>,
) -> Result<(), Stop> {
    let mut inventory = scene.inventory.borrow().clone();
    if let Some(pending) = &mut inventory.pending {
        change(&mut pending.restore);
    }
    inventory::write(scene.api, scene.release, &mut inventory).await?;
    scene.inventory.replace(inventory);
    Ok(())
}

/// Makes the pending revision the current one. Without steps, and if it is what the current revision already has, there is no new
/// one.
pub(super) async fn finish(run: &Run<'_>, inventory: &mut Inventory) -> Result<(), Stop> {
    let pending = inventory.pending.take();
    let mut stay = Vec::new();
    for entry in std::mem::take(&mut inventory.objects) {
        if stays(run, &entry).await? {
            stay.push(entry);
        }
    }
    inventory.objects = stay;
    let fingerprint = &run.plan.fingerprint;
    let is_current = inventory.revisions.last().is_some_and(|last| last.fingerprint == *fingerprint);
    if is_current && run.plan.steps.is_empty() {
        return Ok(());
    }
    let mut next = pending
        .map(|pending| pending.revision)
        .filter(|revision| revision.fingerprint == *fingerprint)
        .unwrap_or_else(|| revision(run, inventory));
    next.time = time::now();
    next.completed.extend(run.completed.borrow().clone());
    inventory.revisions.push(next);
    let surplus = inventory.revisions.len().saturating_sub(REVISIONS);
    inventory.revisions.drain(..surplus);
    Ok(())
}

/// Whether an object stays in the inventory: it is wanted, or it exists, is the release's and was not deleted.
async fn stays(run: &Run<'_>, entry: &Entry) -> Result<bool, Stop> {
    let object = entry.identity();
    if run.plan.objects.contains_key(&object) {
        return Ok(true);
    }
    if run.plan.steps.iter().any(|step| step.action == Action::Delete && step.object == object) {
        return Ok(false);
    }
    if run.plan.kept.iter().any(|kept| kept.object == object) {
        return Ok(true);
    }
    run.check()?;
    Ok(run.api.get(&entry.resource, &object).await?.is_some_and(|found| run.is_ours(&found)))
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
    let live = jobs.filter_map(|(id, job)| Some((id.to_string(), uid(job)?.to_owned())));
    before.into_iter().chain(live).filter(|(job, _)| !changed.contains(job)).collect()
}

/// The entries of the wanted objects.
fn entries(run: &Run<'_>) -> Vec<Entry> {
    let entry = |object: &Identity| {
        let resource: &Resource = run.resources.get(object)?;
        Some(Entry {
            resource: resource.clone(),
            namespace: object.namespace.clone(),
            name: object.name.clone(),
        })
    };
    run.plan.objects.keys().filter_map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_names_its_stateful_set() {
        let (kind, set) = parsed("settings/pulsar/pulsar-broker").expect("it is one");
        assert_eq!((kind, set.to_string().as_str()), ("settings", "StatefulSet/pulsar-broker"));
        assert_eq!(restore_key(kind, &set), "settings/pulsar/pulsar-broker");
        assert!(parsed("settings/pulsar").is_none() && parsed("a/b/c/d").is_none());
    }
}
