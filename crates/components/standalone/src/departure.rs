//! What its pod means.

use pulsarc_model::{Departure, Ending, Members};

/// One process is the whole cluster.
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Holders,
    one: "",
    last: Some(Ending::Clients("the whole cluster stops: clients cannot connect")),
    drain: None,
};
