//! The objects: each component's, the namespace, and those that the user adds.

use crate::{ClusterSpec, config_keys, extra_deploy, line_defaults, pod_security};
use pulsarc_component::Cluster;
use pulsarc_diag::Findings;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::Namespace;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;
use pulsarc_rules::Owned;

/// Every object, in no order, each with the component that emitted it.
pub(crate) fn emit(spec: &ClusterSpec, cluster: &Cluster<'_>, found: &mut Findings) -> Vec<Owned> {
    let components = spec.components.iter();
    let emitted = components.flat_map(|(key, component)| {
        component.emit(cluster).into_iter().map(move |object| (object, Some(*key)))
    });
    let added = extra_deploy::objects(cluster, found);
    let unowned = namespace(cluster).into_iter().chain(added).map(|object| (object, None));
    let mut objects: Vec<Owned> = emitted.chain(unowned).collect();
    line_defaults::follow(&mut objects, cluster);
    config_keys::with_prefixes(&mut objects, cluster);
    pod_security::keep(&mut objects, cluster.base);
    objects
}

/// The namespace. It has no labels: it may hold other releases too.
fn namespace(cluster: &Cluster<'_>) -> Option<Object> {
    let metadata = ObjectMeta { name: Some(cluster.names.namespace().to_owned()), ..ObjectMeta::default() };
    cluster.base.namespace_create.then(|| Namespace { metadata, ..Namespace::default() }.into())
}
