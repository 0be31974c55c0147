//! A `StatefulSet` whose claim templates do not say what they are: there is nothing else that they could be, and a difference
//! from what is in the cluster would stop an upgrade, since claim templates cannot be changed.
//!
//! Everything else is written as `k8s-openapi` does. Every field is named here, so that one of a later version is not
//! forgotten: it does not compile then.

use k8s_openapi::api::apps::v1::{StatefulSet, StatefulSetSpec};
use k8s_openapi::api::core::v1::PersistentVolumeClaim;
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// Something without the types of its claim templates.
pub(crate) struct WithoutClaimTypes<'a, T>(pub(crate) &'a T);

/// Writes a field where there is something in it.
macro_rules! optional {
    ($state:ident: $($field:ident = $name:literal),*) => {
        $(if let Some(value) = $field {
            $state.serialize_field($name, value)?;
        })*
    };
}

impl Serialize for WithoutClaimTypes<'_, StatefulSet> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let StatefulSet { metadata, spec, status } = self.0;
        let mut state = serializer.serialize_struct("StatefulSet", 5)?;
        state.serialize_field("apiVersion", "apps/v1")?;
        state.serialize_field("kind", "StatefulSet")?;
        state.serialize_field("metadata", metadata)?;
        if let Some(spec) = spec {
            state.serialize_field("spec", &WithoutClaimTypes(spec))?;
        }
        optional!(state: status = "status");
        state.end()
    }
}

impl Serialize for WithoutClaimTypes<'_, StatefulSetSpec> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let StatefulSetSpec {
            min_ready_seconds,
            ordinals,
            persistent_volume_claim_retention_policy,
            pod_management_policy,
            replicas,
            revision_history_limit,
            selector,
            service_name,
            template,
            update_strategy,
            volume_claim_templates,
        } = self.0;
        let mut state = serializer.serialize_struct("StatefulSetSpec", 11)?;
        optional!(state:
            min_ready_seconds = "minReadySeconds",
            ordinals = "ordinals",
            persistent_volume_claim_retention_policy = "persistentVolumeClaimRetentionPolicy",
            pod_management_policy = "podManagementPolicy",
            replicas = "replicas",
            revision_history_limit = "revisionHistoryLimit"
        );
        state.serialize_field("selector", selector)?;
        optional!(state: service_name = "serviceName");
        state.serialize_field("template", template)?;
        optional!(state: update_strategy = "updateStrategy");
        if let Some(claims) = volume_claim_templates {
            let claims: Vec<_> = claims.iter().map(WithoutClaimTypes).collect();
            state.serialize_field("volumeClaimTemplates", &claims)?;
        }
        state.end()
    }
}

impl Serialize for WithoutClaimTypes<'_, PersistentVolumeClaim> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let PersistentVolumeClaim { metadata, spec, status } = self.0;
        let mut state = serializer.serialize_struct("PersistentVolumeClaim", 3)?;
        state.serialize_field("metadata", metadata)?;
        optional!(state: spec = "spec", status = "status");
        state.end()
    }
}
