//! The objects: each component's, the namespace, and those that the user adds.

use crate::{ClusterSpec, extra_deploy};
use pulsarc_component::Cluster;
use pulsarc_diag::Findings;
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::Namespace;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;

/// Every object, in no order.
pub(crate) fn emit(spec: &ClusterSpec, cluster: &Cluster<'_>, found: &mut Findings) -> Vec<Object> {
    let components = spec.components.iter().flat_map(|component| component.emit(cluster));
    let added = extra_deploy::objects(cluster, found);
    namespace(cluster).into_iter().chain(components).chain(added).collect()
}

/// The namespace. It has no labels: it may hold other releases too.
fn namespace(cluster: &Cluster<'_>) -> Option<Object> {
    let metadata = ObjectMeta { name: Some(cluster.names.namespace().to_owned()), ..ObjectMeta::default() };
    cluster.base.namespace_create.then(|| Namespace { metadata, ..Namespace::default() }.into())
}
