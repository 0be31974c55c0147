//! Autoscaling: the number of pods of a component with an autoscaler.

use crate::Cluster;
use crate::meta::metadata;
use crate::shapes::Autoscaling;
use k8s_openapi::api::autoscaling::v2::{
    CrossVersionObjectReference, HorizontalPodAutoscaler, HorizontalPodAutoscalerSpec,
};
use pulsarc_kube::{Object, k8s_openapi};

impl Autoscaling {
    /// The replica count of the component's StatefulSet; `None` if the autoscaler decides.
    pub fn replicas(&self, fixed: i32) -> Option<i32> {
        (!self.enabled).then_some(fixed)
    }
}

/// The autoscaler of a component's StatefulSet, if it has one.
pub fn autoscaler(cluster: &Cluster<'_>, component: &str, spec: &Autoscaling) -> Option<Object> {
    let name = cluster.names.of(component);
    let target = CrossVersionObjectReference {
        api_version: Some("apps/v1".to_owned()),
        kind: "StatefulSet".to_owned(),
        name: name.clone(),
    };
    let scaling = HorizontalPodAutoscalerSpec {
        behavior: spec.behavior.clone(),
        max_replicas: spec.max_replicas.unwrap_or_default(),
        metrics: spec.metrics.clone(),
        min_replicas: spec.min_replicas,
        scale_target_ref: target,
    };
    let metadata = metadata(cluster, name, Some(component));
    spec.enabled.then(|| {
        HorizontalPodAutoscaler { metadata, spec: scaling, ..HorizontalPodAutoscaler::default() }.into()
    })
}
