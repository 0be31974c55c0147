//! What the brokers may do in Kubernetes: the functions inside them make objects, and read configuration.

use crate::Broker;
use pulsarc_component::Cluster;
use pulsarc_component::meta::{RoleAndBinding, Scope, rule};

const READ: &[&str] = &["get", "list", "watch"];
const CHANGE: &[&str] = &["get", "list", "watch", "create", "update", "patch", "delete"];

/// The brokers' role and its binding.
pub(crate) fn rights<'a>(broker: &Broker, cluster: &Cluster<'_>) -> RoleAndBinding<'a> {
    let name = |what: &str| cluster.names.of(&format!("{}-{what}", broker.pods.component));
    let (scope, role, binding) = if cluster.base.rbac.limit_to_namespace {
        (Scope::Namespace, name("role"), name("rolebinding"))
    } else {
        (Scope::Everywhere, name("clusterrole"), name("clusterrolebinding"))
    };
    let rules = vec![
        rule("", &["configmaps"], READ),
        rule("", &["pods", "services", "secrets"], CHANGE),
        rule("apps", &["deployments", "statefulsets"], CHANGE),
    ];
    RoleAndBinding { scope, role, binding, component: None, account: broker.account(cluster), rules }
}
