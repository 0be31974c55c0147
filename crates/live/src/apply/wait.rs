//! The readiness gate of a stage: waits until its objects are ready, and ends early if one cannot become so.

use super::model::{Event, Wait};
use super::pods;
use super::run::{Pauses, Run};
use super::stop::Stop;
use super::trouble::Troubles;
use crate::gate::{self, Readiness, Surroundings};
use crate::metadata::uid;
use crate::resource::Resource;
use futures::stream::{self, StreamExt, TryStreamExt};
use pulsarc_diff::Identity;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// So many requests run at once.
const CONCURRENT: usize = 8;

/// An object that should exist may be missing in so many answers.
const ABSENT: u32 = 5;

/// A failure that may pass is one after so many answers: about ten seconds.
const DOUBTFUL: u32 = 10;

/// What a stage waits for.
struct Gate<'r, 'a> {
    run: &'r Run<'a>,
    left: BTreeSet<Identity>,
    /// What was last said about an object.
    said: BTreeMap<Identity, String>,
    absent: BTreeMap<Identity, u32>,
    doubtful: BTreeMap<Identity, u32>,
    /// The workloads that are not ready, with their pods, as they were last seen.
    unready: BTreeMap<Identity, (Value, Vec<Value>)>,
    troubles: Troubles,
    classes: Option<Vec<Value>>,
}

/// Whether an object is waited for.
pub(super) fn is_gated(run: &Run<'_>, object: &Identity) -> bool {
    run.waits()
        && gate::is_gated(&object.group, &object.kind, run.options.wait == Wait::ReadyWithAddresses)
        && run.resources.contains_key(object)
}

/// Waits until objects are ready.
pub(super) async fn ready(run: &Run<'_>, objects: &[Identity]) -> Result<(), Stop> {
    if objects.is_empty() {
        return Ok(());
    }
    let mut gate = Gate {
        run,
        left: objects.iter().cloned().collect(),
        said: BTreeMap::new(),
        absent: BTreeMap::new(),
        doubtful: BTreeMap::new(),
        unready: BTreeMap::new(),
        troubles: Troubles::default(),
        classes: classes(run, objects).await,
    };
    for pause in Pauses::new() {
        run.check()?;
        gate.look().await?;
        if gate.left.is_empty() {
            return Ok(());
        }
        if run.is_late() {
            return Err(gate.too_late().await);
        }
        run.pause(pause).await?;
    }
    Ok(())
}

/// The storage classes, if claims are waited for and they can be read.
async fn classes(run: &Run<'_>, objects: &[Identity]) -> Option<Vec<Value>> {
    if !objects.iter().any(|object| object.kind == "PersistentVolumeClaim") {
        return None;
    }
    run.api.list(&Resource::storage_classes(), None, None).await.ok()
}

impl Gate<'_, '_> {
    /// Looks at everything that is not ready yet.
    async fn look(&mut self) -> Result<(), Stop> {
        let live = self.live().await?;
        let mut unready = BTreeMap::new();
        for object in std::mem::take(&mut self.left) {
            let Some(found) = live.get(&object) else {
                self.missing(object)?;
                continue;
            };
            let around = Surroundings {
                classes: self.classes.as_deref(),
                addresses: self.run.options.wait == Wait::ReadyWithAddresses,
            };
            match gate::readiness(found, around) {
                Readiness::Ready => self.is_ready(&object, Some(found)),
                Readiness::Manual(rest) => {
                    self.run.note(format!("{object}: {rest}"));
                    self.is_ready(&object, Some(found));
                }
                Readiness::Waiting(why) => {
                    self.waits(&object, why);
                    unready.insert(object.clone(), found.clone());
                    self.left.insert(object);
                }
                Readiness::Failed { why, .. } if self.may_recover(&object) => {
                    self.waits(&object, why);
                    self.left.insert(object);
                }
                Readiness::Failed { why, advice } => {
                    let pods = self.pods(found).await?;
                    let log = self.troubles.last_log(self.run, &pods).await;
                    return Err(Stop { log, ..Stop::new(why, advice) }.at(&object));
                }
            }
        }
        self.diagnose(unready).await
    }

    /// The objects that are left, by one request for each kind and namespace.
    async fn live(&self) -> Result<BTreeMap<Identity, Value>, Stop> {
        let places: BTreeSet<(&Resource, Option<&str>)> = self
            .left
            .iter()
            .filter_map(|object| Some((self.run.resources.get(object)?, object.namespace.as_deref())))
            .map(|(resource, namespace)| (resource, namespace.filter(|_| resource.namespaced)))
            .collect();
        let selector = crate::inventory::applyset::selector(&self.run.wanted.release);
        let lists = stream::iter(places).map(|(resource, namespace)| {
            let selector = selector.as_str();
            async move { self.run.api.list(resource, namespace, Some(selector)).await }
        });
        let lists: Vec<Vec<Value>> = lists.buffer_unordered(CONCURRENT).try_collect().await?;
        let found = lists.into_iter().flatten();
        Ok(found.map(|object| (self.run.wanted.identity(&object), object)).collect())
    }

    /// Looks why workloads are not ready.
    async fn diagnose(&mut self, unready: BTreeMap<Identity, Value>) -> Result<(), Stop> {
        self.unready.clear();
        for (object, found) in unready {
            let pods = if gate::has_pods(&object.kind) { self.pods(&found).await? } else { Vec::new() };
            self.troubles.look(self.run, (&object, &found), &pods).await?;
            self.unready.insert(object, (found, pods));
        }
        self.troubles.forget_healed();
        Ok(())
    }

    /// The pods of a workload; none if they may not be read, since readiness does not depend on them.
    async fn pods(&self, workload: &Value) -> Result<Vec<Value>, Stop> {
        match pods::selected(self.run.api, workload).await {
            Err(stop) if stop.is_forbidden => Ok(Vec::new()),
            other => other,
        }
    }

    fn is_ready(&mut self, object: &Identity, found: Option<&Value>) {
        if let Some(uid) = found.filter(|_| object.kind == "Job").and_then(uid) {
            self.run.completed.borrow_mut().insert(object.to_string(), uid.to_owned());
        }
        self.run.report(&Event::Ready { object: object.clone() });
    }

    fn waits(&mut self, object: &Identity, why: String) {
        if self.said.get(object) != Some(&why) {
            self.run.report(&Event::Waiting { object: object.clone(), why: why.clone() });
            self.said.insert(object.clone(), why);
        }
    }

    /// Whether a failure may pass: the controller calls a claim lost until it has seen the volume, which may be newer.
    fn may_recover(&mut self, object: &Identity) -> bool {
        let times = self.doubtful.entry(object.clone()).or_default();
        *times += 1;
        object.kind == "PersistentVolumeClaim" && *times <= DOUBTFUL
    }

    /// An object that was applied and is in no list. A job may have completed and expired.
    fn missing(&mut self, object: Identity) -> Result<(), Stop> {
        let times = self.absent.entry(object.clone()).or_default();
        *times += 1;
        if object.kind == "Job" {
            self.is_ready(&object, None);
            return Ok(());
        }
        if *times > ABSENT {
            let stop = Stop::new(
                "it no longer exists, or has lost the label of the release",
                "look who deletes or changes it, then apply again",
            );
            return Err(stop.at(&object));
        }
        self.waits(&object, "it does not exist yet".to_owned());
        self.left.insert(object);
        Ok(())
    }

    /// What is said once the time of the stage is over.
    async fn too_late(&self) -> Stop {
        let seconds = self.run.options.timeout.as_secs();
        let Some(first) = self.left.first() else { return Stop::new("it took too long", super::stop::AGAIN) };
        let why = self.said.get(first).map_or("it is not ready", String::as_str);
        let more = match self.left.len() {
            1 => String::new(),
            others => format!(", and {} more objects are not ready", others - 1),
        };
        let pods = self.unready.get(first).map_or(&[][..], |(_, pods)| pods);
        let log = self.troubles.last_log(self.run, pods).await;
        let detail = self.troubles.of(first).map(str::to_owned).or_else(|| unready(pods));
        let detail = detail.map_or_else(String::new, |detail| format!("; {detail}"));
        let namespace = first.namespace.as_ref().map(|name| format!(" -n {name}")).unwrap_or_default();
        let advice = format!(
            "kubectl describe {} {}{namespace} says more; a longer --timeout waits longer, and applying again continues here",
            first.kind.to_lowercase(),
            first.name
        );
        Stop { log, ..Stop::new(format!("not ready after {seconds} s: {why}{detail}{more}"), advice) }
            .at(first)
    }
}

/// The pods that are not ready, with their phases.
fn unready(pods: &[Value]) -> Option<String> {
    let text = |pod: &Value, pointer: &str| pod.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let waits =
        |pod: &&Value| !gate::pod::is_ready(pod) || text(pod, "/status/phase").as_deref() != Some("Running");
    let shown = |pod: &Value| {
        let phase = text(pod, "/status/phase").unwrap_or_else(|| "Unknown".to_owned());
        Some(format!("{} is {phase} and not ready", text(pod, "/metadata/name")?))
    };
    let all: Vec<String> = pods.iter().filter(waits).filter_map(shown).collect();
    (!all.is_empty()).then(|| all.join(", "))
}
