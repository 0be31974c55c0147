//! The ensemble's StatefulSet.

use crate::ZooKeeper;
use crate::settings::{allows_read_only, dotted_ports};
use pulsarc_component::Cluster;
use pulsarc_component::certs::{Own, PodCertificates};
use pulsarc_component::line;
use pulsarc_component::pod::{self, Handler, Pod, Shell, StatefulSetBuilder};
use pulsarc_component::script::{self, Script, Word, ZooKeeperTls};
use pulsarc_component::shapes::Disk;
use pulsarc_component::storage::{claim, disk_name, empty_dir};
use pulsarc_kube::k8s_openapi::api::apps::v1::StatefulSet;
use pulsarc_kube::k8s_openapi::api::core::v1::{ConfigMap, Container, ContainerPort, EnvVar, VolumeMount};

fn certificates<'a>(cluster: &Cluster<'a>) -> PodCertificates<'a> {
    let tls = cluster.zookeeper_tls();
    PodCertificates {
        name: "zookeeper",
        folder: "zookeeper",
        tls: &cluster.base.tls.zookeeper,
        own: if tls { Own::Combined } else { Own::None },
        authority: tls,
    }
}

pub(crate) fn stateful_set(zookeeper: &ZooKeeper, cluster: &Cluster<'_>, config: &ConfigMap) -> StatefulSet {
    let disks = disks(zookeeper);
    let mut volumes = Vec::new();
    let mut claims = Vec::new();
    for (disk, _) in &disks {
        if zookeeper.persists(cluster) {
            claims.push(claim(cluster, &zookeeper.pods.component, disk));
        } else {
            volumes.push(empty_dir(disk_name(cluster, &zookeeper.pods.component, &disk.name)));
        }
    }
    volumes.extend(certificates(cluster).volumes(cluster));
    volumes.extend(zookeeper.pods.extra_volumes.clone());
    let image = &cluster.base.images.zookeeper;
    let mut init_containers: Vec<Container> =
        certificates(cluster).bundle_container(cluster, image).into_iter().collect();
    init_containers.extend(zookeeper.pods.init_containers.clone());
    let pod = Pod {
        service_account: Some(cluster.names.of(&zookeeper.pods.component)),
        security_context: zookeeper.pods.security_context.clone(),
        init_containers,
        containers: vec![container(zookeeper, cluster)],
        volumes,
        ..zookeeper.pods.pod(Some(zookeeper.ports.http), config)
    };
    StatefulSetBuilder {
        service: cluster.names.headless(&zookeeper.pods.component),
        replicas: Some(zookeeper.replica_count),
        pod_management: zookeeper.pod_management_policy.clone(),
        update: zookeeper.update_strategy.as_ref(),
        claims,
        ..zookeeper.pods.stateful_set(cluster, pod)
    }
    .stateful_set(cluster)
}

/// The disks that are used, and where each is mounted.
fn disks(zookeeper: &ZooKeeper) -> Vec<(&Disk, &'static str)> {
    let mut disks = vec![(&zookeeper.volumes.data, "/pulsar/data")];
    if zookeeper.volumes.use_separate_disk_for_txlog {
        disks.push((&zookeeper.volumes.datalog, "/pulsar/data-log"));
    }
    disks
}

fn container(zookeeper: &ZooKeeper, cluster: &Cluster<'_>) -> Container {
    let named = zookeeper.pods.container(cluster, &cluster.base.images.zookeeper);
    let mut mounts: Vec<VolumeMount> = disks(zookeeper)
        .into_iter()
        .map(|(disk, path)| VolumeMount {
            name: disk_name(cluster, &zookeeper.pods.component, &disk.name),
            mount_path: path.to_owned(),
            ..VolumeMount::default()
        })
        .collect();
    mounts.extend(certificates(cluster).mounts());
    mounts.extend(zookeeper.pods.extra_volume_mounts.clone());
    let container = Container {
        env: Some(servers(zookeeper, cluster)),
        ports: Some(ports(zookeeper, cluster)),
        volume_mounts: pod::mounts(mounts),
        ..pod::running(named, command(zookeeper, cluster))
    };
    let asked = Handler::Exec(Shell::Bash.command(are_you_ok(zookeeper, cluster)));
    pod::with_probes(container, &zookeeper.probe, &asked, &asked)
}

fn ports(zookeeper: &ZooKeeper, cluster: &Cluster<'_>) -> Vec<ContainerPort> {
    let ports = &zookeeper.ports;
    let mut opened = vec![
        pod::container_port("http", ports.http),
        pod::container_port("client", ports.client),
        pod::container_port("follower", ports.follower),
        pod::container_port("leader-election", ports.leader_election),
    ];
    opened.extend(ports.admin.map(|admin| pod::container_port("admin", admin)));
    if cluster.zookeeper_tls() {
        opened.push(pod::container_port("client-tls", ports.client_tls));
    }
    opened
}

/// The servers of the ensemble, from which the image's script makes the list that each one knows the others by.
fn servers(zookeeper: &ZooKeeper, cluster: &Cluster<'_>) -> Vec<EnvVar> {
    let external = &zookeeper.external_zookeeper_server_list;
    let own = || {
        (0..zookeeper.replica_count)
            .map(|at| cluster.names.of(&format!("{}-{at}", zookeeper.pods.component)))
            .collect::<Vec<_>>()
            .join(",")
    };
    let list = if external.is_empty() { own() } else { external.clone() };
    let variable =
        |name: &str, value: String| EnvVar { name: name.to_owned(), value: Some(value), value_from: None };
    vec![
        variable("ZOOKEEPER_SERVERS", list),
        variable("EXTERNAL_PROVIDED_SERVERS", (!external.is_empty()).to_string()),
    ]
}

/// ZooKeeper's own question, on the port that clients use; the connection stays open until it is answered.
fn are_you_ok(zookeeper: &ZooKeeper, cluster: &Cluster<'_>) -> Script {
    let connection = if cluster.zookeeper_tls() {
        line![
            "openssl s_client -quiet -crlf -connect 127.0.0.1:",
            Word::new(zookeeper.ports.client_tls),
            " -cert /pulsar/certs/zookeeper/tls.crt -key /pulsar/certs/zookeeper/tls.key"
        ]
    } else {
        line!["nc 127.0.0.1 ", Word::new(zookeeper.ports.client)]
    };
    line!["{ echo ruok; sleep 1; } | ", connection, " | grep imok"]
}

fn command(zookeeper: &ZooKeeper, cluster: &Cluster<'_>) -> Script {
    let certificates = certificates(cluster);
    let tls = || script::zookeeper_tls(certificates.folder, certificates.trusted(), ZooKeeperTls::Server);
    let read_only = if allows_read_only(cluster) {
        "-Dreadonlymode.enabled=true"
    } else {
        "-Dreadonlymode.enabled=false"
    };
    Script::lines([
        Script::from(&zookeeper.pods.additional_command),
        certificates.keep_bundle_fresh(),
        script::apply_environment("conf/zookeeper.conf"),
        dotted_ports(zookeeper),
        cluster.zookeeper_tls().then(tls).unwrap_or_default(),
        "bin/generate-zookeeper-config.sh conf/zookeeper.conf".into(),
        script::exec_server("zookeeper", read_only),
    ])
}
