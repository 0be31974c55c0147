//! What each component's own crate emits, seen in the objects of a whole cluster.

mod auth;
mod autorecovery;
mod bookkeeper;
mod broker;
mod dekaf;
mod function_worker;
mod monitoring;
mod oxia;
mod proxy;
mod pulsar_manager;
mod standalone;
mod tls;
mod toolset;
mod zookeeper;
