//! The kinds that are not Kubernetes' own: cert-manager's and the monitoring operators'.
//!
//! Their definitions are those projects' own, and are used where they lie beside this project. Where they do not, the
//! kinds are defined without a schema: objects of them are then taken as they are, and only their names are judged.

use crate::client::{Client, Force};
use crate::lab::wait_for;
use serde_json::{Value, json};
use std::fs;

/// The kinds that pulsarc emits: group, version, kind, plural.
const KINDS: [(&str, &str, &str, &str); 5] = [
    ("cert-manager.io", "v1", "Certificate", "certificates"),
    ("cert-manager.io", "v1", "Issuer", "issuers"),
    ("cert-manager.io", "v1", "ClusterIssuer", "clusterissuers"),
    ("monitoring.coreos.com", "v1", "PodMonitor", "podmonitors"),
    ("operator.victoriametrics.com", "v1beta1", "VMPodScrape", "vmpodscrapes"),
];

/// Defines them, and waits until the server serves and describes them: kwok ends where it finds no description.
pub(crate) fn install(client: &Client) {
    for definition in definitions() {
        let answer = client.apply(&definition, Force::Yes);
        assert!(answer.is_done(), "{}: {}", definition["metadata"]["name"], answer.message());
    }
    for (group, version, kind, _) in KINDS {
        let path = format!("/apis/{group}/{version}");
        wait_for(kind, || {
            let served = client.get(&path);
            served.is_done()
                && served.body["resources"]
                    .as_array()
                    .is_some_and(|all| all.iter().any(|one| one["kind"] == kind))
                && client.get("/openapi/v3").body["paths"].get(&path[1..]).is_some()
        });
    }
}

fn definitions() -> Vec<Value> {
    if let Some(folder) = crate::project::beside("lab/kubernetes/crds") {
        let files = crate::project::files(&folder, ".yaml");
        return files
            .iter()
            .flat_map(|file| documents(&fs::read_to_string(file).expect("a definition")))
            .collect();
    }
    KINDS.iter().map(|kind| without_schema(*kind)).collect()
}

fn without_schema((group, version, kind, plural): (&str, &str, &str, &str)) -> Value {
    let scope = if kind == "ClusterIssuer" { "Cluster" } else { "Namespaced" };
    json!({
        "apiVersion": "apiextensions.k8s.io/v1",
        "kind": "CustomResourceDefinition",
        "metadata": { "name": format!("{plural}.{group}") },
        "spec": {
            "group": group,
            "scope": scope,
            "names": { "kind": kind, "plural": plural },
            "versions": [{
                "name": version,
                "served": true,
                "storage": true,
                "subresources": { "status": {} },
                "schema": { "openAPIV3Schema": { "type": "object", "x-kubernetes-preserve-unknown-fields": true } },
            }],
        },
    })
}

/// The documents of a YAML text.
pub fn documents(text: &str) -> Vec<Value> {
    use serde_yaml::Deserializer;
    let documents = Deserializer::from_str(text);
    let read = documents.map(|document| serde::Deserialize::deserialize(document).expect("it is YAML"));
    read.filter(|value: &Value| !value.is_null()).collect()
}
