//! Every kind of object that pulsarc emits, in one type.

use crate::cert_manager::{Certificate, Issuer};
use crate::pod_monitor::{PodMonitor, VmPodScrape};
use crate::stateful_set::WithoutClaimTypes;
use k8s_openapi::api::apps::v1::{Deployment, StatefulSet};
use k8s_openapi::api::autoscaling::v2::HorizontalPodAutoscaler;
use k8s_openapi::api::batch::v1::Job;
use k8s_openapi::api::core::v1::{
    ConfigMap, Namespace, PersistentVolume, PersistentVolumeClaim, PodTemplateSpec, Secret, Service,
    ServiceAccount,
};
use k8s_openapi::api::networking::v1::{Ingress, NetworkPolicy};
use k8s_openapi::api::policy::v1::PodDisruptionBudget;
use k8s_openapi::api::rbac::v1::{ClusterRole, ClusterRoleBinding, Role, RoleBinding, Subject};
use k8s_openapi::api::storage::v1::StorageClass;
use k8s_openapi::apimachinery::pkg::apis::meta::v1::ObjectMeta;
use serde::{Serialize, Serializer};
use std::fmt;

/// An object that the user wrote whole (`extraDeploy`): it is passed through as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreign {
    /// What the user wrote.
    pub value: serde_json::Value,
}

impl Foreign {
    fn text(&self, pointer: &str) -> &str {
        self.value.pointer(pointer).and_then(serde_json::Value::as_str).unwrap_or_default()
    }
}

macro_rules! objects {
    ($($kind:ident($type:ty) = $api:literal, $name:literal;)*) => {
        /// A Kubernetes object.
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs)]
        pub enum Object { $($kind(Box<$type>),)* Foreign(Foreign) }

        impl Object {
            /// Its `apiVersion`.
            pub fn api_version(&self) -> &str {
                match self { $(Self::$kind(_) => $api,)* Self::Foreign(object) => object.text("/apiVersion") }
            }

            /// Its `kind`.
            pub fn kind(&self) -> &str {
                match self { $(Self::$kind(_) => $name,)* Self::Foreign(object) => object.text("/kind") }
            }

            /// Its metadata; none for an object that the user wrote.
            pub fn metadata(&self) -> Option<&ObjectMeta> {
                match self { $(Self::$kind(object) => Some(&object.metadata),)* Self::Foreign(_) => None }
            }
        }

        impl Serialize for Object {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                if let Self::StatefulSet(set) = self {
                    return WithoutClaimTypes(set.as_ref()).serialize(serializer);
                }
                match self {
                    $(Self::$kind(object) => object.serialize(serializer),)*
                    Self::Foreign(object) => object.value.serialize(serializer),
                }
            }
        }

        $(impl From<$type> for Object {
            fn from(object: $type) -> Self { Self::$kind(Box::new(object)) }
        })*
    };
}

objects! {
    Namespace(Namespace) = "v1", "Namespace";
    ServiceAccount(ServiceAccount) = "v1", "ServiceAccount";
    Secret(Secret) = "v1", "Secret";
    ConfigMap(ConfigMap) = "v1", "ConfigMap";
    Service(Service) = "v1", "Service";
    PersistentVolume(PersistentVolume) = "v1", "PersistentVolume";
    PersistentVolumeClaim(PersistentVolumeClaim) = "v1", "PersistentVolumeClaim";
    StorageClass(StorageClass) = "storage.k8s.io/v1", "StorageClass";
    Role(Role) = "rbac.authorization.k8s.io/v1", "Role";
    RoleBinding(RoleBinding) = "rbac.authorization.k8s.io/v1", "RoleBinding";
    ClusterRole(ClusterRole) = "rbac.authorization.k8s.io/v1", "ClusterRole";
    ClusterRoleBinding(ClusterRoleBinding) = "rbac.authorization.k8s.io/v1", "ClusterRoleBinding";
    StatefulSet(StatefulSet) = "apps/v1", "StatefulSet";
    Deployment(Deployment) = "apps/v1", "Deployment";
    Job(Job) = "batch/v1", "Job";
    PodDisruptionBudget(PodDisruptionBudget) = "policy/v1", "PodDisruptionBudget";
    HorizontalPodAutoscaler(HorizontalPodAutoscaler) = "autoscaling/v2", "HorizontalPodAutoscaler";
    Ingress(Ingress) = "networking.k8s.io/v1", "Ingress";
    NetworkPolicy(NetworkPolicy) = "networking.k8s.io/v1", "NetworkPolicy";
    Issuer(Issuer) = "cert-manager.io/v1", "Issuer";
    Certificate(Certificate) = "cert-manager.io/v1", "Certificate";
    PodMonitor(PodMonitor) = "monitoring.coreos.com/v1", "PodMonitor";
    VmPodScrape(VmPodScrape) = "operator.victoriametrics.com/v1beta1", "VMPodScrape";
}

impl Object {
    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Self::Foreign(object) => object.text("/metadata/name"),
            known => known.metadata().and_then(|meta| meta.name.as_deref()).unwrap_or_default(),
        }
    }

    /// Its namespace, if it has one.
    pub fn namespace(&self) -> Option<&str> {
        match self {
            Self::Foreign(object) => Some(object.text("/metadata/namespace")).filter(|name| !name.is_empty()),
            known => known.metadata().and_then(|meta| meta.namespace.as_deref()),
        }
    }

    /// Whether the user wrote it whole.
    pub fn is_foreign(&self) -> bool {
        matches!(self, Self::Foreign(_))
    }

    /// The template of the pods that it makes, where it makes any.
    pub fn pod_template(&self) -> Option<&PodTemplateSpec> {
        match self {
            Self::StatefulSet(object) => object.spec.as_ref().map(|spec| &spec.template),
            Self::Deployment(object) => object.spec.as_ref().map(|spec| &spec.template),
            Self::Job(object) => object.spec.as_ref().map(|spec| &spec.template),
            _ => None,
        }
    }

    /// The same, to change it.
    pub fn pod_template_mut(&mut self) -> Option<&mut PodTemplateSpec> {
        match self {
            Self::StatefulSet(object) => object.spec.as_mut().map(|spec| &mut spec.template),
            Self::Deployment(object) => object.spec.as_mut().map(|spec| &mut spec.template),
            Self::Job(object) => object.spec.as_mut().map(|spec| &mut spec.template),
            _ => None,
        }
    }

    /// The service accounts that it gives rights at the API server: those that a binding names, the user's own bindings
    /// among them.
    pub fn accounts_with_rights(&self) -> Vec<&str> {
        fn names(subjects: Option<&Vec<Subject>>) -> Vec<&str> {
            subjects.into_iter().flatten().map(|subject| subject.name.as_str()).collect()
        }
        match self {
            Self::RoleBinding(binding) => names(binding.subjects.as_ref()),
            Self::ClusterRoleBinding(binding) => names(binding.subjects.as_ref()),
            Self::Foreign(foreign) if self.kind().ends_with("RoleBinding") => {
                let subjects = foreign.value.get("subjects").and_then(serde_json::Value::as_array);
                subjects.into_iter().flatten().filter_map(|one| one.get("name")?.as_str()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The object as a JSON value. By way of its text: one way more to write each of Kubernetes' types is more than a
    /// megabyte of code, and nobody asks for this often.
    pub fn to_value(&self) -> Result<serde_json::Value, serde_json::Error> {
        match self {
            Self::Foreign(object) => Ok(object.value.clone()),
            typed => serde_json::from_str(&serde_json::to_string_pretty(typed)?),
        }
    }
}

impl fmt::Display for Object {
    /// `StatefulSet/pulsar-broker`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind(), self.name())
    }
}
