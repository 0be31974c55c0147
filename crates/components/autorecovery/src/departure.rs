//! What the number of its pods means.

use pulsarc_model::{Departure, Ending, Members};

/// BookKeeper's `Auditor` notices lost bookies, and its `ReplicationWorker` copies their ledgers.
pub(crate) const DEPARTURE: Departure = Departure {
    members: Members::Alike,
    one: "the remaining autorecovery pods copy the ledgers of lost bookies",
    last: Some(Ending::Messages(
        "unless bookies do it themselves (`autoRecoveryDaemonEnabled`), nothing copies the ledgers of a lost bookie any more: \
        each further loss takes the last copies of messages with it",
    )),
    drain: None,
};
