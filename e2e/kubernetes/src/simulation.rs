//! What kwok plays: nodes that run every pod, and disks that are there when they are asked for.

use crate::client::{Client, Force};
use crate::control_plane;
use serde_json::{Value, json};
use std::fs;

/// As many nodes as the largest case spreads its pods over, in three zones.
const NODES: usize = 6;
const ZONES: usize = 3;
/// The class that kwok's own stages make disks for.
const CLASS: &str = "kwok-volume";

/// What kwok does with nodes, pods and claims: the stages that its module carries. Those of disks look at kwok's own
/// class alone; here they make a disk for a claim of any class, in the place of the drivers of clouds.
pub(crate) fn stages() -> String {
    let folder = control_plane::stages();
    let mut text = String::new();
    for part in ["node/fast", "node/heartbeat-with-lease", "pod/general", "volume/fast"] {
        for file in crate::project::files(&folder.join(part), ".yaml") {
            let stage = fs::read_to_string(&file).expect("a stage");
            if stage.contains("kind: Stage\n") && !file.to_string_lossy().contains("testdata") {
                text.push_str("---\n");
                text.push_str(&stage);
                text.push('\n');
            }
        }
    }
    text.replace(&format!("self.spec.storageClassName == '{CLASS}'"), "has(self.spec.storageClassName)")
}

/// Puts nodes and a default class into the cluster.
pub(crate) fn furnish(client: &Client) {
    let class = json!({
        "apiVersion": "storage.k8s.io/v1",
        "kind": "StorageClass",
        "metadata": {
            "name": CLASS,
            "annotations": { "storageclass.kubernetes.io/is-default-class": "true" },
        },
        "provisioner": "kwok.x-k8s.io/volume",
    });
    let nodes = (0..NODES).map(node);
    for object in std::iter::once(class).chain(nodes) {
        let answer = client.apply(&object, Force::No);
        assert!(answer.is_done(), "{}", answer.message());
    }
}

fn node(number: usize) -> Value {
    let name = format!("node-{number}");
    json!({
        "apiVersion": "v1",
        "kind": "Node",
        "metadata": {
            "name": name,
            "labels": {
                "kubernetes.io/hostname": name,
                "kubernetes.io/os": "linux",
                "topology.kubernetes.io/zone": format!("zone-{}", number % ZONES),
            },
        },
    })
}

/// Whether the nodes are ready, and the namespace has the account that pods run under.
pub(crate) fn ready(client: &Client) -> bool {
    let nodes = client.get("/api/v1/nodes").body;
    let ready = |node: &&Value| {
        let conditions = node["status"]["conditions"].as_array();
        conditions.into_iter().flatten().any(|it| it["type"] == "Ready" && it["status"] == "True")
    };
    nodes["items"].as_array().is_some_and(|nodes| nodes.iter().filter(ready).count() == NODES)
        && client.get("/api/v1/namespaces/default/serviceaccounts/default").is_done()
}
