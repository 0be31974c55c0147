//! The secrets that cert-manager would make for the cluster's certificates.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use pulsarc_e2e_kubernetes::{Client, Force};
use pulsarc_e2e_pulsar::certificates;
use pulsarc_e2e_pulsar::manifests::{Manifests, text};
use serde_json::{Map, Value, json};

/// Puts them into the cluster, into the namespace of the certificates.
pub(crate) fn make(client: &Client, manifests: &Manifests) -> Result<(), String> {
    let namespace = manifests.of_kind("Certificate").map(|one| text(&one["metadata"]["namespace"])).next();
    let namespace = namespace.filter(|name| !name.is_empty()).unwrap_or("default");
    for (name, data) in certificates::secrets(manifests)? {
        // A second run must not sign everything anew: servers and clients would distrust one another until they restart.
        if client.get(&format!("/api/v1/namespaces/{namespace}/secrets/{name}")).is_done() {
            continue;
        }
        let encoded: Map<String, Value> =
            data.into_iter().map(|(key, bytes)| (key, BASE64_STANDARD.encode(bytes).into())).collect();
        let secret = json!({
            "apiVersion": "v1",
            "kind": "Secret",
            "metadata": { "name": name, "namespace": namespace },
            "data": encoded,
        });
        let answer = client.apply(&secret, Force::Yes);
        if !answer.is_done() {
            return Err(format!("{name}: {}", answer.message()));
        }
    }
    Ok(())
}
