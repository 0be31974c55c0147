//! How a change reaches the cluster: in place, by a restart, or only with a new object.

use crate::consequence::{Consequence, Kind};
use crate::context::{Difference, Pair};
use crate::identity::Identity;
use crate::procedure;
use crate::rules::{of_claims, of_job};
use crate::workload::{self, Pods};
use serde_json::Value;
use std::cell::OnceCell;

/// How changes of one object reach the cluster. All of an object's thousands of fields have the restart in common.
#[derive(Default)]
pub(crate) struct Delivery {
    of_template: OnceCell<Consequence>,
    of_readers: OnceCell<Consequence>,
}

impl Delivery {
    /// How one difference does.
    pub(crate) fn of(&self, pair: &Pair<'_>, difference: &Difference<'_>) -> Consequence {
        let path = difference.path.as_slice();
        match (pair.id.kind.as_str(), path) {
            ("StatefulSet" | "Deployment" | "DaemonSet", ["spec", "template", ..]) => self.template(pair),
            ("StatefulSet", ["spec", "volumeClaimTemplates", ..])
            | ("PersistentVolumeClaim", ["spec", ..]) => of_claims(pair, difference),
            ("Job", ["spec", "template" | "selector" | "completionMode" | "completions", ..]) => of_job(pair),
            ("ConfigMap" | "Secret", ["data" | "binaryData" | "immutable", ..]) => {
                if pair.before.get("immutable") == Some(&Value::Bool(true)) {
                    return replace(pair, "it is marked `immutable: true`");
                }
                self.of_readers.get_or_init(|| readers(pair)).clone()
            }
            _ => fixed(pair, path).unwrap_or_else(|| Consequence::plain(Kind::InPlace)),
        }
    }

    fn template(&self, pair: &Pair<'_>) -> Consequence {
        let consequence = self.of_template.get_or_init(|| {
            if workload::rolls(pair.after) {
                Consequence::restart(workload::pods_among(pair.id, pair.after, pair.sides.new))
            } else {
                Consequence::plain(Kind::NextRestart)
            }
        });
        consequence.clone()
    }
}

fn replace(pair: &Pair<'_>, why: &str) -> Consequence {
    Consequence::because(Kind::Replace, why).with(procedure::recreate(pair.id))
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

/// What follows from a change of a field that the API server does not change.
fn fixed(pair: &Pair<'_>, path: &[&str]) -> Option<Consequence> {
    Some(match (pair.id.kind.as_str(), path) {
        ("StatefulSet", ["spec", key, ..]) if !CHANGEABLE.contains(key) => {
            let steps = match *key {
                "serviceName" => procedure::orphan_and_restart(pair.id),
                "selector" => procedure::with_its_pods(pair.id),
                _ => procedure::orphan(pair.id),
            };
            let why = format!("the `{key}` of a StatefulSet cannot be changed");
            Consequence::because(Kind::Replace, why).with(steps)
        }
        ("Deployment" | "DaemonSet", ["spec", "selector", ..]) => {
            replace(pair, "a selector cannot be changed")
        }
        ("Service", ["spec", "clusterIP" | "clusterIPs", ..]) => {
            replace(pair, "the `clusterIP` of a service cannot be changed")
        }
        ("StorageClass", ["provisioner" | "parameters" | "reclaimPolicy" | "volumeBindingMode", ..]) => {
            replace(pair, "a storage class cannot be changed")
        }
        ("PersistentVolume", ["spec", key, ..]) if !VOLUME_CHANGEABLE.contains(key) => {
            Consequence::because(Kind::Replace, "the source of a volume cannot be changed")
        }
        ("RoleBinding" | "ClusterRoleBinding", ["roleRef", ..]) => {
            replace(pair, "the `roleRef` of a binding cannot be changed")
        }
        ("Secret", ["type"]) => replace(pair, "the `type` of a secret cannot be changed"),
        _ => return None,
    })
}

/// What follows for the pods that read an object.
fn readers(pair: &Pair<'_>) -> Consequence {
    let own = |id: &&Identity| id.namespace == pair.id.namespace && id.kind != "Job";
    let all = pair.sides.new.iter().filter(|(id, _)| own(id));
    let (mut pods, mut waits) = (Pods::default(), false);
    for (id, object) in all.filter(|(_, object)| workload::reads(object, &pair.id.kind, &pair.id.name)) {
        if pair.sides.restarting.contains(id) {
            pods = pods.and(workload::pods_among(id, object, pair.sides.new));
        } else {
            waits = true;
        }
    }
    match (waits, pods) {
        (true, _) => Consequence::plain(Kind::NextRestart),
        (false, pods) if pods == Pods::default() => Consequence::plain(Kind::InPlace),
        (false, pods) => Consequence::restart(pods),
    }
}
