//! The plan: what an apply would do, and what follows from it.
//!
//! `observe` asks the cluster; everything after it is pure.

pub(crate) mod model;

pub use model::{
    Acceptance, Action, Choices, Conflict, Gone, Growth, Kept, Missing, Plan, Procedure, Rejection, Restart,
    Step, Take,
};

use crate::access::Cluster;
use crate::failure::Failure;
use crate::release::Wanted;
use serde_json::Value;

impl Cluster {
    /// What an apply of the wanted objects would do. Without objects: what `destroy` would do.
    pub fn plan(&self, wanted: &Wanted, choices: &Choices) -> Result<Plan, Failure> {
        let _ = (wanted, choices);
        Err(Failure::State("plan".to_owned()))
    }
}

/// The roles that plan, apply, status and drift need for a release: Roles with their bindings, and cluster roles only for objects
/// outside of namespaces.
pub fn rights(wanted: &Wanted) -> Vec<Value> {
    let _ = wanted;
    Vec::new()
}
