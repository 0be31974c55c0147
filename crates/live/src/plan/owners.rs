//! Who owns a field, according to `metadata.managedFields`.
//!
//! The API server writes the path of a field in a conflict as `.spec.containers[name="broker"].image`. A key may contain dots, so
//! the path is followed along the fields of each manager instead of being parsed.

use crate::api::MANAGER;
use crate::managed;
use serde_json::{Map, Value};

/// A part of the way to a field.
#[derive(Debug, Clone, PartialEq)]
enum Part {
    /// A key of a map.
    Key(String),
    /// The item of a list with these values.
    Item(Map<String, Value>),
    /// The item of a list that is this value.
    Value(Value),
    /// An item of a list by its place.
    Place(usize),
}

/// The way to a field.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FieldPath(Vec<Part>);

/// Another manager of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Owner<'a> {
    /// Its name.
    pub(super) manager: &'a str,
    /// The part of the API by which it wrote the field.
    pub(super) subresource: Option<&'a str>,
}

impl Owner<'_> {
    /// Whether it is an autoscaler: somebody's `kubectl scale` uses the same subresource.
    pub(super) fn is_autoscaler(&self) -> bool {
        managed::is_autoscaler(self.manager, self.subresource)
    }
}

/// The way to a field, and the managers other than pulsarc's applies that own it; none if there is none.
pub(super) fn owners<'a>(live: &'a Value, field: &str) -> Option<(FieldPath, Vec<Owner<'a>>)> {
    let entries = live.pointer("/metadata/managedFields").and_then(Value::as_array)?;
    let text = |entry: &'a Value, key: &str| entry.get(key).and_then(Value::as_str).unwrap_or_default();
    let others = entries
        .iter()
        .filter(|entry| text(entry, "manager") != MANAGER || text(entry, "operation") != "Apply");
    let mut way = None;
    let mut found = Vec::new();
    for entry in others {
        if let Some(path) = entry.get("fieldsV1").and_then(|fields| follow(fields, field)) {
            way = Some(path);
            found.push(Owner {
                manager: text(entry, "manager"),
                subresource: entry.get("subresource").and_then(Value::as_str),
            });
        }
    }
    let mut path = way?;
    path.reverse();
    Some((FieldPath(path), found))
}

/// The parts of a path below a set of fields, the last first.
fn follow(fields: &Value, rest: &str) -> Option<Vec<Part>> {
    if rest.is_empty() {
        return Some(Vec::new());
    }
    fields.as_object()?.iter().find_map(|(key, below)| {
        let (part, written) = part(key)?;
        let rest = rest.strip_prefix(&written)?;
        let ends = rest.is_empty() || rest.starts_with(['.', '[']);
        let mut path = ends.then(|| follow(below, rest))??;
        path.push(part);
        Some(path)
    })
}

/// A part of a path, and how a conflict writes it.
fn part(key: &str) -> Option<(Part, String)> {
    let (kind, of) = key.split_once(':')?;
    Some(match kind {
        "f" => (Part::Key(of.to_owned()), format!(".{of}")),
        "k" => {
            let keys: Map<String, Value> = serde_json::from_str(of).ok()?;
            let mut written: Vec<String> = keys.iter().map(|(key, value)| format!("{key}={value}")).collect();
            written.sort();
            (Part::Item(keys), format!("[{}]", written.join(",")))
        }
        "v" => (Part::Value(serde_json::from_str(of).ok()?), format!("[={of}]")),
        "i" => (Part::Place(of.parse().ok()?), format!("[{of}]")),
        _ => return None,
    })
}

impl FieldPath {
    /// The parts as a comparison names them: `[broker]` for an item.
    pub(super) fn parts(&self) -> Vec<String> {
        let bare = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let shown = |part: &Part| match part {
            Part::Key(key) => key.clone(),
            Part::Item(keys) => format!("[{}]", keys.values().map(bare).collect::<Vec<_>>().join("/")),
            Part::Value(value) => format!("[{}]", bare(value)),
            Part::Place(place) => format!("[{place}]"),
        };
        self.0.iter().map(shown).collect()
    }

    /// As a comparison writes it: `spec.template.spec.containers[broker].image`.
    pub(super) fn shown(&self) -> String {
        pulsarc_diff::shown_path(&self.parts())
    }

    /// The field's value in an object.
    pub(super) fn value<'a>(&self, object: &'a Value) -> Option<&'a Value> {
        self.0.iter().try_fold(object, |value, part| match part {
            Part::Key(key) => value.get(key),
            Part::Place(place) => value.get(place),
            Part::Value(own) => value.as_array()?.iter().find(|item| *item == own),
            Part::Item(keys) => value
                .as_array()?
                .iter()
                .find(|item| keys.iter().all(|(key, value)| item.get(key) == Some(value))),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_path_with_dots_and_items_is_followed_to_its_owner_and_value() {
        let live = json!({
            "metadata": {"labels": {"app.kubernetes.io/name": "x"}, "managedFields": [
                {"manager": "pulsarc", "operation": "Apply", "fieldsV1": {"f:spec": {"f:replicas": {}}}},
                {"manager": "kubectl", "operation": "Update", "subresource": "scale",
                    "fieldsV1": {"f:spec": {"f:replicas": {}}}},
                {"manager": "helm", "operation": "Update", "fieldsV1": {
                    "f:metadata": {"f:labels": {".": {}, "f:app.kubernetes.io/name": {}, "f:app": {}}},
                    "f:spec": {"f:ports": {"k:{\"port\":80,\"protocol\":\"TCP\"}": {".": {}, "f:name": {}}}}}},
            ]},
            "spec": {"replicas": 5, "ports": [{"port": 79}, {"port": 80, "protocol": "TCP", "name": "http"}]},
        });
        let value = |field: &str| {
            let (path, owners) = owners(&live, field).expect("it is owned");
            let managers: Vec<&str> = owners.iter().map(|owner| owner.manager).collect();
            (path.shown(), managers.join(","), path.value(&live).cloned().unwrap_or_default())
        };
        assert_eq!(value(".spec.replicas"), ("spec.replicas".to_owned(), "kubectl".to_owned(), json!(5)));
        assert_eq!(
            value(".metadata.labels.app.kubernetes.io/name"),
            ("metadata.labels.\"app.kubernetes.io/name\"".to_owned(), "helm".to_owned(), json!("x"))
        );
        assert_eq!(
            value(".spec.ports[port=80,protocol=\"TCP\"].name"),
            ("spec.ports[80/TCP].name".to_owned(), "helm".to_owned(), json!("http"))
        );
        assert_eq!(owners(&live, ".spec.other"), None);
    }

    #[test]
    fn a_person_who_scales_is_no_autoscaler() {
        assert!(Owner { manager: "kube-controller-manager", subresource: Some("scale") }.is_autoscaler());
        assert!(!Owner { manager: "kubectl", subresource: Some("scale") }.is_autoscaler());
        assert!(!Owner { manager: "kube-controller-manager", subresource: None }.is_autoscaler());
    }
}
