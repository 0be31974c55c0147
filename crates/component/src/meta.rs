//! Objects' metadata, and the small objects that several components have: service accounts, budgets, roles.

use crate::Cluster;
use crate::shapes::{PdbSpec, StringMap};
use k8s_openapi::api::core::v1::{Service, ServiceAccount, ServicePort, ServiceSpec};
use k8s_openapi::api::policy::v1::{PodDisruptionBudget, PodDisruptionBudgetSpec};
use k8s_openapi::api::rbac::v1::{
    ClusterRole, ClusterRoleBinding, PolicyRule, Role, RoleBinding, RoleRef, Subject,
};
use k8s_openapi::apimachinery::pkg::apis::meta::v1::{LabelSelector, ObjectMeta};
use pulsarc_kube::{Object, k8s_openapi};
use pulsarc_model::Port;

const RBAC: &str = "rbac.authorization.k8s.io";

/// What an object of the cluster's namespace is called and labelled; `component` where it belongs to one.
pub fn metadata(cluster: &Cluster<'_>, name: impl Into<String>, component: Option<&str>) -> ObjectMeta {
    ObjectMeta {
        name: Some(name.into()),
        namespace: Some(cluster.names.namespace().to_owned()),
        labels: Some(cluster.labels.object(component)),
        ..ObjectMeta::default()
    }
}

/// What an object that is in no namespace is called and labelled.
pub fn cluster_wide(cluster: &Cluster<'_>, name: impl Into<String>, component: Option<&str>) -> ObjectMeta {
    ObjectMeta { namespace: None, ..metadata(cluster, name, component) }
}

/// Annotations, if there are any.
pub fn annotations(texts: &StringMap) -> Option<StringMap> {
    (!texts.is_empty()).then(|| texts.clone())
}

/// Metadata with annotations.
pub fn annotated(metadata: ObjectMeta, texts: &StringMap) -> ObjectMeta {
    ObjectMeta { annotations: annotations(texts), ..metadata }
}

/// What selects a component's pods.
pub fn selector(cluster: &Cluster<'_>, component: &str) -> LabelSelector {
    LabelSelector { match_labels: Some(cluster.labels.selector(component)), ..LabelSelector::default() }
}

/// A service account.
pub fn service_account(
    cluster: &Cluster<'_>,
    name: impl Into<String>,
    component: &str,
    texts: &StringMap,
) -> Object {
    let metadata = annotated(metadata(cluster, name, Some(component)), texts);
    ServiceAccount { metadata, ..ServiceAccount::default() }.into()
}

/// A component's disruption budget, if it has one.
pub fn budget(cluster: &Cluster<'_>, component: &str, budget: &PdbSpec) -> Option<Object> {
    let spec = PodDisruptionBudgetSpec {
        selector: Some(selector(cluster, component)),
        max_unavailable: budget.max_unavailable.clone(),
        ..PodDisruptionBudgetSpec::default()
    };
    let metadata = metadata(cluster, cluster.names.of(component), Some(component));
    budget
        .use_policy
        .then(|| PodDisruptionBudget { metadata, spec: Some(spec), ..PodDisruptionBudget::default() }.into())
}

/// The namespaces that rights hold in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// In the cluster's namespace.
    Namespace,
    /// Everywhere.
    Everywhere,
}

/// A set of rights and who has them.
pub struct RoleAndBinding<'a> {
    /// Where they hold.
    pub scope: Scope,
    /// The role's name.
    pub role: String,
    /// The binding's name.
    pub binding: String,
    /// The component that the two belong to.
    pub component: Option<&'a str>,
    /// The service account that has them.
    pub account: String,
    /// What they are.
    pub rules: Vec<PolicyRule>,
}

impl RoleAndBinding<'_> {
    /// The role and its binding.
    pub fn objects(self, cluster: &Cluster<'_>) -> Vec<Object> {
        let subject = Subject {
            kind: "ServiceAccount".to_owned(),
            name: self.account,
            namespace: Some(cluster.names.namespace().to_owned()),
            api_group: None,
        };
        let reference = |kind: &str| RoleRef {
            api_group: Some(RBAC.to_owned()),
            kind: kind.to_owned(),
            name: self.role.clone(),
        };
        let (rules, subjects) = (Some(self.rules), Some(vec![subject]));
        match self.scope {
            Scope::Namespace => vec![
                Role { metadata: metadata(cluster, &self.role, self.component), rules }.into(),
                RoleBinding {
                    metadata: metadata(cluster, self.binding, self.component),
                    role_ref: reference("Role"),
                    subjects,
                }
                .into(),
            ],
            Scope::Everywhere => vec![
                ClusterRole {
                    metadata: cluster_wide(cluster, &self.role, self.component),
                    rules,
                    ..ClusterRole::default()
                }
                .into(),
                ClusterRoleBinding {
                    metadata: cluster_wide(cluster, self.binding, self.component),
                    role_ref: reference("ClusterRole"),
                    subjects,
                }
                .into(),
            ],
        }
    }
}

/// One right: what may be done (`verbs`) with which kinds (`resources`) of an API group; the core group is empty.
pub fn rule(group: &str, resources: &[&str], verbs: &[&str]) -> PolicyRule {
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    PolicyRule {
        api_groups: Some(vec![group.to_owned()]),
        resources: Some(owned(resources)),
        verbs: owned(verbs),
        ..PolicyRule::default()
    }
}

/// A service's port under its name.
pub fn service_port(name: impl Into<String>, port: Port) -> ServicePort {
    ServicePort { name: Some(name.into()), port: port.number(), ..ServicePort::default() }
}

/// A service over a component's pods.
pub fn service(
    cluster: &Cluster<'_>,
    name: impl Into<String>,
    component: &str,
    texts: &StringMap,
    spec: ServiceSpec,
) -> Object {
    let metadata = annotated(metadata(cluster, name, Some(component)), texts);
    let spec = ServiceSpec { selector: Some(cluster.labels.selector(component)), ..spec };
    Service { metadata, spec: Some(spec), ..Service::default() }.into()
}

/// The spec of a service that gives each pod a name of its own.
pub fn headless(ports: Vec<ServicePort>) -> ServiceSpec {
    ServiceSpec { cluster_ip: Some("None".to_owned()), ports: Some(ports), ..ServiceSpec::default() }
}
