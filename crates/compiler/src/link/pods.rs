//! Pods: every volume and variable has its source, every pod its service account. Mounts, and names within a pod, are
//! the rules' business: those can point at the user's key.

use super::{Dangling, Linker};
use pulsarc_kube::k8s_openapi::api::core::v1::{Container, PodTemplateSpec, Volume};
use pulsarc_kube::k8s_openapi::apimachinery::pkg::util::intstr::IntOrString;

pub(super) fn check(template: &PodTemplateSpec, linker: &Linker<'_>, dangling: &mut Dangling) {
    let Some(spec) = &template.spec else { return };
    if let Some(account) = &spec.service_account_name {
        linker.need("ServiceAccount", account, "the pod", dangling);
    }
    for volume in spec.volumes.iter().flatten() {
        source(volume, linker, dangling);
    }
    for container in spec.init_containers.iter().flatten().chain(&spec.containers) {
        variables(container, linker, dangling);
        probes(container, linker, dangling);
    }
}

/// Every probe asks at a port of its container: by a name that the container gives a port, or by the number of one. A
/// container that the user wrote whole may listen on ports that it does not list.
fn probes(container: &Container, linker: &Linker<'_>, dangling: &mut Dangling) {
    let ports = container.ports.as_deref().unwrap_or_default();
    let users = linker.written.contains(container.name.as_str());
    let probes = [&container.liveness_probe, &container.readiness_probe, &container.startup_probe];
    for probe in probes.into_iter().flatten() {
        let web = probe.http_get.as_ref().map(|action| &action.port);
        let Some(port) = web.or_else(|| probe.tcp_socket.as_ref().map(|action| &action.port)) else {
            continue;
        };
        let (is_there, shown) = match port {
            IntOrString::String(name) => {
                (ports.iter().any(|port| port.name.as_ref() == Some(name)), name.clone())
            }
            IntOrString::Int(number) => {
                (users || ports.iter().any(|port| port.container_port == *number), number.to_string())
            }
        };
        if !is_there {
            dangling.push((
                format!(
                    "a probe of the container `{}` uses port `{shown}`, which the container does not open",
                    container.name
                ),
                format!("add the port `{shown}` to the container, or point the probe at an existing port"),
            ));
        }
    }
}

fn source(volume: &Volume, linker: &Linker<'_>, dangling: &mut Dangling) {
    let by = format!("the volume `{}`", volume.name);
    if let Some(name) =
        volume.config_map.as_ref().filter(|source| source.optional != Some(true)).map(|source| &source.name)
    {
        linker.need("ConfigMap", name, &by, dangling);
    }
    if let Some(name) = volume
        .secret
        .as_ref()
        .filter(|source| source.optional != Some(true))
        .and_then(|source| source.secret_name.as_ref())
    {
        linker.need("Secret", name, &by, dangling);
    }
    if let Some(claim) = &volume.persistent_volume_claim {
        linker.need("PersistentVolumeClaim", &claim.claim_name, &by, dangling);
    }
}

fn variables(container: &Container, linker: &Linker<'_>, dangling: &mut Dangling) {
    let by = format!("the container `{}`", container.name);
    for source in container.env_from.iter().flatten() {
        if let Some(config) =
            source.config_map_ref.as_ref().filter(|reference| reference.optional != Some(true))
        {
            linker.need("ConfigMap", &config.name, &by, dangling);
        }
        if let Some(secret) = source.secret_ref.as_ref().filter(|reference| reference.optional != Some(true))
        {
            linker.need("Secret", &secret.name, &by, dangling);
        }
    }
    for from in container.env.iter().flatten().filter_map(|variable| variable.value_from.as_ref()) {
        if let Some(config) =
            from.config_map_key_ref.as_ref().filter(|reference| reference.optional != Some(true))
        {
            linker.need("ConfigMap", &config.name, &by, dangling);
        }
        if let Some(secret) =
            from.secret_key_ref.as_ref().filter(|reference| reference.optional != Some(true))
        {
            linker.need("Secret", &secret.name, &by, dangling);
        }
    }
}
