//! pulsarc on a Kubernetes whose pods run.
//!
//! [`Bed`] starts the control plane of `e2e/kubernetes` with nodes that run containers: the real kubelet, on a runtime that
//! makes each container out of Linux namespaces and this machine's programs, and the real Pulsar as the image. [`Client`]
//! starts producers and consumers as pods of that cluster, which note every message. The tests are in `tests/` and are
//! ignored unless asked for: they need root, Go, Java 17, Maven, and some GiB of memory.

mod account;
mod bed;
mod client;
mod images;
mod secrets;

pub use account::{Account, Interruption};
pub use bed::{Bed, Plan};
pub use client::{Access, Client, Role, Work};
pub use images::{LAST, NEXT, image};
