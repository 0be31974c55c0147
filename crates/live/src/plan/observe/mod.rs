//! What the cluster has, and what it would make of the wanted objects: all questions of a plan, asked at once.
//!
//! 1. a server-side dry run of each wanted object, the inventory and after it a list of each kind, and what the objects need;
//! 2. a second look at each object whose dry run left something open (`settle.rs`);
//! 3. claims and their classes, if a StatefulSet changes or goes.

mod claims;
mod needs;
mod settle;

pub(super) use needs::{Held, class_of, kind_and_name, named_of};

use super::autoscalers::{self, Scalers};
use super::manifest;
use super::model::{Choices, Conflict};
use super::rollouts::controlled::is_controlled;
use crate::api::{Api, Applied, Force, Write};
use crate::failure::{Failure, Refusal};
use crate::inventory::{self, Inventory, applyset};
use crate::release::{Release, Wanted};
use crate::resource::{Resource, kind_of};
use futures::future::LocalBoxFuture;
use futures::stream::{self, StreamExt, TryStreamExt};
use pulsarc_diff::{Facts, Identity};
use serde_json::Value;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Requests at the same time.
const CONCURRENT: usize = 16;

/// Everything that a plan is made of.
pub(super) struct Seen {
    pub(super) inventory: Inventory,
    /// The wanted objects, with what the server said about them.
    pub(super) wanted: BTreeMap<Identity, Trial>,
    /// The live objects among them, and those that the release owns besides.
    pub(super) live: BTreeMap<Identity, Value>,
    /// Claims in the namespaces of the release.
    pub(super) claims: Vec<Value>,
    /// The storage classes by name; none if they cannot be read.
    pub(super) classes: Option<BTreeMap<String, Value>>,
    /// The pods of the release, if an earlier run has stopped halfway, or if an apply restarts pods itself.
    pub(super) pods: Vec<Value>,
    /// What of the needed things is there.
    pub(super) held: Held,
    /// Sentences for the user.
    pub(super) notes: Notes,
}

/// What was noticed on the way.
#[derive(Debug, Default)]
pub(super) struct Notes {
    /// What cannot be known, a sentence each.
    pub(super) unknown: BTreeSet<String>,
    /// Warnings, a sentence each.
    pub(super) warnings: BTreeSet<String>,
    /// Kinds whose objects the user may not apply in a dry run, by their plurals.
    pub(super) untried: BTreeSet<String>,
    /// Namespaces that do not exist.
    pub(super) namespaces: BTreeSet<String>,
    /// Kinds that the server does not serve, by group, with their objects.
    pub(super) unserved: BTreeMap<(String, String), BTreeSet<Identity>>,
}

/// A wanted object, and what the server said about it.
pub(super) struct Trial {
    /// Where it is in the API; none if the server does not serve its kind.
    pub(super) resource: Option<Resource>,
    /// The object as it is to be applied.
    pub(super) manifest: Value,
    /// What became of it.
    pub(super) answer: Answer,
    /// Fields of other managers that nobody has decided about.
    pub(super) conflicts: Vec<Conflict>,
    /// Whether the apply has to take fields from other managers.
    pub(super) force: bool,
    /// Whether the live object is known, or known to be absent.
    pub(super) known: bool,
}

/// What the server said about a wanted object.
pub(super) enum Answer {
    /// It would store this.
    Stored(Value),
    /// It rejects the change, and would create the object like this if it did not exist.
    Immutable(Value, Refusal),
    /// It was not or cannot be asked: this is what would follow, without the server's defaults.
    Unchecked(Value),
    /// It rejects the object.
    Rejected(Refusal),
}

impl Answer {
    /// The object as it would be, unless it is rejected.
    pub(super) fn after(&self) -> Option<&Value> {
        match self {
            Self::Stored(after) | Self::Immutable(after, _) | Self::Unchecked(after) => Some(after),
            Self::Rejected(_) => None,
        }
    }
}

/// A wanted object before the server was asked.
struct Target {
    id: Identity,
    resource: Option<Resource>,
    manifest: Value,
}

/// The first answer to a dry run.
enum First {
    Applied(Applied),
    Refused(Refusal),
    /// The server does not serve the kind.
    Unserved,
}

/// A run of questions.
struct Questions<'a> {
    api: &'a Api,
    release: &'a Release,
    choices: &'a Choices,
    notes: RefCell<Notes>,
    /// Whether the user may apply objects of a kind in a namespace, as far as it was asked.
    reviewed: RefCell<BTreeMap<(Resource, Option<String>), bool>>,
}

/// The objects of a release that exist, and what was found beside them.
#[derive(Default)]
struct Existing {
    inventory: Inventory,
    live: BTreeMap<Identity, Value>,
    scalers: Scalers,
    pods: Vec<Value>,
}

/// Asks everything that a plan depends on.
pub(super) async fn observe(api: &Api, wanted: &Wanted, choices: &Choices) -> Result<Seen, Failure> {
    let questions = Questions {
        api,
        release: &wanted.release,
        choices,
        notes: RefCell::default(),
        reviewed: RefCell::default(),
    };
    let targets = targets(api, wanted).await?;
    let (first, existing, held) = futures::try_join!(
        questions.try_all(&targets),
        questions.existing(&targets, &wanted.facts),
        needs::held(&questions, wanted)
    )?;
    let Existing { inventory, mut live, mut scalers, pods } = existing;
    scalers.extend(autoscalers::scalers(wanted.objects.iter()));
    let dangers = autoscalers::dangers(&scalers, wanted.objects.iter(), &wanted.facts);
    questions.notes.borrow_mut().warnings.extend(dangers);
    let wanted = settle::all(&questions, targets.into_iter().zip(first), &mut live, &scalers).await?;
    let (claims, classes) = claims::claims(&questions, &wanted, &live, &held).await?;
    let mut notes = questions.notes.into_inner();
    notes.unknown.extend(untried(&notes.untried));
    Ok(Seen { inventory, wanted, live, claims, classes, pods, held, notes })
}

/// What is not known about kinds without dry runs.
fn untried(kinds: &BTreeSet<String>) -> Option<String> {
    let kinds: Vec<&str> = kinds.iter().map(String::as_str).collect();
    (!kinds.is_empty()).then(|| {
        format!(
            "no permission to apply in a dry run: {}; what the API server makes of them is not known: its defaults, its \
             admission rules, and conflicts with other managers",
            kinds.join(", ")
        )
    })
}

/// The wanted objects as they are applied. Kinds that no table has are looked up first, each group once.
async fn targets(api: &Api, wanted: &Wanted) -> Result<Vec<Target>, Failure> {
    let mut targets = Vec::with_capacity(wanted.objects.len());
    for object in &wanted.objects {
        let id = wanted.identity(object);
        let resource = api.resource_of(object).await?;
        let manifest = manifest::prepare(object, &id, resource.as_ref(), &wanted.release);
        targets.push(Target { id, resource, manifest });
    }
    Ok(targets)
}

/// Runs futures, some at a time; the results are in their order.
async fn together<'f, T>(
    futures: impl IntoIterator<Item = LocalBoxFuture<'f, Result<T, Failure>>>,
) -> Result<Vec<T>, Failure> {
    stream::iter(futures).buffered(CONCURRENT).try_collect().await
}

impl Questions<'_> {
    /// Notes what cannot be known.
    fn unknown(&self, sentence: String) {
        self.notes.borrow_mut().unknown.insert(sentence);
    }

    /// An answer; none, and a note, if the user may not ask.
    fn allowed<T>(&self, answer: Result<T, Failure>, consequence: &str) -> Result<Option<T>, Failure> {
        match answer {
            Err(Failure::Refused { what, refusal }) if refusal.status == 403 => {
                self.unknown(format!("no permission to {what}: {consequence}"));
                Ok(None)
            }
            Err(Failure::Refused { refusal, .. }) if refusal.status == 404 => Ok(None),
            answer => answer.map(Some),
        }
    }

    /// The first dry run of every object.
    async fn try_all(&self, targets: &[Target]) -> Result<Vec<First>, Failure> {
        together(targets.iter().map(|target| -> LocalBoxFuture<'_, _> {
            Box::pin(self.dry_run(&target.id, target.resource.as_ref(), &target.manifest, Force::No))
        }))
        .await
    }

    /// What the server would store.
    async fn dry_run(
        &self,
        id: &Identity,
        resource: Option<&Resource>,
        manifest: &Value,
        force: Force,
    ) -> Result<First, Failure> {
        let Some(resource) = resource else { return Ok(First::Unserved) };
        match self.api.apply(resource, id, manifest, (Write::DryRun, force)).await {
            Ok(applied) => Ok(First::Applied(applied)),
            // A path that is not served has no `Status`; a namespace that does not exist has one.
            Err(Failure::Refused { refusal, .. }) if refusal.status == 404 && refusal.reason.is_empty() => {
                Ok(First::Unserved)
            }
            Err(Failure::Refused { refusal, .. })
                if (402..500).contains(&refusal.status)
                    || refusal.status == 400
                    || refusal.is_about_schema() =>
            {
                Ok(First::Refused(refusal))
            }
            Err(failure) => Err(failure),
        }
    }

    /// The inventory, and the objects that a label finds.
    async fn existing(&self, targets: &[Target], facts: &Facts) -> Result<Existing, Failure> {
        let read = inventory::read(self.api, self.release).await;
        let inventory = self.allowed(read, "objects that are no longer wanted are not found")?;
        let inventory = inventory.unwrap_or_default();
        let selector = if inventory.version.is_some() {
            applyset::selector(self.release)
        } else {
            self.release.selector()
        };
        let mut known: BTreeSet<Identity> = targets.iter().map(|target| target.id.clone()).collect();
        known.extend(inventory.objects.iter().map(inventory::Entry::identity));
        let lists = together(places(targets, &inventory).into_iter().map(
            |(resource, namespace)| -> LocalBoxFuture<'_, _> {
                let selector = Some(selector.as_str());
                Box::pin(async move { self.list(&resource, namespace.as_deref(), selector).await })
            },
        ));
        let controlled = targets.iter().any(|target| is_controlled(&target.manifest, facts, self.choices));
        let asked = controlled || inventory.pending.is_some();
        let (lists, scalers, pods) = futures::try_join!(lists, self.scalers(targets), self.pods(asked))?;
        let found = lists.into_iter().flatten();
        let found = found.map(|object| (Identity::of(&object, &self.release.namespace), object));
        let live = found.filter(|(id, _)| known.contains(id)).collect();
        Ok(Existing { inventory, live, scalers, pods })
    }

    async fn list(
        &self,
        resource: &Resource,
        namespace: Option<&str>,
        selector: Option<&str>,
    ) -> Result<Vec<Value>, Failure> {
        let answer = self.api.list(resource, namespace, selector).await;
        let consequence = "those that are no longer wanted are not found";
        Ok(self.allowed(answer, consequence)?.unwrap_or_default())
    }

    /// The autoscalers in the namespaces of workloads.
    async fn scalers(&self, targets: &[Target]) -> Result<Scalers, Failure> {
        let scaled = targets.iter().filter(|target| target.manifest.pointer("/spec/replicas").is_some());
        let namespaces: BTreeSet<Option<String>> = scaled.map(|target| target.id.namespace.clone()).collect();
        let mut found = Scalers::new();
        for namespace in namespaces {
            let answer = self.api.list(&Resource::autoscalers(), namespace.as_deref(), None).await;
            let consequence = "whether one sets the number of pods is not known until it does";
            let listed = self.allowed(answer, consequence)?.unwrap_or_default();
            found.extend(autoscalers::scalers(listed.iter()));
        }
        Ok(found)
    }

    /// The pods of the release, if they are asked for.
    async fn pods(&self, asked: bool) -> Result<Vec<Value>, Failure> {
        if !asked {
            return Ok(Vec::new());
        }
        let (namespace, selector) = (&self.release.namespace, self.release.selector());
        let answer = self.api.list(&Resource::pods(), Some(namespace), Some(&selector)).await;
        let consequence = "which pods still have to restart is not known";
        Ok(self.allowed(answer, consequence)?.unwrap_or_default())
    }
}

/// The kinds and namespaces of wanted and owned objects, each once.
fn places(targets: &[Target], inventory: &Inventory) -> BTreeSet<(Resource, Option<String>)> {
    let of = |resource: &Resource, namespace: &Option<String>| {
        (resource.clone(), namespace.clone().filter(|_| resource.namespaced))
    };
    let wanted =
        targets.iter().filter_map(|target| Some(of(target.resource.as_ref()?, &target.id.namespace)));
    let mut places: BTreeSet<(Resource, Option<String>)> = wanted.collect();
    for entry in &inventory.objects {
        let place = of(&entry.resource, &entry.namespace);
        // The same objects under another version are listed once.
        let listed = places.iter().any(|(resource, namespace)| {
            (&resource.group, &resource.plural, namespace) == (&place.0.group, &place.0.plural, &place.1)
        });
        if !listed {
            places.insert(place);
        }
    }
    places
}

/// The group and the kind of an object.
fn group_kind(object: &Value) -> (String, String) {
    let (group, _, kind) = kind_of(object);
    (group.to_owned(), kind.to_owned())
}
