//! The trait that components implement, and the types through which they see each other.
//!
//! A component crate holds its spec (the keys that it reads) and the objects that it emits. It sees the others only
//! through the [`Topology`], into which each describes itself first. Shared parts, such as pods, certificates,
//! tokens, storage and scripts, are made here.
//!
//! It is deliberately no schema (`contracts/` is) and knows no component by more than its place in the topology.

pub mod autoscaling;
pub mod base;
pub mod certs;
mod cluster;
mod component;
pub mod config;
pub mod dialled;
pub mod functions;
pub mod host;
pub mod ingress;
pub mod jvm;
pub mod jwt;
mod ledgers;
pub mod meta;
pub mod metadata;
mod names;
pub mod network;
pub mod pod;
pub mod pod_settings;
mod release;
pub mod roster;
pub mod script;
pub mod shapes;
pub mod storage;
mod topology;
pub mod upgrade;
mod wait;

pub use base::{Base, PodSecurityStandard};
pub use cluster::{Cluster, DEFAULT_PULSAR_VERSION, KubeVersion, Target};
pub use component::{Component, Entry, Origin};
pub use names::Names;
pub use pulsarc_catalogue::Program;
pub use release::{ImageRelease, ReleaseSource};
pub use roster::ComponentRecord;
pub use topology::{Bookies, Connection, Oxia, PulsarPeer, Topology, Worker, ZooKeepers};
