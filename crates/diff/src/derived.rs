//! Changes that only follow from others: labels and texts after a rename, the names of pods in a script, checksums.
//!
//! They stay in the data with a reference to their cause. A reader of the text sees their number beside the cause.

use crate::change::{Cause, Change, ChangeKind, Field, FieldChange};
use crate::consequence::Kind;
use crate::context::Sides;
use crate::identity::Identity;
use crate::rename::{self, Rename};
use crate::workload;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What others may follow from.
struct Causes {
    renames: Vec<Rename>,
    /// `StatefulSets` with another number of pods, by name.
    scaled: Vec<(String, Cause)>,
    /// Values that other places repeat: `(old, new)` and where they change.
    values: Vec<(String, String, Cause)>,
    /// Objects that checksums in templates depend on.
    read: Vec<(Identity, Cause)>,
}

/// Marks what only follows from something else.
pub(crate) fn mark(changes: &mut [Change], sides: &Sides<'_>) {
    let causes = Causes::of(changes, sides);
    let worst: BTreeMap<(String, String), Kind> = changes
        .iter()
        .map(|change| ((change.object.kind.clone(), change.object.name.clone()), change.worst()))
        .collect();
    // A danger that the cause does not have is not put behind it.
    let hides = |cause: &Cause, own: Kind| {
        let of_cause = worst.get(&(cause.kind.clone(), cause.name.clone())).copied().unwrap_or(Kind::InPlace);
        !own.is_dangerous() || of_cause <= own
    };
    for change in changes.iter_mut() {
        for field in &mut change.fields {
            let own = field.consequences.first().map_or(Kind::InPlace, |first| first.kind);
            field.follows = causes.of_field(&change.object, field, sides).filter(|cause| hides(cause, own));
        }
        let own = change.worst();
        change.follows = match change.change {
            ChangeKind::Changed => whole(change),
            ChangeKind::Added | ChangeKind::Removed => {
                causes.of_object(change).filter(|cause| hides(cause, own))
            }
        };
    }
    to_roots(changes);
}

/// What all fields of an object follow from.
fn whole(change: &Change) -> Option<Cause> {
    let first = change.fields.first().and_then(|field| field.follows.clone());
    first.filter(|_| change.fields.iter().all(|field| field.follows.is_some()))
}

/// The most causes one behind the other: a checksum, its config map, and the rename that it shows.
const DEPTH: usize = 4;

/// Names the first cause of each change: an object that itself follows from another one is not shown.
fn to_roots(changes: &mut [Change]) {
    let mut next: BTreeMap<(String, String), Cause> = BTreeMap::new();
    for change in changes.iter() {
        if let Some(cause) = &change.follows {
            next.insert((change.object.kind.clone(), change.object.name.clone()), cause.clone());
        }
    }
    let root = |cause: &mut Cause| {
        for _ in 0..DEPTH {
            let Some(further) = next.get(&(cause.kind.clone(), cause.name.clone())) else { return };
            *cause = further.clone();
        }
    };
    for change in changes.iter_mut() {
        change.follows.iter_mut().for_each(root);
        change.fields.iter_mut().filter_map(|field| field.follows.as_mut()).for_each(root);
    }
}

impl Causes {
    fn of(changes: &[Change], sides: &Sides<'_>) -> Self {
        let mut causes = Self {
            renames: rename::renames(sides),
            scaled: Vec::new(),
            values: Vec::new(),
            read: Vec::new(),
        };
        for change in changes.iter().filter(|change| change.change == ChangeKind::Changed) {
            let id = &change.object;
            for field in &change.fields {
                let cause = Cause::of(id, Some(&field.path));
                if field.path == "spec.replicas" {
                    causes.scaled.push((id.name.clone(), cause.clone()));
                }
                let is_value = id.kind == "ConfigMap" && field.path.starts_with("data.")
                    || field.path.starts_with("spec.template.spec.containers[")
                        && field.path.ends_with("].image");
                if let (true, Some((old, new))) = (is_value, texts(field)) {
                    causes.values.push((old.to_owned(), new.to_owned(), cause));
                }
            }
            if matches!(id.kind.as_str(), "ConfigMap" | "Secret") {
                causes.read.push((id.clone(), Cause::of(id, None)));
            }
        }
        causes
    }

    /// What an object follows from that one side lacks: it has another name only since a workload has.
    fn of_object(&self, change: &Change) -> Option<Cause> {
        let names = |rename: &&Rename| match change.change {
            ChangeKind::Removed => {
                rename.object != change.object && rename.applied(&change.object.name) != change.object.name
            }
            _ => change.object.name.starts_with(&rename.new),
        };
        self.renames.iter().find(names).map(|rename| Cause::of(&rename.object, None))
    }

    fn of_field(&self, id: &Identity, field: &FieldChange, sides: &Sides<'_>) -> Option<Cause> {
        if let Some(cause) = self.of_checksum(id, field, sides) {
            return Some(cause);
        }
        let (old, new) = texts(field)?;
        let own = Cause::of(id, Some(&field.path));
        let renamed = self.renames.iter().find(|rename| rename.applied(old) == new);
        if let Some(rename) = renamed {
            return Some(Cause::of(&rename.object, None));
        }
        let scaled =
            self.scaled.iter().find(|(set, cause)| *cause != own && same_but_for_pods(old, new, set));
        if let Some((_, cause)) = scaled {
            return Some(cause.clone());
        }
        let waits = field.path.contains(".initContainers[") && field.path.ends_with("].image");
        if let (true, Some((.., cause))) =
            (waits, self.values.iter().find(|value| of_own_image(id, value, old, new)))
        {
            return Some(cause.clone());
        }
        let repeats = is_label(&field.path) || id.kind == "ConfigMap";
        let exact = self.values.iter().find(|(before, after, cause)| {
            let is_label = is_label(&field.path) && cause.kind == "ConfigMap";
            let is_image = cause.kind != "ConfigMap";
            repeats && (is_label || is_image) && *cause != own && (before == old && after == new)
        });
        if let Some((.., cause)) = exact {
            return Some(cause.clone());
        }
        self.of_script(id, &field.path, old, new)
    }

    /// A checksum follows from what the pods read.
    fn of_checksum(&self, id: &Identity, field: &FieldChange, sides: &Sides<'_>) -> Option<Cause> {
        let checksum =
            field.path.starts_with("spec.template.metadata.annotations") && field.path.contains("checksum");
        let object = sides.new.get(id).filter(|_| checksum)?;
        let read = self.read.iter().find(|(map, _)| workload::reads(object, &map.kind, &map.name));
        read.map(|(_, cause)| cause.clone())
    }

    /// A script that waits repeats values of the configuration: how many bookies there have to be.
    fn of_script(&self, id: &Identity, path: &str, old: &str, new: &str) -> Option<Cause> {
        let waits = path.contains(".initContainers[");
        if !waits && id.kind != "Job" {
            return None;
        }
        let (old, new): (Vec<&str>, Vec<&str>) = (words(old), words(new));
        if old.len() != new.len() {
            return None;
        }
        let mut differing = old.iter().zip(&new).filter(|(old, new)| old != new);
        let pair = differing.next()?;
        if differing.any(|other| other != pair) {
            return None;
        }
        let same = |(before, after, _): &&(String, String, Cause)| before == pair.0 && after == pair.1;
        self.values.iter().find(same).map(|(.., cause)| cause.clone())
    }
}

/// Whether the containers of an object change to the same image.
fn of_own_image(
    id: &Identity,
    (before, after, cause): &(String, String, Cause),
    old: &str,
    new: &str,
) -> bool {
    cause.kind == id.kind && cause.name == id.name && before == old && after == new
}

fn words(text: &str) -> Vec<&str> {
    text.split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

fn is_label(path: &str) -> bool {
    path.contains("labels.") || path.contains("matchLabels.")
}

fn texts(field: &FieldChange) -> Option<(&str, &str)> {
    match (&field.old, &field.new) {
        (Some(Field::Value(Value::String(old))), Some(Field::Value(Value::String(new)))) => Some((old, new)),
        _ => None,
    }
}

/// Whether two texts differ only in which pods of a StatefulSet they name.
fn same_but_for_pods(old: &str, new: &str, set: &str) -> bool {
    let parts = |text: &str| -> BTreeSet<String> {
        text.split(['\n', ',']).map(|part| without_ordinals(part, set)).collect()
    };
    (old.contains(set) || new.contains(set)) && parts(old) == parts(new)
}

/// A text with `#` instead of the numbers of a StatefulSet's pods.
fn without_ordinals(text: &str, set: &str) -> String {
    let name = format!("{set}-");
    let (mut done, mut rest) = (String::new(), text);
    while let Some((before, after)) = rest.split_once(&name) {
        let number = after.trim_start_matches(|character: char| character.is_ascii_digit());
        done.push_str(before);
        done.push_str(&name);
        done.push_str(if number.len() < after.len() { "#" } else { "" });
        rest = number;
    }
    done + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_pods_differ_only_in_their_number() {
        assert!(same_but_for_pods("a-0,a-1,a-2", "a-0,a-1,a-2,a-3,a-4", "a"));
        assert!(same_but_for_pods(
            "until nslookup a-2.a-headless\ndo x",
            "until nslookup a-4.a-headless\ndo x",
            "a"
        ));
        assert!(!same_but_for_pods("a-0,b", "a-0,c", "a"));
        assert!(!same_but_for_pods("1", "2", "a"));
    }
}
