//! Functions inside the brokers: the worker's settings, and the account and rights that the chart has for it.

use pulsarc_component::Cluster;
use pulsarc_component::config::Settings;
use pulsarc_component::functions::set_kubernetes_runtime;
use pulsarc_component::meta::{RoleAndBinding, Scope, rule, service_account};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::rbac::v1::PolicyRule;

/// Sets what the worker inside the brokers reads, if there is one.
pub(crate) fn set(cluster: &Cluster<'_>, settings: &mut Settings) {
    settings.set("functionsWorkerEnabled", cluster.embeds_functions());
    let (true, Some(broker)) = (cluster.embeds_functions(), &cluster.topology.broker) else { return };
    if let (true, Some(bookies)) =
        (cluster.base.functions.use_bookie_as_state_store, &cluster.topology.bookkeeper)
    {
        let store = format!("bk://{}:{}", cluster.names.of(&bookies.component), bookies.state_store);
        settings.set("PF_stateStorageServiceUrl", store);
    }
    let host = cluster.names.of(&broker.component);
    let tls = broker.tls && cluster.base.tls.function_instance.enabled;
    let admin = format!("{}/", broker.web_url(&host, tls));
    let service = format!("{}/", broker.service_url(&host, tls));
    set_kubernetes_runtime(cluster, settings, &admin, &service);
}

/// The functions' account and rights, where functions are switched on. A standalone server runs them under its own
/// account, so that one has the rights there.
pub(crate) fn objects(cluster: &Cluster<'_>) -> Vec<Object> {
    if !cluster.base.components.functions {
        return Vec::new();
    }
    let functions = &cluster.base.functions;
    let component = functions.component.as_str();
    let own = cluster.names.of(component);
    let standalone = cluster.topology.standalone.as_ref().filter(|_| cluster.topology.standalone_mode);
    let account = standalone.map_or_else(|| own.clone(), |server| cluster.names.account(&server.component));
    let (scope, role, binding) = if functions.rbac.limit_to_namespace {
        (Scope::Namespace, format!("{own}-role"), format!("{own}-rolebinding"))
    } else {
        (Scope::Everywhere, own.clone(), own.clone())
    };
    let mut objects =
        RoleAndBinding { scope, role, binding, component: Some(component), account, rules: rules() }
            .objects(cluster);
    if cluster.is_distributed() {
        objects.push(service_account(cluster, own, component, &functions.service_account.annotations));
    }
    objects
}

/// With its Kubernetes runtime the worker makes a StatefulSet and a service for each function.
fn rules() -> Vec<PolicyRule> {
    vec![rule("", &["services", "configmaps", "pods"], &["*"]), rule("apps", &["statefulsets"], &["*"])]
}
