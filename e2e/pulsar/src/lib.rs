//! The real Pulsar, started from what pulsarc emits.
//!
//! Each pod's own command runs, with its own environment, config map and secrets, in a folder that represents its
//! container. It is deliberately no Kubernetes: no probe, no service address, no job that waits; what is replaced is
//! in [`pod`], and only addresses (the namespace's loopback), memory and folders are.

pub mod account;
pub mod certificates;
pub mod cluster;
pub mod conf;
pub mod distribution;
pub mod functions;
pub mod manifests;
pub mod messages;
pub mod network;
pub mod pod;
pub mod process;
pub mod server;
