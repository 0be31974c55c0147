//! The labels and annotations of an `ApplySet` (Kubernetes enhancement 3659), by which any tool finds the objects of a release.

use super::model::Entry;
use crate::release::Release;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The label of an owned object; its value is the id of the release's set.
pub(crate) const PART_OF: &str = "applyset.kubernetes.io/part-of";

/// The label of the inventory's Secret, with the same id.
const ID: &str = "applyset.kubernetes.io/id";

const TOOLING: &str = "applyset.kubernetes.io/tooling";
const KINDS: &str = "applyset.kubernetes.io/contains-group-kinds";
const NAMESPACES: &str = "applyset.kubernetes.io/additional-namespaces";

/// The id of the set of a release's objects: a digest of the inventory's name, namespace, kind and group.
pub(crate) fn id(release: &Release) -> String {
    let parent = format!("{}.{}.Secret.", super::name(release), release.namespace);
    format!("applyset-{}-v1", URL_SAFE_NO_PAD.encode(Sha256::digest(parent)))
}

/// The label selector that finds the objects of a release.
pub(crate) fn selector(release: &Release) -> String {
    format!("{PART_OF}={}", id(release))
}

/// The set that an object is part of, according to its label.
pub(crate) fn set_of(object: &Value) -> Option<&str> {
    object.get("metadata")?.get("labels")?.get(PART_OF)?.as_str().filter(|id| !id.is_empty())
}

/// Puts the label of a release's set on an object, and only on the object: a label of a pod template would restart pods.
pub(crate) fn label(object: &mut Value, release: &Release) {
    let Some(object) = object.as_object_mut() else { return };
    let metadata = object.entry("metadata").or_insert_with(|| Map::new().into());
    let Some(metadata) = metadata.as_object_mut() else { return };
    let labels = metadata.entry("labels").or_insert_with(|| Map::new().into());
    if labels.is_null() {
        *labels = Map::new().into();
    }
    if let Some(labels) = labels.as_object_mut() {
        labels.insert(PART_OF.to_owned(), id(release).into());
    }
}

/// The labels of the inventory's Secret.
pub(super) fn labels(release: &Release) -> Value {
    let text = |text: &str| Value::from(text);
    [(ID.to_owned(), id(release).into()), (pulsarc_kube::RECOMMENDED_MANAGED_BY.to_owned(), text("pulsarc"))]
        .into_iter()
        .collect::<Map<_, _>>()
        .into()
}

/// The annotations of the inventory's Secret: the tool, and where the objects of the set are.
pub(super) fn annotations(release: &Release, objects: &[Entry]) -> Value {
    let kind = |entry: &Entry| match entry.resource.group.as_str() {
        "" => entry.resource.kind.clone(),
        group => format!("{}.{group}", entry.resource.kind),
    };
    let kinds: BTreeSet<String> = objects.iter().map(kind).collect();
    let elsewhere = |namespace: &&str| *namespace != release.namespace;
    let namespaces: BTreeSet<&str> =
        objects.iter().filter_map(|entry| entry.namespace.as_deref()).filter(elsewhere).collect();
    let listed = |items: Vec<&str>| Value::from(items.join(","));
    [
        (TOOLING.to_owned(), format!("pulsarc/v{}", env!("CARGO_PKG_VERSION")).into()),
        (KINDS.to_owned(), listed(kinds.iter().map(String::as_str).collect())),
        (NAMESPACES.to_owned(), listed(namespaces.into_iter().collect())),
    ]
    .into_iter()
    .collect::<Map<_, _>>()
    .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::resource::Resource;
    use serde_json::json;

    fn release() -> Release {
        Release { name: "orders".to_owned(), namespace: "pulsar".to_owned() }
    }

    #[test]
    fn the_id_is_a_label_value_and_tells_releases_apart() {
        let one = id(&release());
        assert!(one.len() <= 63, "{one}");
        assert!(one.starts_with("applyset-") && one.ends_with("-v1"), "{one}");
        assert_ne!(one, id(&Release { namespace: "other".to_owned(), ..release() }));
    }

    #[test]
    fn an_object_without_labels_gets_the_label() {
        for mut object in [json!({}), json!({"metadata": {"labels": null}}), json!({"metadata": {}})] {
            label(&mut object, &release());
            assert_eq!(set_of(&object), Some(id(&release()).as_str()));
        }
        assert_eq!(set_of(&json!({"metadata": {"labels": {PART_OF: ""}}})), None);
    }

    #[test]
    fn annotations_list_kinds_with_groups_and_other_namespaces() {
        let entry = |group: &str, kind: &str, namespace: Option<&str>| Entry {
            resource: Resource::of_kind(group, kind).expect("it is known"),
            namespace: namespace.map(str::to_owned),
            name: "a".to_owned(),
        };
        let objects = [
            entry("apps", "StatefulSet", Some("pulsar")),
            entry("", "ConfigMap", Some("functions")),
            entry("", "Namespace", None),
        ];
        let annotations = annotations(&release(), &objects);
        assert_eq!(annotations[KINDS], "ConfigMap,Namespace,StatefulSet.apps");
        assert_eq!(annotations[NAMESPACES], "functions");
    }
}
