//! An object without what makes no difference: order, defaults, ways to write an amount, the server's own notes.

use crate::shape::{Child, List, Shape};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use pulsarc_model::Quantity;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A part of an object.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Tree {
    /// A value.
    Leaf(Leaf),
    /// A record, or a keyed list: its items stand under `[key]`.
    Map(BTreeMap<String, Branch>),
    /// A list whose order matters.
    List(Vec<Tree>),
}

/// What stands under a key.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Branch {
    pub(crate) tree: Tree,
    /// The server fills it in if absent, with an unpredictable value.
    pub(crate) allocated: bool,
    /// What the server fills in if it is absent.
    pub(crate) default: Option<Tree>,
}

impl Tree {
    /// As a value again.
    pub(crate) fn plain(&self) -> Value {
        match self {
            Self::Leaf(leaf) => leaf.value.clone(),
            Self::List(items) => items.iter().map(Self::plain).collect(),
            Self::Map(map) if !map.is_empty() && map.keys().all(|key| key.starts_with('[')) => {
                map.values().map(|branch| branch.tree.plain()).collect()
            }
            Self::Map(map) => map
                .iter()
                .map(|(key, branch)| (key.clone(), branch.tree.plain()))
                .collect::<Map<_, _>>()
                .into(),
        }
    }
}

/// A value.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    /// As it was written.
    pub(crate) value: Value,
    /// The value to compare.
    amount: String,
    /// It is nobody's to see.
    pub(crate) secret: bool,
}

impl PartialEq for Leaf {
    fn eq(&self, other: &Self) -> bool {
        self.amount == other.amount
    }
}

/// Keys whose empty value means the same as none. Elsewhere an empty record has a meaning: `emptyDir: {}`.
const EMPTY_IS_NONE: &[&str] = &[
    "affinity",
    "annotations",
    "args",
    "binaryData",
    "clusterIP",
    "command",
    "data",
    "env",
    "envFrom",
    "finalizers",
    "hostAliases",
    "imagePullSecrets",
    "initContainers",
    "labels",
    "metadata",
    "rollingUpdate",
    "limits",
    "nodeSelector",
    "ownerReferences",
    "parameters",
    "mountOptions",
    "ports",
    "requests",
    "resources",
    "secrets",
    "securityContext",
    "strategy",
    "subPath",
    "tolerations",
    "topologySpreadConstraints",
    "updateStrategy",
    "volumeMounts",
    "volumes",
    "volumeClaimTemplates",
];

/// Annotations that the server and its clients keep for themselves.
const NOTES: &[&str] = &[
    "kubectl.kubernetes.io/last-applied-configuration",
    "deployment.kubernetes.io/revision",
    "deprecated.daemonset.template.generation",
    "pv.kubernetes.io/bind-completed",
    "pv.kubernetes.io/bound-by-controller",
    "pv.kubernetes.io/provisioned-by",
    "volume.beta.kubernetes.io/storage-provisioner",
    "volume.kubernetes.io/storage-provisioner",
    "volume.kubernetes.io/selected-node",
    "batch.kubernetes.io/job-tracking",
];

/// Finalizers that the server puts on every claim and volume.
const PROTECTION: &[&str] = &["kubernetes.io/pvc-protection", "kubernetes.io/pv-protection"];

/// Labels that the job controller adds, with the number of one run.
const JOB_LABELS: &[&str] =
    &["controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name"];

/// The tree of an object.
pub(crate) fn of_object(object: &Value) -> Tree {
    let kind = object.get("kind").and_then(Value::as_str).unwrap_or_default();
    let mut fields = object.as_object().cloned().unwrap_or_default();
    fields.remove("apiVersion");
    fields.remove("kind");
    if kind == "Secret" {
        encode(&mut fields);
        // What a secret without a type is.
        if fields.get("type").and_then(Value::as_str) == Some("Opaque") {
            fields.remove("type");
        }
    }
    without_protection(&mut fields);
    if kind == "Job" {
        without_run(&mut fields);
    }
    let top = if kind == "StorageClass" { Shape::StorageClass } else { Shape::Object };
    let mut map = BTreeMap::new();
    for (key, value) in fields {
        let child = match (kind, key.as_str()) {
            (_, "metadata") => plain(Shape::Metadata),
            (_, "spec") => plain(Shape::of_kind(kind)),
            ("Secret", "data") => plain(Shape::Secret),
            (_, "status") => continue,
            _ => top.child(&key),
        };
        put(&mut map, top, &key, &value, child);
    }
    without_namespace(&mut map);
    let mut tree = Tree::Map(map);
    if object.pointer("/metadata/uid").is_none() {
        all_said(&mut tree);
    }
    tree
}

/// In an object that was not read from a server nothing is filled in: every value was written by a user.
fn all_said(tree: &mut Tree) {
    match tree {
        Tree::Leaf(_) => {}
        Tree::Map(map) => map.values_mut().for_each(|branch| {
            branch.allocated = false;
            all_said(&mut branch.tree);
        }),
        Tree::List(items) => items.iter_mut().for_each(all_said),
    }
}

/// The tree of a value that has no meaning of its own.
pub(crate) fn plain_tree(value: &Value) -> Tree {
    tree(value, plain(Shape::Plain))
}

fn plain(shape: Shape) -> Child {
    Child { shape, list: List::Ordered }
}

/// The namespace is a part of the identity.
fn without_namespace(map: &mut BTreeMap<String, Branch>) {
    if let Some(Branch { tree: Tree::Map(metadata), .. }) = map.get_mut("metadata") {
        metadata.remove("namespace");
        metadata.remove("name");
    }
}

/// `stringData` is `data` in another encoding; the server keeps only `data`.
fn encode(fields: &mut Map<String, Value>) {
    let Some(Value::Object(texts)) = fields.remove("stringData") else { return };
    let data = fields.entry("data").or_insert_with(|| Value::Object(Map::new()));
    let Some(data) = data.as_object_mut() else { return };
    for (key, text) in texts {
        data.insert(key, Value::String(STANDARD.encode(text.as_str().unwrap_or_default())));
    }
}

fn without_protection(fields: &mut Map<String, Value>) {
    let finalizers = fields.get_mut("metadata").and_then(|metadata| metadata.get_mut("finalizers"));
    if let Some(finalizers) = finalizers.and_then(Value::as_array_mut) {
        finalizers.retain(|one| one.as_str().is_none_or(|one| !PROTECTION.contains(&one)));
    }
}

/// The labels and the selector of one run of a job.
fn without_run(fields: &mut Map<String, Value>) {
    let Some(spec) = fields.get_mut("spec").and_then(Value::as_object_mut) else { return };
    if spec.get("manualSelector") != Some(&Value::Bool(true)) {
        spec.remove("selector");
    }
    let labels = spec.get_mut("template").and_then(|template| template.pointer_mut("/metadata/labels"));
    if let Some(labels) = labels.and_then(Value::as_object_mut) {
        labels.retain(|key, _| !JOB_LABELS.contains(&key.as_str()));
    }
    let own = fields.get_mut("metadata").and_then(|metadata| metadata.pointer_mut("/labels"));
    if let Some(labels) = own.and_then(Value::as_object_mut) {
        labels.retain(|key, _| !JOB_LABELS.contains(&key.as_str()));
    }
}

fn tree(value: &Value, child: Child) -> Tree {
    match value {
        Value::Object(fields) => record(fields, child.shape),
        Value::Array(items) => list(items, child),
        scalar => leaf(scalar, child.shape),
    }
}

fn leaf(value: &Value, shape: Shape) -> Tree {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let amount = match (shape, value) {
        (Shape::Quantity, _) => Quantity::parse(&text).map_or(text, |amount| format!("{}m", amount.milli())),
        (_, Value::Number(number)) => number.as_f64().map_or(text, |number| format!("number {number}")),
        _ => value.to_string(),
    };
    Tree::Leaf(Leaf { value: value.clone(), amount, secret: shape == Shape::Secret })
}

fn list(items: &[Value], child: Child) -> Tree {
    let item = plain(child.shape);
    let name = |value: &Value| match child.list {
        List::Ordered => None,
        List::Set => Some(value.as_str().map_or_else(|| in_order(value).to_string(), str::to_owned)),
        List::Keyed(keys) => {
            Some(keys.iter().map(|key| key_of(value, key, child.shape)).collect::<Vec<_>>().join("/"))
        }
    };
    if child.list == List::Ordered {
        return Tree::List(items.iter().map(|value| tree(value, item)).collect());
    }
    let mut map = BTreeMap::new();
    // How many have had a name, so that the next is not tried against each of them.
    let mut named = BTreeMap::<String, usize>::new();
    for value in items {
        let name = name(value).unwrap_or_default();
        let mut key = format!("[{name}]");
        let count = named.entry(name.clone()).or_insert(1);
        while map.contains_key(&key) {
            *count += 1;
            key = format!("[{name} #{count}]");
        }
        map.insert(key, Branch { tree: tree(value, item), allocated: false, default: None });
    }
    Tree::Map(map)
}

/// A value with sorted lists, to distinguish it from others.
fn in_order(value: &Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<Value> = items.iter().map(in_order).collect();
            items.sort_by_key(Value::to_string);
            Value::Array(items)
        }
        Value::Object(fields) => fields.iter().map(|(key, value)| (key.clone(), in_order(value))).collect(),
        single => single.clone(),
    }
}

fn key_of(value: &Value, key: &str, shape: Shape) -> String {
    let found = key.split('.').try_fold(value, |value, part| value.get(part));
    match found {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => shape.default_of(key).unwrap_or_default().trim_matches('"').to_owned(),
    }
}

fn record(fields: &Map<String, Value>, shape: Shape) -> Tree {
    let mut map = BTreeMap::new();
    let filled = requests_from_limits(fields, shape);
    for (key, value) in filled.as_ref().unwrap_or(fields) {
        if shape.ignores(key) || is_default_rollout(shape, key, value) {
            continue;
        }
        let derived = derived(shape, key, fields);
        if derived.as_ref() != Some(value) {
            put(&mut map, shape, key, value, shape.child(key));
            if let (Some(branch), Some(derived)) = (map.get_mut(key), derived) {
                branch.default = Some(leaf(&derived, Shape::Plain));
            }
        }
    }
    Tree::Map(map)
}

/// A container with limits but no requests requests its limits.
fn requests_from_limits(fields: &Map<String, Value>, shape: Shape) -> Option<Map<String, Value>> {
    let limits = fields.get("limits").filter(|_| shape == Shape::Resources)?.as_object()?;
    let mut filled = fields.clone();
    let requests = filled.entry("requests").or_insert_with(|| Value::Object(Map::new()));
    let requests = requests.as_object_mut()?;
    for (key, value) in limits {
        requests.entry(key).or_insert_with(|| value.clone());
    }
    Some(filled)
}

/// What the server derives from the neighbours of a value that is left out.
fn derived(shape: Shape, key: &str, fields: &Map<String, Value>) -> Option<Value> {
    match (shape, key) {
        (Shape::Container, "imagePullPolicy") => {
            let image = fields.get("image").and_then(Value::as_str).unwrap_or_default();
            let last = image.rsplit('/').next().unwrap_or_default();
            let pinned = image.contains('@') || last.split_once(':').is_some_and(|(_, tag)| tag != "latest");
            Some(if pinned { "IfNotPresent" } else { "Always" }.into())
        }
        (Shape::ServicePort, "targetPort") => fields.get("port").cloned(),
        _ => None,
    }
}

/// Whether a strategy is the one that the server fills in.
fn is_default_rollout(shape: Shape, key: &str, value: &Value) -> bool {
    let one = |key: &str, default: &Value| value.get(key).is_none_or(|value| value == default);
    (shape, key) == (Shape::UpdateStrategy, "rollingUpdate")
        && one("partition", &0.into())
        && one("maxSurge", &"25%".into())
        && one("maxUnavailable", &"25%".into())
}

fn put(map: &mut BTreeMap<String, Branch>, shape: Shape, key: &str, value: &Value, child: Child) {
    let empty = match value {
        Value::Null => true,
        Value::Object(fields) => fields.is_empty() && EMPTY_IS_NONE.contains(&key),
        Value::Array(items) => items.is_empty() && EMPTY_IS_NONE.contains(&key),
        Value::String(text) => text.is_empty() && EMPTY_IS_NONE.contains(&key),
        _ => false,
    };
    if empty || NOTES.contains(&key) {
        return;
    }
    let tree = tree(value, child);
    if EMPTY_IS_NONE.contains(&key) && matches!(&tree, Tree::Map(map) if map.is_empty()) {
        return;
    }
    let default = shape.default_of(key).and_then(|text| serde_json::from_str::<Value>(text).ok());
    let default = default.map(|default| self::tree(&default, child));
    if default.as_ref() == Some(&tree) {
        return;
    }
    let headless =
        value.as_str() == Some("None") || value.as_array().is_some_and(|ips| ips.contains(&"None".into()));
    let allocated = shape.allocates(key) && !(headless && key == "clusterIP");
    if headless && key == "clusterIPs" {
        return;
    }
    map.insert(key.to_owned(), Branch { tree, allocated, default });
}

/// All that differs below two trees, the paths as they are shown.
pub(crate) fn differences(old: &Tree, new: &Tree) -> Vec<(Path, Option<Tree>, Option<Tree>)> {
    let mut found = Vec::new();
    walk(&mut Path::default(), Some(old), Some(new), &mut found);
    found
}

/// The way to a part: keys, `[items]` among them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Path(pub(crate) Vec<String>);

fn walk(
    path: &mut Path,
    old: Option<&Tree>,
    new: Option<&Tree>,
    found: &mut Vec<(Path, Option<Tree>, Option<Tree>)>,
) {
    match (old, new) {
        (Some(old), Some(new)) if old == new => {}
        (Some(Tree::Map(old)), Some(Tree::Map(new))) => {
            let added = new.keys().filter(|key| !old.contains_key(*key));
            for key in old.keys().chain(added) {
                let (old, new) = (old.get(key), new.get(key));
                let allocated = old.or(new).is_some_and(|branch| branch.allocated);
                if allocated && (old.is_none() || new.is_none()) {
                    continue;
                }
                path.0.push(key.clone());
                // What the server fills in is a value too.
                let filled = old.or(new).and_then(|branch| branch.default.as_ref());
                let (old, new) = (old.map(|branch| &branch.tree), new.map(|branch| &branch.tree));
                walk(path, old.or(filled), new.or(filled), found);
                path.0.pop();
            }
        }
        (Some(Tree::List(old)), Some(Tree::List(new))) if old.len() == new.len() => {
            for (at, (old, new)) in old.iter().zip(new).enumerate() {
                path.0.push(format!("[{at}]"));
                walk(path, Some(old), Some(new), found);
                path.0.pop();
            }
        }
        _ => found.push((path.clone(), old.cloned(), new.cloned())),
    }
}
