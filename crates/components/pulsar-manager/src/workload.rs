//! Pulsar Manager's StatefulSet and configuration.

use crate::PulsarManager;
use crate::credentials::{DB_PASSWORD, DB_USERNAME, secret_name, variable};
use pulsarc_component::certs::secret_files;
use pulsarc_component::config::{self, Settings};
use pulsarc_component::pod::{self, Pod, StatefulSetBuilder};
use pulsarc_component::shapes::{Volumes, kubernetes};
use pulsarc_component::{Cluster, storage};
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container, ContainerPort, Volume, VolumeMount};

/// Where the keys are that tokens are signed and checked with.
const KEYS: &str = "/pulsar-manager/keys";
/// The volume they are in.
const KEYS_VOLUME: &str = "pulsar-manager-keys";

pub(crate) fn config_map(manager: &PulsarManager, cluster: &Cluster<'_>) -> ConfigMap {
    config::config_map(cluster, &manager.pods.component, computed(cluster).with(&manager.pods.config_data))
}

fn computed(cluster: &Cluster<'_>) -> Settings {
    let mut settings = Settings::new();
    settings
        .set("PULSAR_CLUSTER", cluster.names.fullname())
        .set("PULSAR_MANAGER_OPTS", "-Dlog4j2.formatMsgNoLookups=true");
    if cluster.base.auth.jwt() {
        if cluster.uses_secret_key() {
            settings.set("SECRET_KEY", format!("file://{KEYS}/token/secret.key"));
        } else {
            settings
                .set("PRIVATE_KEY", format!("file://{KEYS}/token/private.key"))
                .set("PUBLIC_KEY", format!("file://{KEYS}/token/public.key"));
        }
    }
    settings
}

pub(crate) fn stateful_set(
    manager: &PulsarManager,
    cluster: &Cluster<'_>,
    config: &ConfigMap,
) -> StatefulSet {
    let disk = &manager.volumes.data;
    let persistent =
        cluster.base.persistence && cluster.base.volumes.persistence && manager.volumes.persistence;
    let claim = || storage::claim(cluster, &manager.pods.component, disk);
    let mut volumes = manager.pods.extra_volumes.clone();
    volumes.extend(keys(cluster));
    if !persistent {
        volumes.push(storage::empty_dir(disk_name(manager, cluster)));
    }
    let pod = Pod {
        init_containers: manager.pods.init_containers.clone(),
        containers: vec![container(manager, cluster)],
        volumes,
        ..manager.pods.pod(None, config)
    };
    StatefulSetBuilder {
        claims: persistent.then(claim).into_iter().collect(),
        ..manager.pods.stateful_set(cluster, pod)
    }
    .stateful_set(cluster)
}

fn disk_name(manager: &PulsarManager, cluster: &Cluster<'_>) -> String {
    storage::disk_name(cluster, &manager.pods.component, &manager.volumes.data.name)
}

/// The keys: Pulsar Manager signs tokens itself, so it is given the private one too.
fn keys(cluster: &Cluster<'_>) -> Volumes {
    /// Readable for all: the backend is not root.
    const READABLE: i32 = 0o644;
    let items: &[(&str, &str)] = if cluster.uses_secret_key() {
        &[("SECRETKEY", "token/secret.key")]
    } else {
        &[("PRIVATEKEY", "token/private.key"), ("PUBLICKEY", "token/public.key")]
    };
    let made = || {
        let volume = secret_files(KEYS_VOLUME.to_owned(), cluster.token_key_secret(), items);
        let secret = volume
            .secret
            .map(|source| kubernetes::SecretVolumeSource { default_mode: Some(READABLE), ..source });
        Volume { secret, ..volume }
    };
    cluster.base.auth.jwt().then(made).into_iter().collect()
}

fn container(manager: &PulsarManager, cluster: &Cluster<'_>) -> Container {
    let mount = |name: String, path: &str| VolumeMount {
        name,
        mount_path: path.to_owned(),
        ..VolumeMount::default()
    };
    let mut mounts = vec![mount(disk_name(manager, cluster), "/data")];
    mounts.extend(manager.pods.extra_volume_mounts.clone());
    mounts.extend(cluster.base.auth.jwt().then(|| mount(KEYS_VOLUME.to_owned(), KEYS)));
    let secret = secret_name(manager, cluster);
    let mut env =
        vec![variable("USERNAME", &secret, DB_USERNAME), variable("PASSWORD", &secret, DB_PASSWORD)];
    if let Some(role) = cluster.base.auth.super_user("manager").filter(|_| cluster.base.auth.jwt()) {
        env.push(variable("JWT_TOKEN", &cluster.names.token_secret(role), "TOKEN"));
    }
    let targets = [manager.service.target_port, manager.admin_service.target_port];
    let port = |port: pulsarc_model::Port| ContainerPort {
        container_port: port.number(),
        ..ContainerPort::default()
    };
    Container {
        env: pod::variables(env),
        ports: Some(targets.map(port).into()),
        volume_mounts: pod::mounts(mounts),
        ..manager.pods.container(cluster, &cluster.base.images.pulsar_manager)
    }
}
