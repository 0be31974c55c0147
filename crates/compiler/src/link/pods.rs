//! Pods: every mount has its volume, every volume and variable its source, every pod its service account.

use super::{Dangling, Linker};
use pulsarc_kube::Object;
use pulsarc_kube::k8s_openapi::api::core::v1::{Container, PodSpec, PodTemplateSpec, Volume};
use std::collections::BTreeSet;

pub(super) fn check(
    object: &Object,
    template: &PodTemplateSpec,
    linker: &Linker<'_>,
    dangling: &mut Dangling,
) {
    let Some(spec) = &template.spec else { return };
    if let Some(account) = &spec.service_account_name {
        linker.need("ServiceAccount", account, "the pod", dangling);
    }
    for volume in spec.volumes.iter().flatten() {
        source(volume, linker, dangling);
    }
    let volumes = volume_names(object, spec, dangling);
    for container in spec.init_containers.iter().flatten().chain(&spec.containers) {
        mounts(container, &volumes, dangling);
        variables(container, linker, dangling);
    }
}

/// The names of a pod's volumes, those of its claims among them.
fn volume_names<'o>(object: &'o Object, spec: &'o PodSpec, dangling: &mut Dangling) -> BTreeSet<&'o str> {
    let claims = match object {
        Object::StatefulSet(set) => {
            set.spec.as_ref().and_then(|spec| spec.volume_claim_templates.as_deref()).unwrap_or_default()
        }
        _ => &[],
    };
    let claimed: BTreeSet<&str> = claims.iter().filter_map(|claim| claim.metadata.name.as_deref()).collect();
    let mut names = BTreeSet::new();
    for name in spec.volumes.iter().flatten().map(|volume| volume.name.as_str()) {
        if !names.insert(name) {
            dangling.push((
                format!("two volumes are called `{name}`"),
                "give one of the two another name".to_owned(),
            ));
        }
    }
    names.extend(claimed);
    names
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

fn mounts(container: &Container, volumes: &BTreeSet<&str>, dangling: &mut Dangling) {
    let mut paths = BTreeSet::new();
    for mount in container.volume_mounts.iter().flatten() {
        if !volumes.contains(mount.name.as_str()) {
            dangling.push((
                format!(
                    "the container `{}` mounts the volume `{}`, which is not there",
                    container.name, mount.name
                ),
                format!("add a volume called `{}`, or remove the mount", mount.name),
            ));
        }
        if !paths.insert(mount.mount_path.as_str()) {
            dangling.push((
                format!("the container `{}` mounts two volumes at `{}`", container.name, mount.mount_path),
                "mount one of the two elsewhere".to_owned(),
            ));
        }
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
