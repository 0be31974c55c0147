//! The state of a release: its revision, its workloads with their pods, its certificates, and who works on it.

use super::model::{CertificateStatus, PendingStatus, Status, WorkloadStatus};
use super::workload::WorkloadState;
use super::{certificate, history, lookup, workload};
use crate::api::Api;
use crate::failure::Failure;
use crate::gate;
use crate::inventory::{self, Entry, Inventory, applyset};
use crate::lease;
use crate::plan::Stages;
use crate::release::Release;
use crate::resource::Resource;
use crate::time;
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use pulsarc_diff::{Facts, Identity};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The state of a release; `facts` say at which stage components are applied.
pub(super) async fn status(
    api: &Api,
    release: &Release,
    facts: &Facts,
    server: &str,
) -> Result<Status, Failure> {
    let mut unknown = Vec::new();
    let inventory = read(api, release, &mut unknown).await?;
    let selector = release.selector();
    let (sought, found) = objects(api, &inventory, release, &selector).await?;
    let pods = pods(api, found.values(), &release.name, &selector).await?;
    let last = inventory.revisions.last();
    let wanted: Vec<&Value> =
        last.and_then(|revision| revision.objects.as_ref()).into_iter().flatten().collect();
    let stages = Stages::of(facts, wanted.iter().copied().chain(found.values()));
    let by_id: BTreeMap<Identity, &Value> =
        wanted.iter().map(|object| (Identity::of(object, &release.namespace), *object)).collect();
    let states: Vec<WorkloadState> = sought
        .iter()
        .filter(|id| workload::has_pods(&id.group, &id.kind))
        .filter_map(|id| {
            let Some(object) = found.get(id) else {
                let object = by_id.get(id)?;
                let gone = id.kind == "Job" && super::drift::may_expire(id, Some(object), last?);
                return (!gone).then(|| workload::absent(id.clone(), stages.stage(object)));
            };
            Some(workload::state(id.clone(), stages.stage(object), object, &pods))
        })
        .collect();
    let all_ready = !states.is_empty() && states.iter().all(|state| state.ready);
    let mut workloads: Vec<WorkloadStatus> = states.into_iter().map(|state| state.shown).collect();
    workloads.sort_by(|a, b| (a.stage, &a.object).cmp(&(b.stage, &b.object)));
    let now = time::now();
    let is_certificate = |id: &Identity| (id.group.as_str(), id.kind.as_str()) == CERTIFICATE;
    let certificates: Vec<CertificateStatus> = found
        .iter()
        .filter(|(id, _)| is_certificate(id))
        .map(|(_, object)| certificate::state(object, now))
        .collect();
    let pending = inventory.pending.as_ref().map(|pending| PendingStatus {
        number: pending.revision.number,
        begun: time::rfc3339(pending.begun),
        by: pending.revision.by.clone(),
    });
    let ready = pending.is_none() && all_ready && certificates.iter().all(|certificate| certificate.ready);
    Ok(Status {
        release: release.clone(),
        server: server.to_owned(),
        revision: last.map(history::summary),
        pending,
        locked_by: holder(api, release).await?,
        workloads,
        certificates,
        ready,
        unknown,
    })
}

/// The kind of certificates: its group and its name.
const CERTIFICATE: (&str, &str) = ("cert-manager.io", "Certificate");

/// The inventory, as far as the user may read it.
async fn read(api: &Api, release: &Release, unknown: &mut Vec<String>) -> Result<Inventory, Failure> {
    match inventory::read(api, release).await {
        Err(failure) if failure.is_forbidden() => {
            unknown.push(format!(
                "no right to read Secret/{} in {}: revisions are unknown, and objects are found by the label \
                 release={}",
                inventory::name(release),
                release.namespace,
                release.name
            ));
            Ok(Inventory::default())
        }
        other => other,
    }
}

/// The workloads and certificates of a release: all that it has, and those that exist.
async fn objects(
    api: &Api,
    inventory: &Inventory,
    release: &Release,
    by_label: &str,
) -> Result<(BTreeSet<Identity>, BTreeMap<Identity, Value>), Failure> {
    let shown = |entry: &&Entry| {
        let (group, kind) = (entry.resource.group.as_str(), entry.resource.kind.as_str());
        workload::has_pods(group, kind) || (group, kind) == CERTIFICATE
    };
    if !inventory.objects.is_empty() {
        let sought: Vec<Entry> = inventory.objects.iter().filter(shown).cloned().collect();
        let found = lookup::find(api, &sought, &applyset::selector(release)).await?;
        return Ok((sought.iter().map(Entry::identity).collect(), found));
    }
    let kinds = gate::WORKLOADS.into_iter().chain([CERTIFICATE]);
    let kinds: Vec<Resource> = kinds.filter_map(|(group, kind)| Resource::of_kind(group, kind)).collect();
    let namespace = Some(release.namespace.as_str());
    let lists = stream::iter(&kinds).map(|of| lookup::list(api, of, namespace, by_label));
    let lists: Vec<Vec<Value>> = lists.buffer_unordered(lookup::CONCURRENT).try_collect().await?;
    let found: BTreeMap<Identity, Value> =
        lists.into_iter().flatten().map(|object| (Identity::of(&object, ""), object)).collect();
    Ok((found.keys().cloned().collect(), found))
}

/// The pods of these workloads, and perhaps others: by the label of the release, or by the selectors of workloads whose pods do
/// not have it.
async fn pods(
    api: &Api,
    objects: impl Iterator<Item = &Value>,
    release: &str,
    by_label: &str,
) -> Result<Vec<Value>, Failure> {
    let of = Resource::pods();
    let mut lists: BTreeSet<(String, String)> = BTreeSet::new();
    for object in objects {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str).unwrap_or_default();
        let namespace = text("/metadata/namespace").to_owned();
        let Some(labels) = object.pointer("/spec/selector/matchLabels").and_then(Value::as_object) else {
            continue;
        };
        let own: Vec<String> =
            labels.iter().filter_map(|(key, value)| Some(format!("{key}={}", value.as_str()?))).collect();
        let has_label = text("/spec/template/metadata/labels/release") == release;
        lists.insert((namespace, if has_label { by_label.to_owned() } else { own.join(",") }));
    }
    let lists =
        stream::iter(&lists).map(|(namespace, selector)| api.list(&of, Some(namespace), Some(selector)));
    let found: Vec<Vec<Value>> = lists.buffer_unordered(lookup::CONCURRENT).try_collect().await?;
    Ok(found.into_iter().flatten().collect())
}

/// Who holds the lock of the release, unless it has expired.
async fn holder(api: &Api, release: &Release) -> Result<Option<String>, Failure> {
    match api.get(&Resource::leases(), &lease::identity(release)).await {
        Ok(found) => Ok(found.and_then(|found| lease::holder(&found, time::now()))),
        Err(failure) if failure.is_forbidden() => Ok(None),
        Err(failure) => Err(failure),
    }
}
