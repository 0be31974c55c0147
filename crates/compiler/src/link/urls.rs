//! URLs in configurations: each names a service that is there, a port that it opens, and the scheme that is spoken
//! there.

use super::{Dangling, Linker};
use pulsarc_component::dialled::Dialled;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, ServicePort};

pub(super) fn check(config: &ConfigMap, linker: &Linker<'_>, dangling: &mut Dangling) {
    for (key, value) in config.data.iter().flatten() {
        for dialled in Dialled::all(value) {
            leads_somewhere(key, &dialled, linker, dangling);
        }
    }
}

fn leads_somewhere(key: &str, dialled: &Dialled<'_>, linker: &Linker<'_>, dangling: &mut Dangling) {
    let name = dialled.first_label();
    let here = format!("{name}.{}", linker.cluster.names.namespace());
    let elsewhere = dialled.host != name && !dialled.host.starts_with(&here);
    let ours = name.starts_with(linker.cluster.names.fullname());
    if elsewhere || linker.written.contains(dialled.host) {
        return;
    }
    let Some(service) = linker.services.get(name) else {
        if ours {
            dangling.push((
                format!("`{key}` dials the service `{name}`, which is not there"),
                format!("switch on the component that `{name}` belongs to"),
            ));
        }
        return;
    };
    // A headless service only names pods: whatever port they open can be dialled.
    if service.spec.as_ref().and_then(|spec| spec.cluster_ip.as_deref()) == Some("None") {
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
                "make both sides speak TLS, or neither".to_owned(),
            ));
        }
        Some(port) if speaks_tls(port) != dialled.is_tls() && dialled.knows_tls() => {
            dangling.push((
                format!(
                    "`{key}` dials port {} of the service `{name}` as {}, but {} is spoken there",
                    dialled.port,
                    dialled.scheme,
                    port.name.as_deref().unwrap_or("another protocol")
                ),
                "make both sides speak TLS, or neither".to_owned(),
            ));
        }
        Some(_) => {}
    }
}

/// Ports are named by what they speak: `https`, `pulsarssl`, with Istio's prefixes before them.
fn speaks_tls(port: &ServicePort) -> bool {
    port.name.as_deref().is_some_and(|name| name.ends_with("https") || name.ends_with("pulsarssl"))
}
