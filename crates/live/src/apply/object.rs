//! Single objects: they are created, changed in place, or deleted, each if it still is what the plan has seen.

use super::run::{Pauses, Run};
use super::stop::Stop;
use crate::api::{Applied, Dependents, Force, Write};
use crate::failure::Failure;
use crate::gate;
use crate::metadata::{is_going, uid};
use crate::plan::{EnsembleSize, is_current, version};
use crate::resource::Resource;
use crate::stateful_set;
use pulsarc_diff::Identity;
use serde_json::{Value, json};
use std::time::Duration;

/// The API server is asked again so often about an object whose status changes all the time.
const RACES: usize = 8;

/// The pause after a race.
const RACE: Duration = Duration::from_millis(100);

/// Creates an object. If it exists after all, its fields are owned from now on, unless another manager owns them.
pub(super) async fn create(run: &Run<'_>, object: &Identity) -> Result<Value, Stop> {
    apply(run, object, None).await
}

/// Changes an object that is still the one that the plan has seen.
pub(super) async fn update(run: &Run<'_>, object: &Identity) -> Result<Value, Stop> {
    apply(run, object, run.plan.live.get(object)).await
}

/// Applies an object, if it still is what the plan has seen. One that is being deleted is applied once it is gone.
async fn apply(run: &Run<'_>, object: &Identity, seen: Option<&Value>) -> Result<Value, Stop> {
    let resource = run.resource(object)?;
    let Some(wanted) = run.plan.objects.get(object) else {
        return Err(Stop::new("the plan does not have it", "plan again"));
    };
    let mut value = wanted.clone();
    prepare(run, object, &mut value, run.plan.live.get(object));
    let mut version = seen.and_then(resource_version);
    for _ in 0..RACES {
        run.check()?;
        if let Some(metadata) = value.get_mut("metadata").and_then(Value::as_object_mut) {
            metadata.remove("resourceVersion");
            metadata
                .extend(version.iter().map(|version| ("resourceVersion".to_owned(), version.clone().into())));
        }
        let sent = match take_rolling_update(run, resource, object, (&value, run.plan.live.get(object))).await
        {
            Ok(false) => send(run, resource, object, &value).await,
            Ok(true) => {
                // The version was checked, and the controller has reacted since.
                version = None;
                send(run, resource, object, &without_version(&value)).await
            }
            Err(failure) => Err(failure),
        };
        match sent {
            Ok(applied) if is_going(&applied.object) => {
                // What an earlier run has deleted would take the new object with it.
                gone(run, resource, object, uid(&applied.object)).await?;
                version = None;
            }
            Ok(applied) => return Ok(noted(run, applied)),
            Err(failure) if is_race(&failure) => {
                run.pause(RACE).await?;
                if version.is_some() {
                    version = current(run, resource, object, seen, &value).await?;
                    if version.is_none() {
                        return Ok(value);
                    }
                }
            }
            Err(failure) => return Err(failure.into()),
        }
    }
    Err(restless())
}

/// Keeps Kubernetes from restarting pods of a StatefulSet that this run restarts itself.
pub(super) async fn hold_pods(run: &Run<'_>, object: &Identity) -> Result<(), Stop> {
    let resource = run.resource(object)?;
    let mut value = run.plan.objects.get(object).cloned().unwrap_or_default();
    run.check()?;
    let live = run.api.get(resource, object).await?;
    prepare(run, object, &mut value, live.as_ref());
    take_rolling_update(run, resource, object, (&value, live.as_ref())).await?;
    send(run, resource, object, &value).await?;
    Ok(())
}

/// Gives the StatefulSet of an ensemble the next size on its way.
pub(super) async fn resize(run: &Run<'_>, object: &Identity, size: EnsembleSize) -> Result<(), Stop> {
    let mut value = run.plan.objects.get(object).cloned().unwrap_or_default();
    prepare(run, object, &mut value, None);
    size.give(&mut value);
    run.check()?;
    send(run, run.resource(object)?, object, &value).await?;
    Ok(())
}

/// Makes a manifest what a rollout needs before it begins: Kubernetes restarts no pod, and an ensemble keeps its size.
fn prepare(run: &Run<'_>, object: &Identity, value: &mut Value, live: Option<&Value>) {
    if run.holds(object) {
        hold(value);
    }
    if let Some(size) = live.filter(|_| run.resizes(object)).and_then(EnsembleSize::of) {
        size.give(value);
    }
}

/// Gives a StatefulSet the update strategy that it is to have, once its pods are new.
pub(super) async fn let_go(run: &Run<'_>, object: &Identity) -> Result<(), Stop> {
    run.check()?;
    let value = run.plan.objects.get(object).cloned().unwrap_or_default();
    send(run, run.resource(object)?, object, &value).await?;
    Ok(())
}

/// A deleted pod of such a set gets the newest template, and no other pod restarts.
fn hold(set: &mut Value) {
    if let Some(spec) = set.get_mut("spec").and_then(Value::as_object_mut) {
        spec.insert("updateStrategy".to_owned(), json!({ "type": "OnDelete" }));
    }
}

/// Takes over the `rollingUpdate` that the API server defaults if a manifest has no update strategy: beside another type it is invalid,
/// and only its owner can remove it. Meanwhile the partition keeps every pod from restarting. Returns whether that was necessary.
async fn take_rolling_update(
    run: &Run<'_>,
    resource: &Resource,
    object: &Identity,
    (value, live): (&Value, Option<&Value>),
) -> Result<bool, Failure> {
    let live = live.filter(|_| run.holds(object));
    let Some(live) = live.filter(|live| live.pointer("/spec/updateStrategy/rollingUpdate").is_some()) else {
        return Ok(false);
    };
    let partition = stateful_set::replicas(live).max(stateful_set::replicas(value));
    let mut first = value.clone();
    if let Some(spec) = first.get_mut("spec").and_then(Value::as_object_mut) {
        let strategy = json!({ "type": "RollingUpdate", "rollingUpdate": { "partition": partition } });
        spec.insert("updateStrategy".to_owned(), strategy);
    }
    send(run, resource, object, &first).await?;
    Ok(true)
}

fn without_version(value: &Value) -> Value {
    let mut unversioned = value.clone();
    if let Some(metadata) = unversioned.get_mut("metadata").and_then(Value::as_object_mut) {
        metadata.remove("resourceVersion");
    }
    unversioned
}

async fn send(
    run: &Run<'_>,
    resource: &Resource,
    object: &Identity,
    value: &Value,
) -> Result<Applied, Failure> {
    let force = if run.plan.force.contains(object) { Force::Yes } else { Force::No };
    run.api.apply(resource, object, value, (Write::Store, force)).await
}

/// The version of an object whose status alone has changed since the plan was made; none if it is as it is wanted already.
async fn current(
    run: &Run<'_>,
    resource: &Resource,
    object: &Identity,
    seen: Option<&Value>,
    value: &Value,
) -> Result<Option<String>, Stop> {
    let found = run.api.get(resource, object).await?;
    let planned = seen.map(version).unwrap_or_default();
    let Some(found) = found else {
        return Err(Stop::new("it was deleted since the plan was made", "plan again"));
    };
    if is_current(&planned, &found) {
        return Ok(resource_version(&found));
    }
    // The answer to this run's own write may have been lost.
    let tried = run.api.apply(resource, object, &without_version(value), (Write::DryRun, Force::No)).await;
    if tried.is_ok_and(|tried| is_current(&version(&found), &tried.object)) {
        return Ok(None);
    }
    Err(Stop::new("it has changed since the plan was made", "plan again, and look at what changes now"))
}

/// Deletes an object that the release owns, and no other one of its name.
pub(super) async fn delete(run: &Run<'_>, object: &Identity) -> Result<(), Stop> {
    let resource = run.resource(object)?;
    run.check()?;
    let Some(found) = run.api.get(resource, object).await? else { return Ok(()) };
    // The claims of a StatefulSet have the labels of its pods alone.
    if !run.is_ours(&found) && object.kind != "PersistentVolumeClaim" {
        return Err(Stop::new("it no longer has the label of the release", "plan again"));
    }
    let planned = run.plan.live.get(object).and_then(uid);
    if planned.is_some() && planned != uid(&found) {
        return Err(Stop::new("it was deleted and created again since the plan was made", "plan again"));
    }
    let waits = run.waits() && gate::has_pods(&object.kind);
    let dependents = if waits { Dependents::DeleteFirst } else { Dependents::Delete };
    remove(run, resource, object, (uid(&found), dependents)).await?;
    if waits {
        gone(run, resource, object, uid(&found)).await?;
    }
    Ok(())
}

/// Deletes the object with a UID.
pub(super) async fn remove(
    run: &Run<'_>,
    resource: &Resource,
    object: &Identity,
    (uid_of_old, dependents): (Option<&str>, Dependents),
) -> Result<(), Stop> {
    for _ in 0..RACES {
        run.check()?;
        match run.api.delete(resource, object, uid_of_old, dependents).await {
            // The server has raced with another writer, or the object is another one by now.
            Err(failure) if is_race(&failure) => {
                run.pause(RACE).await?;
                let found = run.api.get(resource, object).await?;
                if found.is_none_or(|found| uid(&found) != uid_of_old) {
                    return Ok(());
                }
            }
            other => return other.map(|_| ()).map_err(Stop::from),
        }
    }
    Err(restless())
}

fn restless() -> Stop {
    Stop::new("it changes all the time", "look who changes it, with kubectl get -w, then apply again")
}

/// Waits until the object with a UID is gone.
pub(super) async fn gone(
    run: &Run<'_>,
    resource: &Resource,
    object: &Identity,
    uid_of_old: Option<&str>,
) -> Result<(), Stop> {
    for pause in Pauses::new() {
        run.check()?;
        let found = run.api.get(resource, object).await?;
        let Some(found) = found.filter(|found| uid(found) == uid_of_old) else { return Ok(()) };
        if run.is_late() {
            return Err(still_there(object, &found, run.options.timeout.as_secs()));
        }
        run.pause(pause).await?;
    }
    Ok(())
}

fn still_there(object: &Identity, found: &Value, seconds: u64) -> Stop {
    let finalizers = found.pointer("/metadata/finalizers").and_then(Value::as_array).into_iter().flatten();
    let finalizers: Vec<&str> = finalizers.filter_map(Value::as_str).collect();
    let namespace = object.namespace.as_ref().map(|name| format!(" -n {name}")).unwrap_or_default();
    let reason = if finalizers.is_empty() {
        String::new()
    } else {
        format!(": it waits for {}", finalizers.join(", "))
    };
    Stop::new(
        format!("it is still being deleted after {seconds} s{reason}"),
        format!(
            "look at it with kubectl get {} {}{namespace} -o yaml; once it is gone, apply again",
            object.kind, object.name
        ),
    )
}

/// An object that was applied; the server's warnings are reported.
fn noted(run: &Run<'_>, applied: Applied) -> Value {
    for warning in applied.warnings {
        run.note(warning);
    }
    applied.object
}

fn is_race(failure: &Failure) -> bool {
    failure.refusal().is_some_and(|refusal| refusal.status == 409 && !refusal.is_conflict_of_managers())
}

fn resource_version(object: &Value) -> Option<String> {
    object.pointer("/metadata/resourceVersion").and_then(Value::as_str).map(str::to_owned)
}
