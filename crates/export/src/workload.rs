//! The workloads of a cluster: long-running pods. Jobs, which end, are excluded.

use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container, PersistentVolumeClaim, PodSpec};
use std::collections::BTreeMap;

/// The label that tells which component an object is of.
const COMPONENT: &str = "component";

/// The component that labels, or a selector, name.
pub(crate) fn component(labels: Option<&BTreeMap<String, String>>) -> Option<String> {
    labels.and_then(|labels| labels.get(COMPONENT)).cloned()
}

/// A StatefulSet or a Deployment.
pub(crate) struct Workload<'o> {
    pub(crate) object: &'o Object,
    /// The `component` label of its pods.
    pub(crate) component: String,
    pub(crate) pod: &'o PodSpec,
    pub(crate) claims: &'o [PersistentVolumeClaim],
    /// The pods that it starts with.
    pub(crate) replicas: i32,
    /// The pods that an autoscaler may make of them.
    pub(crate) at_most: Option<i32>,
}

/// The workloads among some objects.
pub(crate) fn workloads(objects: &[Object]) -> Vec<Workload<'_>> {
    objects.iter().filter_map(|object| workload(object, objects)).collect()
}

fn workload<'o>(object: &'o Object, objects: &'o [Object]) -> Option<Workload<'o>> {
    let (replicas, claims) = match object {
        Object::StatefulSet(set) => {
            let spec = set.spec.as_ref()?;
            (spec.replicas, spec.volume_claim_templates.as_deref().unwrap_or_default())
        }
        Object::Deployment(deployment) => (deployment.spec.as_ref()?.replicas, &[][..]),
        _ => return None,
    };
    let template = object.pod_template()?;
    let labels = template.metadata.as_ref().and_then(|meta| meta.labels.as_ref());
    let autoscaler = objects.iter().find_map(|other| scales(other, object));
    Some(Workload {
        object,
        component: component(labels).unwrap_or_else(|| object.name().to_owned()),
        pod: template.spec.as_ref()?,
        claims,
        replicas: autoscaler.map_or(replicas, |scaler| scaler.0).unwrap_or(1),
        at_most: autoscaler.map(|scaler| scaler.1),
    })
}

/// The least and the greatest number of pods, where `scaler` is the autoscaler of `object`.
fn scales(scaler: &Object, object: &Object) -> Option<(Option<i32>, i32)> {
    let Object::HorizontalPodAutoscaler(scaler) = scaler else { return None };
    let spec = &scaler.spec;
    let target = &spec.scale_target_ref;
    (target.kind == object.kind() && target.name == object.name())
        .then_some((spec.min_replicas, spec.max_replicas))
}

/// The config maps among some objects, by name.
pub(crate) fn config_maps(objects: &[Object]) -> BTreeMap<&str, &ConfigMap> {
    let maps = objects.iter().filter_map(|object| match object {
        Object::ConfigMap(map) => Some((object.name(), map.as_ref())),
        _ => None,
    });
    maps.collect()
}

/// The settings that a container runs with: its config maps' and its own variables, the later over the earlier.
pub(crate) fn settings<'o>(
    container: &'o Container,
    maps: &BTreeMap<&str, &'o ConfigMap>,
) -> BTreeMap<&'o str, &'o str> {
    let named = container.env_from.iter().flatten().filter_map(|from| from.config_map_ref.as_ref());
    let data = named.filter_map(|reference| maps.get(reference.name.as_str())?.data.as_ref()).flatten();
    let own = container
        .env
        .iter()
        .flatten()
        .filter_map(|variable| Some((&variable.name, variable.value.as_ref()?)));
    data.chain(own).map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
