//! Applying a plan, stage by stage.
//!
//! ```text
//! lock -> inventory with a pending revision -> steps of a stage -> its gate -> ... -> deletions -> inventory
//! ```
//!
//! Every request may be the last one of a run: what follows from the cluster and from the pending revision is all that the next
//! run needs to know.

mod allowed;
mod engine;
mod model;
mod object;
mod pods;
mod procedure;
mod record;
mod restart;
mod restore;
mod rollout;
mod run;
mod scene;
mod stages;
mod step;
mod stop;
mod trouble;
mod wait;

pub use model::{ApplyOptions, Event, Outcome, Stopped, Wait};

use crate::access::Cluster;
use crate::failure::Failure;
use crate::plan::Plan;
use crate::release::Wanted;

impl Cluster {
    /// Carries out a plan under the release's lock, and reports what happens as it happens. An error before anything was changed
    /// is a `Failure`; what stops it later is part of the outcome. An interrupt or a termination signal ends it after the current
    /// request.
    pub fn apply(
        &self,
        wanted: &Wanted,
        plan: &Plan,
        options: &ApplyOptions,
        report: &mut dyn FnMut(&Event),
    ) -> Result<Outcome, Failure> {
        self.runtime.block_on(engine::apply(&self.api, (wanted, plan, options), report))
    }
}
