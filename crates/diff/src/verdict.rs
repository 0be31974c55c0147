//! What follows from one changed field: the table of what cannot be changed, and what loses data.

use crate::config_map;
use crate::consequence::Consequence;
use crate::identity::Identity;
use crate::tree::{Path, Tree};
use crate::workload::{self, PersistentData, Pods};
use pulsarc_model::Quantity;
use serde_json::Value;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// What a field is in.
pub(crate) struct Context<'a> {
    pub(crate) id: &'a Identity,
    pub(crate) before: &'a Value,
    pub(crate) after: &'a Value,
    pub(crate) new: &'a BTreeMap<Identity, &'a Value>,
    pub(crate) restarting: &'a BTreeSet<Identity>,
    pub(crate) data: &'a PersistentData,
    /// What follows from a change in the pods' template: all of an object's thousands of fields have it in common.
    pub(crate) of_template: OnceCell<Consequence>,
    /// What follows for the pods that read the object.
    pub(crate) of_readers: OnceCell<Consequence>,
}

fn replace(why: &str) -> Consequence {
    Consequence::Replace { why: why.to_owned() }
}

fn lost(why: String) -> Consequence {
    Consequence::DataLoss { why }
}

impl Context<'_> {
    /// What follows from one difference.
    pub(crate) fn consequence(&self, path: &Path, old: Option<&Tree>, new: Option<&Tree>) -> Consequence {
        let parts: Vec<&str> = path.0.iter().map(String::as_str).collect();
        match (self.id.kind.as_str(), parts.as_slice()) {
            ("StatefulSet" | "Deployment" | "DaemonSet", ["spec", "template", ..]) => self.template(),
            ("StatefulSet", ["spec", "replicas"]) => self.replicas(),
            ("StatefulSet", ["spec", "volumeClaimTemplates", rest @ ..]) => claims(rest, old, new),
            ("StatefulSet", ["spec", key, ..]) if !CHANGEABLE.contains(key) => {
                replace(&format!("the `{key}` of a StatefulSet cannot be changed"))
            }
            ("Deployment" | "DaemonSet", ["spec", "selector", ..]) => replace("a selector cannot be changed"),
            ("Job", ["spec", "template" | "selector" | "completionMode" | "completions", ..]) => {
                replace("the pod template of a job cannot be changed: delete the job first")
            }
            ("Service", ["spec", "clusterIP" | "clusterIPs", ..]) => {
                replace("the `clusterIP` of a service cannot be changed")
            }
            ("PersistentVolumeClaim", ["spec", rest @ ..]) => claim(rest, old, new),
            ("StorageClass", ["provisioner" | "parameters" | "reclaimPolicy" | "volumeBindingMode", ..]) => {
                replace("a storage class cannot be changed")
            }
            ("PersistentVolume", ["spec", key, ..]) if !VOLUME_CHANGEABLE.contains(key) => {
                replace("the source of a volume cannot be changed")
            }
            ("RoleBinding" | "ClusterRoleBinding", ["roleRef", ..]) => {
                replace("the `roleRef` of a binding cannot be changed")
            }
            ("Secret", ["type"]) => replace("the `type` of a secret cannot be changed"),
            ("ConfigMap" | "Secret", ["data" | "binaryData" | "immutable", rest @ ..]) => {
                self.data(rest, old, new)
            }
            _ => Consequence::InPlace,
        }
    }

    fn template(&self) -> Consequence {
        self.of_template.get_or_init(|| self.template_now()).clone()
    }

    fn template_now(&self) -> Consequence {
        if workload::rolls(self.after) {
            Consequence::Restart { pods: workload::pods_among(self.id, self.after, self.new) }
        } else {
            Consequence::NextRestart
        }
    }

    fn replicas(&self) -> Consequence {
        let (before, after) = (workload::pods(self.before), workload::pods(self.after));
        match workload::keeps(self.before, self.data) {
            Some(what) if after < before => lost(format!(
                "{before} pods become {after}, and the ones that go hold {what}: drain them first"
            )),
            _ => Consequence::InPlace,
        }
    }

    fn data(&self, rest: &[&str], old: Option<&Tree>, new: Option<&Tree>) -> Consequence {
        if self.before.get("immutable") == Some(&Value::Bool(true)) {
            return replace("it is marked `immutable: true`");
        }
        if let ("ConfigMap", [key]) = (self.id.kind.as_str(), rest) {
            if let Some(why) = config_map::lost(key, self.before, self.after) {
                return lost(why);
            }
            if let Some(why) = config_map::read_once(text(old), text(new)) {
                return Consequence::NoEffect { why };
            }
        }
        self.of_readers.get_or_init(|| self.readers_now()).clone()
    }

    /// What follows for the pods that read the object.
    fn readers_now(&self) -> Consequence {
        let readers = self.new.iter().filter(|(id, object)| {
            id.namespace == self.id.namespace && workload::reads(object, &self.id.kind, &self.id.name)
        });
        let (mut pods, mut waits) = (Pods::default(), false);
        for (id, object) in readers.filter(|(id, _)| id.kind != "Job") {
            if self.restarting.contains(id) {
                pods = pods.and(workload::pods_among(id, object, self.new));
            } else {
                waits = true;
            }
        }
        match (waits, pods) {
            (true, _) => Consequence::NextRestart,
            (false, pods) if pods == Pods::default() => Consequence::InPlace,
            (false, pods) => Consequence::Restart { pods },
        }
    }
}

/// What of a StatefulSet can be changed; everything else is fixed.
const CHANGEABLE: &[&str] = &[
    "replicas",
    "ordinals",
    "template",
    "updateStrategy",
    "revisionHistoryLimit",
    "persistentVolumeClaimRetentionPolicy",
    "minReadySeconds",
];

/// What of a volume can be changed.
const VOLUME_CHANGEABLE: &[&str] = &[
    "capacity",
    "accessModes",
    "claimRef",
    "mountOptions",
    "persistentVolumeReclaimPolicy",
    "storageClassName",
    "volumeAttributesClassName",
];

fn claims(rest: &[&str], old: Option<&Tree>, new: Option<&Tree>) -> Consequence {
    match (rest, old, new) {
        ([], Some(_), None) => {
            lost("its claims are removed: the pods start without the data in them".to_owned())
        }
        ([name], Some(_), None) => lost(format!(
            "the claim {name} is removed: the pods start without its data, even if it is only renamed"
        )),
        ([.., "requests", "storage"], old, new) if shrinks(old, new) => {
            lost("a disk cannot shrink: a smaller one starts empty".to_owned())
        }
        _ => replace("the claim templates of a StatefulSet cannot be changed"),
    }
}

fn claim(rest: &[&str], old: Option<&Tree>, new: Option<&Tree>) -> Consequence {
    match rest {
        ["resources", "requests", "storage"] if shrinks(old, new) => {
            lost("a disk cannot shrink: a smaller one starts empty".to_owned())
        }
        ["resources", ..] | ["volumeAttributesClassName"] => Consequence::InPlace,
        _ => replace("a claim can only grow: any other change creates an empty one"),
    }
}

fn shrinks(old: Option<&Tree>, new: Option<&Tree>) -> bool {
    let amount = |tree: Option<&Tree>| match tree {
        Some(Tree::Leaf(leaf)) => {
            let text = leaf.value.as_str().map_or_else(|| leaf.value.to_string(), str::to_owned);
            Quantity::parse(&text).ok()
        }
        _ => None,
    };
    matches!((amount(old), amount(new)), (Some(old), Some(new)) if new < old)
}

fn text(tree: Option<&Tree>) -> Option<&str> {
    match tree {
        Some(Tree::Leaf(leaf)) => leaf.value.as_str(),
        _ => None,
    }
}
