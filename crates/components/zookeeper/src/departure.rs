//! What the number of its pods means.

use pulsarc_model::{Departure, Ending, Members};

/// Every server has all of the metadata, and a majority accepts each write (`QuorumMaj`). The members are in each server's
/// configuration, which its script writes as it starts.
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Voters,
    one: "every remaining server has all of the metadata; the cluster survives fewer failures",
    last: Some(Ending::Clients("without ZooKeeper, brokers and bookies stop serving")),
    drain: None,
};
