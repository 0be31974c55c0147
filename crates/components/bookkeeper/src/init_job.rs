//! The job that initializes the ledgers' metadata of a new cluster. It may run again: what is there is left alone.

use crate::BookKeeper;
use pulsarc_component::Cluster;
use pulsarc_component::line;
use pulsarc_component::pod::{self, Pod, Scheduling};
use pulsarc_component::script::{self, ReadOnly, Script, Word};
use pulsarc_kube::k8s_openapi::api::batch::v1::Job;
use pulsarc_kube::k8s_openapi::api::core::v1::Container;

/// Seconds that the job may take where the configuration leaves them out.
const LONGEST: i64 = 60;

/// The job.
pub(crate) fn job(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Job {
    let label = format!("{}-init", bookkeeper.pods.component);
    let metadata = &cluster.base.pulsar_metadata;
    let pod = Pod {
        component: &label,
        service_account: Some(cluster.names.of(&bookkeeper.pods.component)),
        scheduling: Scheduling::of_job(
            metadata.jobs(),
            &bookkeeper.pods.node_selector,
            &bookkeeper.pods.tolerations,
        ),
        init_containers: init_containers(bookkeeper, cluster),
        containers: vec![container(bookkeeper, cluster)],
        volumes: cluster.toolset_certificates().volumes(cluster),
        restart_policy: Some("OnFailure"),
        ..Pod::default()
    };
    pod::job(cluster, cluster.names.of(&label), &label, pod.template(cluster))
}

fn init_containers(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Vec<Container> {
    let image = &cluster.base.images.bookie;
    // Its tools are the toolset's: so are the certificates and the authorities that they trust.
    let mut containers: Vec<Container> =
        cluster.toolset_certificates().bundle_container(cluster, image).into_iter().collect();
    // The user's own ZooKeepers are not waited for: they are there, and the job tries again where they are not.
    if bookkeeper.metadata.wait_zookeeper_timeout > 0 && cluster.runs_zookeeper() {
        let seconds = Some(bookkeeper.metadata.wait_zookeeper_timeout);
        let wait = cluster.wait_for_zookeeper_servers();
        containers.push(pod::init_container(cluster, "wait-zookeeper-ready", image, seconds, wait));
    }
    containers.extend(cluster.wait_for_oxia(image, bookkeeper.metadata.wait_oxia_timeout));
    containers
}

fn container(bookkeeper: &BookKeeper, cluster: &Cluster<'_>) -> Container {
    let certificates = cluster.toolset_certificates();
    let seconds = bookkeeper.metadata.init_timeout.filter(|seconds| *seconds != 0).unwrap_or(LONGEST);
    let script = Script::lines([
        // A further command must not hide that the initialization failed.
        "set -e".into(),
        script::apply_environment("conf/bookkeeper.conf"),
        cluster.zookeeper_client_tls(&certificates),
        script::SMALL_BOOKKEEPER_HEAP.into(),
        "if timeout 15 bin/bookkeeper shell whatisinstanceid; then".into(),
        "  echo \"the bookies' metadata is there already\"".into(),
        "else".into(),
        chroot(cluster),
        "  bin/bookkeeper shell initnewcluster".into(),
        "fi".into(),
        Script::from(&cluster.base.extra_init_command),
    ]);
    let name = cluster.names.of(&format!("{}-init", bookkeeper.pods.component));
    let named = pod::container(cluster, name, &cluster.base.images.bookie);
    Container {
        env_from: pod::env_from(cluster.names.of(&bookkeeper.pods.component)),
        resources: pod::resources(bookkeeper.metadata.resources.as_ref()),
        volume_mounts: pod::mounts(certificates.mounts()),
        ..pod::running_within(named, seconds, script)
    }
}

/// Makes the node that all of the cluster's metadata lies below, if it has one of its own, and those above it. One
/// that is there already, as when the job runs again, is not a failure; where it is neither there nor made, the
/// initialization after it fails.
fn chroot(cluster: &Cluster<'_>) -> Script {
    if !cluster.keeps_ledgers_in_zookeeper() {
        return Script::none();
    }
    let servers = cluster.zookeeper_connect();
    let create = |node: &String| {
        let create = line!["create ", Word::new(node)];
        line!["  ", script::zookeeper_shell(&servers, create, ReadOnly::Refused), " || true"]
    };
    Script::lines(nodes(&cluster.base.metadata_prefix).iter().map(create))
}

/// The nodes of a path from the top: `/a` and `/a/b` for `/a/b`.
fn nodes(path: &str) -> Vec<String> {
    let names = path.split('/').filter(|name| !name.is_empty());
    names
        .scan(String::new(), |above, name| {
            *above = format!("{above}/{name}");
            Some(above.clone())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::nodes;

    #[test]
    fn each_node_comes_after_the_one_above() {
        assert_eq!(nodes("/pulsar/eu"), ["/pulsar", "/pulsar/eu"]);
        assert_eq!(nodes("/pulsar/"), ["/pulsar"]);
        assert_eq!(nodes(""), Vec::<String>::new());
    }
}
