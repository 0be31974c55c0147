//! The coordinator: one pod, which keeps the assignment of shards in a config map of its own, and leases to tell that
//! it is the one.

use crate::shards::Config;
use crate::{Coordinator, Oxia, container_ports, health, limits, pulling_account, service_ports, template};
use pulsarc_component::Cluster;
use pulsarc_component::meta::{RoleAndBinding, Scope, metadata, rule, service};
use pulsarc_component::pod::{self, Pod, Scheduling};
use pulsarc_component::shapes::kubernetes;
use pulsarc_kube::{Object, write};
use pulsarc_model::Port;
use std::collections::BTreeMap;

impl Coordinator {
    fn named_ports(&self) -> [(&'static str, Port); 2] {
        [("internal", self.ports.internal), ("metrics", self.ports.metrics)]
    }

    /// The user's own config map that replaces ours, if there is one.
    fn custom_config_map(&self) -> Option<&str> {
        self.custom_config_map_name.as_deref().filter(|name| !name.is_empty())
    }
}

pub(crate) fn objects(oxia: &Oxia, cluster: &Cluster<'_>) -> Vec<Object> {
    let coordinator = &oxia.coordinator;
    let component = oxia.coordinator_component();
    let name = cluster.names.of(&component);
    let ports = kubernetes::ServiceSpec {
        ports: Some(service_ports(&coordinator.named_ports())),
        ..kubernetes::ServiceSpec::default()
    };
    let rights = RoleAndBinding {
        scope: Scope::Namespace,
        role: name.clone(),
        binding: name.clone(),
        component: Some(&component),
        account: name.clone(),
        rules: vec![
            rule("", &["configmaps"], &["*"]),
            rule("coordination.k8s.io", &["leases"], &["get", "create", "update"]),
        ],
    };
    let mut objects = vec![
        deployment(oxia, cluster),
        service(cluster, &name, &component, &coordinator.service.annotations, ports),
        pulling_account(cluster, name.clone(), &component, &coordinator.service_account.annotations),
    ];
    objects.extend(rights.objects(cluster));
    objects.extend(coordinator.custom_config_map().is_none().then(|| config_map(oxia, cluster, name)));
    objects
}

fn config_map(oxia: &Oxia, cluster: &Cluster<'_>, name: String) -> Object {
    // Numbers, and names that were checked: there is nothing in it that cannot be written.
    let text = write::yaml(&Config::of(oxia, cluster)).unwrap_or_default();
    kubernetes::ConfigMap {
        metadata: metadata(cluster, name, Some(&oxia.coordinator_component())),
        data: Some(BTreeMap::from([("config.yaml".to_owned(), text)])),
        ..kubernetes::ConfigMap::default()
    }
    .into()
}

fn deployment(oxia: &Oxia, cluster: &Cluster<'_>) -> Object {
    let coordinator = &oxia.coordinator;
    let component = oxia.coordinator_component();
    let name = cluster.names.of(&component);
    let unmonitored = (!coordinator.pod_monitor.enabled).then_some(coordinator.ports.metrics);
    let pod = Pod {
        component: &component,
        annotations: pod::pod_annotations(unmonitored, None, &coordinator.annotations),
        service_account: Some(name.clone()),
        scheduling: Scheduling {
            node_selector: Some(&coordinator.node_selector),
            tolerations: Some(&coordinator.tolerations),
            priority_class: coordinator.priority_class_name.as_deref(),
            ..Scheduling::default()
        },
        containers: std::iter::once(container(oxia, cluster))
            .chain(coordinator.extra_containers.clone())
            .collect(),
        volumes: coordinator.extra_volumes.clone(),
        ..Pod::default()
    };
    let template = template(pod, cluster);
    pod::single_deployment(cluster, name, &component, &coordinator.app_annotations, template).into()
}

fn container(oxia: &Oxia, cluster: &Cluster<'_>) -> kubernetes::Container {
    let coordinator = &oxia.coordinator;
    let health = || Some(health(coordinator.ports.internal, None, 10));
    kubernetes::Container {
        command: Some(command(oxia, cluster)),
        ports: Some(container_ports(&coordinator.named_ports())),
        resources: limits(coordinator.cpu_limit.as_ref(), coordinator.memory_limit.as_ref()),
        volume_mounts: pod::mounts(coordinator.extra_volume_mounts.clone()),
        liveness_probe: health(),
        readiness_probe: health(),
        ..pod::container(cluster, "coordinator", &cluster.base.images.oxia)
    }
}

fn command(oxia: &Oxia, cluster: &Cluster<'_>) -> Vec<String> {
    let coordinator = &oxia.coordinator;
    if !coordinator.entrypoint.is_empty() {
        return coordinator.entrypoint.clone();
    }
    let namespace = cluster.names.namespace();
    let name = cluster.names.of(&oxia.coordinator_component());
    let config = coordinator.custom_config_map().unwrap_or(&name);
    let mut command = pod::words(["oxia", "coordinator"]);
    command.extend([
        format!("--conf=configmap:{namespace}/{config}"),
        "--log-json".to_owned(),
        "--metadata=configmap".to_owned(),
        format!("--k8s-namespace={namespace}"),
        format!("--k8s-configmap-name={name}-status"),
    ]);
    command.extend(oxia.profiling());
    command
}
