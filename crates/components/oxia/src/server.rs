//! The servers: a StatefulSet whose pods each hold shards on a disk, and the two services by which they are dialled.

use crate::{Oxia, Server, container_ports, health, limits, pulling_account, service_ports, template};
use pulsarc_component::meta::{headless, service};
use pulsarc_component::pod::{self, Pod, Scheduling, StatefulSetBuilder};
use pulsarc_component::shapes::{SecurityContext, kubernetes};
use pulsarc_component::{Cluster, storage};
use pulsarc_kube::Object;
use pulsarc_model::Port;

impl Server {
    fn named_ports(&self) -> [(&'static str, Port); 3] {
        [("public", self.ports.public), ("internal", self.ports.internal), ("metrics", self.ports.metrics)]
    }
}

pub(crate) fn objects(oxia: &Oxia, cluster: &Cluster<'_>) -> Vec<Object> {
    let server = &oxia.server;
    let component = oxia.server_component();
    let name = cluster.names.of(&oxia.component);
    let ports = || service_ports(&server.named_ports());
    let public = kubernetes::ServiceSpec { ports: Some(ports()), ..kubernetes::ServiceSpec::default() };
    // Servers find one another by these names before they are ready.
    let internal = kubernetes::ServiceSpec { publish_not_ready_addresses: Some(true), ..headless(ports()) };
    vec![
        stateful_set(oxia, cluster),
        service(cluster, &name, &component, &server.service.public.annotations, public),
        service(cluster, cluster.oxia_service(), &component, &server.service.internal.annotations, internal),
        pulling_account(cluster, name, &component, &server.service_account.annotations),
    ]
}

fn stateful_set(oxia: &Oxia, cluster: &Cluster<'_>) -> Object {
    let server = &oxia.server;
    let component = oxia.server_component();
    let unmonitored = (!server.pod_monitor.enabled).then_some(server.ports.metrics);
    let pod = Pod {
        component: &component,
        annotations: pod::pod_annotations(unmonitored, None, &server.annotations),
        service_account: Some(cluster.names.of(&oxia.component)),
        scheduling: Scheduling {
            node_selector: Some(&server.node_selector),
            tolerations: Some(&server.tolerations),
            spread: Some(&server.topology_spread_constraints),
            priority_class: server.priority_class_name.as_deref(),
            affinity: Some(&server.affinity),
        },
        security_context: server
            .security_context
            .clone()
            .filter(|context| *context != SecurityContext::default()),
        containers: vec![container(oxia, cluster)],
        ..Pod::default()
    };
    let class = server.storage_class_name.clone().filter(|class| !class.is_empty());
    StatefulSetBuilder {
        name: cluster.names.of(&component),
        component: &component,
        annotations: &server.app_annotations,
        service: cluster.oxia_service(),
        replicas: Some(server.replicas),
        pod_management: Some("Parallel".to_owned()),
        update: None,
        template: template(pod, cluster),
        claims: vec![storage::claim_of(disk_name(oxia, cluster), &server.storage_size, class, None)],
    }
    .stateful_set(cluster)
    .into()
}

fn disk_name(oxia: &Oxia, cluster: &Cluster<'_>) -> String {
    storage::disk_name(cluster, &oxia.component, "data")
}

fn container(oxia: &Oxia, cluster: &Cluster<'_>) -> kubernetes::Container {
    let server = &oxia.server;
    let data = kubernetes::VolumeMount {
        name: disk_name(oxia, cluster),
        mount_path: "/data".to_owned(),
        ..kubernetes::VolumeMount::default()
    };
    let internal = server.ports.internal;
    kubernetes::Container {
        command: Some(command(oxia)),
        ports: Some(container_ports(&server.named_ports())),
        resources: limits(server.cpu_limit.as_ref(), server.memory_limit.as_ref()),
        volume_mounts: Some(vec![data]),
        liveness_probe: Some(health(internal, None, 10)),
        readiness_probe: Some(health(internal, Some("oxia-readiness"), 10)),
        startup_probe: Some(health(internal, None, 60)),
        ..pod::container(cluster, "server", &cluster.base.images.oxia)
    }
}

fn command(oxia: &Oxia) -> Vec<String> {
    let server = &oxia.server;
    let mut command =
        pod::words(["oxia", "server", "--log-json", "--data-dir=/data/db", "--wal-dir=/data/wal"]);
    command.push(format!("--db-cache-size-mb={}", server.db_cache_size_mb));
    // Oxia syncs unless it is told not to; `"false"` and `false` both tell it.
    let unsynced = server.wal_sync_data.as_ref().is_some_and(|sync| sync.to_string() == "false");
    command.extend(unsynced.then(|| "--wal-sync-data=false".to_owned()));
    command.extend(oxia.profiling());
    command
}
