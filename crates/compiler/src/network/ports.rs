//! The ports of policies, which are those of pods. Clients dial a service's port, which may lead to another.

use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::Service;
use pulsarc_kube::k8s_openapi::api::networking::v1::NetworkPolicyPort;
use pulsarc_kube::k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;
use std::collections::BTreeMap;

/// A port in a policy.
pub(crate) fn port(number: i32, protocol: &str) -> NetworkPolicyPort {
    NetworkPolicyPort {
        port: Some(IntOrString::Int(number)),
        protocol: Some(protocol.to_owned()),
        end_port: None,
    }
}

/// The target ports of services.
pub(crate) struct Ports<'o> {
    services: Vec<&'o Service>,
    /// The ports of pods, by component and name.
    named: BTreeMap<(&'o str, &'o str), i32>,
}

impl<'o> Ports<'o> {
    /// Those of some objects.
    pub(crate) fn of(objects: &'o [Object]) -> Self {
        let services = objects.iter().filter_map(|object| match object {
            Object::Service(service) => Some(service.as_ref()),
            _ => None,
        });
        let templates = objects.iter().filter_map(Object::pod_template);
        let mut named = BTreeMap::new();
        for template in templates {
            let labels = template.metadata.as_ref().and_then(|meta| meta.labels.as_ref());
            let Some(component) = labels.and_then(|labels| labels.get("component")) else { continue };
            let containers = template.spec.iter().flat_map(|spec| &spec.containers);
            for port in containers.flat_map(|container| container.ports.iter().flatten()) {
                let name = port.name.as_deref().unwrap_or_default();
                named.insert((component.as_str(), name), port.container_port);
            }
        }
        Self { services: services.collect(), named }
    }

    /// The port of a component's pods behind a port that is dialled.
    pub(crate) fn of_pods(&self, component: &str, dialled: i32) -> i32 {
        let specs = self.services.iter().filter_map(|service| service.spec.as_ref());
        let target = specs
            // A service without an address of its own leads to no other port.
            .filter(|spec| spec.cluster_ip.as_deref() != Some("None"))
            .filter(|spec| {
                let selected = spec.selector.as_ref().and_then(|labels| labels.get("component"));
                selected.is_some_and(|name| name == component)
            })
            .flat_map(|spec| spec.ports.iter().flatten())
            .find(|port| port.port == dialled)
            .and_then(|port| port.target_port.as_ref());
        match target {
            Some(IntOrString::Int(number)) => *number,
            Some(IntOrString::String(name)) => {
                self.named.get(&(component, name.as_str())).copied().unwrap_or(dialled)
            }
            None => dialled,
        }
    }
}
