//! How a change is made that is impossible in place.

use super::growth::{self, Growing};
use super::model::Procedure;
use super::observe::Seen;
use pulsarc_diff::{Change, Identity, Kind};
use serde_json::Value;

/// Kinds whose objects are never deleted to be created again, and what to do by hand.
const BY_HAND: [(&str, &str); 4] = [
    (
        "PersistentVolumeClaim",
        "a claim can only grow; for anything else, create a claim with another name, copy the data, and use that one",
    ),
    ("PersistentVolume", "create a volume with another name for the same disk"),
    ("Namespace", "deleting a namespace deletes everything in it; use another namespace"),
    (
        "CustomResourceDefinition",
        "deleting a definition deletes all objects of its kind; follow the upgrade notes of the project that it belongs to",
    ),
];

/// What to do by hand about an object of a kind that is never deleted to be created again.
pub(super) fn by_hand(kind: &str) -> Option<&'static str> {
    BY_HAND.iter().find(|(known, _)| *known == kind).map(|(_, help)| *help)
}

/// Whether the fields that differ are, as far as is known without the server, not changed in place.
pub(super) fn is_needed(change: &Change) -> bool {
    change.has(Kind::Replace)
}

/// The procedure for a change that the server does not make in place, or what to do by hand.
pub(super) fn procedure(
    id: &Identity,
    change: &Change,
    (live, after): (&Value, &Value),
    seen: &Seen,
) -> Result<Procedure, String> {
    if let Some(help) = by_hand(&id.kind) {
        return Err(help.to_owned());
    }
    if id.kind != "StatefulSet" {
        return Ok(Procedure::Recreate);
    }
    if changes(change, "spec.selector") && !is_selected(after, live) {
        return Ok(Procedure::WithPods);
    }
    match growth::growing(live, after, &seen.claims, seen.classes.as_ref()) {
        Growing::Claims(claims) => {
            // A pod keeps the name of its service; a changed template restarts it anyway. It keeps its claims too, and as long as
            // one lacks a claim of the new set, the controller changes none.
            let renamed = changes(change, "spec.serviceName") && !changes(change, "spec.template");
            let restart = renamed || growth::has_new_claims(live, after);
            Ok(Procedure::KeepPods { claims, restart })
        }
        Growing::Fixed(class) if class.is_empty() => {
            Err("claims without a storage class cannot grow; keep the size".to_owned())
        }
        Growing::Fixed(class) => Err(format!(
            "StorageClass {class} does not allow its claims to grow: keep the size, or set `allowVolumeExpansion: true` in the class \
             if its driver supports it"
        )),
    }
}

/// The procedure that finishes what a deletion has begun: the object is being deleted.
pub(super) fn of_terminating(id: &Identity) -> Option<Procedure> {
    match id.kind.as_str() {
        kind if by_hand(kind).is_some() => None,
        "StatefulSet" => Some(Procedure::KeepPods { claims: Vec::new(), restart: false }),
        _ => Some(Procedure::Recreate),
    }
}

/// Whether a change has a field or a part of it.
pub(super) fn changes(change: &Change, field: &str) -> bool {
    change.fields.iter().any(|one| {
        one.path.strip_prefix(field).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
    })
}

/// Whether the pods that a StatefulSet has match the selector of another one.
fn is_selected(after: &Value, live: &Value) -> bool {
    let labels = live.pointer("/spec/template/metadata/labels").and_then(Value::as_object);
    let selector = after.pointer("/spec/selector/matchLabels").and_then(Value::as_object);
    let has_more = after.pointer("/spec/selector/matchExpressions").is_some();
    match (labels, selector) {
        (Some(labels), Some(selector)) if !has_more => {
            selector.iter().all(|(key, value)| labels.get(key) == Some(value))
        }
        _ => false,
    }
}
