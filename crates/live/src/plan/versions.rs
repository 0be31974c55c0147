//! By what a saved plan is found to be out of date.

use serde_json::Value;
use sha2::{Digest, Sha256};

/// The version of a live object: its `resourceVersion`, and a digest of what is not status, since status changes all the time.
pub(crate) fn version(object: &Value) -> String {
    let version = object.pointer("/metadata/resourceVersion").and_then(Value::as_str).unwrap_or_default();
    format!("{version}/{}", digest(object))
}

/// Whether an object still is what it was when its version was taken.
pub(crate) fn is_current(version: &str, object: &Value) -> bool {
    let now = self::version(object);
    let parts = |version: &str| version.split_once('/').map(|(a, b)| (a.to_owned(), b.to_owned()));
    match (parts(version), parts(&now)) {
        (Some((number, digest)), Some((other_number, other_digest))) => {
            number == other_number || digest == other_digest
        }
        _ => false,
    }
}

/// The digest of an object without its status and the server's notes about its versions.
fn digest(object: &Value) -> String {
    let mut digest = Sha256::new();
    let mut write = |key: &str, value: &Value| {
        digest.update(key);
        digest.update(value.to_string());
    };
    for (key, value) in object.as_object().into_iter().flatten().filter(|(key, _)| *key != "status") {
        match value {
            Value::Object(metadata) if key == "metadata" => {
                let skipped = ["managedFields", "resourceVersion"];
                let kept = metadata.iter().filter(|(key, _)| !skipped.contains(&key.as_str()));
                kept.for_each(|(key, value)| write(key, value));
            }
            _ => write(key, value),
        }
    }
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_status_makes_no_other_version_and_a_field_does() {
        let object = |version: &str, ready: u8, replicas: u8| {
            json!({"metadata": {"resourceVersion": version, "uid": "u", "managedFields": [version]},
                "spec": {"replicas": replicas}, "status": {"ready": ready}})
        };
        let before = version(&object("1", 0, 3));
        assert!(is_current(&before, &object("2", 1, 3)));
        assert!(!is_current(&before, &object("2", 0, 4)));
        assert!(!is_current("", &object("1", 0, 3)));
    }
}
