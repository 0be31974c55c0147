//! The labels and annotations of an object that becomes pulsarc's, and of one that is another release's.

use crate::inventory::applyset;
use crate::release::Release;
use pulsarc_kube::RECOMMENDED_MANAGED_BY;
use serde_json::{Map, Value, json};

/// Annotations in which the old managers keep something for themselves.
const OTHERS: [&str; 3] = [
    "kubectl.kubernetes.io/last-applied-configuration",
    "argocd.argoproj.io/tracking-id",
    "helm.sh/resource-policy",
];

/// What Helm writes on every object of a release.
const HELM: &str = "meta.helm.sh/";

/// Labels and annotations that change: null for those that go.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct MetadataChange {
    labels: Map<String, Value>,
    annotations: Map<String, Value>,
    /// A line each: `- meta.helm.sh/release-name`.
    pub(super) lines: Vec<String>,
}

impl MetadataChange {
    /// What changes on an object that exists. `wanted` is the object of the configuration; none if the configuration does not
    /// have it.
    pub(super) fn of(live: &Value, wanted: Option<&Value>, release: &Release) -> Self {
        let mut change = Self::default();
        change.label(live, applyset::PART_OF, Some(&applyset::id(release)));
        match (wanted, text(live, "labels", RECOMMENDED_MANAGED_BY)) {
            (Some(wanted), now) => match (text(wanted, "labels", RECOMMENDED_MANAGED_BY), now) {
                (None, Some("Helm")) => change.label(live, RECOMMENDED_MANAGED_BY, None),
                (None, _) => {}
                (manager, _) => change.label(live, RECOMMENDED_MANAGED_BY, manager),
            },
            (None, Some("Helm")) => change.label(live, RECOMMENDED_MANAGED_BY, Some("pulsarc")),
            (None, _) => {}
        }
        let annotations = live.pointer("/metadata/annotations").and_then(Value::as_object);
        for key in annotations.into_iter().flatten().map(|(key, _)| key) {
            let is_others = key.starts_with(HELM) || OTHERS.contains(&key.as_str());
            if is_others && wanted.is_none_or(|wanted| text(wanted, "annotations", key).is_none()) {
                change.lines.push(format!("- {key}"));
                change.annotations.insert(key.clone(), Value::Null);
            }
        }
        change
    }

    fn label(&mut self, live: &Value, key: &str, value: Option<&str>) {
        let now = text(live, "labels", key);
        if now == value {
            return;
        }
        self.lines.push(match (now, value) {
            (None, Some(value)) => format!("+ {key}: {value}"),
            (Some(now), Some(value)) => format!("~ {key}: {now} -> {value}"),
            (_, None) => format!("- {key}"),
        });
        self.labels.insert(key.to_owned(), value.map_or(Value::Null, Value::from));
    }

    /// Whether nothing changes.
    pub(super) fn is_empty(&self) -> bool {
        self.labels.is_empty() && self.annotations.is_empty()
    }

    /// As a merge patch of one version of the object.
    pub(super) fn patch(&self, version: &str) -> Value {
        let mut metadata = json!({ "resourceVersion": version });
        for (key, change) in [("labels", &self.labels), ("annotations", &self.annotations)] {
            if !change.is_empty() {
                metadata[key] = Value::Object(change.clone());
            }
        }
        json!({ "metadata": metadata })
    }

    /// Makes the change in an object that is not in the cluster.
    pub(super) fn make(&self, object: &mut Value) {
        for (key, change) in [("labels", &self.labels), ("annotations", &self.annotations)] {
            let place = object.get_mut("metadata").and_then(|metadata| metadata.get_mut(key));
            let Some(place) = place.and_then(Value::as_object_mut) else { continue };
            for (key, value) in change.iter().filter(|(key, _)| *key != applyset::PART_OF) {
                if value.is_null() {
                    place.remove(key);
                } else {
                    place.insert(key.clone(), value.clone());
                }
            }
        }
    }
}

/// The other release that an object belongs to; none if it is free to take over.
pub(super) fn other_owner(live: &Value, release: &Release) -> Option<String> {
    let helm = |key: &str| text(live, "annotations", &format!("{HELM}{key}"));
    if let Some(name) = helm("release-name") {
        let namespace = helm("release-namespace").unwrap_or(&release.namespace);
        if (name, namespace) != (release.name.as_str(), release.namespace.as_str()) {
            return Some(format!("Helm release {name} in namespace {namespace}"));
        }
    }
    let set = text(live, "labels", applyset::PART_OF).filter(|set| *set != applyset::id(release))?;
    Some(format!("another release of pulsarc (label {}: {set})", applyset::PART_OF))
}

fn text<'a>(object: &'a Value, part: &str, key: &str) -> Option<&'a str> {
    object.get("metadata")?.get(part)?.get(key)?.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn release() -> Release {
        Release { name: "pulsar".to_owned(), namespace: "ns".to_owned() }
    }

    #[allow(clippy::needless_pass_by_value, reason = "calls read better")]
    fn helms(annotations: Value) -> Value {
        json!({ "kind": "ConfigMap", "metadata": { "name": "a",
            "labels": { RECOMMENDED_MANAGED_BY: "Helm", "app": "pulsar" }, "annotations": annotations } })
    }

    #[test]
    fn traces_of_the_old_managers_go_and_the_rest_stays() {
        let live = helms(json!({
            "meta.helm.sh/release-name": "pulsar", "meta.helm.sh/release-namespace": "ns",
            "kubectl.kubernetes.io/last-applied-configuration": "{}", "argocd.argoproj.io/tracking-id": "x",
            "helm.sh/resource-policy": "keep", "prometheus.io/scrape": "true",
        }));
        let wanted = json!({ "metadata": { "labels": { RECOMMENDED_MANAGED_BY: "pulsarc" } } });
        let change = MetadataChange::of(&live, Some(&wanted), &release());
        let patch = change.patch("7");
        assert_eq!(patch["metadata"]["resourceVersion"], "7");
        let gone = patch["metadata"]["annotations"].as_object().expect("a map");
        assert_eq!(gone.len(), 5);
        assert!(gone.values().all(Value::is_null) && !gone.contains_key("prometheus.io/scrape"));
        assert_eq!(patch["metadata"]["labels"][RECOMMENDED_MANAGED_BY], "pulsarc");
        assert_eq!(patch["metadata"]["labels"][applyset::PART_OF], applyset::id(&release()));
        let manager = format!("~ {RECOMMENDED_MANAGED_BY}: Helm -> pulsarc");
        assert!(change.lines.contains(&manager), "{:?}", change.lines);
    }

    #[test]
    fn what_the_configuration_sets_itself_stays() {
        let live = helms(json!({ "helm.sh/resource-policy": "keep" }));
        let wanted = json!({ "metadata": { "annotations": { "helm.sh/resource-policy": "keep" } } });
        let change = MetadataChange::of(&live, Some(&wanted), &release());
        assert!(change.annotations.is_empty());
        // A label that no apply would set would be a change of the next one.
        assert_eq!(change.labels[RECOMMENDED_MANAGED_BY], Value::Null);
        assert_eq!(MetadataChange::of(&live, None, &release()).labels[RECOMMENDED_MANAGED_BY], "pulsarc");
    }

    #[test]
    fn an_object_that_is_taken_over_does_not_change_again() {
        let mut live = helms(json!({}));
        live["metadata"]["labels"][RECOMMENDED_MANAGED_BY] = "pulsarc".into();
        applyset::label(&mut live, &release());
        assert!(MetadataChange::of(&live, Some(&live), &release()).is_empty());
        assert!(MetadataChange::of(&live, None, &release()).is_empty());
    }

    #[test]
    fn objects_of_other_releases_are_recognized() {
        let of = |name: &str, namespace: &str| {
            let annotations =
                json!({ "meta.helm.sh/release-name": name, "meta.helm.sh/release-namespace": namespace });
            other_owner(&helms(annotations), &release())
        };
        assert_eq!(of("pulsar", "ns"), None);
        assert_eq!(of("pulsar", "shop").as_deref(), Some("Helm release pulsar in namespace shop"));
        assert_eq!(of("orders", "ns").as_deref(), Some("Helm release orders in namespace ns"));
        assert_eq!(other_owner(&helms(json!({})), &release()), None);
        let mut labelled = helms(json!({}));
        applyset::label(&mut labelled, &release());
        assert_eq!(other_owner(&labelled, &release()), None);
        applyset::label(&mut labelled, &Release { name: "other".to_owned(), ..release() });
        assert!(other_owner(&labelled, &release()).is_some());
    }
}
