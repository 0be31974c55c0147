//! What the brokers may do in Kubernetes: the functions inside them make objects, and read configuration.

use crate::Broker;
use pulsarc_component::Cluster;
use pulsarc_component::meta::{Reach, Rights, rule};

const READ: &[&str] = &["get", "list", "watch"];
const CHANGE: &[&str] = &["get", "list", "watch", "create", "update", "patch", "delete"];

/// The brokers' role and its binding.
pub(crate) fn rights<'a>(broker: &Broker, cluster: &Cluster<'_>) -> Rights<'a> {
    let name = |what: &str| cluster.names.of(&format!("{}-{what}", broker.component));
    let (reach, role, binding) = if cluster.base.rbac.limit_to_namespace {
        (Reach::Namespace, name("role"), name("rolebinding"))
    } else {
        (Reach::Everywhere, name("clusterrole"), name("clusterrolebinding"))
    };
    let rules = vec![
        rule("", &["configmaps"], READ),
        rule("", &["pods", "services", "secrets"], CHANGE),
        rule("apps", &["deployments", "statefulsets"], CHANGE),
    ];
    Rights { reach, role, binding, component: None, account: broker.account(cluster), rules }
}
