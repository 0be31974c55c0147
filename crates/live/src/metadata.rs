//! What the API server writes into the metadata of every object.

use serde_json::Value;

/// The UID: an object that is deleted and created again has another one.
pub(crate) fn uid(object: &Value) -> Option<&str> {
    object.pointer("/metadata/uid").and_then(Value::as_str)
}

/// Whether an object is being deleted: it exists until its finalizers are gone.
pub(crate) fn is_going(object: &Value) -> bool {
    object.pointer("/metadata/deletionTimestamp").is_some_and(|time| !time.is_null())
}
