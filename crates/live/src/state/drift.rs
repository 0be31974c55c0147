//! Drift: what others have changed in the objects of a release since its last apply.
//!
//! The server is asked what a forced apply of the last revision would make of each object. What differs from the live object was
//! changed by others, and what others have added since is found by its owner.

use super::changed::{Author, Since, author, undisturbed, undisturbed_by_fields};
use super::history::nothing_applied;
use super::lookup;
use super::model::{Drift, DriftField, DriftReport};
use crate::api::{Api, Force, Write};
use crate::failure::Failure;
use crate::inventory::{self, Entry, Inventory, Revision, applyset};
use crate::metadata::is_going;
use crate::plan::secrets;
use crate::release::Release;
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use pulsarc_diag::Secrets;
use pulsarc_diff::{Facts, FieldChange, Identity, compare};
use serde_json::Value;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// What others have changed, and the secrets that were seen.
pub(super) async fn drift(api: &Api, release: &Release) -> Result<(DriftReport, Secrets), Failure> {
    let inventory = inventory::read(api, release).await?;
    let Some(revision) = inventory.revisions.last() else { return Err(nothing_applied(release)) };
    let mut report = DriftReport::default();
    let applied = applied(revision, release);
    let places = places(api, &inventory, revision, release).await?;
    let live = lookup::find(api, &places, &applyset::selector(release)).await?;
    report.unknown.extend(limits(&inventory, revision));
    let since = Since { applied: revision.time, unfinished: inventory.pending.is_some() };
    let known: Vec<(&Entry, Identity)> = places.iter().map(|entry| (entry, entry.identity())).collect();
    let mut dry_runs =
        DryRuns { api, since, forbidden: Cell::new(false), found: Vec::new(), gone: Vec::new() };
    let existing = known.iter().filter_map(|(entry, id)| Some((*entry, id, live.get(id)?, applied.get(id))));
    dry_runs.run(existing).await?;
    if dry_runs.forbidden.get() {
        report.unknown.push(
            "no right to a dry run of an apply (patch): objects are compared field by field with what was applied, so \
             other ways to write the same value may be reported"
                .to_owned(),
        );
    }
    let missing = known.iter().map(|(_, id)| id).filter(|id| !live.contains_key(id));
    let gone: BTreeSet<&Identity> = missing.chain(&dry_runs.gone).collect();
    let expired = |id: &Identity| id.kind == "Job" && may_expire(id, applied.get(id), revision);
    let pending: Option<BTreeSet<Identity>> = inventory.pending.as_ref().and_then(|pending| {
        let objects = pending.revision.objects.as_ref()?;
        Some(objects.iter().map(|object| Identity::of(object, &release.namespace)).collect())
    });
    // What the unfinished revision does not have, it may have deleted.
    let unwanted = |id: &Identity| pending.as_ref().is_some_and(|wanted| !wanted.contains(id));
    let deleted = gone.into_iter().filter(|id| !expired(id) && !unwanted(id));
    report.drift.extend(deleted.map(|id| Drift { object: id.clone(), deleted: true, fields: Vec::new() }));
    let names: Vec<&str> = known.iter().map(|(_, id)| id.name.as_str()).collect();
    let secrets = secrets(&Secrets::default(), live.values().chain(applied.values()), &names);
    report.drift.extend(dry_runs.into_drift(&live, release, &secrets));
    report.drift.sort_by(|a, b| a.object.cmp(&b.object));
    Ok((report, secrets))
}

/// The objects of a revision as they are applied.
fn applied(revision: &Revision, release: &Release) -> BTreeMap<Identity, Value> {
    let labelled = |object: &Value| {
        let mut object = object.clone();
        applyset::label(&mut object, release);
        (Identity::of(&object, &release.namespace), object)
    };
    revision.objects.iter().flatten().map(labelled).collect()
}

/// Where the objects of a revision are; those of the inventory if the revision's are not stored.
async fn places(
    api: &Api,
    inventory: &Inventory,
    revision: &Revision,
    release: &Release,
) -> Result<Vec<Entry>, Failure> {
    match &revision.objects {
        Some(objects) => lookup::entries(api, objects, &release.namespace).await,
        None => Ok(inventory.objects.clone()),
    }
}

fn limits(inventory: &Inventory, revision: &Revision) -> Vec<String> {
    let pending = inventory.pending.as_ref().map(|pending| {
        format!(
            "revision {} was begun by {} and not finished: its changes cannot be distinguished from changes \
             without a known manager, which are left out",
            pending.revision.number, pending.revision.by
        )
    });
    let lost = revision.objects.is_none().then(|| {
        format!(
            "the objects of revision {} do not fit into the inventory: only deleted objects and fields that others \
             added are found",
            revision.number
        )
    });
    pending.into_iter().chain(lost).collect()
}

/// Whether a job that does not exist has only been cleaned up.
pub(super) fn may_expire(id: &Identity, applied: Option<&Value>, revision: &Revision) -> bool {
    let has_time_to_live =
        applied.is_some_and(|job| job.pointer("/spec/ttlSecondsAfterFinished").is_some_and(Value::is_number));
    has_time_to_live || revision.completed.contains_key(&id.to_string())
}

/// Dry runs of what was applied, and what they answer.
struct DryRuns<'a> {
    api: &'a Api,
    since: Since,
    /// Whether the user may not do any.
    forbidden: Cell<bool>,
    /// The objects without the changes of others.
    found: Vec<Value>,
    /// Objects that are gone, or about to be.
    gone: Vec<Identity>,
}

/// What is left of an object.
enum Left {
    Object(Value),
    Nothing(Identity),
}

impl DryRuns<'_> {
    async fn run<'b>(
        &mut self,
        objects: impl Iterator<Item = (&'b Entry, &'b Identity, &'b Value, Option<&'b Value>)>,
    ) -> Result<(), Failure> {
        let this = &*self;
        let runs = objects.map(|(entry, id, live, applied)| this.one(entry, id, live, applied));
        let all: Vec<Left> =
            stream::iter(runs.collect::<Vec<_>>()).buffer_unordered(lookup::CONCURRENT).try_collect().await?;
        for left in all {
            match left {
                Left::Object(object) => self.found.push(object),
                Left::Nothing(id) => self.gone.push(id),
            }
        }
        Ok(())
    }

    async fn one(
        &self,
        entry: &Entry,
        id: &Identity,
        live: &Value,
        applied: Option<&Value>,
    ) -> Result<Left, Failure> {
        if is_going(live) {
            return Ok(Left::Nothing(id.clone()));
        }
        let Some(applied) = applied else {
            return Ok(Left::Object(undisturbed_by_fields(
                live,
                &Value::Object(serde_json::Map::new()),
                self.since,
            )));
        };
        let by_fields = || Ok(Left::Object(undisturbed_by_fields(live, applied, self.since)));
        if self.forbidden.get() {
            return by_fields();
        }
        match self.api.apply(&entry.resource, id, applied, (Write::DryRun, Force::Yes)).await {
            Ok(answer) if answer.created => Ok(Left::Nothing(id.clone())),
            Ok(answer) => Ok(Left::Object(undisturbed(live, &answer.object, self.since))),
            Err(failure) if failure.is_forbidden() => {
                self.forbidden.set(true);
                by_fields()
            }
            Err(failure) => match failure.refusal().map(|refusal| refusal.status) {
                Some(404) => Ok(Left::Nothing(id.clone())),
                // Somebody has made it again in a way that the server does not change back.
                Some(_) => by_fields(),
                None => Err(failure),
            },
        }
    }

    fn into_drift(
        self,
        live: &BTreeMap<Identity, Value>,
        release: &Release,
        secrets: &Secrets,
    ) -> Vec<Drift> {
        let since = self.since;
        let ids = self.found.iter().map(|object| Identity::of(object, &release.namespace));
        let now: Vec<Value> = ids.filter_map(|id| live.get(&id).cloned()).collect();
        let mut changes = compare(&self.found, &now, &release.namespace, &Facts::default());
        // Names and paths are as they were until the secrets are taken out.
        let authors: Vec<(Identity, Vec<Option<Author>>)> = changes
            .changes
            .iter()
            .map(|change| {
                let live = live.get(&change.object).unwrap_or(&Value::Null);
                let authors = change.fields.iter().map(|field| author(&field.path, live, since));
                (change.object.clone(), authors.collect())
            })
            .collect();
        changes.redact(secrets);
        let drift = changes.changes.into_iter().zip(authors).filter_map(|(change, (object, authors))| {
            let somebodys = change.fields.into_iter().zip(authors);
            let fields = somebodys.filter_map(|(change, author)| Some(field(change, author?)));
            let fields: Vec<DriftField> = fields.collect();
            (!fields.is_empty()).then_some(Drift { object, deleted: false, fields })
        });
        drift.collect()
    }
}

fn field(change: FieldChange, author: Author) -> DriftField {
    DriftField {
        path: change.path,
        manager: author.name,
        time: author.time,
        applied: change.old,
        live: change.new,
        lines: change.lines,
    }
}
