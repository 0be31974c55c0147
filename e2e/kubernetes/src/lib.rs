//! pulsarc's output on a real Kubernetes API server.
//!
//! The tests are in this crate's `tests/` folder and are ignored unless asked for (`cargo test -p pulsarc-e2e-kubernetes -- --ignored`),
//! since they need Go and build a control plane with it. What is here starts that control plane ([`Lab`]), speaks to its
//! API ([`Client`]) and lists the clusters that are tried on it ([`Case`]). The tests here run no container: kwok plays
//! nodes and pods, so that what Pulsar itself does with its configuration is not seen. `e2e/live` adds nodes that run.

mod audit;
mod case;
mod client;
mod command;
mod control_plane;
mod extensions;
mod fault;
mod forecast;
mod helm;
mod http;
mod kubeconfig;
mod lab;
mod parallel;
mod part;
mod project;
mod proxy;
mod release;
mod simulation;

pub use audit::Asked;
pub use case::{Case, cases, configured, small};
pub use client::{Answer, Client, Force};
pub use command::{Call, Run, Running, pulsarc};
pub use control_plane::{binary as control_plane_binary, kubectl};
pub use extensions::documents;
pub use fault::{Dice, faults, gone_from, no_change_but};
pub use forecast::Forecast;
pub use helm::{Helm, write_chart};
pub use lab::{EGRESS, Lab, Reach, Storage};
pub use parallel::side_by_side;
pub use project::root;
pub use proxy::{Proxy, Sent, Verdict};
pub use release::Release;
pub use simulation::{FATE, FIXED_CLASS};
