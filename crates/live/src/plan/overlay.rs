//! What a server-side apply would leave, worked out here, for a user who may not ask the server.
//!
//! It knows neither defaults nor what admission changes. Lists are merged by the keys that the fields of pulsarc's last apply name,
//! and replaced otherwise.

use crate::api::MANAGER;
use serde_json::{Map, Value};

/// A live object with a manifest applied to it.
pub(crate) fn overlay(live: &Value, manifest: &Value) -> Value {
    let entries = live.pointer("/metadata/managedFields").and_then(Value::as_array).into_iter().flatten();
    let text = |entry: &Value, key: &str| entry.get(key).and_then(Value::as_str).map(str::to_owned);
    let mut own = entries.filter(|entry| {
        text(entry, "manager").as_deref() == Some(MANAGER)
            && text(entry, "operation").as_deref() == Some("Apply")
    });
    merged(live, manifest, own.next().and_then(|entry| entry.get("fieldsV1")))
}

fn merged(live: &Value, manifest: &Value, own: Option<&Value>) -> Value {
    match (live, manifest) {
        (Value::Object(live), Value::Object(manifest)) => maps(live, manifest, own),
        (Value::Array(live), Value::Array(manifest)) => lists(live, manifest, own),
        _ => manifest.clone(),
    }
}

fn maps(live: &Map<String, Value>, manifest: &Map<String, Value>, own: Option<&Value>) -> Value {
    let below = |key: &str| own.and_then(|own| own.get(format!("f:{key}")));
    let mut result = Map::new();
    for (key, value) in live {
        let kept = match (manifest.get(key), below(key)) {
            (Some(wanted), below) => Some(merged(value, wanted, below)),
            (None, None) => Some(value.clone()),
            // What the last apply set and this one does not, goes.
            (None, Some(below)) => without(value, below),
        };
        result.extend(kept.map(|kept| (key.clone(), kept)));
    }
    let new = manifest.iter().filter(|(key, _)| !live.contains_key(*key));
    result.extend(new.map(|(key, value)| (key.clone(), value.clone())));
    result.into()
}

/// A value without the fields of a set; none if nothing is left.
fn without(value: &Value, own: &Value) -> Option<Value> {
    let below = own.as_object().filter(|own| own.keys().any(|key| key != "."))?;
    match value {
        Value::Object(fields) => {
            let left: Map<String, Value> = fields
                .iter()
                .filter_map(|(key, value)| match below.get(&format!("f:{key}")) {
                    Some(own) => Some((key.clone(), without(value, own)?)),
                    None => Some((key.clone(), value.clone())),
                })
                .collect();
            (!left.is_empty()).then(|| left.into())
        }
        Value::Array(items) => {
            let left: Vec<Value> =
                items.iter().filter(|item| item_of(own, item).is_none()).cloned().collect();
            (!left.is_empty()).then(|| left.into())
        }
        _ => None,
    }
}

fn lists(live: &[Value], manifest: &[Value], own: Option<&Value>) -> Value {
    let keys = own.and_then(keys).or_else(|| named(live, manifest));
    let Some(keys) = keys else { return manifest.to_vec().into() };
    let same = |one: &Value, other: &Value| keys.iter().all(|key| one.get(key) == other.get(key));
    let mut result: Vec<Value> = Vec::new();
    for item in live {
        let own = own.and_then(|own| item_of(own, item));
        match (manifest.iter().find(|wanted| same(item, wanted)), own) {
            (Some(wanted), own) => result.push(merged(item, wanted, own)),
            (None, None) => result.push(item.clone()),
            (None, Some(_)) => {}
        }
    }
    result.extend(manifest.iter().filter(|wanted| !live.iter().any(|item| same(item, wanted))).cloned());
    result.into()
}

/// The keys of a list's items, if its fields name any.
fn keys(own: &Value) -> Option<Vec<String>> {
    let first = own.as_object()?.keys().find_map(|key| key.strip_prefix("k:"))?;
    let keys: Map<String, Value> = serde_json::from_str(first).ok()?;
    Some(keys.keys().cloned().collect())
}

/// Items that all have a name of their own are the same by it.
fn named(live: &[Value], manifest: &[Value]) -> Option<Vec<String>> {
    let names = |items: &[Value]| !items.is_empty() && items.iter().all(|item| item.get("name").is_some());
    (names(live) && names(manifest)).then(|| vec!["name".to_owned()])
}

/// The fields of one item of a list, if the set has it.
fn item_of<'a>(own: &'a Value, item: &Value) -> Option<&'a Value> {
    let is_it = |key: &str| match key.split_once(':') {
        Some(("k", of)) => serde_json::from_str::<Map<String, Value>>(of)
            .is_ok_and(|keys| keys.iter().all(|(key, value)| item.get(key) == Some(value))),
        Some(("v", of)) => serde_json::from_str::<Value>(of).is_ok_and(|value| value == *item),
        _ => false,
    };
    own.as_object()?.iter().find(|(key, _)| is_it(key)).map(|(_, below)| below)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn live() -> Value {
        json!({
            "metadata": {"labels": {"a": "1", "other": "2"}, "managedFields": [
                {"manager": "pulsarc", "operation": "Apply", "fieldsV1": {
                    "f:metadata": {"f:labels": {"f:a": {}, "f:gone": {}}},
                    "f:spec": {"f:replicas": {}, "f:containers": {
                        "k:{\"name\":\"a\"}": {".": {}, "f:image": {}, "f:command": {}},
                        "k:{\"name\":\"b\"}": {".": {}, "f:image": {}}}}}}]},
            "spec": {"replicas": 3, "clusterIP": "10.0.0.1", "containers": [
                {"name": "a", "image": "x:1", "command": ["a"], "stdin": false}, {"name": "b", "image": "x:1"}]},
        })
    }

    #[test]
    fn what_others_and_the_server_added_stays_and_what_was_applied_before_goes() {
        let manifest = json!({"metadata": {"labels": {"new": "1"}},
            "spec": {"containers": [{"name": "a", "image": "x:2"}]}});
        let after = overlay(&live(), &manifest);
        assert_eq!(after["metadata"]["labels"], json!({"other": "2", "new": "1"}));
        assert_eq!(
            after["spec"],
            json!({"clusterIP": "10.0.0.1", "containers": [{"name": "a", "image": "x:2",
            "stdin": false}]})
        );
    }

    #[test]
    fn the_same_manifest_changes_nothing() {
        let manifest = json!({"metadata": {"labels": {"a": "1"}}, "spec": {"replicas": 3,
            "containers": [{"name": "a", "image": "x:1", "command": ["a"]}, {"name": "b", "image": "x:1"}]}});
        assert_eq!(overlay(&live(), &manifest), live());
    }
}
