//! The coordinator's configuration: which namespaces there are, into how many shards each is split, and which servers
//! hold them.

use crate::Oxia;
use pulsarc_component::Cluster;
use serde::Serialize;

/// Oxia's namespaces: its own, that of the brokers' metadata, and that of the bookies'.
const NAMESPACES: [&str; 3] = ["default", "broker", "bookkeeper"];

/// The file that the coordinator reads.
#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Config {
    namespaces: Vec<Namespace>,
    servers: Vec<ServerAddress>,
    allow_extra_authorities: Vec<String>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct Namespace {
    name: &'static str,
    initial_shard_count: i64,
    replication_factor: i64,
}

/// By what clients and other servers dial a server.
#[derive(Debug, Serialize)]
struct ServerAddress {
    public: String,
    internal: String,
}

impl Config {
    pub(crate) fn of(oxia: &Oxia, cluster: &Cluster<'_>) -> Self {
        let names = cluster.names;
        let namespace = |name| Namespace {
            name,
            initial_shard_count: oxia.initial_shard_count,
            replication_factor: oxia.replication_factor,
        };
        let (headless, public) = (cluster.oxia_service(), names.of(&oxia.component));
        let ports = &oxia.server.ports;
        let server = |index| {
            let pod = format!("{}-{index}.{headless}", names.of(&oxia.server_component()));
            ServerAddress {
                public: format!("{}:{}", names.qualified(&pod), ports.public),
                internal: format!("{pod}:{}", ports.internal),
            }
        };
        // Since Oxia 0.16.3 servers answer only to names that they know. Clients dial these before they are told of
        // the servers' own.
        let services =
            [&headless, &public].into_iter().flat_map(|name| [name.clone(), names.qualified(name)]);
        let authorities = services.map(|name| format!("{name}:{}", ports.public));
        Self {
            namespaces: NAMESPACES.map(namespace).into(),
            servers: (0..oxia.server.replicas).map(server).collect(),
            allow_extra_authorities: authorities
                .chain(oxia.coordinator.allow_extra_authorities.clone())
                .collect(),
        }
    }
}
