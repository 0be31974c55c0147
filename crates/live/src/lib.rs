//! A release in a running cluster: what an apply would do, the apply itself, and what became of it.
//!
//! ```text
//! Wanted (objects of a configuration) + Cluster -> Plan -> Outcome
//!                                     Release   -> Status, Drift, history
//! ```
//!
//! [`Cluster::plan`] asks the server what it would store (`plan/observe`) and compares that with what exists; the rest of the
//! plan is pure. [`Cluster::apply`] carries the plan out stage by stage, under a lock, and records it in the inventory before it
//! changes anything. `api` sends all requests. Nothing outside of this crate is asynchronous.

mod access;
mod adopt;
mod api;
mod apply;
mod failure;
mod gate;
mod inventory;
mod lease;
mod managed;
mod metadata;
mod plan;
mod pulsar;
mod release;
mod resource;
mod state;
mod stateful_set;
mod time;

pub use access::{Access, Cluster};
pub use adopt::{AdoptOptions, AdoptedObject, Adoption, ForeignObject};
pub use api::MANAGER;
pub use apply::{ApplyOptions, Event, Outcome, Stopped, Wait};
pub use failure::{Cause, Failure, Refusal};
pub use inventory::{Entry, Inventory, Pending, Revision};
pub use plan::{
    Acceptance, Action, Choices, Conflict, Growth, Kept, Missing, Plan, Procedure, Rejection, Restart,
    Rollout, RolloutChoices, RolloutMode, Step, Take, rights,
};
pub use release::{Origin, Release, Wanted, images};
pub use resource::Resource;
pub use state::{
    CertificateStatus, Drift, DriftField, DriftReport, PendingStatus, PodStatus, RevisionStatus, Status,
    WorkloadStatus,
};
