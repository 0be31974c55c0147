//! Numbers of pods that an autoscaler sets: they are its own.

use super::owners::owners;
use super::stage::component;
use pulsarc_diff::Facts;
use pulsarc_model::Members;
use serde_json::Value;
use std::collections::BTreeMap;

/// Autoscalers, by the kind and the name of the workload that each scales.
pub(super) type Scalers = BTreeMap<(String, String), String>;

/// The autoscalers among objects.
pub(super) fn scalers<'v>(objects: impl Iterator<Item = &'v Value>) -> Scalers {
    let scaler = |object: &Value| {
        let kind = object.get("kind").and_then(Value::as_str)?;
        if !matches!(kind, "HorizontalPodAutoscaler" | "ScaledObject") {
            return None;
        }
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let target = text("/spec/scaleTargetRef/kind").unwrap_or("Deployment");
        let name = text("/spec/scaleTargetRef/name")?;
        Some(((target.to_owned(), name.to_owned()), format!("{kind}/{}", text("/metadata/name")?)))
    };
    objects.filter_map(scaler).collect()
}

/// Warnings about autoscalers of pods that hold data: each lower number deletes pods before their data is elsewhere.
pub(super) fn dangers<'v>(
    scalers: &Scalers,
    objects: impl Iterator<Item = &'v Value>,
    facts: &Facts,
) -> Vec<String> {
    let danger = |object: &Value| {
        let text = |pointer: &str| object.pointer(pointer).and_then(Value::as_str);
        let (kind, name) = (text("/kind")?, text("/metadata/name")?);
        let scaler = scalers.get(&(kind.to_owned(), name.to_owned()))?;
        let members = facts.get(component(object)?)?.departure.members;
        (members != Members::Alike).then(|| {
            format!(
                "{scaler} scales {kind}/{name}, whose pods hold data: whenever it lowers their number, it deletes pods that nobody has \
                 drained; delete it, or let it scale up only"
            )
        })
    };
    objects.filter_map(danger).collect()
}

/// How a manifest leaves the number of pods to an autoscaler.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// It sets the number as before.
    No,
    /// It no longer sets the number, which is the same at the moment.
    Same,
    /// It no longer changes the number: the text says who sets it.
    Changed(String),
}

/// Leaves the number of pods in a manifest to the autoscaler of a live workload.
pub(super) fn leave(manifest: &mut Value, live: &Value, scaler: Option<&String>) -> Left {
    let Some(wanted) = manifest.pointer("/spec/replicas").cloned() else { return Left::No };
    let Some(current) = live.pointer("/spec/replicas").cloned() else { return Left::No };
    let others = owners(live, ".spec.replicas").map(|(_, owners)| owners).unwrap_or_default();
    let scales = others.iter().find(|owner| owner.is_autoscaler());
    let who = match (scaler, scales) {
        (Some(scaler), _) => scaler.clone(),
        (None, Some(owner)) => owner.manager.to_owned(),
        (None, None) => return Left::No,
    };
    let Some(spec) = manifest.get_mut("spec").and_then(Value::as_object_mut) else { return Left::No };
    if others.is_empty() {
        // Only pulsarc owns the number. A manifest without it would set it to 1, so it repeats what is there.
        spec.insert("replicas".to_owned(), current.clone());
    } else {
        spec.remove("replicas");
    }
    if wanted == current {
        return Left::Same;
    }
    Left::Changed(format!("spec.replicas stays {current} instead of {wanted}: {who} sets it"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn an_autoscaler_of_bookies_is_a_danger_and_one_of_brokers_is_not() {
        let facts = |members| pulsarc_diff::ComponentFacts {
            block: "",
            image: "",
            persists: None,
            departure: pulsarc_model::Departure { members, ..pulsarc_model::Departure::UNNOTICED },
            stage: pulsarc_model::Stage::Bookies,
            rollout: None,
            programs: &[],
        };
        let facts = Facts::from([
            ("bookie".to_owned(), facts(Members::Holders)),
            ("broker".to_owned(), facts(Members::Alike)),
        ]);
        let set = |name: &str| json!({"kind": "StatefulSet", "metadata": {"name": name, "labels": {"component": name}}});
        let scaler = |name: &str| {
            json!({"kind": "HorizontalPodAutoscaler", "metadata": {"name": name},
                "spec": {"scaleTargetRef": {"kind": "StatefulSet", "name": name}}})
        };
        let scalers = scalers([scaler("bookie"), scaler("broker")].iter());
        let found = dangers(&scalers, [set("bookie"), set("broker")].iter(), &facts);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].starts_with("HorizontalPodAutoscaler/bookie scales StatefulSet/bookie"),
            "{}",
            found[0]
        );
    }

    fn live(manager: &str, subresource: &str) -> Value {
        json!({"spec": {"replicas": 5}, "metadata": {"managedFields": [{"manager": manager, "operation": "Update",
            "subresource": subresource, "fieldsV1": {"f:spec": {"f:replicas": {}}}}]}})
    }

    #[test]
    fn the_number_of_an_autoscaler_is_left_to_it() {
        let mut manifest = json!({"spec": {"replicas": 3}});
        let left = leave(&mut manifest, &live("kube-controller-manager", "scale"), None);
        assert!(matches!(left, Left::Changed(why) if why.contains("stays 5 instead of 3")));
        assert_eq!(manifest, json!({"spec": {}}));
    }

    #[test]
    fn the_number_of_a_person_is_not() {
        let mut manifest = json!({"spec": {"replicas": 3}});
        assert_eq!(leave(&mut manifest, &live("kubectl", "scale"), None), Left::No);
        assert_eq!(manifest, json!({"spec": {"replicas": 3}}));
    }

    #[test]
    fn a_number_that_the_autoscaler_has_not_set_yet_is_repeated_rather_than_removed() {
        let scaler = "HorizontalPodAutoscaler/a".to_owned();
        let mut manifest = json!({"spec": {"replicas": 3}});
        let left = leave(&mut manifest, &json!({"spec": {"replicas": 4}}), Some(&scaler));
        assert!(matches!(left, Left::Changed(_)));
        assert_eq!(manifest, json!({"spec": {"replicas": 4}}));
    }

    #[test]
    fn autoscalers_are_found_by_their_targets() {
        let objects = [
            json!({"kind": "HorizontalPodAutoscaler", "metadata": {"name": "a"},
                "spec": {"scaleTargetRef": {"kind": "StatefulSet", "name": "broker"}}}),
            json!({"kind": "ScaledObject", "metadata": {"name": "b"}, "spec": {"scaleTargetRef": {"name": "proxy"}}}),
            json!({"kind": "Service", "metadata": {"name": "c"}}),
        ];
        let found = scalers(objects.iter());
        let of = |kind: &str, name: &str| found.get(&(kind.to_owned(), name.to_owned())).map(String::as_str);
        assert_eq!(of("StatefulSet", "broker"), Some("HorizontalPodAutoscaler/a"));
        assert_eq!(of("Deployment", "proxy"), Some("ScaledObject/b"));
        assert_eq!(found.len(), 2);
    }
}
