//! Events for other programs: one JSON document a line.

use crate::exit::Failure;
use crate::output::{self, By, Document};
use pulsarc_diag::sanitize;
use pulsarc_live::{Outcome, Plan};
use serde::Serialize;

/// The events around those of an apply itself.
#[derive(Debug, Serialize)]
#[serde(tag = "event", rename_all = "camelCase")]
pub(crate) enum Around<'a> {
    /// What would be done.
    Plan {
        /// The plan.
        plan: &'a Plan,
    },
    /// The apply does not start.
    Rejected {
        /// Why.
        why: &'a str,
        /// The options that would let it start.
        accept: Vec<String>,
    },
    /// How it ended.
    Outcome {
        /// The outcome.
        outcome: &'a Outcome,
    },
}

/// Writes an event to standard output.
pub(crate) fn write(event: &impl Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string(event).map_err(Failure::unwritable)?;
    output::print(Document::of(sanitize::json(&text) + "\n", By::Serializer))
}
