//! Which of the things that the objects need the cluster has.

use super::{Questions, together};
use crate::failure::Failure;
use crate::release::Wanted;
use crate::resource::Resource;
use futures::future::LocalBoxFuture;
use pulsarc_diff::Identity;
use pulsarc_export::Needed;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What of the needed things was found.
#[derive(Debug, Default)]
pub(in crate::plan) struct Held {
    /// Objects by kind and name.
    pub(in crate::plan) objects: BTreeMap<(String, String), Value>,
    /// Kinds that cannot be read.
    pub(in crate::plan) unreadable: BTreeSet<String>,
    /// Kinds whose objects are listed: classes.
    pub(in crate::plan) listed: BTreeSet<String>,
}

impl Held {
    /// Whether objects of a kind are looked for at all.
    pub(in crate::plan) fn asked(&self, kind: &str) -> bool {
        !self.unreadable.contains(kind) && CLASSES.iter().chain(&NAMED).any(|(known, _)| *known == kind)
    }
}

/// Kinds outside of namespaces that are listed, since a default is found in no other way; with their groups.
const CLASSES: [(&str, &str); 4] = [
    ("StorageClass", "storage.k8s.io"),
    ("IngressClass", "networking.k8s.io"),
    ("PriorityClass", "scheduling.k8s.io"),
    ("RuntimeClass", "node.k8s.io"),
];

/// Kinds that are asked for by name, with their groups.
const NAMED: [(&str, &str); 8] = [
    ("Secret", ""),
    ("ConfigMap", ""),
    ("PersistentVolumeClaim", ""),
    ("ServiceAccount", ""),
    ("Role", "rbac.authorization.k8s.io"),
    ("ClusterRole", "rbac.authorization.k8s.io"),
    ("Issuer", "cert-manager.io"),
    ("ClusterIssuer", "cert-manager.io"),
];

/// A needed object: its kind, where `ClusterIssuer/ca` names another one than its list, and its name.
pub(in crate::plan) fn kind_and_name<'n>(list: &'n str, needed: &'n Needed) -> (&'n str, &'n str) {
    needed.name.split_once('/').unwrap_or((list, &needed.name))
}

/// The resource of a kind that is listed.
pub(in crate::plan) fn class_of(kind: &str) -> Option<Resource> {
    resource_in(&CLASSES, kind)
}

/// The resource of a kind that is asked for by name.
pub(in crate::plan) fn named_of(kind: &str) -> Option<Resource> {
    resource_in(&NAMED, kind)
}

/// The resource of a kind, if a table has it.
fn resource_in(table: &[(&str, &str)], kind: &str) -> Option<Resource> {
    let (_, group) = table.iter().find(|(known, _)| *known == kind)?;
    Resource::of_kind(group, kind)
}

/// Looks for everything that the objects need.
pub(super) async fn held(questions: &Questions<'_>, wanted: &Wanted) -> Result<Held, Failure> {
    let Some(needs) = &wanted.needs else { return Ok(Held::default()) };
    let mut asked: BTreeSet<(Resource, Option<String>)> = BTreeSet::new();
    for (list, needed) in needs.objects().flat_map(|(list, all)| all.iter().map(move |one| (list, one))) {
        let (kind, name) = kind_and_name(list, needed);
        if let Some(resource) = class_of(kind) {
            asked.insert((resource, None));
        } else if let Some(resource) = named_of(kind) {
            asked.insert((resource, Some(name.to_owned())));
        }
    }
    let answers = together(asked.into_iter().map(|(resource, name)| -> LocalBoxFuture<'_, _> {
        Box::pin(async move {
            let answer = match &name {
                Some(name) => {
                    let id = Identity {
                        group: resource.group.clone(),
                        kind: resource.kind.clone(),
                        namespace: resource.namespaced.then(|| wanted.release.namespace.clone()),
                        name: name.clone(),
                    };
                    questions.api.get(&resource, &id).await.map(|found| found.into_iter().collect())
                }
                None => questions.api.list(&resource, None, None).await,
            };
            Ok((resource.kind, name.is_none(), questions.readable(answer)?))
        })
    }))
    .await?;
    let mut held = Held::default();
    for (kind, listed, allowed) in answers {
        match allowed {
            None => drop(held.unreadable.insert(kind)),
            Some(found) => {
                if listed {
                    held.listed.insert(kind.clone());
                }
                let name = |object: &Value| Some(object.pointer("/metadata/name")?.as_str()?.to_owned());
                held.objects.extend(
                    found.into_iter().filter_map(|object| Some(((kind.clone(), name(&object)?), object))),
                );
            }
        }
    }
    Ok(held)
}

impl Questions<'_> {
    /// The objects of an answer; none, and a note, if the user may not read them. A kind that is not served has no objects.
    fn readable(&self, answer: Result<Vec<Value>, Failure>) -> Result<Option<Vec<Value>>, Failure> {
        match answer {
            Err(failure) if failure.refusal().is_some_and(|refusal| refusal.status == 404) => {
                Ok(Some(Vec::new()))
            }
            answer => self.allowed(answer, "whether it exists is not known"),
        }
    }
}
