//! A cluster for other programs: its addresses, images, resources and connections.
//!
//! All of it is read from the objects, as the link check does: it holds for a component that is added tomorrow, and
//! for what a user overrode. Nothing here emits, checks or formats.

mod connections;
mod endpoints;
mod graph;
mod guarantees;
mod images;
mod requires;
mod resources;
mod topology;
mod workload;

pub use endpoints::{Endpoints, IngressEndpoint, ServiceEndpoint, ServicePort};
pub use graph::{
    CLIENTS, ConnectionGraph, Edge, FUNCTIONS, KUBERNETES, MONITORING, Port, RunningComponent, Spread,
};
pub use guarantees::{Accepted, Access, Durability, Quorums, Volume};
pub use images::Image;
pub use requires::{CustomKind, DEFAULT_CLASS, LISTS, Needed, NodeNeed, Requirements, requirements};
pub use resources::{Amounts, JvmBudget, Resources, WorkloadResources};

use pulsarc_component::Cluster;
use pulsarc_kube::Object;
use serde::Serialize;

/// Everything that is exported of a cluster.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Export {
    /// Where clients, administrators and functions reach it.
    pub endpoints: Endpoints,
    /// Every image that a pod runs.
    pub images: Vec<Image>,
    /// CPU, memory and disk, of each workload and in all.
    pub resources: Resources,
    /// The components, and who dials whom.
    pub topology: ConnectionGraph,
    /// Who may use it.
    pub access: Access,
    /// How it replicates messages and metadata.
    pub durability: Durability,
    /// The volumes that its pods claim.
    pub volumes: Vec<Volume>,
    /// The findings that its configuration accepts.
    pub accepted: Vec<Accepted>,
}

/// Who dials whom in a cluster, alone.
pub fn topology(objects: &[Object], cluster: &Cluster<'_>) -> ConnectionGraph {
    topology::of(objects, cluster)
}

/// Reads off the objects of a cluster what others ask of it.
pub fn export(objects: &[Object], cluster: &Cluster<'_>) -> Export {
    Export {
        endpoints: endpoints::of(objects, cluster),
        images: images::of(objects),
        resources: resources::of(objects),
        topology: topology::of(objects, cluster),
        access: guarantees::access(cluster),
        durability: guarantees::durability(objects, cluster),
        volumes: guarantees::volumes(objects),
        accepted: guarantees::accepted(cluster),
    }
}
