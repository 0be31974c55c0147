//! The phase itself: two lists of objects in, their changes out.

use crate::change::{Change, ChangeKind, Changes, Field, FieldChange};
use crate::consequence::{Consequence, worst_first};
use crate::context::{Difference, Pair, Sides};
use crate::delivery::Delivery;
use crate::facts::Facts;
use crate::identity::{Identity, Side};
use crate::shape::Shape;
use crate::tree::{Path, Tree, differences, of_object, plain_tree};
use crate::{derived, lines, releases, rename, rules, secret, workload};
use pulsarc_diag::HIDDEN;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Objects of one identity that say different things: which of them counts, nobody can tell.
pub fn contradictions(objects: &[Value], namespace: &str) -> Vec<Identity> {
    let mut first: BTreeMap<Identity, &Value> = BTreeMap::new();
    let mut found = BTreeSet::new();
    for object in objects {
        let id = Identity::of(object, namespace);
        match first.get(&id) {
            Some(other) if !differences(&of_object(other), &of_object(object)).is_empty() => {
                found.insert(id);
            }
            Some(_) => {}
            None => {
                first.insert(id, object);
            }
        }
    }
    found.into_iter().collect()
}

/// What changes from the old objects to the new ones; objects without a namespace are in `namespace`, and components say in
/// `facts` what their pods hold and do.
pub fn compare<'v>(
    old: impl IntoIterator<Item = &'v Value>,
    new: impl IntoIterator<Item = &'v Value>,
    namespace: &str,
    facts: &Facts,
) -> Changes {
    let by_identity = |object: &'v Value| (Identity::of(object, namespace), object);
    between(&old.into_iter().map(by_identity).collect(), &new.into_iter().map(by_identity).collect(), facts)
}

fn between(old: &Side<'_>, new: &Side<'_>, facts: &Facts) -> Changes {
    let sides = Sides { old, new, facts, restarting: restarting(old, new) };
    let mut changes = gone_and_come(&sides);
    for (id, before) in old {
        let Some(after) = new.get(id).filter(|after| !is_same(before, after)) else { continue };
        let fields = fields(&Pair { sides: &sides, id, before, after });
        if !fields.is_empty() {
            let all = fields.iter().flat_map(|field| field.consequences.clone());
            let consequences = worst_first(all.collect());
            let (change, object) = (ChangeKind::Changed, id.clone());
            changes.push(Change { change, object, consequences, follows: None, fields });
        }
    }
    derived::mark(&mut changes, &sides);
    changes.sort_by(|a, b| a.worst().cmp(&b.worst()).then_with(|| a.object.cmp(&b.object)));
    let pods =
        |id: &Identity| new.get(id).map(|object| workload::pods_among(id, object, new)).unwrap_or_default();
    let restarts = sides.restarting.iter().map(|id| (id.name.clone(), pods(id))).collect();
    let releases = releases::notes(old, new);
    Changes { changes, restarts, releases }
}

/// Whether two objects are equal but for the server's notes about them, which needs no trees.
fn is_same(before: &Value, after: &Value) -> bool {
    let (Some(before), Some(after)) = (before.as_object(), after.as_object()) else { return before == after };
    let same = |key: &String, value: &Value, other: Option<&Value>| match (key.as_str(), value, other) {
        ("status", ..) => true,
        ("metadata", Value::Object(one), Some(Value::Object(other))) => is_same_metadata(one, other),
        _ => other == Some(value),
    };
    before.iter().all(|(key, value)| same(key, value, after.get(key)))
        && after.keys().all(|key| key == "status" || before.contains_key(key))
}

fn is_same_metadata(before: &Map<String, Value>, after: &Map<String, Value>) -> bool {
    let counts = |key: &&String| !Shape::Metadata.ignores(key);
    before.keys().filter(counts).all(|key| before.get(key) == after.get(key))
        && after.keys().filter(counts).all(|key| before.contains_key(key))
}

/// The workloads whose pods restart by themselves.
fn restarting(old: &Side<'_>, new: &Side<'_>) -> BTreeSet<Identity> {
    let changed = |id: &Identity, before: &Value, after: &Value| {
        workload::is_workload(&id.kind)
            && workload::rolls(after)
            && !is_same(before, after)
            && differences(&of_object(before), &of_object(after))
                .iter()
                .any(|(path, ..)| path.0.starts_with(&["spec".to_owned(), "template".to_owned()]))
    };
    old.iter()
        .filter(|(id, before)| new.get(id).is_some_and(|after| changed(id, before, after)))
        .map(|(id, _)| id.clone())
        .collect()
}

/// Objects that one side lacks.
fn gone_and_come(sides: &Sides<'_>) -> Vec<Change> {
    let renames = rename::renames(sides);
    let of = |change: ChangeKind, id: &Identity, found: Vec<Consequence>| Change {
        change,
        object: id.clone(),
        consequences: worst_first(found),
        follows: None,
        fields: Vec::new(),
    };
    let gone = sides.old.iter().filter(|(id, _)| !sides.new.contains_key(id)).map(|(id, object)| {
        let rename = renames.iter().find(|rename| rename.object == *id);
        let found = rules::disappears(sides, id, object, rename.map(|rename| rename.new.as_str()));
        of(ChangeKind::Removed, id, found)
    });
    let come = sides.new.iter().filter(|(id, _)| !sides.old.contains_key(id));
    let come = come.map(|(id, object)| of(ChangeKind::Added, id, rules::appears(sides, id, object)));
    gone.chain(come).collect()
}

fn fields(pair: &Pair<'_>) -> Vec<FieldChange> {
    let delivery = Delivery::default();
    let found = differences(&of_object(pair.before), &of_object(pair.after));
    found
        .iter()
        .map(|(path, old, new)| {
            let parts = path.0.iter().map(String::as_str).collect();
            let difference = Difference { path: parts, old: old.as_ref(), new: new.as_ref() };
            let consequences = consequences(pair, &difference, &delivery);
            let (before, after) =
                (old.as_ref().map(|it| side(it, path)), new.as_ref().map(|it| side(it, path)));
            let lines = match (text(before.as_ref()), text(after.as_ref())) {
                // What differs in secrets alone does not differ in lines that are shown.
                (Some(before), Some(after)) if before != after => lines::unified(before, after),
                _ => None,
            };
            let path = shown_path(&path.0);
            FieldChange { path, old: before, new: after, lines, consequences, follows: None }
        })
        .collect()
}

/// Everything that follows from one difference.
fn consequences(pair: &Pair<'_>, difference: &Difference<'_>, delivery: &Delivery) -> Vec<Consequence> {
    let mut found = rules::judge(pair, difference);
    // What has no effect does not take effect at a restart either.
    if !rules::is_ignored(difference) {
        found.push(delivery.of(pair, difference));
    }
    worst_first(found)
}

/// The text of a side that may be seen.
fn text(side: Option<&Field>) -> Option<&str> {
    match side {
        Some(Field::Value(value)) => value.as_str(),
        _ => None,
    }
}

/// A path as changes have it: `spec.template.spec.containers[broker].image`, of keys and `[items]` of lists.
pub fn shown_path(path: &[String]) -> String {
    let mut text = String::new();
    for part in path {
        if part.starts_with('[') {
            text.push_str(part);
        } else {
            let dot = if text.is_empty() { "" } else { "." };
            let quoted = if part.contains('.') { format!("\"{part}\"") } else { part.clone() };
            text.push_str(dot);
            text.push_str(&quoted);
        }
    }
    text
}

/// A value as it may be shown, given the kind of its object and its path: keys, and `[items]` of lists.
pub fn shown_value(kind: &str, path: &[String], value: &Value) -> Field {
    let of_secret =
        kind == "Secret" && matches!(path.first().map(String::as_str), Some("data" | "stringData"));
    let path = Path(path.to_vec());
    if of_secret {
        return Field::Secret(HIDDEN);
    }
    side(&plain_tree(value), &path)
}

fn side(tree: &Tree, path: &Path) -> Field {
    if secret(tree) || secret::hides(secret::name_of(path), tree) {
        Field::Secret(HIDDEN)
    } else {
        Field::Value(secret::without(tree.plain()))
    }
}

fn secret(tree: &Tree) -> bool {
    match tree {
        Tree::Leaf(leaf) => leaf.secret,
        Tree::Map(map) => map.values().any(|branch| secret(&branch.tree)),
        Tree::List(items) => items.iter().any(secret),
    }
}
