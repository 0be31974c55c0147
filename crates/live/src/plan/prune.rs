//! Objects that the release owns and that are no longer wanted.

use super::growth;
use super::model::{Choices, Kept};
use super::observe::Seen;
use crate::inventory::applyset;
use crate::release::Release;
use crate::stateful_set;
use pulsarc_diff::Identity;
use serde_json::Value;
use std::collections::BTreeMap;

/// What becomes of unwanted objects.
#[derive(Debug, Default)]
pub(super) struct Unwanted {
    /// They are deleted.
    pub(super) deleted: BTreeMap<Identity, Value>,
    /// They stay.
    pub(super) kept: Vec<Kept>,
}

/// Kinds whose objects hold data that nothing else has, and what that is.
const DATA: [(&str, &str); 5] = [
    ("PersistentVolumeClaim", "it holds data"),
    ("PersistentVolume", "it holds data"),
    ("Namespace", "everything in it would be deleted, including claims"),
    ("CustomResourceDefinition", "every object of its kind would be deleted"),
    ("Secret", "its keys may exist nowhere else"),
];

/// Sorts out the owned objects that are not wanted. Only objects with the label of the release are its own.
pub(super) fn unwanted(seen: &mut Seen, release: &Release, choices: &Choices) -> Unwanted {
    let mut unwanted = Unwanted::default();
    let id = applyset::id(release);
    let is_ours = |object: &Value| applyset::set_of(object) == Some(id.as_str());
    let owned: Vec<Identity> = seen.inventory.objects.iter().map(crate::inventory::Entry::identity).collect();
    for id in owned.into_iter().filter(|id| !seen.wanted.contains_key(id)) {
        let Some(object) = seen.live.remove(&id).filter(|object| is_ours(object)) else { continue };
        if choices.keep_unwanted {
            continue;
        }
        match reason(&id, &object, choices) {
            Some(why) => unwanted.kept.push(Kept { object: id, why }),
            None => drop(unwanted.deleted.insert(id, object)),
        }
    }
    claims(seen, release, choices, &mut unwanted);
    unwanted.kept.sort_by(|one, other| one.object.cmp(&other.object));
    unwanted
}

/// Why an object is not deleted, if it is not.
fn reason(id: &Identity, object: &Value, choices: &Choices) -> Option<String> {
    if choices.delete_data.contains(&id.name) {
        return None;
    }
    let policy = object.pointer("/metadata/annotations/helm.sh~1resource-policy").and_then(Value::as_str);
    if policy == Some("keep") {
        return Some("its annotation helm.sh/resource-policy keeps it".to_owned());
    }
    let why = DATA.iter().find(|(kind, _)| *kind == id.kind).map(|(_, why)| *why)?;
    Some(format!("{why}; --delete-data {} deletes it", id.name))
}

/// The claims that a StatefulSet has made: those of a deleted one stay unless they are named, those in use always.
fn claims(seen: &Seen, release: &Release, choices: &Choices, unwanted: &mut Unwanted) {
    for claim in &seen.claims {
        let id = Identity::of(claim, &release.namespace);
        if seen.wanted.contains_key(&id) || unwanted.deleted.contains_key(&id) {
            continue;
        }
        let named = choices.delete_data.contains(&id.name);
        let staying = seen.live.iter().find(|(set, object)| made(set, object, &id));
        let going = unwanted.deleted.iter().find(|(set, object)| made(set, object, &id));
        match (staying, going) {
            (Some((set, object)), _) if named && is_used(object, &id.name) => {
                unwanted.kept.push(Kept { object: id, why: format!("{set} uses it") });
            }
            (Some(_), _) | (_, Some(_)) if named => drop(unwanted.deleted.insert(id, claim.clone())),
            (None, Some((set, _))) => {
                let why = format!("it holds data of {set}; --delete-data {} deletes it", id.name);
                unwanted.kept.push(Kept { object: id, why });
            }
            _ => {}
        }
    }
}

/// Whether a StatefulSet has made a claim.
fn made(set: &Identity, object: &Value, claim: &Identity) -> bool {
    set.kind == "StatefulSet"
        && set.namespace == claim.namespace
        && growth::template_of(object, &claim.name).is_some()
}

/// Whether a StatefulSet has a pod for a claim.
fn is_used(set: &Value, claim: &str) -> bool {
    let ordinal = claim.rsplit('-').next().and_then(|ordinal| ordinal.parse::<u64>().ok());
    ordinal.is_some_and(|ordinal| stateful_set::ordinals(set).contains(&ordinal))
}
