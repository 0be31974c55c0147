//! URLs in configurations: each names a service that is there, a port that it opens, and the scheme that is spoken
//! there; or a pod that a headless service names.

use super::{Dangling, Linker};
use pulsarc_component::dialled::Dialled;
use pulsarc_component::host::Host;
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Service, ServicePort};

pub(super) fn check(config: &ConfigMap, linker: &Linker<'_>, dangling: &mut Dangling) {
    for (key, value) in config.data.iter().flatten() {
        for dialled in Dialled::all(value) {
            if linker.written.contains(dialled.host) {
                continue;
            }
            let is_service = |name: &str| linker.services.contains_key(name);
            match dialled.host(linker.cluster.names, is_service) {
                Host::Service(name) => service(key, name, &dialled, linker, dangling),
                Host::Pod { pod, service } => pod_of(key, pod, service, linker, dangling),
                Host::Elsewhere => {}
            }
        }
    }
}

fn service(key: &str, name: &str, dialled: &Dialled<'_>, linker: &Linker<'_>, dangling: &mut Dangling) {
    let Some(service) = linker.services.get(name) else {
        missing(key, name, linker, dangling);
        return;
    };
    // A headless service only names pods: whatever port they open can be dialled.
    if is_headless(service) {
        return;
    }
    let ports = service.spec.as_ref().and_then(|spec| spec.ports.as_deref()).unwrap_or_default();
    match ports.iter().find(|port| port.port == dialled.port) {
        None => {
            let open: Vec<String> = ports.iter().map(|port| port.port.to_string()).collect();
            dangling.push((
                format!(
                    "`{key}` dials port {} of the service `{name}`, which opens {}",
                    dialled.port,
                    open.join(", ")
                ),
                "switch TLS on for both sides, or for neither".to_owned(),
            ));
        }
        Some(port)
            if speaks_tls(port) != dialled.is_tls() && dialled.knows_tls() && is_ours(name, linker) =>
        {
            dangling.push((
                format!(
                    "`{key}` dials port {} of the service `{name}` as {}, but the port serves {}",
                    dialled.port,
                    dialled.scheme,
                    port.name.as_deref().unwrap_or("another protocol")
                ),
                "switch TLS on for both sides, or for neither".to_owned(),
            ));
        }
        Some(_) => {}
    }
}

fn missing(key: &str, name: &str, linker: &Linker<'_>, dangling: &mut Dangling) {
    if is_ours(name, linker) {
        dangling.push((
            format!("`{key}` dials the service `{name}`, which does not exist"),
            format!("switch on the component that creates `{name}`"),
        ));
    }
}

/// A pod has a name in DNS only through the headless service of its StatefulSet.
fn pod_of(key: &str, pod: &str, service: &str, linker: &Linker<'_>, dangling: &mut Dangling) {
    let Some(found) = linker.services.get(service) else {
        missing(key, service, linker, dangling);
        return;
    };
    let Some(set) = linker.governed.get(service).copied() else { return };
    if !is_headless(found) {
        dangling.push((
            format!(
                "`{key}` dials the pod `{pod}` through the service `{service}`, which is not headless and \
            gives pods no names"
            ),
            format!("dial the service itself: {service}"),
        ));
    } else if !has_pod(set, pod) {
        let name = set.metadata.name.as_deref().unwrap_or_default();
        let pods = set.spec.as_ref().and_then(|spec| spec.replicas).unwrap_or(1);
        dangling.push((
            format!(
                "`{key}` dials the pod `{pod}` of the service `{service}`, which has {pods} starting at {name}-0"
            ),
            format!("write the name of an existing pod, such as {name}-0"),
        ));
    }
}

/// Whether a StatefulSet has a pod of that name; an autoscaler may bring it to any number.
fn has_pod(set: &StatefulSet, pod: &str) -> bool {
    let name = set.metadata.name.as_deref().unwrap_or_default();
    let ordinal = pod.strip_prefix(name).and_then(|rest| rest.strip_prefix('-'));
    let replicas = set.spec.as_ref().and_then(|spec| spec.replicas);
    ordinal
        .and_then(|ordinal| ordinal.parse::<i32>().ok())
        .is_some_and(|ordinal| replicas.is_none_or(|replicas| ordinal < replicas))
}

fn is_headless(service: &Service) -> bool {
    service.spec.as_ref().and_then(|spec| spec.cluster_ip.as_deref()) == Some("None")
}

/// Whether a name is one that pulsarc would give.
fn is_ours(name: &str, linker: &Linker<'_>) -> bool {
    let rest = name.strip_prefix(linker.cluster.names.fullname());
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// Port names show their protocol: `https`, `pulsarssl`, optionally with Istio's prefixes.
fn speaks_tls(port: &ServicePort) -> bool {
    port.name.as_deref().is_some_and(|name| name.ends_with("https") || name.ends_with("pulsarssl"))
}
