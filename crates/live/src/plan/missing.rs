//! What the objects need and the cluster does not have.

use super::model::Missing;
use super::observe::{Held, Notes, kind_and_name};
use crate::release::Wanted;
use pulsarc_diff::Identity;
use pulsarc_export::{DEFAULT_CLASS, Needed};
use serde_json::Value;
use std::collections::BTreeSet;

/// Everything that is missing: kinds and namespaces first, since nothing works without them.
pub(super) fn missing(wanted: &Wanted, held: &Held, notes: &Notes) -> Vec<Missing> {
    let mut found = kinds(wanted, notes);
    found.extend(namespaces(wanted, notes));
    let needs = wanted.needs.iter().flat_map(pulsarc_export::Requirements::objects);
    for (list, needed) in needs.flat_map(|(list, all)| all.iter().map(move |one| (list, one))) {
        found.extend(object(list, needed, held));
    }
    found
}

fn kinds(wanted: &Wanted, notes: &Notes) -> Vec<Missing> {
    let defined: BTreeSet<(String, String)> = wanted.objects.iter().filter_map(definition).collect();
    let unserved = notes.unserved.iter().filter(|(kind, _)| !defined.contains(kind));
    unserved
        .map(|((group, kind), objects)| {
            let needs = wanted.needs.as_ref().map(|needs| needs.kinds.as_slice()).unwrap_or_default();
            let known = needs.iter().find(|known| (&known.group, &known.kind) == (group, kind));
            let provider = known.and_then(|known| known.provider.as_deref());
            let by = provider.map(|name| format!(", which {name} provides")).unwrap_or_default();
            let of = if group.is_empty() { String::new() } else { format!(" of {group}") };
            Missing {
                what: format!("kind {kind}{of}{by}"),
                used_by: objects.iter().map(Identity::to_string).collect(),
                create: Vec::new(),
                blocks: true,
            }
        })
        .collect()
}

/// The kind that a definition among the wanted objects adds.
fn definition(object: &Value) -> Option<(String, String)> {
    let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    (text("/kind")? == "CustomResourceDefinition")
        .then(|| Some((text("/spec/group")?, text("/spec/names/kind")?)))?
}

fn namespaces(wanted: &Wanted, notes: &Notes) -> Vec<Missing> {
    let is_wanted = |name: &str| {
        wanted.objects.iter().any(|object| {
            let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
            text("/kind") == Some("Namespace") && text("/metadata/name") == Some(name)
        })
    };
    let absent = notes.namespaces.iter().filter(|name| !is_wanted(name));
    absent
        .map(|name| Missing {
            what: format!("Namespace {name}"),
            used_by: Vec::new(),
            create: vec![format!("kubectl create namespace {name}")],
            blocks: true,
        })
        .collect()
}

fn object(list: &str, needed: &Needed, held: &Held) -> Option<Missing> {
    let (kind, name) = kind_and_name(list, needed);
    let missing = |what: String, create: Vec<String>| Missing {
        what,
        used_by: needed.used_by.clone(),
        create,
        blocks: false,
    };
    if held.unreadable.contains(kind) {
        return None;
    }
    if name == DEFAULT_CLASS {
        let has_default = held.objects.iter().any(|((of, _), class)| of == kind && is_default(class));
        let known = held.listed.contains(kind);
        return (known && !has_default).then(|| missing(format!("default {kind}"), Vec::new()));
    }
    let Some(found) = held.objects.get(&(kind.to_owned(), name.to_owned())) else {
        return held.asked(kind).then(|| missing(format!("{kind} {name}"), needed.create.clone()));
    };
    let has = |key: &String| {
        ["data", "binaryData"].iter().any(|part| found.get(part).is_some_and(|data| data.get(key).is_some()))
    };
    let lacks: Vec<&str> = needed.keys.iter().filter(|key| !has(key)).map(String::as_str).collect();
    let of_data = matches!(kind, "Secret" | "ConfigMap");
    (of_data && !lacks.is_empty()).then(|| {
        let keys = if lacks.len() == 1 { "key" } else { "keys" };
        missing(format!("{keys} {} of {kind} {name}", lacks.join(", ")), Vec::new())
    })
}

/// Whether a class is the cluster's default.
fn is_default(class: &Value) -> bool {
    let annotations = class.pointer("/metadata/annotations").and_then(Value::as_object);
    annotations
        .into_iter()
        .flatten()
        .any(|(key, value)| key.ends_with("kubernetes.io/is-default-class") && value.as_str() == Some("true"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::{Origin, Release};
    use pulsarc_diag::Secrets;
    use pulsarc_diff::Facts;
    use pulsarc_export::Requirements;
    use serde_json::json;

    fn needed(name: &str, keys: &[&str]) -> Needed {
        Needed {
            name: name.to_owned(),
            keys: keys.iter().map(|key| (*key).to_owned()).collect(),
            used_by: vec!["StatefulSet/a".to_owned()],
            create: vec![format!("create {name}")],
        }
    }

    fn found(needs: Requirements, held: &Held, notes: &Notes, objects: Vec<Value>) -> Vec<(String, bool)> {
        let wanted = Wanted {
            release: Release { name: "r".to_owned(), namespace: "ns".to_owned() },
            objects,
            facts: Facts::new(),
            needs: Some(needs),
            origin: Origin::default(),
            secrets: Secrets::default(),
        };
        missing(&wanted, held, notes).into_iter().map(|one| (one.what, one.blocks)).collect()
    }

    fn has(kind: &str, object: Value) -> Held {
        let name = object["metadata"]["name"].as_str().unwrap_or_default().to_owned();
        Held {
            objects: [((kind.to_owned(), name), object)].into_iter().collect(),
            listed: [kind.to_owned()].into_iter().collect(),
            ..Held::default()
        }
    }

    #[test]
    fn secrets_and_their_keys_are_missed() {
        let needs = || Requirements { secrets: vec![needed("s", &["a", "b"])], ..Requirements::default() };
        let secret = json!({"metadata": {"name": "s"}, "data": {"a": "eA=="}});
        let notes = Notes::default();
        assert_eq!(found(needs(), &Held::default(), &notes, vec![]), [("Secret s".to_owned(), false)]);
        let one = found(needs(), &has("Secret", secret), &notes, vec![]);
        assert_eq!(one, [("key b of Secret s".to_owned(), false)]);
        let unreadable = Held { unreadable: ["Secret".to_owned()].into_iter().collect(), ..Held::default() };
        assert_eq!(found(needs(), &unreadable, &notes, vec![]), []);
    }

    #[test]
    fn a_default_class_is_missed_if_no_class_is_the_default() {
        let needs =
            || Requirements { storage_classes: vec![needed(DEFAULT_CLASS, &[])], ..Requirements::default() };
        let class = |default: &str| {
            has(
                "StorageClass",
                json!({"metadata": {"name": "fast",
                "annotations": {"storageclass.kubernetes.io/is-default-class": default}}}),
            )
        };
        let notes = Notes::default();
        assert_eq!(found(needs(), &class("true"), &notes, vec![]), []);
        let missing = [("default StorageClass".to_owned(), false)];
        assert_eq!(found(needs(), &class("false"), &notes, vec![]), missing);
    }

    #[test]
    fn kinds_and_namespaces_block_unless_they_are_wanted() {
        let notes = Notes {
            namespaces: ["ns".to_owned()].into_iter().collect(),
            unserved: [(("x.io".to_owned(), "Thing".to_owned()), BTreeSet::new())].into_iter().collect(),
            ..Notes::default()
        };
        let none = Requirements::default;
        let both = [("kind Thing of x.io".to_owned(), true), ("Namespace ns".to_owned(), true)];
        assert_eq!(found(none(), &Held::default(), &notes, vec![]), both);
        let objects = vec![
            json!({"kind": "Namespace", "metadata": {"name": "ns"}}),
            json!({"kind": "CustomResourceDefinition", "spec": {"group": "x.io", "names": {"kind": "Thing"}}}),
        ];
        assert_eq!(found(none(), &Held::default(), &notes, objects), []);
    }
}
