//! A wanted object as it is applied: labelled, and without what only the server writes.

use crate::inventory::applyset;
use crate::release::Release;
use crate::resource::Resource;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use pulsarc_diff::Identity;
use serde_json::{Map, Value};

/// Metadata that only the server writes. A server-side apply with a `resourceVersion` would demand that version.
const WRITTEN_BY_THE_SERVER: &[&str] =
    &["creationTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid"];

/// An object as it is applied.
pub(super) fn prepare(
    object: &Value,
    id: &Identity,
    resource: Option<&Resource>,
    release: &Release,
) -> Value {
    let mut object = object.clone();
    if let Some(fields) = object.as_object_mut() {
        fields.remove("status");
        if id.kind == "Secret" && id.group.is_empty() {
            encode(fields);
        }
        if let Some(metadata) = fields.get_mut("metadata").and_then(Value::as_object_mut) {
            metadata.retain(|key, _| !WRITTEN_BY_THE_SERVER.contains(&key.as_str()));
            let namespace = id.namespace.as_ref().filter(|_| resource.is_none_or(|it| it.namespaced));
            if let Some(namespace) = namespace {
                metadata.insert("namespace".to_owned(), namespace.clone().into());
            }
        }
    }
    applyset::label(&mut object, release);
    object
}

/// The server turns `stringData` into `data` and does not remove a key of `data` that leaves `stringData` later.
fn encode(fields: &mut Map<String, Value>) {
    let Some(Value::Object(texts)) = fields.remove("stringData") else { return };
    let data = fields.entry("data").or_insert_with(|| Map::new().into());
    if data.is_null() {
        *data = Map::new().into();
    }
    if let Some(data) = data.as_object_mut() {
        let encoded = |text: &Value| STANDARD.encode(text.as_str().unwrap_or_default());
        data.extend(texts.iter().map(|(key, text)| (key.clone(), encoded(text).into())));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_secret_is_applied_as_data_without_what_the_server_writes() {
        let release = Release { name: "r".to_owned(), namespace: "ns".to_owned() };
        let secret = json!({"apiVersion": "v1", "kind": "Secret", "stringData": {"a": "b"}, "data": {"c": "ZA=="},
            "status": {}, "metadata": {"name": "s", "uid": "u", "resourceVersion": "1", "creationTimestamp": null}});
        let id = Identity::of(&secret, "ns");
        let mut prepared = prepare(&secret, &id, None, &release);
        let labels = prepared["metadata"]["labels"].take();
        assert!(labels[applyset::PART_OF].is_string());
        assert_eq!(
            prepared,
            json!({"apiVersion": "v1", "kind": "Secret", "data": {"a": "Yg==", "c": "ZA=="},
                "metadata": {"name": "s", "namespace": "ns", "labels": null}})
        );
    }
}
