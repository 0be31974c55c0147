//! Applying a plan, stage by stage.

mod model;

pub use model::{ApplyOptions, Event, Outcome, Stopped, Wait};

use crate::access::Cluster;
use crate::failure::Failure;
use crate::plan::Plan;
use crate::release::Wanted;

impl Cluster {
    /// Carries out a plan under the release's lock, and reports what happens as it happens. An error before anything was changed
    /// is a `Failure`; what stops it later is part of the outcome.
    pub fn apply(
        &self,
        wanted: &Wanted,
        plan: &Plan,
        options: &ApplyOptions,
        report: &mut dyn FnMut(&Event),
    ) -> Result<Outcome, Failure> {
        let _ = (wanted, plan, options, report);
        Err(Failure::State("apply".to_owned()))
    }
}
