//! The phase itself: two lists of objects in, their changes out.

use crate::consequence::Consequence;
use crate::identity::{Identity, Side};
use crate::tree::{Path, Tree, differences, of_object};
use crate::verdict::Context;
use crate::workload::{PersistentData, Pods};
use crate::{lines, releases, rename, secret, workload};
use pulsarc_diag::{HIDDEN, Secrets};
use serde::Serialize;
use serde_json::Value;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// What differs between two sets of objects.
#[derive(Debug, Default, Serialize)]
pub struct Changes {
    /// The objects that differ, the dangerous first.
    pub changes: Vec<Change>,
    /// The pods that restart, by the name of their workload.
    pub restarts: BTreeMap<String, Pods>,
    /// What is unusual about the releases of Pulsar on the two sides, a sentence each.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub releases: Vec<String>,
}

impl Changes {
    /// Takes the secrets of both sides out of every text.
    pub fn redact(&mut self, secrets: &Secrets) {
        if secrets.is_empty() {
            return;
        }
        let one = |text: &mut String| *text = secrets.without(text);
        self.releases.iter_mut().for_each(one);
        for change in &mut self.changes {
            one(&mut change.object.name);
            change.consequence.redact(secrets);
            for field in &mut change.fields {
                one(&mut field.path);
                field.lines.iter_mut().for_each(one);
                field.consequence.redact(secrets);
                for side in [&mut field.old, &mut field.new].into_iter().flatten() {
                    if let Field::Value(value) = side {
                        secret::redact(value, secrets);
                    }
                }
            }
        }
    }
}

/// What happens to an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    /// Only the second side has it.
    Added,
    /// Only the first side has it.
    Removed,
    /// Both have it, and it differs.
    Changed,
}

/// An object that differs.
#[derive(Debug, Serialize)]
pub struct Change {
    /// What happens to it.
    pub change: ChangeKind,
    /// Which object.
    #[serde(flatten)]
    pub object: Identity,
    /// The worst of what follows.
    pub consequence: Consequence,
    /// Its fields that differ; none for an object that one side lacks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldChange>,
}

/// A side of a field.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Field {
    /// Its value.
    Value(Value),
    /// A value that is nobody's to see.
    Secret(&'static str),
}

/// A field that differs.
#[derive(Debug, Serialize)]
pub struct FieldChange {
    /// Where it stands: `spec.template.spec.containers[broker].image`.
    pub path: String,
    /// Its value on the first side, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<Field>,
    /// Its value on the second side, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<Field>,
    /// The lines that differ, where a text has several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lines: Option<String>,
    /// What follows.
    pub consequence: Consequence,
}

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

/// What changes from the old objects to the new ones; objects without a namespace are in `namespace`, and the pods of
/// the components in `data` persist what it says.
pub fn compare(old: &[Value], new: &[Value], namespace: &str, data: &PersistentData) -> Changes {
    let by_identity = |objects: &'_ [Value]| -> BTreeMap<Identity, Value> {
        objects.iter().map(|object| (Identity::of(object, namespace), object.clone())).collect()
    };
    let (old, new) = (by_identity(old), by_identity(new));
    let old: Side<'_> = old.iter().map(|(id, object)| (id.clone(), object)).collect();
    let new: Side<'_> = new.iter().map(|(id, object)| (id.clone(), object)).collect();
    let restarting = restarting(&old, &new);
    let mut changes = gone_and_come(&old, &new, data);
    for (id, before) in &old {
        let Some(after) = new.get(id) else { continue };
        let context = Context {
            id,
            before,
            after,
            new: &new,
            restarting: &restarting,
            data,
            of_template: OnceCell::new(),
            of_readers: OnceCell::new(),
        };
        let fields = fields(&context);
        if let Some(consequence) = fields.iter().map(|field| field.consequence.clone()).max() {
            changes.push(Change { change: ChangeKind::Changed, object: id.clone(), consequence, fields });
        }
    }
    changes.sort_by(|a, b| {
        rank(&b.consequence).cmp(&rank(&a.consequence)).then_with(|| a.object.cmp(&b.object))
    });
    let pods =
        |id: &Identity| new.get(id).map(|object| workload::pods_among(id, object, &new)).unwrap_or_default();
    let restarts = restarting.iter().map(|id| (id.name.clone(), pods(id))).collect();
    let releases = releases::notes(&old, &new);
    Changes { changes, restarts, releases }
}

fn rank(consequence: &Consequence) -> u8 {
    match consequence {
        Consequence::InPlace => 0,
        Consequence::NoEffect { .. } => 1,
        Consequence::NextRestart => 2,
        Consequence::Restart { .. } => 3,
        Consequence::Replace { .. } => 4,
        Consequence::DataLoss { .. } => 5,
    }
}

/// The workloads whose pods restart by themselves.
fn restarting(old: &Side<'_>, new: &Side<'_>) -> BTreeSet<Identity> {
    let rolling = |id: &Identity| matches!(id.kind.as_str(), "StatefulSet" | "Deployment" | "DaemonSet");
    let changed = |id: &Identity, before: &Value, after: &Value| {
        rolling(id)
            && workload::rolls(after)
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
fn gone_and_come(old: &Side<'_>, new: &Side<'_>, data: &PersistentData) -> Vec<Change> {
    let come: Vec<(&Identity, &Value)> =
        new.iter().filter(|(id, _)| !old.contains_key(id)).map(|(id, object)| (id, *object)).collect();
    let gone = old.iter().filter(|(id, _)| !new.contains_key(id)).map(|(id, object)| {
        let consequence = removal(id, workload::keeps(object, data), rename::new_name(object, &come));
        Change { change: ChangeKind::Removed, object: id.clone(), consequence, fields: Vec::new() }
    });
    let come = come.iter().map(|(id, _)| Change {
        change: ChangeKind::Added,
        object: (*id).clone(),
        consequence: Consequence::InPlace,
        fields: Vec::new(),
    });
    gone.chain(come).collect()
}

fn removal(id: &Identity, keeps: Option<&str>, renamed: Option<&str>) -> Consequence {
    let lost = |why: String| Consequence::DataLoss { why };
    match (id.kind.as_str(), keeps, renamed) {
        ("StatefulSet", Some(what), Some(name)) => lost(format!(
            "it appears to be renamed to {name}, whose claims are new and empty: the claims of {} keep {what}, \
            but nothing reads them",
            id.name
        )),
        ("StatefulSet", Some(what), None) => {
            lost(format!("its pods hold {what}; nothing serves it any more"))
        }
        ("PersistentVolumeClaim", ..) => {
            lost("its volume is deleted with it, unless its storage class retains volumes".to_owned())
        }
        ("PersistentVolume", ..) => lost("its disk is left without a reference".to_owned()),
        ("Namespace", ..) => lost("everything in it is deleted with it, including claims".to_owned()),
        _ => Consequence::InPlace,
    }
}

fn fields(context: &Context<'_>) -> Vec<FieldChange> {
    let found = differences(&of_object(context.before), &of_object(context.after));
    found
        .into_iter()
        .map(|(path, old, new)| {
            let consequence = context.consequence(&path, old.as_ref(), new.as_ref());
            let (before, after) =
                (old.as_ref().map(|it| side(it, &path)), new.as_ref().map(|it| side(it, &path)));
            let lines = match (text(before.as_ref()), text(after.as_ref())) {
                // What differs in secrets alone does not differ in lines that are told.
                (Some(before), Some(after)) if before != after => lines::unified(before, after),
                _ => None,
            };
            FieldChange { path: shown(&path), old: before, new: after, lines, consequence }
        })
        .collect()
}

/// The text of a side that may be seen.
fn text(side: Option<&Field>) -> Option<&str> {
    match side {
        Some(Field::Value(value)) => value.as_str(),
        _ => None,
    }
}

fn shown(path: &Path) -> String {
    let mut text = String::new();
    for part in &path.0 {
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

fn side(tree: &Tree, path: &Path) -> Field {
    if secret(tree) || secret::hides(secret::name_of(path), tree) {
        Field::Secret(HIDDEN)
    } else {
        Field::Value(secret::without(plain(tree.clone())))
    }
}

fn secret(tree: &Tree) -> bool {
    match tree {
        Tree::Leaf(leaf) => leaf.secret,
        Tree::Map(map) => map.values().any(|branch| secret(&branch.tree)),
        Tree::List(items) => items.iter().any(secret),
    }
}

fn plain(tree: Tree) -> Value {
    match tree {
        Tree::Leaf(leaf) => leaf.value,
        Tree::List(items) => items.into_iter().map(plain).collect(),
        Tree::Map(map) if !map.is_empty() && map.keys().all(|key| key.starts_with('[')) => {
            map.into_values().map(|branch| plain(branch.tree)).collect()
        }
        Tree::Map(map) => map
            .into_iter()
            .map(|(key, branch)| (key, plain(branch.tree)))
            .collect::<serde_json::Map<_, _>>()
            .into(),
    }
}
