//! Changes that are impossible in place. Each can be repeated from its start after an end at any request: what it finds done, it
//! does not do again.

use super::object::{self, create, gone, update};
use super::pods;
use super::run::{Pauses, Run};
use super::stop::Stop;
use crate::api::Dependents;
use crate::metadata::{is_going, uid};
use crate::plan::{Growth, is_current, version};
use crate::resource::Resource;
use crate::stateful_set;
use pulsarc_diff::Identity;
use serde_json::{Value, json};

/// Lets claims grow, deletes a StatefulSet without its pods, and creates it again; the new one adopts the pods.
pub(super) async fn keep_pods(run: &Run<'_>, object: &Identity, claims: &[Growth]) -> Result<(), Stop> {
    for growth in claims {
        grow(run, object, growth).await?;
    }
    let resource = run.resource(object)?;
    run.check()?;
    let found = run.api.get(resource, object).await?;
    if let Some(found) = &found {
        if !is_going(found) {
            match update(run, object).await {
                // An earlier run has created it already.
                Ok(_) => return adopted(run, resource, object).await,
                Err(stop) if stop.is_invalid => {
                    remove(run, resource, object, (found, Dependents::Keep)).await?;
                }
                Err(stop) => return Err(stop),
            }
        }
        gone(run, resource, object, uid(found)).await?;
    }
    create(run, object).await?;
    adopted(run, resource, object).await
}

/// Deletes an object with what it owns, and creates it again once all of that is gone.
pub(super) async fn recreate(run: &Run<'_>, object: &Identity) -> Result<(), Stop> {
    let resource = run.resource(object)?;
    run.check()?;
    if let Some(found) = run.api.get(resource, object).await? {
        if !is_going(&found) {
            remove(run, resource, object, (&found, Dependents::DeleteFirst)).await?;
        }
        gone(run, resource, object, uid(&found)).await?;
    }
    create(run, object).await.map(|_| ())
}

/// Deletes the object that the plan has seen, if it belongs to nobody else.
async fn remove(
    run: &Run<'_>,
    resource: &Resource,
    object: &Identity,
    (found, dependents): (&Value, Dependents),
) -> Result<(), Stop> {
    let planned = run.plan.live.get(object).map(version);
    if planned.is_some_and(|planned| !is_current(&planned, found)) {
        return Err(Stop::new(
            "it has changed since the plan was made",
            "plan again, and look at what changes now",
        ));
    }
    object::remove(run, resource, object, (uid(found), dependents)).await
}

/// Lets a claim grow. A claim that does not exist is created with the new size later.
async fn grow(run: &Run<'_>, set: &Identity, growth: &Growth) -> Result<(), Stop> {
    let claim = Identity {
        group: String::new(),
        kind: "PersistentVolumeClaim".to_owned(),
        namespace: set.namespace.clone(),
        name: growth.claim.clone(),
    };
    run.check()?;
    let patch = json!({ "spec": { "resources": { "requests": { "storage": growth.size } } } });
    match run.api.merge(&Resource::claims(), &claim, &patch).await {
        Err(failure) if failure.refusal().is_some_and(|refusal| refusal.status == 404) => {
            run.note(format!("claim {} does not exist; it is created with {}", growth.claim, growth.size));
            Ok(())
        }
        other => other.map(|_| ()).map_err(|failure| Stop::from(failure).at(&claim)),
    }
}

/// Waits until a new StatefulSet owns the pods of the one before.
async fn adopted(run: &Run<'_>, resource: &Resource, object: &Identity) -> Result<(), Stop> {
    for pause in Pauses::new() {
        run.check()?;
        let Some(set) = run.api.get(resource, object).await? else {
            return Err(Stop::new("it was deleted again", "look who deletes it, then apply again"));
        };
        let pods = pods::selected(run.api, &set).await?;
        let orphans: Vec<&str> = pods
            .iter()
            .filter(|pod| !is_going(pod) && pods::owner(pod) != uid(&set))
            .filter_map(|pod| pod.pointer("/metadata/name")?.as_str())
            .filter(|pod| stateful_set::ordinal(&object.name, pod).is_some())
            .collect();
        let Some(orphan) = orphans.first() else { return Ok(()) };
        if run.is_late() {
            return Err(Stop::new(
                format!("it has not adopted {} pods, of which one is {orphan}", orphans.len()),
                "look whether the controllers of Kubernetes run, then apply again",
            ));
        }
        run.pause(pause).await?;
    }
    Ok(())
}
