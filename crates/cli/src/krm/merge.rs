//! A release's objects among the resources of a list.

use pulsarc_compiler::krm::TAKEN;
use pulsarc_diag::{Diagnostic, KeyPath};
use pulsarc_kube::{Object, RECOMMENDED_MANAGED_BY};
use serde_json::Value;

/// The release of the objects: objects of an earlier run that this one does not emit are removed from the list.
#[derive(Debug, Clone, Copy)]
pub struct Release<'a> {
    /// Its name.
    pub name: &'a str,
    /// The namespace that its objects are in.
    pub namespace: &'a str,
}

impl Release<'_> {
    /// The items with the objects among them, and the items that conflict with an object.
    pub(crate) fn merged(&self, items: &[Value], objects: &[Object]) -> (Vec<Value>, Vec<Diagnostic>) {
        let mut made: Vec<Option<(&Object, Value)>> =
            objects.iter().filter_map(|object| Some(Some((object, object.to_value().ok()?)))).collect();
        let (mut merged, mut taken) = (Vec::new(), Vec::new());
        for (index, item) in items.iter().enumerate() {
            let is_same = |place: &&mut Option<(&Object, Value)>| {
                place.as_ref().is_some_and(|(_, object)| self.is_same(item, object))
            };
            let Some(place) = made.iter_mut().find(is_same) else {
                if !self.is_earlier(item) {
                    merged.push(item.clone());
                }
                continue;
            };
            // What the user wrote whole into the configuration has no label of pulsarc's.
            let is_ours = is_managed(item) || place.as_ref().is_some_and(|(object, _)| object.is_foreign());
            match place.take() {
                Some((_, mut object)) if is_ours => {
                    keep_annotations(item, &mut object);
                    merged.push(object);
                }
                Some((object, _)) => taken.push(finding(object, index)),
                None => {}
            }
        }
        merged.extend(made.into_iter().flatten().map(|(_, object)| object));
        (merged, taken)
    }

    /// Whether both are the same object of a cluster. A resource without a namespace is in the release's.
    fn is_same(&self, item: &Value, object: &Value) -> bool {
        let group = |it: &Value| {
            let version = text(it, "/apiVersion").unwrap_or_default();
            version.split_once('/').map_or("", |(group, _)| group).to_owned()
        };
        text(item, "/kind") == text(object, "/kind")
            && text(item, NAME) == text(object, NAME)
            && group(item) == group(object)
            && match text(object, NAMESPACE) {
                Some(namespace) => text(item, NAMESPACE).unwrap_or(self.namespace) == namespace,
                None => true,
            }
    }

    /// Whether an earlier run made an item for this release.
    fn is_earlier(&self, item: &Value) -> bool {
        is_managed(item)
            && text(item, "/metadata/labels/release") == Some(self.name)
            && text(item, NAMESPACE).is_none_or(|namespace| namespace == self.namespace)
    }
}

const NAME: &str = "/metadata/name";
const NAMESPACE: &str = "/metadata/namespace";

fn text<'v>(value: &'v Value, pointer: &str) -> Option<&'v str> {
    value.pointer(pointer).and_then(Value::as_str)
}

fn is_managed(item: &Value) -> bool {
    let label = item.pointer("/metadata/labels").and_then(|labels| labels.get(RECOMMENDED_MANAGED_BY));
    label.and_then(Value::as_str) == Some("pulsarc")
}

/// Keeps by what tools know an item again: where its file is, and its number in it.
fn keep_annotations(item: &Value, object: &mut Value) {
    let is_tools = |key: &str| {
        let domain = key.split_once('/').map_or("", |(domain, _)| domain);
        ["config.kubernetes.io", "config.k8s.io", "kpt.dev"].iter().any(|known| {
            domain.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
    };
    let kept = item.pointer("/metadata/annotations").and_then(Value::as_object).into_iter().flatten();
    let kept: Vec<_> = kept.filter(|(key, _)| is_tools(key)).collect();
    let Some(metadata) = object.get_mut("metadata").and_then(Value::as_object_mut) else { return };
    if !kept.is_empty() {
        let annotations =
            metadata.entry("annotations").or_insert_with(|| Value::Object(serde_json::Map::new()));
        if let Some(annotations) = annotations.as_object_mut() {
            annotations.extend(kept.into_iter().map(|(key, value)| (key.clone(), value.clone())));
        }
    }
}

fn finding(object: &Object, index: usize) -> Diagnostic {
    let message = format!("{object} is already among the resources, and pulsarc did not create it");
    Diagnostic::new(&TAKEN, message)
        .at(KeyPath::parse("items").index(index))
        .help("remove or rename it: pulsarc creates an object of this name")
}

#[cfg(test)]
mod tests {
    use super::*;
    use pulsarc_kube::Foreign;
    use serde_json::json;

    const RELEASE: Release<'_> = Release { name: "pulsar", namespace: "ns" };

    fn item(name: &str, managed: bool) -> Value {
        let mut item = json!({
            "apiVersion": "v1",
            "kind": "ConfigMap",
            "metadata": { "name": name, "namespace": "ns", "annotations": {
                "config.kubernetes.io/path": "a.yaml", "internal.config.kubernetes.io/index": "3", "mine": "x"
            } },
            "data": { "old": "1" },
        });
        if managed {
            item["metadata"]["labels"] =
                json!({ "app.kubernetes.io/managed-by": "pulsarc", "release": "pulsar" });
        }
        item
    }

    fn object(name: &str) -> Object {
        let object = json!({
            "metadata": { "name": name, "namespace": "ns", "labels": { "release": "pulsar" } }
        });
        let map: pulsarc_kube::k8s_openapi::api::core::v1::ConfigMap =
            serde_json::from_value(object).expect("a ConfigMap");
        Object::from(map)
    }

    #[test]
    fn own_objects_are_replaced_in_place_and_old_ones_removed() {
        let other = json!({ "kind": "Mine", "apiVersion": "a/v1", "metadata": { "name": "a" } });
        let items = [item("gone", true), item("a", true), other.clone(), item("b", false)];
        let (merged, taken) = RELEASE.merged(&items, &[object("new"), object("a")]);
        assert!(taken.is_empty());
        let names: Vec<_> = merged.iter().filter_map(|item| text(item, NAME)).collect();
        assert_eq!(names, ["a", "a", "b", "new"]);
        assert_eq!(merged[1], other);
        assert!(merged[0].get("data").is_none());
        let annotations = merged[0].pointer("/metadata/annotations").expect("annotations");
        assert_eq!(
            *annotations,
            json!({ "config.kubernetes.io/path": "a.yaml", "internal.config.kubernetes.io/index": "3" })
        );
    }

    #[test]
    fn foreign_objects_are_reported_unless_the_configuration_contains_them() {
        let (_, taken) = RELEASE.merged(&[item("a", false)], &[object("a")]);
        assert_eq!(taken.len(), 1);
        let whole = Object::Foreign(Foreign { value: item("a", false) });
        assert!(RELEASE.merged(&[item("a", false)], &[whole]).1.is_empty());
        // Another group, another namespace, another release.
        let mut elsewhere = item("a", true);
        elsewhere["metadata"]["namespace"] = "other".into();
        let mut group = item("a", true);
        group["apiVersion"] = "x/v1".into();
        group["metadata"]["labels"]["release"] = "another".into();
        let (merged, taken) = RELEASE.merged(&[elsewhere, group], &[object("a")]);
        assert_eq!((merged.len(), taken.len()), (3, 0));
    }
}
