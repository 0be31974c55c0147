//! Takes objects over, one by one, between a pending revision and the revision that it becomes.

use super::metadata::MetadataChange;
use super::model::{AdoptOptions, Adoption};
use super::survey::{Candidate, Survey, survey, takeover};
use super::takeover::is_own;
use crate::api::Api;
use crate::failure::{Failure, named};
use crate::gate;
use crate::inventory::{self, Entry, Inventory, Pending, Revision, applyset};
use crate::lease;
use crate::managed::{FieldSet, ManagedFields};
use crate::metadata::uid;
use crate::release::{Origin, Release, Wanted, fingerprint};
use crate::state::lookup;
use crate::time;
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use pulsarc_diff::Identity;
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// An object that others change at the same time is tried so often.
const TRIES: usize = 5;

/// Takes the objects over under the release's lock, and returns the number of the revision.
pub(super) async fn run(
    api: &Api,
    wanted: &Wanted,
    adoption: &Adoption,
    options: &AdoptOptions,
) -> Result<u32, Failure> {
    let lock = lease::acquire(api, &wanted.release, &options.by, Duration::ZERO, |_| ()).await?;
    let ended = tokio::select! {
        ended = locked(api, wanted, adoption, options) => ended,
        why = lock.keep(api) => Err(Failure::State(format!("{why}; run adopt again to continue"))),
    };
    let released = lock.release(api).await;
    let number = ended?;
    released.map(|()| number)
}

async fn locked(
    api: &Api,
    wanted: &Wanted,
    adoption: &Adoption,
    options: &AdoptOptions,
) -> Result<u32, Failure> {
    let release = &wanted.release;
    let mut inventory = inventory::read(api, release).await?;
    let survey = survey(api, wanted, options).await?;
    as_shown(&survey, adoption)?;
    let entries: BTreeSet<Entry> =
        inventory.objects.iter().cloned().chain(survey.objects.iter().map(|one| one.entry.clone())).collect();
    let current = inventory.revisions.last().map(|revision| revision.number);
    let is_done = survey.objects.iter().all(Candidate::is_taken) && entries.len() == inventory.objects.len();
    if let (true, None, Some(current)) = (is_done, &inventory.pending, current) {
        return Ok(current);
    }
    if survey.objects.is_empty() {
        return Err(Failure::State(format!(
            "nothing to take over: no object of release {} exists in namespace {}",
            release.name, release.namespace
        )));
    }
    let mut revision = Revision {
        number: current.map_or(1, |current| current.saturating_add(1)),
        time: time::now(),
        by: options.by.clone(),
        reason: options.reason.clone(),
        fingerprint: String::new(),
        objects: None,
        origin: wanted.origin.clone(),
        completed: completed(&inventory, &survey),
    };
    inventory.objects = entries.into_iter().collect();
    begin(&mut inventory, &revision);
    inventory::write(api, release, &mut inventory).await?;
    let mut recorded = earlier(&inventory, release);
    let taken = stream::iter(&survey.objects).map(|one| take(api, one, release));
    let taken: Vec<Option<(Identity, Value)>> =
        taken.buffer_unordered(lookup::CONCURRENT).try_collect().await?;
    for (id, object) in taken.into_iter().flatten() {
        recorded.entry(id).or_insert(object);
    }
    let mut objects: Vec<Value> =
        survey.objects.iter().filter_map(|one| recorded.remove(&one.entry.identity())).collect();
    objects.extend(recorded.into_values());
    revision.fingerprint = fingerprint(&objects);
    revision.origin = Origin { images: images(&objects), ..revision.origin };
    revision.objects = Some(objects);
    revision.time = time::now();
    let number = revision.number;
    inventory.revisions.push(revision);
    inventory.pending = None;
    inventory::write(api, release, &mut inventory).await?;
    Ok(number)
}

/// The jobs that have completed, by which an apply knows that one that expires is not missing.
fn completed(inventory: &Inventory, survey: &Survey<'_>) -> BTreeMap<String, String> {
    let before = inventory.revisions.last().map(|last| last.completed.clone()).unwrap_or_default();
    let jobs = survey.objects.iter().filter(|one| one.entry.resource.kind == "Job");
    let complete = jobs.filter(|one| gate::is_complete(&one.live)).filter_map(|one| {
        let uid = uid(&one.live)?;
        Some((one.entry.identity().to_string(), uid.to_owned()))
    });
    before.into_iter().chain(complete).collect()
}

/// Rejects a takeover of objects that were not shown.
fn as_shown(survey: &Survey<'_>, adoption: &Adoption) -> Result<(), Failure> {
    let shown: BTreeSet<&Identity> = adoption.objects.iter().map(|one| &one.object).collect();
    let new = survey.objects.iter().filter(|one| !one.is_taken()).map(|one| one.entry.identity());
    match new.into_iter().find(|id| !shown.contains(id)) {
        Some(id) => Err(Failure::State(format!(
            "{} was changed since the adoption was shown: run it again",
            named(&id)
        ))),
        None => Ok(()),
    }
}

/// Notes that the revision was begun; what another interrupted run wants to restore stays noted.
fn begin(inventory: &mut Inventory, revision: &Revision) {
    let restore = inventory.pending.take().map(|pending| pending.restore).unwrap_or_default();
    inventory.pending = Some(Pending { revision: revision.clone(), begun: revision.time, restore });
}

/// The objects of the current revision, which an adoption adds to.
fn earlier(inventory: &Inventory, release: &Release) -> BTreeMap<Identity, Value> {
    let objects = inventory.revisions.last().and_then(|revision| revision.objects.as_ref());
    let objects = objects.into_iter().flatten();
    objects.map(|object| (Identity::of(object, &release.namespace), object.clone())).collect()
}

/// Takes one object over. Returns it as the old managers have applied it; none if it is gone.
async fn take(
    api: &Api,
    one: &Candidate<'_>,
    release: &Release,
) -> Result<Option<(Identity, Value)>, Failure> {
    let (id, of) = (one.entry.identity(), &one.entry.resource);
    let mut live = one.live.clone();
    for _ in 0..TRIES {
        match once(api, one, release, &live).await {
            Ok(fields) => {
                let object = record(one, &live, &fields, release);
                return Ok(Some((id, object)));
            }
            Err(failure) => match failure.refusal().map(|refusal| refusal.status) {
                Some(409) => {
                    let Some(found) = api.get(of, &id).await? else { return Ok(None) };
                    live = found;
                }
                Some(404) => return Ok(None),
                _ => return Err(failure),
            },
        }
    }
    Err(Failure::State(format!(
        "{} is changed by others all the time, so it was not taken over; the objects before it were: run adopt again",
        named(&id)
    )))
}

/// One try, on one version of the object: first labels and annotations, then the managers of the fields, since pulsarc owns the labels
/// only after it has set them. Returns the fields of pulsarc.
async fn once(api: &Api, one: &Candidate<'_>, release: &Release, live: &Value) -> Result<FieldSet, Failure> {
    let (id, of) = (one.entry.identity(), &one.entry.resource);
    let change = MetadataChange::of(live, one.wanted, release);
    let patched =
        if change.is_empty() { None } else { Some(api.merge(of, &id, &change.patch(version(live))).await?) };
    let live = patched.as_ref().unwrap_or(live);
    let Some(takeover) = takeover(api, &one.entry, live).await? else {
        let own = ManagedFields::of(live).into_iter().find(is_own);
        return Ok(own.map(|entry| entry.fields).unwrap_or_default());
    };
    let managed = takeover.managed_fields(&time::rfc3339(time::now()));
    let patch = json!({ "metadata": { "resourceVersion": version(live), "managedFields": managed } });
    api.merge(of, &id, &patch).await?;
    Ok(takeover.fields)
}

fn version(object: &Value) -> &str {
    object.pointer("/metadata/resourceVersion").and_then(Value::as_str).unwrap_or_default()
}

/// The object as the old managers have applied it: the manifest of the old release, or else the fields that pulsarc has taken.
fn record(one: &Candidate<'_>, live: &Value, fields: &FieldSet, release: &Release) -> Value {
    let mut object = one.manifest.cloned().unwrap_or_else(|| applied(live, &fields.extract(live)));
    MetadataChange::of(live, one.wanted, release).make(&mut object);
    object
}

/// An object of the parts of a live one that were applied.
fn applied(live: &Value, parts: &Value) -> Value {
    let mut metadata = Map::new();
    for key in ["name", "namespace"] {
        metadata
            .extend(live.pointer(&format!("/metadata/{key}")).map(|value| (key.to_owned(), value.clone())));
    }
    for key in ["labels", "annotations"] {
        let Some(mut value) = parts.pointer(&format!("/metadata/{key}")).cloned() else { continue };
        if let Some(labels) = value.as_object_mut() {
            labels.remove(applyset::PART_OF);
        }
        metadata.insert(key.to_owned(), value);
    }
    let own = |key: &str| !matches!(key, "apiVersion" | "kind" | "metadata" | "status");
    let parts = parts.as_object().into_iter().flatten().filter(|(key, _)| own(key));
    let mut object = Map::new();
    for key in ["apiVersion", "kind"] {
        object.extend(live.get(key).map(|value| (key.to_owned(), value.clone())));
    }
    object.insert("metadata".to_owned(), Value::Object(metadata));
    object.extend(parts.map(|(key, value)| (key.clone(), value.clone())));
    Value::Object(object)
}

/// The images of pods, by the names of their workloads.
fn images(objects: &[Value]) -> BTreeMap<String, String> {
    let image = |object: &Value| {
        let name = object.pointer("/metadata/name")?.as_str()?;
        let image = object.pointer("/spec/template/spec/containers/0/image")?.as_str()?;
        Some((name.to_owned(), image.to_owned()))
    };
    objects.iter().filter_map(image).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_object_without_a_manifest_is_remembered_by_the_fields_that_were_applied() {
        let live = json!({
            "apiVersion": "v1", "kind": "Service",
            "metadata": { "name": "a", "namespace": "ns", "uid": "1",
                "labels": { "app": "a", applyset::PART_OF: "x" }, "annotations": { "cloud": "1" } },
            "spec": { "type": "ClusterIP", "clusterIP": "10.0.0.1" }, "status": {},
        });
        let fields = FieldSet::parse(&json!({
            "f:metadata": { "f:labels": { "f:app": {}, format!("f:{}", applyset::PART_OF): {} } },
            "f:spec": { "f:type": {} },
        }));
        let expected = json!({
            "apiVersion": "v1", "kind": "Service",
            "metadata": { "name": "a", "namespace": "ns", "labels": { "app": "a" } },
            "spec": { "type": "ClusterIP" },
        });
        assert_eq!(applied(&live, &fields.extract(&live)), expected);
    }

    #[test]
    fn images_are_known_by_their_workloads() {
        let workload = json!({ "metadata": { "name": "broker" },
            "spec": { "template": { "spec": { "containers": [{ "image": "pulsar:4" }] } } } });
        let images = images(&[workload, json!({ "metadata": { "name": "map" } })]);
        assert_eq!(images, BTreeMap::from([("broker".to_owned(), "pulsar:4".to_owned())]));
    }
}
