//! The second look at objects whose dry run left something open: fields of others, immutable fields, missing rights.

use super::{Answer, First, Questions, Target, Trial, group_kind, together};
use crate::api::{Force, Write};
use crate::failure::{Failure, Refusal, named};
use crate::plan::autoscalers::{self, Left, Scalers};
use crate::plan::{conflicts, overlay};
use crate::resource::Resource;
use futures::future::LocalBoxFuture;
use pulsarc_diff::Identity;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Settles all objects; live ones that no list has are added.
pub(super) async fn all(
    questions: &Questions<'_>,
    targets: impl Iterator<Item = (Target, First)>,
    live: &mut BTreeMap<Identity, Value>,
    scalers: &Scalers,
) -> Result<BTreeMap<Identity, Trial>, Failure> {
    let listed = std::mem::take(live);
    let settled = together(targets.map(|(target, first)| -> LocalBoxFuture<'_, _> {
        let found = listed.get(&target.id);
        let scaler = scalers.get(&(target.id.kind.clone(), target.id.name.clone()));
        Box::pin(one(questions, target, first, found, scaler))
    }))
    .await?;
    let mut trials = BTreeMap::new();
    let mut fetched = Vec::new();
    for (id, trial, found) in settled {
        fetched.extend(found.map(|found| (id.clone(), found)));
        trials.insert(id, trial);
    }
    *live = listed;
    live.extend(fetched);
    Ok(trials)
}

/// Settles one object. Returns the live object if it had to be fetched.
async fn one(
    questions: &Questions<'_>,
    target: Target,
    first: First,
    listed: Option<&Value>,
    scaler: Option<&String>,
) -> Result<(Identity, Trial, Option<Value>), Failure> {
    let Target { id, resource, manifest } = target;
    let mut trial = Trial {
        resource,
        answer: Answer::Unchecked(Value::Null),
        manifest,
        conflicts: Vec::new(),
        force: false,
        known: true,
    };
    let mut fetched = None;
    if listed.is_none() && may_exist(&first) {
        fetched = fetch(questions, &id, &mut trial).await?;
    }
    let live = listed.or(fetched.as_ref());
    let mut answer = first;
    if let Some(live) = live
        && !conflicts::takes_replicas(&id, questions.choices)
    {
        match autoscalers::leave(&mut trial.manifest, live, scaler) {
            Left::No | Left::Same => {}
            Left::Changed(why) => {
                questions.notes.borrow_mut().warnings.insert(format!("{}: {why}", named(&id)));
                answer = questions.dry_run(&id, trial.resource.as_ref(), &trial.manifest, Force::No).await?;
            }
        }
    }
    if let First::Refused(refusal) = &answer
        && refusal.is_conflict_of_managers()
    {
        trial.conflicts = conflicts::conflicts(&id, refusal, live, questions.choices);
        trial.force = trial.conflicts.is_empty();
        answer = questions.dry_run(&id, trial.resource.as_ref(), &trial.manifest, Force::Yes).await?;
    }
    trial.answer = answered(questions, &id, &trial, live, answer).await?;
    Ok((id, trial, fetched))
}

/// Whether an object may exist that no list has.
fn may_exist(first: &First) -> bool {
    match first {
        First::Applied(applied) => !applied.created,
        First::Refused(refusal) => refusal.status != 404 || &*refusal.about != "namespaces",
        First::Unserved => false,
    }
}

async fn fetch(
    questions: &Questions<'_>,
    id: &Identity,
    trial: &mut Trial,
) -> Result<Option<Value>, Failure> {
    let Some(resource) = &trial.resource else { return Ok(None) };
    match questions.api.get(resource, id).await {
        Err(failure) if failure.refusal().is_some_and(|refusal| refusal.status == 403) => {
            trial.known = false;
            questions.unknown(format!("no permission to get {}: what changes in it is not known", named(id)));
            Ok(None)
        }
        found => found,
    }
}

/// What follows from the last answer.
async fn answered(
    questions: &Questions<'_>,
    id: &Identity,
    trial: &Trial,
    live: Option<&Value>,
    answer: First,
) -> Result<Answer, Failure> {
    let refusal = match answer {
        First::Applied(applied) => {
            let warnings = applied.warnings.iter().map(|warning| format!("{}: {warning}", named(id)));
            questions.notes.borrow_mut().warnings.extend(warnings);
            return Ok(Answer::Stored(applied.object));
        }
        First::Unserved => {
            let mut notes = questions.notes.borrow_mut();
            notes.unserved.entry(group_kind(&trial.manifest)).or_default().insert(id.clone());
            return Ok(Answer::Unchecked(trial.manifest.clone()));
        }
        First::Refused(refusal) => refusal,
    };
    match (refusal.status, &trial.resource) {
        (404, _) if &*refusal.about == "namespaces" => {
            let namespace = id.namespace.clone().unwrap_or_default();
            questions.unknown(format!(
                "namespace {namespace} does not exist yet: the server has not checked the objects in it"
            ));
            questions.notes.borrow_mut().namespaces.insert(namespace);
            Ok(Answer::Unchecked(trial.manifest.clone()))
        }
        // Whoever may not bind every role can bind a role only once it exists.
        (404, _) if refusal.about.ends_with("rolebindings") => Ok(unchecked(&trial.manifest, live)),
        (422, Some(resource)) => as_new(questions, id, (resource, &trial.manifest), live, refusal).await,
        (403, Some(resource)) if !questions.may_apply(resource, id).await? => {
            questions.notes.borrow_mut().untried.insert(resource.plural.clone());
            Ok(unchecked(&trial.manifest, live))
        }
        _ => Ok(Answer::Rejected(refusal)),
    }
}

/// What would follow from a manifest, without the server.
fn unchecked(manifest: &Value, live: Option<&Value>) -> Answer {
    Answer::Unchecked(live.map_or_else(|| manifest.clone(), |live| overlay(live, manifest)))
}

/// Whether the server would create the object like this if it did not exist: then it is only the change that it rejects.
async fn as_new(
    questions: &Questions<'_>,
    id: &Identity,
    (resource, manifest): (&Resource, &Value),
    live: Option<&Value>,
    refusal: Refusal,
) -> Result<Answer, Failure> {
    if live.is_none() {
        return Ok(Answer::Rejected(refusal));
    }
    let other = Identity { name: free_name(&id.name), ..id.clone() };
    let created =
        questions.api.create(resource, &other, &renamed(manifest, &other.name), Write::DryRun).await;
    match created {
        Ok(object) => Ok(Answer::Immutable(restored(object, id, manifest), refusal)),
        Err(failure) if failure.refusal().is_some_and(|refusal| refusal.status == 403) => {
            questions.unknown(format!(
                "no permission to create {} in a dry run: whether a new {} would be valid is not known",
                resource.plural,
                named(id)
            ));
            let mut after = manifest.clone();
            // An object that has a UID has the server's defaults.
            after["metadata"]["uid"] =
                live.and_then(|live| live.pointer("/metadata/uid")).cloned().unwrap_or_default();
            Ok(Answer::Immutable(after, refusal))
        }
        Err(Failure::Refused { .. }) => Ok(Answer::Rejected(refusal)),
        Err(failure) => Err(failure),
    }
}

/// A name that no object has, within the limits of every kind.
fn free_name(name: &str) -> String {
    let digest = Sha256::digest(format!("{name} of a dry run"));
    let suffix: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let start: String = name.chars().take(40).collect();
    format!("{}-{suffix}", start.trim_end_matches(|last: char| !last.is_ascii_alphanumeric()))
}

/// Addresses and ports of a service: those that it has are not free for another one.
const ALLOCATED: [&str; 3] = ["clusterIP", "clusterIPs", "healthCheckNodePort"];

/// A manifest under another name, which asks for nothing that only one object can have.
fn renamed(manifest: &Value, name: &str) -> Value {
    let mut other = manifest.clone();
    if let Some(metadata) = other.get_mut("metadata").and_then(Value::as_object_mut) {
        metadata.insert("name".to_owned(), name.into());
    }
    let spec =
        other.get_mut("spec").filter(|_| manifest.get("kind").and_then(Value::as_str) == Some("Service"));
    if let Some(spec) = spec.and_then(Value::as_object_mut) {
        spec.retain(|key, value| !ALLOCATED.contains(&key.as_str()) || is_headless(value));
        for port in ports(spec) {
            port.remove("nodePort");
        }
    }
    other
}

fn ports(spec: &mut Map<String, Value>) -> impl Iterator<Item = &mut Map<String, Value>> {
    spec.get_mut("ports").and_then(Value::as_array_mut).into_iter().flatten().filter_map(Value::as_object_mut)
}

fn is_headless(value: &Value) -> bool {
    value.as_str() == Some("None") || value.pointer("/0").and_then(Value::as_str) == Some("None")
}

/// The answer to such a dry run, as it would be for the object itself.
fn restored(mut object: Value, id: &Identity, manifest: &Value) -> Value {
    if let Some(metadata) = object.get_mut("metadata").and_then(Value::as_object_mut) {
        metadata.insert("name".to_owned(), id.name.clone().into());
    }
    if id.kind == "Service"
        && let Some(spec) = object.get_mut("spec").and_then(Value::as_object_mut)
    {
        let wanted = |key: &str| manifest.get("spec").and_then(|spec| spec.get(key));
        for key in ALLOCATED {
            match wanted(key) {
                Some(value) => spec.insert(key.to_owned(), value.clone()),
                None => spec.remove(key),
            };
        }
        let of_manifest = wanted("ports").and_then(Value::as_array).cloned().unwrap_or_default();
        for (port, wanted) in ports(spec).zip(of_manifest) {
            match wanted.get("nodePort") {
                Some(value) => port.insert("nodePort".to_owned(), value.clone()),
                None => port.remove("nodePort"),
            };
        }
    }
    object
}

impl Questions<'_> {
    /// Whether the user may create and patch objects of a kind: a refusal with status 403 also comes from admission.
    async fn may_apply(&self, resource: &Resource, id: &Identity) -> Result<bool, Failure> {
        let namespace = id.namespace.clone().filter(|_| resource.namespaced);
        let key = (resource.clone(), namespace.clone());
        if let Some(known) = self.reviewed.borrow().get(&key) {
            return Ok(*known);
        }
        let mut allowed = true;
        for verb in ["patch", "create"] {
            let attributes = json!({"verb": verb, "group": resource.group, "version": resource.version,
                "resource": resource.plural, "namespace": namespace.as_deref().unwrap_or_default()});
            allowed = allowed && self.review(attributes).await?.unwrap_or(false);
        }
        self.reviewed.borrow_mut().insert(key, allowed);
        Ok(allowed)
    }

    /// Whether the user may do something; none if the server does not say it.
    async fn review(&self, attributes: Value) -> Result<Option<bool>, Failure> {
        let review = json!({"apiVersion": "authorization.k8s.io/v1", "kind": "SelfSubjectAccessReview",
            "spec": {"resourceAttributes": attributes}});
        let id = Identity::of(&review, "");
        match self.api.create(&Resource::access_reviews(), &id, &review, Write::Store).await {
            Ok(answer) => Ok(answer.pointer("/status/allowed").and_then(Value::as_bool)),
            Err(Failure::Refused { .. }) => Ok(None),
            Err(failure) => Err(failure),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_name_is_another_valid_name() {
        let long = "a".repeat(39) + "-" + &"b".repeat(30);
        for name in ["pulsar-broker", long.as_str(), "system:reader"] {
            let free = free_name(name);
            assert!(free != name && free.len() <= 49 && !free.contains("--"), "{free}");
            assert_eq!(free, free_name(name));
        }
    }

    #[test]
    fn a_service_is_tried_without_its_addresses_and_gets_them_back() {
        let id =
            Identity::of(&json!({"apiVersion": "v1", "kind": "Service", "metadata": {"name": "a"}}), "ns");
        let manifest = json!({"kind": "Service", "metadata": {"name": "a"}, "spec": {"clusterIP": "10.0.0.9",
            "ports": [{"port": 1, "nodePort": 30001}, {"port": 2}]}});
        let mut tried = renamed(&manifest, "b");
        assert_eq!(tried["spec"], json!({"ports": [{"port": 1}, {"port": 2}]}));
        tried["spec"]["clusterIP"] = json!("10.0.0.77");
        tried["spec"]["ports"][1]["nodePort"] = json!(31000);
        assert_eq!(restored(tried, &id, &manifest), manifest);
        let headless = json!({"kind": "Service", "metadata": {"name": "a"}, "spec": {"clusterIP": "None"}});
        assert_eq!(renamed(&headless, "b")["spec"], headless["spec"]);
    }
}
