//! Pods: every volume and variable has its source, every pod its service account. Mounts, and names within a pod, are
//! the rules' business: those can point at the user's key.

use super::{Dangling, Linker};
use pulsarc_kube::k8s_openapi::api::core::v1::{Container, PodTemplateSpec, Volume};

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
