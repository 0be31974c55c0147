//! What the number of its pods means.

use pulsarc_model::{Departure, Ending, Members};

/// A proxy keeps nothing but connections.
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Alike,
    one: "the clients of a proxy that leaves reconnect to another one; lower the number at a quiet hour, since they do so at once",
    last: Some(Ending::Clients("clients that connect through the proxy cannot connect")),
    drain: None,
};
