//! What a cluster guards against: who may use it, which failures it survives, and what its users have accepted.

use crate::workload::{Workload, config_maps, settings, workloads};
use pulsarc_component::{Cluster, ComponentRecord};
use pulsarc_diag::KeyPath;
use pulsarc_kube::Object;
use pulsarc_model::{Node, Value};
use serde::Serialize;

/// Who may use a cluster.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Access {
    /// How clients show who they are; empty if nobody asks.
    pub authentication: Vec<&'static str>,
    /// Whether what a client may do depends on its role.
    pub authorization: bool,
    /// The roles that may do everything, sorted.
    pub super_users: Vec<String>,
}

/// How messages and their metadata are replicated.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Durability {
    /// The quorums of new ledgers; none if no broker says them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quorums: Option<Quorums>,
    /// The bookies, if this cluster deploys them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bookies: Option<i32>,
    /// The servers of ZooKeeper, if this cluster deploys them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zookeepers: Option<i32>,
    /// The brokers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub brokers: Option<i32>,
}

/// The quorums of a ledger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Quorums {
    /// Bookies that the entries are spread over.
    pub ensemble: i32,
    /// Copies of an entry.
    pub write: i32,
    /// Copies that exist before a message is acknowledged.
    pub ack: i32,
}

impl Durability {
    /// How many bookies can lose their disks at once without the loss of an acknowledged message.
    pub fn disks_lost(&self) -> Option<i32> {
        self.quorums.map(|quorums| (quorums.ack - 1).max(0))
    }

    /// How many bookies can be away while every topic accepts messages: a new ledger needs a whole ensemble.
    pub fn bookies_away(&self) -> Option<i32> {
        self.quorums.zip(self.bookies).map(|(quorums, bookies)| (bookies - quorums.ensemble).max(0))
    }

    /// How many servers of ZooKeeper can be away: a majority of all has to agree.
    pub fn zookeepers_away(&self) -> Option<i32> {
        self.zookeepers.map(|servers| (servers - 1).max(0) / 2)
    }

    /// How many brokers can be away while others take their topics over.
    pub fn brokers_away(&self) -> Option<i32> {
        self.brokers.map(|brokers| (brokers - 1).max(0))
    }
}

/// A volume that each pod of a workload claims.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Volume {
    /// The component.
    pub component: String,
    /// The claim's name.
    pub name: String,
    /// Its storage class; none for the default class of the Kubernetes cluster.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    /// What it asks for: `50Gi`.
    pub size: String,
    /// How many pods claim one.
    pub pods: i32,
}

/// A finding that the configuration accepts, with its reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Accepted {
    /// The code.
    pub code: String,
    /// The level that it has instead.
    pub level: String,
    /// Why.
    pub reason: String,
}

/// Who may use a cluster.
pub(crate) fn access(cluster: &Cluster<'_>) -> Access {
    let auth = &cluster.base.auth;
    let signed = if auth.authentication.jwt.using_secret_key {
        "JSON web tokens, signed with a secret key"
    } else {
        "JSON web tokens, signed with a pair of keys"
    };
    let ways = [(auth.jwt(), signed), (auth.openid(), "OpenID Connect")];
    let roles = auth.super_user_roles(None);
    Access {
        authentication: ways.into_iter().filter(|(is_on, _)| *is_on).map(|(_, way)| way).collect(),
        authorization: auth.authorizes(),
        super_users: roles.split(',').filter(|role| !role.is_empty()).map(str::to_owned).collect(),
    }
}

/// How a cluster replicates.
pub(crate) fn durability(objects: &[Object], cluster: &Cluster<'_>) -> Durability {
    let all = workloads(objects);
    let pods = |block: &str| {
        let record: &ComponentRecord = cluster.topology.deployed().find(|record| record.block == block)?;
        all.iter().find(|workload| workload.component == record.component).map(|workload| workload.replicas)
    };
    Durability {
        quorums: all.iter().find_map(|workload| quorums(workload, objects)),
        bookies: pods("bookkeeper"),
        zookeepers: pods("zookeeper"),
        brokers: pods("broker"),
    }
}

/// The quorums that the containers of a workload run with.
fn quorums(workload: &Workload<'_>, objects: &[Object]) -> Option<Quorums> {
    let maps = config_maps(objects);
    workload.pod.containers.iter().find_map(|container| {
        let settings = settings(container, &maps);
        let value = |name: &str| {
            let prefixed = format!("PULSAR_PREFIX_{name}");
            settings.get(prefixed.as_str()).or_else(|| settings.get(name))?.trim().parse().ok()
        };
        Some(Quorums {
            ensemble: value("managedLedgerDefaultEnsembleSize")?,
            write: value("managedLedgerDefaultWriteQuorum")?,
            ack: value("managedLedgerDefaultAckQuorum")?,
        })
    })
}

/// The volumes that pods claim.
pub(crate) fn volumes(objects: &[Object]) -> Vec<Volume> {
    let mut volumes = Vec::new();
    for workload in workloads(objects) {
        for claim in workload.claims {
            let spec = claim.spec.as_ref();
            let requests = spec.and_then(|spec| spec.resources.as_ref()?.requests.as_ref());
            volumes.push(Volume {
                component: workload.component.clone(),
                name: claim.metadata.name.clone().unwrap_or_default(),
                class: spec.and_then(|spec| spec.storage_class_name.clone()),
                size: requests
                    .and_then(|requests| requests.get("storage"))
                    .map(|size| size.0.clone())
                    .unwrap_or_default(),
                pods: workload.replicas,
            });
        }
    }
    volumes
}

/// The findings that a configuration accepts.
pub(crate) fn accepted(cluster: &Cluster<'_>) -> Vec<Accepted> {
    let entries = cluster.root.get("checks").and_then(Node::as_record).into_iter().flatten();
    let text = |node: &Node, key: &str| match node.get(KeyPath::root().key(key)).map(|node| &node.value) {
        Some(Value::Text(text)) => text.clone(),
        _ => String::new(),
    };
    let accepted = entries.map(|(code, entry)| Accepted {
        code: code.clone(),
        level: text(entry, "level"),
        reason: text(entry, "reason"),
    });
    accepted.filter(|accepted| accepted.level == "allow").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn failures_follow_from_quorums_and_servers() {
        let quorums = Some(Quorums { ensemble: 3, write: 3, ack: 2 });
        let durability = Durability { quorums, bookies: Some(4), zookeepers: Some(5), brokers: Some(1) };
        assert_eq!(
            [
                durability.disks_lost(),
                durability.bookies_away(),
                durability.zookeepers_away(),
                durability.brokers_away()
            ],
            [Some(1), Some(1), Some(2), Some(0)]
        );
        assert_eq!(Durability { zookeepers: Some(4), ..Durability::default() }.zookeepers_away(), Some(1));
        assert_eq!(Durability::default().bookies_away(), None);
    }
}
