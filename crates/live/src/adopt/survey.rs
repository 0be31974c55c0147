//! What exists of a release, and what taking it over changes.

use super::metadata::{MetadataChange, other_owner};
use super::model::{AdoptOptions, AdoptedObject, Adoption, ForeignObject};
use super::takeover::Takeover;
use crate::api::{Api, Force, Write};
use crate::failure::Failure;
use crate::inventory::Entry;
use crate::managed::ManagedFields;
use crate::metadata::is_going;
use crate::release::Wanted;
use crate::state::lookup;
use pulsarc_diff::Identity;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// An object that exists and is or becomes pulsarc's.
pub(super) struct Candidate<'a> {
    /// Where it is.
    pub(super) entry: Entry,
    /// The object of the configuration, if it has it.
    pub(super) wanted: Option<&'a Value>,
    /// The manifest of the old release, if it has it.
    pub(super) manifest: Option<&'a Value>,
    /// The object in the cluster.
    pub(super) live: Value,
    /// The labels and annotations that change.
    pub(super) metadata: MetadataChange,
    /// The fields that change their manager.
    pub(super) takeover: Option<Takeover>,
}

impl Candidate<'_> {
    /// Whether it is pulsarc's already.
    pub(super) fn is_taken(&self) -> bool {
        self.metadata.is_empty() && self.takeover.is_none()
    }
}

/// What exists of a release.
pub(super) struct Survey<'a> {
    /// The objects that are or become pulsarc's, in apply order.
    pub(super) objects: Vec<Candidate<'a>>,
    absent: Vec<Identity>,
    foreign: Vec<ForeignObject>,
}

impl Survey<'_> {
    /// The survey as it is shown.
    pub(super) fn adoption(self) -> Adoption {
        let unwanted = self.objects.iter().filter(|one| one.wanted.is_none()).map(|one| one.entry.identity());
        Adoption {
            unwanted: unwanted.collect(),
            absent: self.absent,
            foreign: self.foreign,
            objects: self
                .objects
                .into_iter()
                .filter(|one| !one.is_taken())
                .map(|one| AdoptedObject {
                    object: one.entry.identity(),
                    managers: one.takeover.map(|takeover| takeover.managers).unwrap_or_default(),
                    metadata: one.metadata.lines,
                })
                .collect(),
        }
    }
}

/// Looks at the objects of the configuration and of the old release.
pub(super) async fn survey<'a>(
    api: &Api,
    wanted: &'a Wanted,
    options: &'a AdoptOptions,
) -> Result<Survey<'a>, Failure> {
    let release = &wanted.release;
    let by_id = |objects: &'a [Value]| -> BTreeMap<Identity, &'a Value> {
        objects.iter().map(|object| (wanted.identity(object), object)).collect()
    };
    let (configured, manifests) = (by_id(&wanted.objects), by_id(&options.manifests));
    let old = options.manifests.iter().filter(|object| !configured.contains_key(&wanted.identity(object)));
    let all: Vec<&Value> = wanted.objects.iter().chain(old).collect();
    let entries = lookup::entries(api, all.iter().copied(), &release.namespace).await?;
    let live = lookup::find(api, &entries, &release.selector()).await?;
    let mut survey = Survey { objects: Vec::new(), absent: Vec::new(), foreign: Vec::new() };
    let exists = |id: &Identity| live.get(id).filter(|live| !is_going(live));
    survey.absent.extend(configured.keys().filter(|id| exists(id).is_none()).cloned());
    for entry in entries {
        let id = entry.identity();
        let Some(live) = exists(&id) else { continue };
        if let Some(owner) = other_owner(live, release) {
            survey.foreign.push(ForeignObject { object: id, owner });
            continue;
        }
        let wanted = configured.get(&id).copied();
        let metadata = MetadataChange::of(live, wanted, release);
        let takeover = takeover(api, &entry, live).await?;
        let (manifest, live) = (manifests.get(&id).copied(), live.clone());
        survey.objects.push(Candidate { entry, wanted, manifest, live, metadata, takeover });
    }
    Ok(survey)
}

/// The takeover of an object. If its fields have no managers at all, the server is asked which fields it has: an apply of nothing
/// but its name would count all of them.
pub(super) async fn takeover(api: &Api, entry: &Entry, live: &Value) -> Result<Option<Takeover>, Failure> {
    if !ManagedFields::of(live).is_empty() {
        return Ok(Takeover::of(live));
    }
    let id = entry.identity();
    let least = json!({
        "apiVersion": entry.resource.api_version(), "kind": id.kind, "metadata": { "name": id.name },
    });
    match api.apply(&entry.resource, &id, &least, (Write::DryRun, Force::Yes)).await {
        Ok(answer) => Ok(Takeover::of(&answer.object)),
        Err(failure) if failure.refusal().is_some() => Ok(None),
        Err(failure) => Err(failure),
    }
}
