//! The Secrets in which Helm keeps its releases.

use crate::api::{Api, Dependents};
use crate::failure::Failure;
use crate::metadata::uid;
use crate::release::Release;
use crate::resource::Resource;
use pulsarc_diff::Identity;
use serde_json::Value;

/// The type of the Secrets.
const TYPE: &str = "helm.sh/release.v1";

/// The Secrets of a release, the newest revision last.
pub(super) async fn secrets(api: &Api, release: &Release) -> Result<Vec<Value>, Failure> {
    let selector = format!("owner=helm,name={}", release.name);
    let namespace = Some(release.namespace.as_str());
    let list = async |of: Resource| api.list(&of, namespace, Some(&selector)).await;
    let found = in_order(list(Resource::secrets()).await?);
    if found.is_empty() {
        // Whoever may not read config maps does not learn of the other storage; that is no reason to fail.
        let maps = list(Resource::config_maps()).await.unwrap_or_default();
        if !maps.is_empty() {
            return Err(Failure::State(format!(
                "Helm keeps release {} in ConfigMaps (HELM_DRIVER=configmap), and pulsarc reads releases from Secrets \
                 only: export it with `helm get values` and `helm get manifest`",
                release.name
            )));
        }
    }
    Ok(found)
}

/// The Secrets that are Helm's, by revision.
fn in_order(mut secrets: Vec<Value>) -> Vec<Value> {
    secrets.retain(|secret| secret.get("type").and_then(Value::as_str) == Some(TYPE));
    secrets.sort_by_key(revision);
    secrets
}

/// The revision in the label, else at the end of the name: `sh.helm.release.v1.pulsar.v7`.
fn revision(secret: &Value) -> u64 {
    let text = |pointer: &str| secret.pointer(pointer).and_then(Value::as_str);
    let in_name = text("/metadata/name").and_then(|name| Some(name.rsplit_once(".v")?.1));
    text("/metadata/labels/version").or(in_name).and_then(|number| number.parse().ok()).unwrap_or_default()
}

/// Deletes the Secrets of a release, the newest last: as long as one is left, the release is known.
pub(super) async fn forget(api: &Api, release: &Release) -> Result<usize, Failure> {
    let of = Resource::secrets();
    let mut deleted = 0;
    for secret in secrets(api, release).await? {
        let id = Identity::of(&secret, &release.namespace);
        let uid = uid(&secret);
        if api.delete(&of, &id, uid, Dependents::Delete).await? {
            deleted += 1;
        }
    }
    Ok(deleted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn revisions_are_in_numeric_order_and_other_secrets_are_left_out() {
        let secret = |kind: &str, name: &str, version: Option<&str>| json!({ "type": kind, "metadata": { "name": name, "labels": version.map(|version| json!({ "version": version })) } });
        let found = in_order(vec![
            secret(TYPE, "sh.helm.release.v1.pulsar.v10", Some("10")),
            secret("Opaque", "own", Some("11")),
            secret(TYPE, "sh.helm.release.v1.pulsar.v9", None),
        ]);
        let revisions: Vec<u64> = found.iter().map(revision).collect();
        assert_eq!(revisions, [9, 10]);
    }
}
