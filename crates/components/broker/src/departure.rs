//! What the number of its pods means.

use pulsarc_model::{Departure, Ending, Members};

/// A broker that stops unloads its bundles (`BrokerService.unloadNamespaceBundlesGracefully`).
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Alike,
    one: "the topics of a broker that leaves move to the others as it shuts down, and their clients reconnect",
    last: Some(Ending::Clients("no broker serves topics: producers and consumers cannot connect")),
    drain: None,
};
