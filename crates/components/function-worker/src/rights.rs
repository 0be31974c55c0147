//! What the worker may do in Kubernetes: with its Kubernetes runtime it makes a StatefulSet and a Service for each
//! function, and a Secret for its token.

use crate::FunctionWorker;
use pulsarc_component::Cluster;
use pulsarc_component::meta::{RoleAndBinding, Scope, rule};
use pulsarc_kube::k8s_openapi::api::rbac::v1::PolicyRule;

/// The worker's role and its binding, in its namespace unless it may run functions in others.
pub(crate) fn rights<'a>(worker: &'a FunctionWorker, cluster: &Cluster<'_>) -> RoleAndBinding<'a> {
    let component = worker.pods.component.as_str();
    let (scope, role, binding) = if worker.rbac.limit_to_namespace {
        let name = |what: &str| cluster.names.of(&format!("{component}-{what}"));
        (Scope::Namespace, name("role"), name("rolebinding"))
    } else {
        (Scope::Everywhere, cluster.names.of(component), cluster.names.of(component))
    };
    RoleAndBinding {
        scope,
        role,
        binding,
        component: Some(component),
        account: worker.account(cluster),
        rules: rules(cluster),
    }
}

/// What the Kubernetes runtime of the worker calls, and no more: a function's Service and `StatefulSet` are created,
/// read until they are gone, and deleted, never changed; its pods are listed until none is left; and the config map that
/// `changeConfigMap` names is read.
fn rules(cluster: &Cluster<'_>) -> Vec<PolicyRule> {
    const MADE: &[&str] = &["get", "create", "delete"];
    let mut rules = vec![
        rule("", &["services"], MADE),
        rule("", &["pods"], &["list"]),
        rule("", &["configmaps"], &["get"]),
        rule("apps", &["statefulsets"], MADE),
    ];
    // `KubernetesSecretsTokenAuthProvider` keeps each function's token in a secret. The chart's role lacks this, and
    // no function can be created once clients are authenticated.
    if cluster.base.auth.authentication.enabled {
        rules.push(rule("", &["secrets"], &["get", "create", "update", "delete"]));
    }
    rules
}
