//! What the number of its pods means.

use pulsarc_model::{Departure, Ending, Members};

/// The leader among the workers assigns functions (`MembershipManager`, `SchedulerManager`).
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Alike,
    one: "the functions of a worker that leaves are assigned to the others after `rescheduleTimeoutMs`; those that run in pods \
        of their own keep running",
    last: Some(Ending::Clients("functions, sources and sinks cannot be created, changed or restarted")),
    drain: None,
};
