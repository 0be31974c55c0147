//! What users add to pods: the blocks that take containers, volumes and mounts, and what pulsarc itself puts there.

use crate::facts::{given, items};
use pulsarc_component::Cluster;
use pulsarc_model::Node;
use std::collections::BTreeSet;

/// The blocks of the components that are deployed as pods which users can extend.
pub(super) fn blocks(cluster: &Cluster<'_>) -> Vec<&'static str> {
    let on = &cluster.base.components;
    let distributed = cluster.is_distributed();
    [
        (cluster.runs_zookeeper(), "zookeeper"),
        (cluster.runs_bookkeeper(), "bookkeeper"),
        (on.autorecovery && distributed, "autorecovery"),
        (cluster.runs_broker(), "broker"),
        (cluster.runs_function_worker(), "function_worker"),
        (on.proxy, "proxy"),
        (on.toolset, "toolset"),
        (!distributed, "standalone"),
        (on.pulsar_manager, "pulsar_manager"),
        (on.oxia && distributed, "oxia.coordinator"),
        (on.oxia && distributed, "oxia.server"),
        (on.dekaf, "dekaf.deployment"),
    ]
    .into_iter()
    .filter_map(|(deployed, block)| deployed.then_some(block))
    .collect()
}

/// Those of them in which the user wrote anything: what contracts say by themselves breaks no rule.
pub(super) fn written_blocks(cluster: &Cluster<'_>) -> Vec<&'static str> {
    blocks(cluster).into_iter().filter(|block| cluster.is_users(block)).collect()
}

/// The containers that the user adds to a block's pods.
pub(super) fn containers<'a>(cluster: &Cluster<'a>, block: &str) -> Vec<(String, &'a Node)> {
    let mut all = items(cluster, &format!("{block}.initContainers"));
    all.extend(items(cluster, &format!("{block}.extraContainers")));
    all
}

/// The lists of mounts that the user writes, one a container: those of the block's own containers, and those of each
/// container that the user adds. With it, whether pulsarc's own mounts stand in the same container.
pub(super) fn mount_lists(cluster: &Cluster<'_>, block: &str) -> Vec<(String, bool)> {
    let mut lists = vec![(format!("{block}.extraVolumeMounts"), true)];
    lists.push((format!("{block}.initContainersExtraVolumeMounts"), false));
    lists.extend(
        containers(cluster, block).into_iter().map(|(path, _)| (format!("{path}.volumeMounts"), false)),
    );
    lists
}

/// The lists of variables that the user writes, one a container. With it, whether it is the block's own container.
pub(super) fn variable_lists(cluster: &Cluster<'_>, block: &str) -> Vec<(String, bool)> {
    let mut lists = vec![(format!("{block}.extraEnvs"), true), (format!("{block}.extraEnv"), true)];
    lists.extend(containers(cluster, block).into_iter().map(|(path, _)| (format!("{path}.env"), false)));
    lists
}

/// A volume that pulsarc puts into a pod, and where its own container sees it.
pub(super) struct Own {
    /// The volume's name.
    pub volume: String,
    /// Its mount path.
    pub path: String,
}

/// The volumes that pulsarc puts into a block's pods.
pub(super) fn own(cluster: &Cluster<'_>, block: &str) -> Vec<Own> {
    let mut all = disks(cluster, block);
    let mut add =
        |volume: &str, path: &str| all.push(Own { volume: volume.to_owned(), path: path.to_owned() });
    let tls = &cluster.base.tls;
    // The block, its key in `tls`, the name of its certificate, and of its token.
    let (certificate, token) = match block {
        "zookeeper" => (Some(("zookeeper", &tls.zookeeper)), None),
        "bookkeeper" => (Some(("bookie", &tls.bookie)), None),
        "autorecovery" => (Some(("autorecovery", &tls.autorecovery)), None),
        "broker" => (Some(("broker", &tls.broker)), Some("broker")),
        "function_worker" => (Some(("function-worker", &tls.function_worker)), Some("function-worker")),
        "proxy" => (Some(("proxy", &tls.proxy)), Some("proxy")),
        "toolset" => (Some(("toolset", &tls.toolset)), Some("client")),
        "standalone" => (Some(("standalone", &tls.standalone)), Some("client")),
        _ => (None, None),
    };
    if let Some((name, component)) = certificate {
        if tls.enabled {
            add("ca", "/pulsar/certs/ca");
            // A standalone server keeps its certificate where brokers do.
            let folder = if name == "standalone" { "broker" } else { name };
            add(&format!("{name}-certs"), &format!("/pulsar/certs/{folder}"));
        }
        if component.cacerts.enabled {
            add(&format!("{name}-cacerts"), "/pulsar/certs/cacerts");
            add("certs-scripts", "/pulsar/bin/certs-combine-pem.sh");
            for authority in component.cacerts.certs.iter().flatten() {
                add(&authority.name, &format!("/pulsar/certs/{}", authority.name));
            }
        }
    }
    if let Some(name) = token.filter(|_| cluster.base.auth.jwt()) {
        add(&format!("{name}-token"), "/pulsar/tokens");
        if name != "client" || block == "standalone" {
            add("token-keys", "/pulsar/keys");
        }
    }
    if block == "pulsar_manager" && cluster.base.auth.jwt() {
        add("pulsar-manager-keys", "/pulsar-manager/keys");
    }
    if block == "broker" {
        if given(cluster, "broker.storageOffload.driver").as_deref() == Some("google-cloud-storage") {
            add("gcp-service-account", "/pulsar/gcp-service-account");
        }
        let files = "broker.packageManagement.fileSystemStorage";
        if cluster.is_on("broker.packageManagement.enabled") && cluster.is_on(&format!("{files}.enabled")) {
            add(
                "broker-package-storage",
                &given(cluster, &format!("{files}.storagePath")).unwrap_or_default(),
            );
        }
    }
    all
}

/// A block's disks: claims, or empty folders without persistence.
fn disks(cluster: &Cluster<'_>, block: &str) -> Vec<Own> {
    let component = given(cluster, &format!("{block}.component")).unwrap_or_default();
    let disk = |key: &str, path: &str| {
        let name = given(cluster, &format!("{block}.volumes.{key}.name"))?;
        Some(Own { volume: cluster.names.of(&format!("{component}-{name}")), path: path.to_owned() })
    };
    let on = |key: &str| cluster.is_on(&format!("{block}.volumes.{key}"));
    let several = |key: &str| {
        let parts = items(cluster, &format!("{block}.volumes.{key}.multiVolumes"));
        let part = |(path, _): (String, _)| {
            let name = given(cluster, &format!("{path}.name"))?;
            let volume = cluster.names.of(&format!("{component}-{name}"));
            Some(Own { volume, path: given(cluster, &format!("{path}.mountPath"))? })
        };
        parts.into_iter().filter_map(part).collect::<Vec<_>>()
    };
    let mut all = Vec::new();
    match block {
        "zookeeper" => {
            all.extend(disk("data", "/pulsar/data"));
            all.extend(on("useSeparateDiskForTxlog").then(|| disk("datalog", "/pulsar/data-log")).flatten());
        }
        "bookkeeper" if on("useSingleCommonVolume") => all.extend(disk("common", "/pulsar/data/bookkeeper")),
        "bookkeeper" => {
            for key in ["journal", "ledgers"] {
                if on(&format!("{key}.useMultiVolumes")) {
                    all.extend(several(key));
                } else {
                    all.extend(disk(key, &format!("/pulsar/data/bookkeeper/{key}")));
                }
            }
        }
        "pulsar_manager" => all.extend(disk("data", "/data")),
        "standalone" => all.extend(disk("data", "/pulsar/data")),
        _ => {}
    }
    if block == "bookkeeper" && on("index.enabled") {
        let path = given(cluster, "bookkeeper.volumes.index.mountPath").unwrap_or_default();
        all.extend(disk("index", &path));
    }
    all
}

/// The names of all volumes of a block's pods: the user's and pulsarc's own.
pub(super) fn volumes(cluster: &Cluster<'_>, block: &str) -> BTreeSet<String> {
    let users = items(cluster, &format!("{block}.extraVolumes"));
    let mut names: BTreeSet<String> =
        users.iter().filter_map(|(_, item)| item.get("name")?.as_text().map(str::to_owned)).collect();
    names.extend(own(cluster, block).into_iter().map(|own| own.volume));
    if block == "dekaf.deployment" {
        names.insert(
            cluster.names.of(&format!("{}-library", given(cluster, "dekaf.component").unwrap_or_default())),
        );
    }
    names
}
