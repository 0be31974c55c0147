//! What kwok plays: nodes that run every pod, and disks that are there when they are asked for.

use crate::client::{Client, Force};
use crate::control_plane;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};

/// As many nodes of each kind as the largest case spreads its pods over, in three zones.
const NODES: usize = 6;
const ZONES: usize = 3;
/// The class that kwok's own stages make disks for.
const CLASS: &str = "kwok-volume";

/// A class whose disks do not grow.
pub const FIXED_CLASS: &str = "fixed-size";

/// The annotation by which a pod is one that does not start, and why: one of the keys that the stages below know.
pub const FATE: &str = "e2e.pulsarc.dev/fate";

/// How a pod fails to start: its name, the reason of the waiting container, the message, and how often it restarted.
const FATES: [(&str, &str, &str, u32); 3] = [
    ("image", "ImagePullBackOff", "Back-off pulling image", 0),
    ("crash", "CrashLoopBackOff", "back-off 5m0s restarting failed container", 5),
    ("secret", "CreateContainerConfigError", "secret \"absent\" not found", 0),
];

/// What others do in a real cluster: the driver that grows a disk, cert-manager, and the cloud that gives addresses.
pub(crate) const STAGES: &str = r#"---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata:
  name: pvc-grow
spec:
  resourceRef: { apiGroup: v1, kind: PersistentVolumeClaim }
  selector:
    matchExpressions:
    - cel:
        expression: >-
          self.status.phase == 'Bound' && self.status.capacity.storage != self.spec.resources.requests.storage
  steps:
  - patch:
      root: status
      subresource: status
      template: |
        capacity:
          storage: {{ .spec.resources.requests.storage | Quote }}
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata:
  name: certificate-ready
spec:
  resourceRef: { apiGroup: cert-manager.io/v1, kind: Certificate }
  selector:
    matchExpressions:
    - cel:
        expression: >-
          !has(self.status) || !has(self.status.conditions)
          || self.status.conditions.exists(it, it.observedGeneration != self.metadata.generation)
  steps:
  - patch:
      root: status
      subresource: status
      template: |
        notBefore: {{ Now | Quote }}
        notAfter: "2099-01-01T00:00:00Z"
        conditions:
        - type: Ready
          status: "True"
          reason: Ready
          message: Certificate is up to date and has not expired
          lastTransitionTime: {{ Now | Quote }}
          observedGeneration: {{ .metadata.generation }}
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata:
  name: issuer-ready
spec:
  resourceRef: { apiGroup: cert-manager.io/v1, kind: Issuer }
  selector:
    matchExpressions:
    - cel:
        expression: >-
          !has(self.status) || !has(self.status.conditions)
          || self.status.conditions.exists(it, it.observedGeneration != self.metadata.generation)
  steps:
  - patch:
      root: status
      subresource: status
      template: |
        conditions:
        - type: Ready
          status: "True"
          reason: IsReady
          lastTransitionTime: {{ Now | Quote }}
          observedGeneration: {{ .metadata.generation }}
---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata:
  name: balancer-address
spec:
  resourceRef: { apiGroup: v1, kind: Service }
  selector:
    matchExpressions:
    - cel:
        expression: >-
          self.spec.type == 'LoadBalancer' && !has(self.status.loadBalancer.ingress)
  steps:
  - patch:
      root: status
      subresource: status
      template: |
        loadBalancer:
          ingress:
          - ip: 203.0.113.10
"#;

/// What kwok does with nodes, pods and claims: the stages that its module carries. Those of disks look at kwok's own
/// class alone; here they make a disk for a claim of any class, instead of the drivers of clouds.
pub(crate) fn stages() -> String {
    let folder = control_plane::stages();
    let mut text = String::new();
    for part in ["node/fast", "node/heartbeat-with-lease", "pod/fast", "volume/fast"] {
        for file in crate::project::files(&folder.join(part), ".yaml") {
            let stage = fs::read_to_string(&file).expect("a stage");
            if stage.contains("kind: Stage\n") && !file.to_string_lossy().contains("testdata") {
                text.push_str("---\n");
                text.push_str(&without_fate(&stage));
                text.push('\n');
            }
        }
    }
    text.push_str(STAGES);
    text.extend(FATES.map(fails));
    text.replace(&format!("self.spec.storageClassName == '{CLASS}'"), "has(self.spec.storageClassName)")
}

/// A pod with a fate does not become ready.
fn without_fate(stage: &str) -> String {
    if !stage.contains("name: pod-ready\n") {
        return stage.to_owned();
    }
    let condition = format!(
        "matchExpressions:\n    - key: '.metadata.annotations[\"{FATE}\"]'\n      operator: DoesNotExist\n"
    );
    stage.replacen("matchExpressions:\n", &condition, 1)
}

fn fails((fate, reason, message, restarts): (&str, &str, &str, u32)) -> String {
    let last = if restarts == 0 {
        String::new()
    } else {
        "\n          lastState: { terminated: { exitCode: 1, reason: Error } }".to_owned()
    };
    format!(
        r#"---
apiVersion: kwok.x-k8s.io/v1alpha1
kind: Stage
metadata:
  name: pod-fails-{fate}
spec:
  resourceRef: {{ apiGroup: v1, kind: Pod }}
  selector:
    matchExpressions:
    - key: '.metadata.annotations["{FATE}"]'
      operator: In
      values: ["{fate}"]
    - key: '.spec.nodeName'
      operator: Exists
    - key: '.status.containerStatuses'
      operator: DoesNotExist
  steps:
  - patch:
      root: status
      subresource: status
      template: |
        phase: Pending
        containerStatuses:
        {{{{ range .spec.containers }}}}
        - image: {{{{ .image | Quote }}}}
          name: {{{{ .name | Quote }}}}
          ready: false
          restartCount: {restarts}
          imageID: ""{last}
          state: {{ waiting: {{ reason: {reason}, message: '{message}' }} }}
        {{{{ end }}}}
"#
    )
}

/// Puts a default class and plain nodes into the cluster.
pub(crate) fn furnish(client: &Client) {
    for (name, default, grows) in [(CLASS, "true", true), (FIXED_CLASS, "false", false)] {
        let class = json!({
            "apiVersion": "storage.k8s.io/v1",
            "kind": "StorageClass",
            "metadata": {
                "name": name,
                "annotations": { "storageclass.kubernetes.io/is-default-class": default },
            },
            "provisioner": "kwok.x-k8s.io/volume",
            "allowVolumeExpansion": grows,
        });
        put(client, &class);
    }
    add_nodes(client, "plain", &Map::new());
}

/// Puts the nodes into the cluster that these objects' pods ask for: some for each set of labels that a pod selects.
pub(crate) fn furnish_for(client: &Client, objects: &[Value]) {
    let selected: BTreeSet<String> = objects
        .iter()
        .filter_map(|object| object.pointer("/spec/template/spec"))
        .map(selected_labels)
        .filter(|labels| !labels.is_empty())
        .map(|labels| Value::from(labels).to_string())
        .collect();
    for labels in selected {
        let mut hash = DefaultHasher::new();
        labels.hash(&mut hash);
        let labels: Map<String, Value> = serde_json::from_str(&labels).expect("it was written as JSON");
        add_nodes(client, &format!("{:x}", hash.finish()), &labels);
    }
}

/// The labels of a node that a pod's selector and its required affinity take: of a choice, the first.
fn selected_labels(pod: &Value) -> Map<String, Value> {
    let mut labels = pod["nodeSelector"].as_object().cloned().unwrap_or_default();
    let required = &pod["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"];
    let expressions = required["nodeSelectorTerms"][0]["matchExpressions"].as_array();
    for expression in expressions.into_iter().flatten() {
        let Some(key) = expression["key"].as_str() else { continue };
        match expression["operator"].as_str() {
            Some("In") => labels.insert(key.to_owned(), expression["values"][0].clone()),
            Some("Exists") => labels.insert(key.to_owned(), json!("true")),
            _ => None,
        };
    }
    labels
}

fn add_nodes(client: &Client, kind: &str, labels: &Map<String, Value>) {
    for number in 0..NODES {
        let name = format!("{kind}-{number}");
        let mut all = json!({
            "kubernetes.io/hostname": name,
            "kubernetes.io/os": "linux",
            "topology.kubernetes.io/zone": format!("zone-{}", number % ZONES),
        });
        all.as_object_mut().expect("a record").extend(labels.clone());
        put(
            client,
            &json!({ "apiVersion": "v1", "kind": "Node", "metadata": { "name": name, "labels": all } }),
        );
    }
}

fn put(client: &Client, object: &Value) {
    let answer = client.apply(object, Force::No);
    assert!(answer.is_done(), "{}", answer.message());
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
